import type { OwnType } from './own-type.ts'
import { annotationTypes, isBuiltInType, type AnnotationType } from './vocabulary.ts'

/** Finds the entry of an own type: the library's first, because it is the newer one, then the incident's. */
export function ownTypeOf(id: AnnotationType, ...codebooks: readonly (readonly OwnType[] | undefined)[]): OwnType | null {
  if (isBuiltInType(id)) return null
  for (const types of codebooks) {
    const found = types?.find((type) => type.id === id)
    if (found) return found
  }
  return null
}

/** Every type that can be chosen: the ten, then the own ones of the codebooks in their order, each once. */
export function choosableTypes(...codebooks: readonly (readonly OwnType[] | undefined)[]): AnnotationType[] {
  return [...new Set<AnnotationType>([...annotationTypes, ...codebooks.flatMap((types) => types?.map(({ id }) => id) ?? [])])]
}

/** The own types of an incident with one more, or with its newer entry. */
export function withOwnType(types: readonly OwnType[] | undefined, type: OwnType): OwnType[] {
  const old = types ?? []
  const at = old.findIndex(({ id }) => id === type.id)
  return at < 0 ? [...old, type] : old.with(at, type)
}
