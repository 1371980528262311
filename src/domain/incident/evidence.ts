import type { Evidence } from './evidence-schemas.ts'

/** The different sources behind evidence, in order of first mention. A quote counts for the source it stands in. */
export function evidenceSources(incident: { annotations: Record<string, { sourceId: string }> }, evidence: readonly Evidence[]): string[] {
  const ids = evidence.map((piece) => (piece.kind === 'citation' ? piece.sourceId : incident.annotations[piece.annotationId]?.sourceId))
  return [...new Set(ids.filter((id) => id !== undefined))]
}
