import { paragraphs } from '#domain/text/index.ts'

/** A paragraph with the number that is said of it; headings have none. Offsets are UTF-16. */
export type NumberedParagraph = ReturnType<typeof paragraphs>[number] & { number: number | null }

/** The one numbering of a text: what stands in the gutter of the reader and what evidence says. */
export function numberedParagraphs(text: string): NumberedParagraph[] {
  let number = 0
  return paragraphs(text).map((part) => ({ ...part, number: part.kind === 'heading' ? null : ++number }))
}

/** The number of the paragraph an offset lies in; null in a heading and between paragraphs. */
export const numberAt = (text: string, offset: number): number | null => numberedParagraphs(text).find(({ start, end }) => offset >= start && offset < end)?.number ?? null
