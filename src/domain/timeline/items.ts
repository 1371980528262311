import { compareDates } from '../dates/index.ts'
import { evidenceOrigins, type Attribution, type Evidence, type Incident, type IncidentEvent, type Lane, type Response, type ResponseType, type Standing } from '../incident/index.ts'

/** What a mark on the timeline means, for its sign and its words. */
export type ItemKind = 'event' | 'attribution' | 'summons' | 'support' | 'denial' | 'warning' | 'legal' | 'statement'

/** One dated record: an event, an attribution or a response. Every list, figure and count is made of these. */
export type TimelineItem = {
  /** Unique over the incident, such as "events/e1". */
  key: string
  collection: 'events' | 'attributions' | 'responses'
  id: string
  title: string
  lane: Lane
  kind: ItemKind
  edtf: string | null
  wording: string | null
  standing: Standing
  context: boolean
  evidence: Evidence[]
  /** Independent origins that speak for it; copies of one source count once. */
  sources: number
  tags: string[]
}

const kindOfResponse: Partial<Record<ResponseType, ItemKind>> = {
  'summons-of-ambassador': 'summons',
  demarche: 'summons',
  expulsion: 'summons',
  'statement-of-support': 'support',
  'endorsement-of-attribution': 'support',
  condemnation: 'support',
  denial: 'denial',
  'counter-accusation': 'denial',
  'technical-advisory': 'warning',
  sanctions: 'legal',
  indictment: 'legal',
  arrest: 'legal',
  'parliamentary-inquiry': 'legal',
  'legislative-initiative': 'legal',
  'public-attribution': 'attribution',
}
const laneOfResponse: Partial<Record<ResponseType, Lane>> = {
  'public-attribution': 'attribution',
  sanctions: 'legal',
  indictment: 'legal',
  arrest: 'legal',
  'parliamentary-inquiry': 'legal',
  'legislative-initiative': 'legal',
  'technical-advisory': 'detection',
  remediation: 'detection',
  'preventive-measure': 'detection',
}

const common = (incident: Incident, record: IncidentEvent | Attribution | Response) => ({
  id: record.id,
  edtf: record.date.edtf,
  wording: record.date.wording,
  standing: record.standing,
  evidence: record.evidence,
  sources: evidenceOrigins(incident, record.evidence).length,
  tags: record.tags,
})

const fromEvent = (incident: Incident, event: IncidentEvent): TimelineItem => ({
  key: `events/${event.id}`,
  collection: 'events',
  title: event.title,
  lane: event.lane,
  kind: event.lane === 'attribution' ? 'attribution' : event.lane === 'legal' ? 'legal' : 'event',
  context: event.context,
  ...common(incident, event),
})

const fromAttribution = (incident: Incident, attribution: Attribution, titles: ItemTitles): TimelineItem => ({
  key: `attributions/${attribution.id}`,
  collection: 'attributions',
  title: titles.attribution(attribution),
  lane: 'attribution',
  kind: attribution.stance === 'disputes' ? 'denial' : attribution.stance === 'attributes' ? 'attribution' : 'support',
  context: false,
  ...common(incident, attribution),
})

const fromResponse = (incident: Incident, response: Response, titles: ItemTitles): TimelineItem => ({
  key: `responses/${response.id}`,
  collection: 'responses',
  title: titles.response(response),
  lane: laneOfResponse[response.type] ?? 'diplomatic',
  kind: kindOfResponse[response.type] ?? 'statement',
  context: false,
  ...common(incident, response),
})

/** How attributions and responses, which have no title of their own, are named; depends on the language. */
export type ItemTitles = { attribution: (attribution: Attribution) => string; response: (response: Response) => string }

/** All dated and undated records of an incident in order of time; ties keep attributions before responses before events. */
export function timelineItems(incident: Incident, titles: ItemTitles): TimelineItem[] {
  const items = [
    ...Object.values(incident.attributions).map((item) => fromAttribution(incident, item, titles)),
    ...Object.values(incident.responses).map((item) => fromResponse(incident, item, titles)),
    ...Object.values(incident.events).map((item) => fromEvent(incident, item)),
  ]
  return items.toSorted((a, b) => compareDates(a.edtf, b.edtf))
}
