import { incidentViews, type View } from '../state/navigation.ts'
import { useIncident } from '../state/open-incident.ts'

export type IncidentView = (typeof incidentViews)[number]
const size = (records: object) => Object.keys(records).length

/** What a tab holds, in one number; none where a number would say nothing. */
export function useCounts(): Record<IncidentView, number | null> {
  const { sources, events, attributions, responses } = useIncident()
  return { overview: null, reader: size(sources), timeline: size(events) + size(attributions) + size(responses), report: null, compare: null }
}

export const isIncidentView = (view: View): view is IncidentView => incidentViews.some((name) => name === view)
