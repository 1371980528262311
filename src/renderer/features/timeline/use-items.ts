import { useMemo } from 'react'
import { lanes as laneOrder, type Incident, type Lane } from '#domain/incident/index.ts'
import { itemTitles, timelineItems, type TimelineItem } from '#domain/timeline/index.ts'
import { passes, useFilters } from '../../state/filters.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useLanguage } from '../../strings/index.ts'
import { drawnItems, extentOf, horizonOf, type DrawnItem, type Window } from './marks.ts'

/** Everything the timeline shows of the open incident, before and after the filters. */
export type Items = {
  incident: Incident
  all: TimelineItem[]
  shown: TimelineItem[]
  dated: DrawnItem[]
  undated: TimelineItem[]
  /** Lanes that have records at all, so that filtering does not make lanes come and go. */
  lanes: Lane[]
  /** The whole period of all records; null when nothing is dated. */
  extent: Window | null
}

export function useItems(): Items {
  const incident = useIncident()
  const language = useLanguage()
  const filters = useFilters((state) => state.filters)
  const whole = useMemo(() => {
    const all = timelineItems(incident, itemTitles(language))
    const horizon = horizonOf(all)
    return { all, horizon, lanes: laneOrder.filter((lane) => all.some((item) => item.lane === lane)), extent: extentOf(drawnItems(all, horizon).dated) }
  }, [incident, language])
  return useMemo(() => {
    const shown = whole.all.filter((item) => passes(item, filters))
    return { incident, all: whole.all, shown, ...drawnItems(shown, whole.horizon), lanes: whole.lanes, extent: whole.extent }
  }, [incident, whole, filters])
}
