import { useMemo } from 'react'
import type { Incident } from '#domain/incident/index.ts'
import { groupOrder, groupsOf, itemTitles, timelineItems, type Grouping, type TimelineItem } from '#domain/timeline/index.ts'
import { passes, undatedLeftOut, useFilters } from '../../state/filters.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useLanguage } from '../../strings/index.ts'
import { competitionOf } from './competition.ts'
import { acrossLanes, type Across } from './across.ts'
import { arranged } from './lane-order.ts'
import { useLaneName } from './lane-name.ts'
import { indexOf, type LodIndex } from './lod.ts'
import { bandsAcross, periodsOf, type Periods } from './periods/drawn.ts'
import { drawnItems, extentOf, type DrawnItem, type Window } from './marks.ts'
import { useTimelineView } from './view-state.ts'

/** A lane, or a row of another grouping: how many of its records are the incident's own, and how many its surroundings. */
export type LaneRow = { id: string; name: string; own: number; context: number }

/** Everything the timeline shows of the open incident, before and after the filters. */
export type Items = {
  incident: Incident
  all: TimelineItem[]
  shown: TimelineItem[]
  dated: DrawnItem[]
  undated: TimelineItem[]
  /** Undated records that only a filter of time keeps out. */
  undatedOut: number
  grouping: Grouping
  /** The rows on screen from top to bottom: those that have records at all, so that filtering does not make them come and go. */
  lanes: LaneRow[]
  /** Rows that were put out of sight are among these. */
  allLanes: LaneRow[]
  /** What stands in the rows; a record of several rows is in each. */
  marks: LodIndex<DrawnItem>
  /** The whole period of all records; null when nothing is dated. */
  extent: Window | null
  /** Lines and stretches across all lanes. */
  across: Across[]
  /** Periods that were named. */
  periods: Periods
}

export function useItems(): Items {
  const incident = useIncident()
  const language = useLanguage()
  const filters = useFilters((state) => state.filters)
  const grouping = useTimelineView((view) => view.grouping)
  const order = useTimelineView((view) => view.laneOrder)
  const hidden = useTimelineView((view) => view.hiddenLanes)
  const nameOf = useLaneName(incident, grouping)
  const whole = useMemo(() => {
    const all = timelineItems(incident, itemTitles(language))
    const { dated, undated, horizon } = drawnItems(all)
    const extent = extentOf(dated)
    const periods = periodsOf(incident, extent === null ? null : { from: extent.from, to: horizon })
    // Periods alone are something to look at as well.
    return { all, dated, undated, periods, extent: extent ?? extentOf(periods.drawn.map(({ from, to }) => ({ from, to, parts: [], point: null }))) }
  }, [incident, language])
  const rows = useMemo(() => groupOrder(incident, whole.all, grouping), [incident, whole, grouping])
  const shown = useMemo(() => {
    const shown = whole.all.filter((item) => passes(item, filters))
    const keys = new Set(shown.map(({ key }) => key))
    const kept = <Item extends { key: string }>(list: Item[]) => (keys.size === whole.all.length ? list : list.filter(({ key }) => keys.has(key)))
    const [dated, undated] = [kept(whole.dated), kept(whole.undated)]
    const { counts, marks } = inRows(incident, shown, dated, grouping)
    return { shown, dated, undated, undatedOut: undatedLeftOut(whole.all, filters), counts, marks }
  }, [incident, whole, filters, grouping])
  const unseen = useTimelineView((view) => view.hiddenAcross)
  const across = useMemo(() => {
    const lines = acrossLanes(incident, filters.period, language).filter(({ id }) => !unseen.some((kind) => kind === id))
    return [...(unseen.includes('bands') ? [] : bandsAcross(whole.periods.drawn)), ...lines]
  }, [incident, whole, filters.period, language, unseen])
  return useMemo(() => {
    const allLanes = arranged(rows, order).map((id) => ({ id, name: nameOf(id), own: shown.counts.get(id)?.own ?? 0, context: shown.counts.get(id)?.context ?? 0 }))
    const { counts: _, ...rest } = shown
    return { incident, all: whole.all, ...rest, grouping, allLanes, lanes: allLanes.filter(({ id }) => !hidden.includes(id)), extent: whole.extent, periods: whole.periods, across }
  }, [incident, whole, rows, shown, order, hidden, grouping, nameOf, across])
}

function inRows(incident: Incident, shown: readonly TimelineItem[], drawn: readonly DrawnItem[], by: Grouping) {
  const contests = new Map(competitionOf(incident).groups.flatMap((keys, contest) => keys.map((key) => [key, contest])))
  const dated = contests.size === 0 ? drawn : drawn.map((item) => (contests.has(item.key) ? { ...item, contest: contests.get(item.key) } : item))
  const counts = new Map<string, { own: number; context: number }>()
  const groups = new Map<string, readonly string[]>()
  for (const item of shown) {
    const found = groupsOf(incident, item, by)
    groups.set(item.key, found)
    for (const group of found) {
      const count = counts.get(group) ?? { own: 0, context: 0 }
      counts.set(group, { own: count.own + Number(!item.context), context: count.context + Number(item.context) })
    }
  }
  const marks = by === 'lane' ? dated : dated.flatMap((item) => (groups.get(item.key) ?? []).map((lane) => ({ ...item, id: `${lane} ${item.key}`, lane })))
  return { counts, marks: indexOf(marks) }
}
