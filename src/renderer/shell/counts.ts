import { incidentViews, type View } from '../state/navigation.ts'
import { useIncident, useOpened } from '../state/open-incident.ts'

export type IncidentView = (typeof incidentViews)[number]
const size = (records: object) => Object.keys(records).length

/** What a tab holds, in one number; none where a number would say nothing. */
export function useCounts(): Record<IncidentView, number | null> {
  const { sources, events, attributions, responses } = useIncident()
  return { overview: null, reader: size(sources), timeline: size(events) + size(attributions) + size(responses), report: null, compare: null }
}

export const isIncidentView = (view: View): view is IncidentView => incidentViews.some((name) => name === view)

/** The views of the open incident; a report is made from the incident as it is, so an earlier state has none. */
export function useShownViews(): readonly IncidentView[] {
  const past = useOpened((state) => state.past !== null)
  return past ? incidentViews.filter((name) => name !== 'report') : incidentViews
}
