import { isBuiltInType, type AnnotationType, type BuiltInType, type Credibility, type Lane } from '#domain/incident/index.ts'
import { dateNear, eventFromDate, sentenceAround, titleFrom, type Suggestion, type SuggestOptions } from '#domain/suggest/index.ts'
import type { Span } from '#domain/text/index.ts'

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
  /** Further words that are marked along with it, such as the date in the sentence. */
  also?: { span: Span; type: AnnotationType }[]
  /** The suggestion it is made of. */
  from?: string
}

const laneOfType: Record<BuiltInType, Lane> = {
  actor: 'activity', victim: 'activity', activity: 'activity', date: 'activity', place: 'activity',
  attribution: 'attribution', response: 'diplomatic', legal: 'legal', indicator: 'detection', assessment: 'media',
}

const typeOfLane: Record<Lane, BuiltInType> = { activity: 'activity', detection: 'activity', attribution: 'attribution', diplomatic: 'response', legal: 'legal', media: 'assessment' }

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
export type MarkedWords = { sourceId: string; annotationId: string | null; span: Span; type: AnnotationType; from?: string }

/** The form for an event, filled in from the marked words; a bare date borrows its sentence as title. */
export function draftEvent(mark: MarkedWords, text: string, reading: Pick<SuggestOptions, 'language' | 'published'>): EventDraft {
  const quote = text.slice(mark.span.start, mark.span.end)
  const date = dateNear(text, mark.span, reading)
  const bareDate = date !== null && oneLine(date.wording).includes(oneLine(quote))
  const sentence = sentenceAround(text, mark.span)
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

/** The form for an event out of a suggested date: its sentence is title and evidence, and the date is marked along with it. */
export function draftEventOfDate(from: string, sourceId: string, date: Suggestion, text: string, all: readonly Suggestion[]): EventDraft {
  const { quote: span, title, lane, date: { edtf, wording } } = eventFromDate(text, date, all)
  return { sourceId, annotationId: null, span, type: typeOfLane[lane], quote: text.slice(span.start, span.end), title, lane, edtf, wording, credibility: null, also: [{ span: { start: date.start, end: date.end }, type: 'date' }], from }
}
