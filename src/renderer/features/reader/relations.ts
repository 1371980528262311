import type { Incident, MarkRelation } from '#domain/incident/index.ts'
import { useIncident } from '../../state/open-incident.ts'

export type Reversed = { kind: MarkRelation; annotationId: string }
const none: Reversed[] = []
const known = new WeakMap<Incident['annotations'], Map<string, Reversed[]>>()

/** Which marks stand in a relation to each mark, found once for every state of the annotations. */
export function reversedRelations(annotations: Incident['annotations']): Map<string, Reversed[]> {
  const before = known.get(annotations)
  if (before) return before
  const found = new Map<string, Reversed[]>()
  for (const { id, relations } of Object.values(annotations)) {
    for (const { kind, annotationId } of relations ?? []) found.set(annotationId, [...(found.get(annotationId) ?? []), { kind, annotationId: id }])
  }
  known.set(annotations, found)
  return found
}

export function useReversed(id: string): Reversed[] {
  const { annotations } = useIncident()
  return reversedRelations(annotations).get(id) ?? none
}
