import { annotationTypes, isBuiltInType, type AnnotationType, type BuiltInType } from '#domain/incident/index.ts'
import { useCodebook } from '../../state/codebook.ts'

/** The figure of each built-in type: 1–9, then 0; own types have the letter of their entry, or none. */
export function keyOfType(type: AnnotationType, types = useCodebook.getState().codebook.types): string | null {
  if (isBuiltInType(type)) return String((annotationTypes.indexOf(type) + 1) % 10)
  return types.find(({ id }) => id === type)?.key?.toUpperCase() ?? null
}
export function typeOfFigure(figure: string): BuiltInType | null {
  return /^\d$/.test(figure) ? (annotationTypes[(Number(figure) + 9) % 10] ?? null) : null
}
/** The own type that a letter marks with. */
export const typeOfLetter = (letter: string): AnnotationType | null => useCodebook.getState().codebook.types.find(({ key }) => key === letter)?.id ?? null
