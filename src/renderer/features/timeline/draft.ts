import type { Attribution, Credibility, Evidence, Incident, IncidentEvent, Lane, Response, ResponseType, Standing } from '#domain/incident/index.ts'
import type { SimpleCommand } from '#domain/command/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { updateOf } from './item-commands.ts'

/** What the form holds for any of the three kinds of record; a kind uses the fields it has. */
export type Draft = {
  kind: 'events' | 'attributions' | 'responses'
  title: string
  edtf: string | null
  dateValid: boolean
  wording: string
  lane: Lane
  /** Description of an event or response, note of an attribution. */
  prose: string
  standing: Standing
  credibility: Credibility | null
  context: boolean
  location: string
  entityIds: string[]
  evidence: Evidence[]
  stance: Attribution['stance']
  strength: string
  responseType: ResponseType
}

const blank: Draft = {
  kind: 'events', title: '', edtf: null, dateValid: true, wording: '', lane: 'activity', prose: '', standing: 'confirmed', credibility: null, context: false, location: '', entityIds: [], evidence: [], stance: 'attributes', strength: '', responseType: 'statement',
}

/** The draft of a record, or an empty one for a new event. */
export function draftOf(incident: Incident, item: TimelineItem | null): Draft {
  if (!item) return { ...blank }
  const record = incident[item.collection][item.id] as IncidentEvent | Attribution | Response | undefined
  if (!record) return { ...blank }
  const common = { ...blank, kind: item.collection, title: item.title, edtf: record.date.edtf, wording: record.date.wording ?? '', standing: record.standing, evidence: record.evidence, lane: item.lane }
  if ('lane' in record) return { ...common, prose: record.description, credibility: record.credibility, context: record.context, location: record.location?.name ?? '', entityIds: record.entityIds }
  if ('stance' in record) return { ...common, prose: record.note, stance: record.stance, strength: record.strength ?? '' }
  return { ...common, prose: record.description, responseType: record.type }
}

/** The draft of a new event, with what is known of it already. */
export const newDraft = (begun: { edtf: string; lane: Lane | null } | null): Draft => ({ ...blank, ...(begun ? { edtf: begun.edtf } : {}), ...(begun?.lane ? { lane: begun.lane } : {}) })

/** What still keeps a draft from being saved. */
export const missing = (draft: Draft): 'title' | 'date' | null => (draft.kind === 'events' && draft.title.trim() === '' ? 'title' : draft.dateValid ? null : 'date')

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

function changesOf(draft: Draft, location: IncidentEvent['location']): Extract<SimpleCommand, { type: 'event.update' }>['changes'] {
  const shared = { date: { edtf: draft.edtf, wording: orNull(draft.wording) }, standing: draft.standing, evidence: draft.evidence }
  if (draft.kind === 'attributions') return { ...shared, note: draft.prose, stance: draft.stance, strength: orNull(draft.strength) }
  if (draft.kind === 'responses') return { ...shared, description: draft.prose, type: draft.responseType }
  const name = orNull(draft.location)
  return {
    ...shared, title: draft.title.trim(), lane: draft.lane, description: draft.prose, credibility: draft.credibility, context: draft.context, entityIds: draft.entityIds,
    location: name === null ? null : { name, country: location?.name === name ? location.country : null },
  }
}

/** The one command that stores a draft: the item's own fields, or a new event under `newId`. */
export function commandOf(draft: Draft, incident: Incident, item: TimelineItem | null, newId: string): SimpleCommand {
  const location = item?.collection === 'events' ? (incident.events[item.id]?.location ?? null) : null
  const changes = changesOf(draft, location)
  if (item) return updateOf(item, changes)
  const event: IncidentEvent = {
    id: newId, title: draft.title.trim(), description: draft.prose, date: { edtf: draft.edtf, wording: orNull(draft.wording) }, lane: draft.lane, evidence: draft.evidence, credibility: draft.credibility,
    location: draft.location.trim() === '' ? null : { name: draft.location.trim(), country: null }, entityIds: draft.entityIds, context: draft.context, standing: draft.standing, tags: [],
  }
  return { type: 'event.add', item: event }
}
