import { isSameCase, similarCases, type Similarity } from '#domain/compare/index.ts'
import type { Incident, IncidentSummary } from '#domain/incident/index.ts'
import type { ReferenceCases } from '../reference/index.ts'

/** Where cases are read from; nothing is changed or remembered by looking. */
export type Shelf = {
  incidents: () => IncidentSummary[]
  references: () => Promise<Incident[]>
  read: (id: string) => Promise<Incident>
}

/** Own incidents read at most to find similar ones: those whose list entries share most with the incident. */
const mostRead = 200

/** Tells how many things a list entry has in common with an incident. */
function commonWith(incident: Incident): (summary: IncidentSummary) => number {
  const actors = new Set(incident.actorIds.flatMap((id) => incident.entities[id]?.name ?? []))
  const sectors = new Set(incident.victims.map(({ sector }) => sector))
  const responses = new Set<string>(Object.values(incident.responses).map(({ type }) => type))
  const sponsors = new Set(incident.sponsorStates)
  const hits = (values: readonly string[], known: ReadonlySet<string>) => values.filter((value) => known.has(value)).length
  return (summary) => hits(summary.actors, actors) * 3 + hits(summary.sponsorStates, sponsors) + hits(summary.victimSectors, sectors) + hits(summary.responseTypes, responses)
}

/** Cases that can be read; one that is damaged is left out rather than standing in the way. */
async function readAll(read: Shelf['read'], summaries: readonly IncidentSummary[]): Promise<Incident[]> {
  const found: Incident[] = []
  for (const { id } of summaries) {
    const incident = await read(id).catch(() => null)
    if (incident !== null) found.push(incident)
  }
  return found
}

/** The shipped cases, read when first asked for and kept: they never change, and checking them takes a quarter of a second. */
export function shippedCases({ list, open }: Pick<ReferenceCases, 'list' | 'open'>): () => Promise<Incident[]> {
  let kept: Promise<Incident[]> | null = null
  return () => (kept ??= list().then((summaries) => readAll(async (id) => (await open(id)).incident, summaries)))
}

/**
 * The cases most like an incident, among the reference cases and its own neighbours in the library.
 * @returns the similar ones, best first, and how many cases they were found among
 */
export async function findSimilar(shelf: Shelf, incident: Incident): Promise<{ similar: Similarity[]; of: number }> {
  const own = shelf.incidents().filter(({ id }) => id !== incident.id)
  const common = commonWith(incident)
  const near = own.length <= mostRead ? own : own.map((summary) => ({ summary, score: common(summary) })).toSorted((a, b) => b.score - a.score || (a.summary.id < b.summary.id ? -1 : 1)).slice(0, mostRead).map(({ summary }) => summary)
  const cases = [...(await shelf.references()), ...(await readAll(shelf.read, near))]
  // The sample beside the reference case it was made from would be the same case twice.
  const distinct = cases.filter((one, index) => !cases.slice(0, index).some((earlier) => isSameCase(earlier, one)))
  return { similar: similarCases(incident, distinct), of: distinct.filter((one) => !isSameCase(incident, one)).length }
}
