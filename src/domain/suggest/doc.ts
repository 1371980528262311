import { phrasesAt } from './phrases.ts'
import { nationalityWords, nationalities, places, type Place } from './gazetteer/places-data.ts'
import { tokenise, type Token, type Tokens } from './tokens.ts'
import type { Suggestion, SuggestionType, SuggestLanguage } from './types.ts'

/** A name found in the text: tokens from `first` to `end`, exclusive. Mentions never overlap each other. */
export type Mention = { type: SuggestionType; first: number; end: number; value: string | null; rule: string; country?: string; alias?: string; vocabularyId?: string; role?: string; kind?: NonNullable<Suggestion['kind']> }

/** One document on its way through the recognisers. */
export type Doc = Tokens & {
  language: SuggestLanguage
  /** Milliseconds since 1970 of the day of publication, UTC; null when not known. */
  published: number | null
  /** The mention that covers a token. */
  at: (Mention | undefined)[]
  mentions: Mention[]
  /** Places and nationalities by their first token, whether they become mentions or parts of longer names. */
  places: Map<number, { end: number; place: Place }>
  nationalities: Map<number, { end: number; code: string }>
}

const czechLetters = /[ěščřžůťďňĚŠČŘŽŮ]/gu
/** Czech when its letters say so: about one letter in twelve is one that English lacks. */
export function guessLanguage(text: string): SuggestLanguage {
  const head = text.slice(0, 4000)
  return (head.match(czechLetters)?.length ?? 0) > head.length / 60 ? 'cs' : 'en'
}

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/
function dayOf(published: string | null | undefined): number | null {
  const match = isoDay.exec(published ?? '')
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : null
}

export function openDoc(text: string, language: SuggestLanguage | undefined, published: string | null | undefined): Doc {
  const tokens = tokenise(text)
  // Array.from asks for each element.
  // oxlint-disable-next-line unicorn/no-new-array
  const at = new Array<Mention | undefined>(tokens.list.length).fill(undefined)
  const doc: Doc = { ...tokens, language: language ?? guessLanguage(text), published: dayOf(published), at, mentions: [], places: new Map(), nationalities: new Map() }
  return doc
}

/** Looks up where places and nationalities are named; the recognisers of names stand on it. */
export function lookUpPlaces(doc: Doc): void {
  doc.list.forEach((token, first) => {
    if (!token.word.letters || !(token.word.capital || nationalityWords.has(token.word.lower))) return
    const place = token.word.capital ? phrasesAt(places, doc.list, first).find(({ value }) => doc.language === 'cs' || !value.czech) : undefined
    if (place) doc.places.set(first, { end: place.end, place: place.value })
    const nationality = phrasesAt(nationalities, doc.list, first)[0]
    if (nationality) doc.nationalities.set(first, { end: nationality.end, code: nationality.value })
  })
}

/** Takes the tokens for a name; false when some of them belong to one already. */
export function claim(doc: Doc, mention: Mention): boolean {
  for (let at = mention.first; at < mention.end; at++) if (doc.at[at]) return false
  for (let at = mention.first; at < mention.end; at++) doc.at[at] = mention
  doc.mentions.push(mention)
  return true
}

export const isFree = (doc: Doc, first: number, end: number): boolean => {
  for (let at = first; at < end; at++) if (doc.at[at]) return false
  return true
}
export const word = (doc: Doc, at: number): string => doc.list[at]?.word.lower ?? ''
export const raw = (doc: Doc, at: number): string => doc.list[at]?.word.text ?? ''
export const wordsBetween = (doc: Doc, first: number, end: number): string => (first < end ? doc.text.slice(doc.list[first]!.start, doc.list[end - 1]!.end) : '')
/** The name on one line, as a value. */
export const nameOf = (doc: Doc, { first, end }: { first: number; end: number }): string => {
  let name = ''
  for (let at = first; at < end; at++) name += (at > first && doc.list[at]!.gap !== 'none' ? ' ' : '') + raw(doc, at)
  return name
}
export const token = (doc: Doc, at: number): Token | undefined => doc.list[at]
/** Whether the token begins its sentence, opening marks aside. */
export function beginsSentence(doc: Doc, at: number): boolean {
  let first = at
  while (first > 0 && !doc.list[first - 1]!.word.letters && doc.list[first - 1]!.sentence === doc.list[at]!.sentence) first--
  return doc.sentences[doc.list[at]?.sentence ?? -1] === first
}
export const sentenceStart = (doc: Doc, at: number): number => doc.sentences[doc.list[at]?.sentence ?? 0] ?? 0
export const sentenceEnd = (doc: Doc, at: number): number => doc.sentences[(doc.list[at]?.sentence ?? 0) + 1] ?? doc.list.length
/** An apostrophe of a possessive stands here: "China's", "allies'". */
export const isPossessive = (doc: Doc, at: number): boolean => {
  const text = raw(doc, at)
  return (text === '’' || text === '\'') && doc.list[at]!.gap === 'none' && word(doc, at + 1) === 's' && doc.list[at + 1]!.gap === 'none'
}
