import type { Evidence } from './evidence-schemas.ts'

type Lineage = {
  annotations: Readonly<Record<string, { sourceId: string }>>
  sources: Readonly<Record<string, { repeats: { sourceId: string } | null }>>
}

/** The source a source goes back to over `repeats`. Sources that repeat each other in a ring count as one. */
function originOf({ sources }: Lineage, id: string): string {
  const way = [id]
  for (;;) {
    const next = sources[way.at(-1) ?? id]?.repeats?.sourceId
    if (next === undefined) return way.at(-1) ?? id
    const ring = way.indexOf(next)
    if (ring >= 0) return way.slice(ring).toSorted()[0] ?? id
    way.push(next)
  }
}

/**
 * The independent origins that speak for something, in order of first mention: a quote counts for the source it stands
 * in, a copy for what it repeats, and evidence against it for nothing.
 */
export function evidenceOrigins(incident: Lineage, evidence: readonly Evidence[]): string[] {
  const sourceIds = evidence.filter(({ stance }) => stance === 'for').map((piece) => (piece.kind === 'citation' ? piece.sourceId : incident.annotations[piece.annotationId]?.sourceId))
  return [...new Set(sourceIds.filter((id) => id !== undefined).map((id) => originOf(incident, id)))]
}
