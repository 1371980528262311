import { lanes, type Incident } from '../incident/index.ts'
import type { TimelineItem } from './items.ts'

/** By what the records of one incident are put into rows. */
export const groupings = ['lane', 'actor', 'country', 'source', 'tag'] as const
export type Grouping = (typeof groupings)[number]

/** The row of those that belong nowhere; no id, country code or tag is empty. */
export const noGroup = ''

/**
 * The rows a record stands in, each once: its lane; the threat actors it concerns (of a response, those of the attributions
 * it answers); the countries that it happened in, that attribute or that respond (ISO 3166-1); the sources that speak
 * for it; its tags. One that belongs nowhere is in `noGroup`, so that regrouping loses nobody.
 */
export function groupsOf(incident: Incident, item: TimelineItem, by: Grouping): readonly string[] {
  const found = [...new Set(rows[by](incident, item))]
  return found.length === 0 ? [noGroup] : found
}

const rows: Record<Grouping, (incident: Incident, item: TimelineItem) => string[]> = {
  lane: (_, { lane }) => [lane],
  actor: actorsOf,
  country: countriesOf,
  source: (incident, { evidence }) => evidence.filter(({ stance }) => stance === 'for').flatMap((piece) => (piece.kind === 'citation' ? piece.sourceId : (incident.annotations[piece.annotationId]?.sourceId ?? []))),
  tag: (_, { tags }) => tags,
}

const isActor = (incident: Incident, id: string) => incident.entities[id]?.kind === 'actor' || incident.actorIds.includes(id)

function accused(incident: Incident, attributionId: string): string[] {
  return (incident.attributions[attributionId]?.to ?? []).map(({ entityId, name }) => entityId ?? name)
}
function actorsOf(incident: Incident, { collection, id }: TimelineItem): string[] {
  if (collection === 'attributions') return accused(incident, id)
  if (collection === 'responses') return (incident.responses[id]?.answers ?? []).flatMap((answered) => accused(incident, answered))
  return (incident.events[id]?.entityIds ?? []).filter((one) => isActor(incident, one))
}

function countriesOf(incident: Incident, { collection, id }: TimelineItem): string[] {
  if (collection === 'attributions') return listed(incident.attributions[id]?.by.country)
  if (collection === 'responses') return listed(incident.responses[id]?.actor.country)
  return listed(incident.events[id]?.location?.country)
}
const listed = (country: string | null | undefined) => (country ? [country] : [])

/** All rows that the records of an incident need, from top to bottom: lanes in their usual order, others by how many stand in them; `noGroup` last. */
export function groupOrder(incident: Incident, items: readonly TimelineItem[], by: Grouping): string[] {
  if (by === 'lane') return lanes.filter((lane) => items.some((item) => item.lane === lane))
  const counts = new Map<string, number>()
  for (const item of items) for (const group of groupsOf(incident, item, by)) counts.set(group, (counts.get(group) ?? 0) + 1)
  return [...counts.keys()].toSorted((a, b) => Number(a === noGroup) - Number(b === noGroup) || counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
}
