import type { Annotation, Incident, Source } from '#domain/incident/index.ts'
import { compareDates } from '#domain/dates/index.ts'

export type SourceGroup = { name: 'annotated' | 'unread' | 'noText'; sources: Source[] }

const counted = new WeakMap<object, Map<string, number>>()

/** Marks of each source that were not rejected; counted once for a state of the incident. */
export function annotationCounts(annotations: Record<string, Annotation>): ReadonlyMap<string, number> {
  const known = counted.get(annotations)
  if (known) return known
  const counts = new Map<string, number>()
  for (const { sourceId, state } of Object.values(annotations)) if (state !== 'rejected') counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1)
  counted.set(annotations, counts)
  return counts
}

const byDate = (a: Source, b: Source) => compareDates(a.date, b.date) || a.citation.title.localeCompare(b.citation.title, undefined, { numeric: true }) || (a.capture?.capturedAt ?? '').localeCompare(b.capture?.capturedAt ?? '') || a.id.localeCompare(b.id)

/** Sources by what there is to do with them, oldest first; empty groups are left out. */
export function groupSources(incident: Pick<Incident, 'sources' | 'annotations'>): SourceGroup[] {
  const counts = annotationCounts(incident.annotations)
  const sources = Object.values(incident.sources).sort(byDate)
  const groups: SourceGroup[] = [
    { name: 'annotated', sources: sources.filter((source) => source.text && counts.has(source.id)) },
    { name: 'unread', sources: sources.filter((source) => source.text && !counts.has(source.id)) },
    { name: 'noText', sources: sources.filter((source) => !source.text) },
  ]
  return groups.filter((group) => group.sources.length > 0)
}

/** Who published it; undefined when that is not stated. */
const publisherOf = (source: Source): string | undefined => source.citation.publisher ?? source.citation['container-title']

/** What a source is called, and what is said beside it. Notes of the desk share a publisher: there the title tells them apart and stands first. */
export function namesOf(source: Source, kind: string): { first: string; second: string } {
  const { title } = source.citation
  const from = publisherOf(source) ?? kind
  return source.kind === 'desk-note' ? { first: title, second: kind } : { first: from, second: title }
}
