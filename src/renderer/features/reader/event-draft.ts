import { parseDate } from '#domain/dates/index.ts'
import { isBuiltInType, type AnnotationType, type BuiltInType, type Credibility, type Lane } from '#domain/incident/index.ts'
import { sentencesIn, type Span } from '#domain/text/index.ts'
import { partAt, type TextPart } from './marks.ts'

/** An event about to be made from marked words. `annotationId` is null while the mark itself is not made yet. */
export type EventDraft = {
  sourceId: string
  annotationId: string | null
  span: Span
  type: AnnotationType
  quote: string
  title: string
  lane: Lane
  edtf: string | null
  /** The words of the source that gave the date, verbatim. */
  wording: string | null
  credibility: Credibility | null
}

const laneOfType: Record<BuiltInType, Lane> = {
  actor: 'activity', victim: 'activity', activity: 'activity', date: 'activity', place: 'activity',
  attribution: 'attribution', response: 'diplomatic', legal: 'legal', indicator: 'detection', assessment: 'media',
}

const month = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|led(?:en|na|nu)|únor(?:a|u)?|břez(?:en|na|nu)|dub(?:en|na|nu)|květ(?:en|na|nu)|červen(?:ec|ce|ci)?|června|červnu|července|červenci|srp(?:en|na|nu)|září|říj(?:en|na|nu)|listopadu?|prosin(?:ec|ce|ci)`
const core = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?\d{4}|\d{1,2}\.?[\s\u00a0]+(?:${month})[\s\u00a0]+\d{4}|(?:${month})[\s\u00a0]+\d{1,2},?[\s\u00a0]+\d{4}|(?:${month})[\s\u00a0]+(?:of[\s\u00a0]+|roku[\s\u00a0]+)?\d{4}|(?<![\d.,/-])(?:19|20)\d{2}(?![\d/-]|[.,]\d))`
const before = String.raw`(?:between|from|since|around|about|circa|c\.|no later than|until|by|mezi|od roku|od|kolem|okolo|asi|nejpozději do|nejpozději|do roku|do)[\s\u00a0]+`
const link = String.raw`[\s\u00a0]*(?:–|—|to|and|až|a|do)[\s\u00a0]*`
const pattern = new RegExp(String.raw`(?<![\p{L}\d])(?:${before})?${core}(?:${link}${core})?`, 'giu')

export type FoundDate = Span & { edtf: string; wording: string }

/** The longest reading first: with its leading word and second date, then without the one, then without the other. */
function readings(words: string): string[] {
  const bare = words.replace(new RegExp(`^${before}`, 'iu'), '')
  const first = new RegExp(core, 'iu').exec(words)?.[0] ?? words
  return [words, bare, first]
}

/** Dates written out in a stretch of text, with the words they stand in. Parts of dates without a year are left alone. */
export function datesIn(text: string, { start, end }: Span): FoundDate[] {
  return [...text.slice(start, end).matchAll(pattern)].flatMap((match) => {
    for (const wording of readings(match[0])) {
      const edtf = parseDate(wording.replace(/\s+/g, ' '))
      const at = start + match.index + match[0].indexOf(wording)
      if (edtf !== null) return [{ edtf, wording, start: at, end: at + wording.length }]
    }
    return []
  })
}

const distance = (a: Span, b: Span) => Math.max(0, a.start - b.end, b.start - a.end)

function sentenceOf(text: string, parts: readonly TextPart[], span: Span): Span {
  const part = partAt(parts, span.start)
  const sentence = part && sentencesIn(text, part).findLast(({ start }) => start <= span.start)
  return sentence ? { start: Math.min(sentence.start, span.start), end: Math.max(sentence.end, span.end) } : span
}

/** The date meant by marked words: themselves, else one inside them, else the nearest of their sentence. */
export function dateNear(text: string, parts: readonly TextPart[], span: Span): FoundDate | null {
  const words = text.slice(span.start, span.end)
  const whole = parseDate(words.replace(/\s+/g, ' '))
  if (whole !== null) return { ...span, edtf: whole, wording: words }
  const inside = datesIn(text, span)[0]
  return inside ?? datesIn(text, sentenceOf(text, parts, span)).sort((a, b) => distance(a, span) - distance(b, span))[0] ?? null
}

const titleLimit = 300
const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()

/** Cut at a word; a title that ends in "…" says that it was cut. */
function titleFrom(words: string): string {
  const line = oneLine(words)
  return line.length <= titleLimit ? line : `${line.slice(0, titleLimit - 1).replace(/\s+\S*$/, '')}…`
}

/** The form for an event, filled in from the marked words; a bare date borrows its sentence as title. */
export function draftEvent(mark: { sourceId: string; annotationId: string | null; span: Span; type: AnnotationType }, text: string, parts: readonly TextPart[]): EventDraft {
  const quote = text.slice(mark.span.start, mark.span.end)
  const date = dateNear(text, parts, mark.span)
  const bareDate = date !== null && oneLine(date.wording) === oneLine(quote)
  const sentence = sentenceOf(text, parts, mark.span)
  return {
    ...mark,
    quote,
    title: titleFrom(bareDate ? text.slice(sentence.start, sentence.end) : quote),
    lane: isBuiltInType(mark.type) ? laneOfType[mark.type] : 'activity',
    edtf: date?.edtf ?? null,
    wording: date?.wording ?? null,
    credibility: null,
  }
}
