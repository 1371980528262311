import { responseTypeOf } from './annotation-type.ts'
import { findDates } from './dates.ts'
import { openDoc } from './doc.ts'
import type { AttributionDraft, ClaimDraft, DatedDraft, ResponseDraft, StatedDate } from './draft-types.ts'
import type { SuggestOptions, Suggestion } from './types.ts'
import { sentencesIn } from '../text/segments.ts'
import type { Span } from '../text/index.ts'

const titleLimit = 300
const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
/** Cut at a word; a title that ends in "…" says that it was cut. */
export function titleFrom(words: string): string {
  const line = oneLine(words)
  if (line.length <= titleLimit) return line
  const cut = line.slice(0, titleLimit - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > 0 ? cut.slice(0, space) : cut}…`
}

/** The sentence around a span, inside its paragraph; the span itself where there is none. */
export function sentenceAround(text: string, span: Span): Span {
  const before = text.lastIndexOf('\n\n', span.start)
  const blank = text.indexOf('\n\n', span.end)
  const found = sentencesIn(text, { start: before < 0 ? 0 : before + 2, end: blank < 0 ? text.length : blank }).findLast(({ start }) => start <= span.start)
  return found ? { start: Math.min(found.start, span.start), end: Math.max(found.end, span.end) } : span
}

const since = /(?:since|from|od|od roku)\s{1,3}(?:(?:early|late|mid|at least)[\s-]{1,3})?$/iu
const until = /(?:until|till|up to|no later than|do|do roku)\s{1,3}$/iu
const joining = /^\s{0,3}(?:and|to|–|—|-|až|a|do)\s{1,3}(?:(?:early|late|roku)\s{1,3})?$/iu
const onwards = /^\s{1,3}(?:onwards|on|dál|dále)\b/iu
const about = /(?:around|about|approximately|circa|c\.|kolem|okolo|asi|zhruba)\s{1,3}$/iu

/**
 * What an accepted date says about when, with the words around it: "since 2022" is open at its end, two ends of a range are
 * one interval, "around 2020" is approximate (EDTF level 1). Never more exact than the words.
 * @param dates the dates of the same text, to find the other end of a range
 */
export function dateStatementFrom(text: string, date: Suggestion, dates: readonly Suggestion[]): StatedDate {
  const value = date.value ?? ''
  const before = text.slice(Math.max(0, date.start - 30), date.start)
  const other = dates.find((each) => each.type === 'date' && (joining.test(text.slice(date.end, each.start)) && each.start >= date.end || joining.test(text.slice(each.end, date.start)) && each.end <= date.start))
  if (other?.value) {
    const [first, second] = other.start < date.start ? [other, date] : [date, other]
    return { edtf: `${first.value}/${second.value}`, wording: text.slice(first.start, second.end) }
  }
  if (since.test(before) || onwards.test(text.slice(date.end, date.end + 12))) return { edtf: `${value}/..`, wording: `${since.exec(before)?.[0] ?? ''}${date.exact}` }
  if (until.test(before)) return { edtf: `../${value}`, wording: `${until.exec(before)?.[0] ?? ''}${date.exact}` }
  return about.test(before) ? { edtf: `${value}~`, wording: `${about.exec(before)?.[0] ?? ''}${date.exact}` } : { edtf: value, wording: date.exact }
}

const distance = (a: Span, b: Span) => Math.max(0, a.start - b.end, b.start - a.end)

/** The dates of the sentence around marked words, with the offsets of the whole text. */
export function datesAround(text: string, span: Span, options: Pick<SuggestOptions, 'language' | 'published'> = {}): Suggestion[] {
  const sentence = sentenceAround(text, span)
  const doc = openDoc(text.slice(sentence.start, sentence.end), options.language, options.published)
  findDates(doc)
  return doc.mentions.map(({ first, end, value, rule }) => {
    const start = sentence.start + doc.list[first]!.start
    const stop = sentence.start + doc.list[end - 1]!.end
    return { start, end: stop, exact: text.slice(start, stop), type: 'date' as const, value, speaker: null, rule }
  })
}

/** The date meant by marked words: one inside them, else the nearest of their sentence; null when it has none. */
export function dateNear(text: string, span: Span, options: Pick<SuggestOptions, 'language' | 'published'> = {}): StatedDate | null {
  const dates = datesAround(text, span, options)
  const nearest = dates.toSorted((a, b) => distance(a, span) - distance(b, span))[0]
  return nearest ? dateStatementFrom(text, nearest, dates) : null
}

/** An accepted date with the sentence it stands in, as an event: the sentence is the title and the quote to keep as evidence. */
export function eventFromDate(text: string, date: Suggestion, all: readonly Suggestion[]): DatedDraft {
  const sentence = sentenceAround(text, date)
  const inside = all.filter((each) => each.start >= sentence.start && each.end <= sentence.end)
  const lane = inside.some(({ type }) => type === 'attribution') ? 'attribution' : inside.some(({ type, value }) => type === 'response' && value === 'indictment') ? 'legal' : inside.some(({ type }) => type === 'response') ? 'diplomatic' : 'activity'
  return { quote: sentence, title: titleFrom(text.slice(sentence.start, sentence.end)), lane, date: dateStatementFrom(text, date, inside) }
}

/** Who says the words at a span, when they stand in a quotation. */
const speakerAround = (span: Span, all: readonly Suggestion[]): string | null =>
  all.find(({ type, start, end, speaker }) => type === 'statement' && speaker !== null && start <= span.start && end >= span.end)?.speaker ?? null

/** Who speaks for what: an attribution phrase as a prefilled attribution. Words of strength are kept as they stand. */
export function attributionFromPhrase(text: string, phrase: Suggestion, all: readonly Suggestion[]): AttributionDraft {
  const sentence = sentenceAround(text, phrase)
  const names = (phrase.value ?? '').split('; ').filter((name) => name !== '')
  const inside = all.filter((each) => ['actor', 'organisation', 'place'].includes(each.type) && each.start >= phrase.start && each.end <= phrase.end)
  const level = (name: string) => {
    const found = inside.find((each) => each.value === name || each.exact === name)
    return found?.type === 'actor' ? 'group' as const : found?.type === 'organisation' ? 'agency' as const : found?.type === 'place' || inside.some(({ type }) => type === 'place') ? 'state' as const : 'unnamed' as const
  }
  const dates = all.filter((each) => each.type === 'date' && each.start >= sentence.start && each.end <= sentence.end)
  return {
    quote: { start: phrase.start, end: phrase.end },
    sentence,
    by: phrase.by ?? speakerAround(phrase, all),
    to: names.map((name) => ({ name, level: level(name) })),
    stance: 'attributes',
    strength: phrase.strength ?? null,
    date: dates.length === 1 ? dateStatementFrom(text, dates[0]!, dates) : null,
  }
}

/**
 * Who did what about it: the body or person named last in front of the words in their sentence, inside a quotation else its
 * speaker, else a country of the sentence ("ambassador summoned to Exampleland"). Null rather than a guess beyond that.
 */
function responderOf(phrase: Suggestion, sentence: Span, all: readonly Suggestion[]): string | null {
  const quotation = all.find(({ type, start, end }) => type === 'statement' && start <= phrase.start && end >= phrase.end)
  const from = Math.max(sentence.start, quotation?.start ?? 0)
  const named = all.filter(({ start, end }) => start >= from && end <= sentence.end)
  const before = named.filter(({ type, start, end }) => (type === 'organisation' || type === 'person') && start < phrase.start && end <= phrase.start).at(-1)
  const inside = named.find(({ type, start, end }) => (type === 'organisation' || type === 'person') && start === phrase.start && end < phrase.end)
  const country = named.find(({ type, start, end }) => type === 'place' && (end <= phrase.start || start >= phrase.end))
  const found = before ?? inside
  return found ? (found.value ?? found.exact) : (quotation?.speaker ?? country?.exact ?? null)
}

/** A measure or reaction as a prefilled response. */
export function responseFromPhrase(text: string, phrase: Suggestion, all: readonly Suggestion[]): ResponseDraft {
  const sentence = sentenceAround(text, phrase)
  const dates = all.filter((each) => each.type === 'date' && each.start >= sentence.start && each.end <= sentence.end)
  return { quote: { start: phrase.start, end: phrase.end }, by: responderOf(phrase, sentence, all), type: responseTypeOf(phrase), date: dates.length === 1 ? dateStatementFrom(text, dates[0]!, dates) : null }
}

/** A quotation as the claim of its speaker, asserted unless its sentence denies. */
export function claimFromStatement(text: string, statement: Suggestion, all: readonly Suggestion[]): ClaimDraft {
  const sentence = sentenceAround(text, statement)
  const denies = all.some((each) => each.type === 'response' && each.value === 'denial' && each.start >= sentence.start && each.end <= sentence.end)
  return { quote: { start: statement.start, end: statement.end }, statement: titleFrom(statement.exact.replace(/,$/u, '')), claimant: statement.speaker ?? '', stance: denies ? 'denied' : 'asserted' }
}
