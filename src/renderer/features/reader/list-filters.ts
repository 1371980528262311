import { references, type Annotation, type AnnotationType, type CollectionName, type Incident } from '#domain/incident/index.ts'
import { annotationsOf, inTextOrder, merged } from './marks.ts'

export type ListState = 'all' | 'accepted' | 'suggested' | 'rejected' | 'orphaned'
export type ListFilter = {
  /** The text being read, or every text of the incident. */
  scope: 'text' | 'all'
  state: ListState
  /** Empty: every type. */
  types: AnnotationType[]
  /** Empty: with any tags or none. */
  tags: string[]
  linked: 'any' | 'linked' | 'unlinked'
}
export const noListFilter: ListFilter = { scope: 'text', state: 'all', types: [], tags: [], linked: 'any' }

/** A record that rests on an annotation. */
export type Link = { collection: CollectionName; id: string }

let lastLinks: { from: unknown[]; links: Map<string, Link[]> } | null = null

/** What rests on each annotation, each record once; the same map while only annotations change. */
export function linksOf(incident: Incident): Map<string, Link[]> {
  const { annotations: _, ...rest } = incident
  const from = Object.values(rest)
  if (lastLinks?.from.length !== from.length || lastLinks.from.some((part, index) => part !== from[index])) lastLinks = { from, links: allLinks(incident) }
  return lastLinks.links
}

function allLinks(incident: Incident): Map<string, Link[]> {
  const links = new Map<string, Link[]>()
  for (const { from, to } of references(incident)) {
    // A relation between two marks makes no record of either.
    if (to.collection !== 'annotations' || from.collection === 'incident' || from.collection === 'annotations') continue
    const { collection, id } = from
    const known = links.get(to.id) ?? []
    if (!known.some((link) => link.collection === collection && link.id === id)) links.set(to.id, [...known, { collection, id }])
  }
  return links
}

type Facts = { orphaned: ReadonlySet<string>; links: ReadonlyMap<string, Link[]> }

const inState = (annotation: Annotation, state: ListState, orphaned: ReadonlySet<string>) =>
  state === 'all' || (state === 'orphaned' ? orphaned.has(annotation.id) : annotation.state === state && !orphaned.has(annotation.id))

export function passesFilter(annotation: Annotation, filter: ListFilter, { orphaned, links }: Facts): boolean {
  return (
    inState(annotation, filter.state, orphaned) &&
    (filter.types.length === 0 || filter.types.includes(annotation.type)) &&
    (filter.tags.length === 0 || filter.tags.some((tag) => annotation.tags.includes(tag))) &&
    (filter.linked === 'any' || links.has(annotation.id) === (filter.linked === 'linked'))
  )
}

const inListOrder = (sourceOrder: readonly string[]) => {
  const place = new Map(sourceOrder.map((id, index) => [id, index]))
  return (a: Annotation, b: Annotation) => (place.get(a.sourceId) ?? 0) - (place.get(b.sourceId) ?? 0) || inTextOrder(a, b)
}

/** The annotations of the scope: text order within a source, sources in the order given. */
export function inScope(incident: Incident, scope: ListFilter['scope'], sourceId: string | null, sourceOrder: readonly string[]): Annotation[] {
  if (scope === 'text') return annotationsOf(incident, sourceId ?? '')
  return Object.values(incident.annotations).sort(inListOrder(sourceOrder))
}

/** Whether nothing is asked for that could hide an annotation of the scope. */
export const hidesNothing = ({ state, types, tags, linked }: ListFilter): boolean => state === 'all' && types.length === 0 && tags.length === 0 && linked === 'any'

/** With the suggestions at their places; those that stand in the case are among the marked ones already. Both lists are in order. */
export function withSuggested(marked: Annotation[], suggested: readonly Annotation[], sourceOrder: readonly string[]): Annotation[] {
  const known = new Set(marked.map(({ id }) => id))
  const fresh = suggested.filter(({ id }) => !known.has(id))
  return fresh.length === 0 ? marked : merged(marked, fresh, inListOrder(sourceOrder))
}

/** How many of the scope are in each state, for the chips. */
export function stateCounts(annotations: readonly Annotation[], orphaned: ReadonlySet<string>): Record<ListState, number> {
  const counts = { all: annotations.length, accepted: 0, suggested: 0, rejected: 0, orphaned: 0 }
  for (const { id, state } of annotations) counts[orphaned.has(id) ? 'orphaned' : state]++
  return counts
}

/** Tags with their counts, the most used first. */
export function tagCounts(annotations: readonly Annotation[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { tags } of annotations) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}

/** Tags to offer: those used last first. */
export function recentTags(incident: Incident): string[] {
  const newestFirst = Object.values(incident.annotations).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  return [...new Set([...newestFirst.flatMap(({ tags }) => tags), ...incident.tags])]
}

