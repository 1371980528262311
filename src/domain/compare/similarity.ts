import type { Entity, Incident } from '../incident/index.ts'

export const facetKinds = ['actor', 'sponsor', 'technique', 'sector', 'response'] as const
export type FacetKind = (typeof facetKinds)[number]
/** One thing that cases may have in common. `key` is what is compared, `value` what is shown. */
export type Facet = { kind: FacetKind; key: string; value: string }
/** `weight` is ln(1 + N / n) for n of N cases that have it; rare things tell more. */
export type SharedFacet = Facet & { weight: number; cases: number }
export type Similarity = {
  id: string
  /** Weight shared over weight of everything either case has, 0 to 1. */
  score: number
  /** Heaviest first. */
  shared: SharedFacet[]
  total: number
}

/** A stand-in for an actor nobody named says nothing about who it was. */
const isNamed = ({ name }: Entity) => !/^(unnamed|unknown|neznámý|nejmenovaný)\b/iu.test(name)

function actorFacet(entity: Entity): Facet {
  const attack = entity.externalIds.find(({ scheme }) => scheme === 'mitre-attack')
  return { kind: 'actor', key: `actor:${attack?.id ?? entity.name.trim().toLowerCase()}`, value: entity.name }
}

/** What a case can share: actors, sponsor states, ATT&CK techniques (a sub-technique also counts as its technique), sectors, kinds of response. */
export function facetsOf(incident: Incident): Facet[] {
  const actors = incident.actorIds.flatMap((id) => incident.entities[id] ?? []).filter(isNamed).map(actorFacet)
  const techniques = Object.values(incident.techniques).flatMap(({ attackId }) => [attackId, attackId.split('.')[0] ?? attackId])
  const plain = (kind: FacetKind, values: readonly string[]): Facet[] => values.map((value) => ({ kind, key: `${kind}:${value}`, value }))
  const all = [
    ...actors,
    ...plain('sponsor', incident.sponsorStates),
    ...plain('technique', techniques),
    ...plain('sector', incident.victims.map(({ sector }) => sector)),
    ...plain('response', Object.values(incident.responses).map(({ type }) => type).filter((type) => type !== 'other' && type !== 'statement')),
  ]
  return [...new Map(all.map((facet) => [facet.key, facet])).values()]
}

const mostlyShared = (a: object, b: object): boolean => {
  const [x, y] = [Object.keys(a), Object.keys(b)]
  return x.filter((id) => Object.hasOwn(b, id)).length * 2 > Math.max(x.length, y.length)
}

/** Copies of one case, such as the sample and its reference case, have most of their sources and events in common. */
export const isSameCase = (a: Incident, b: Incident): boolean => a.id === b.id || (mostlyShared(a.sources, b.sources) && mostlyShared(a.events, b.events))

/**
 * Cases most like one, best first: Jaccard similarity of their facets, each weighted by how rare it is among all cases
 * (inverse document frequency: K. Spärck Jones, Journal of Documentation 28, 1972). Cases that share nothing, and
 * copies of the case itself, are left out. Ties go by id, so the order is always the same.
 */
export function similarCases(incident: Incident, others: readonly Incident[]): Similarity[] {
  const candidates = others.filter((other) => !isSameCase(incident, other))
  const corpus = [incident, ...candidates].map((one) => ({ id: one.id, facets: facetsOf(one) }))
  const frequency = new Map<string, number>()
  for (const { facets } of corpus) for (const { key } of facets) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  const weight = (key: string) => Math.log(1 + corpus.length / (frequency.get(key) ?? corpus.length))
  const [own] = corpus
  const ownKeys = new Set(own?.facets.map(({ key }) => key))
  const ownWeight = [...ownKeys].reduce((sum, key) => sum + weight(key), 0)
  return corpus
    .slice(1)
    .map(({ id, facets }) => {
      const shared = facets.filter(({ key }) => ownKeys.has(key)).map((facet) => ({ ...facet, weight: weight(facet.key), cases: frequency.get(facet.key) ?? 0 }))
      const common = shared.reduce((sum, facet) => sum + facet.weight, 0)
      const total = ownWeight + facets.filter(({ key }) => !ownKeys.has(key)).reduce((sum, { key }) => sum + weight(key), 0)
      return { id, score: total === 0 ? 0 : common / total, shared: shared.toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)), total }
    })
    .filter(({ shared }) => shared.length > 0)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
