import { annotationTypes, type AnnotationType } from '#domain/incident/index.ts'

/** The figure of each type: 1–9, then 0. */
export const figureOf = (type: AnnotationType): string => String((annotationTypes.indexOf(type) + 1) % 10)
export function typeOfFigure(figure: string): AnnotationType | null {
  return /^\d$/.test(figure) ? (annotationTypes[(Number(figure) + 9) % 10] ?? null) : null
}
