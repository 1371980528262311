import { paragraphs } from './paragraphs.ts'

/** UTF-16 offsets, end exclusive. */
export type Span = { start: number; end: number }

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const sentenceRules = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** Ends after which Unicode's rules see a sentence end and people do not: titles, initials, Czech dates. */
const abbreviation = /(?:^|[\s(„“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|No|Art|vs|cf|tzv|např|resp|mj|č|odst|písm|Ing|Mgr|JUDr|PhDr|RNDr|doc|prof|gen|plk|pplk|sv|\p{Lu})\.\s*$/u
const dayOrMonth = /\d{1,2}\.\s*$/

function paragraphAt(text: string, offset: number): Span | null {
  return paragraphs(text).find(({ start, end }) => offset >= start && offset <= end) ?? null
}

/** The word at an offset, or just before it at a word's end; null between words. */
export function wordAt(text: string, offset: number): Span | null {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const newline = text.indexOf('\n', offset)
  const line = text.slice(from, newline < 0 ? text.length : newline)
  const segments = words.segment(line)
  for (const place of [offset - from, offset - from - 1]) {
    const found = place >= 0 && place < line.length ? segments.containing(place) : undefined
    if (found?.isWordLike) return { start: from + found.index, end: from + found.index + found.segment.length }
  }
  return null
}

/** The sentences of one span of the text, without the white space between them. */
export function sentencesIn(text: string, { start, end }: Span): Span[] {
  // A wrapped line end is a space to the reader; Unicode's rules would end the sentence there.
  const flat = text.slice(start, end).replaceAll('\n', ' ')
  const spans: Span[] = []
  let openEnd = false
  for (const { segment, index } of sentenceRules.segment(flat)) {
    const last = spans.at(-1)
    if (last && openEnd) last.end = index + segment.length
    else spans.push({ start: index, end: index + segment.length })
    openEnd = abbreviation.test(segment) || (dayOrMonth.test(segment) && /^\d/.test(flat.slice(index + segment.length)))
  }
  return spans.map((span) => ({ start: start + span.start, end: start + flat.slice(0, span.end).trimEnd().length }))
}

/** The sentence at an offset; null in the white space between paragraphs. */
export function sentenceAt(text: string, offset: number): Span | null {
  const paragraph = paragraphAt(text, offset)
  if (!paragraph) return null
  return sentencesIn(text, paragraph).findLast(({ start }) => start <= offset) ?? null
}
