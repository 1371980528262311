/**
 * A frozen text as tokens: runs of letters and digits, and single marks between them. Offsets are UTF-16 code units,
 * end exclusive. Everything a recogniser asks of a word is worked out once per distinct word, not once per place.
 */
export type Word = {
  text: string
  lower: string
  /** Its first letter is a capital. */
  capital: boolean
  /** More than one letter, all of them capitals. */
  capitals: boolean
  /** Letters and digits, not a mark. */
  letters: boolean
  /** The number it is when it has digits alone, else -1. */
  number: number
  /** Whether a date can begin with it; worked out by the dates, once. */
  beginsDate: boolean | null
}
/** What stands before a token. */
export type Gap = 'none' | 'space' | 'line' | 'blank'
export type Token = { start: number; end: number; word: Word; gap: Gap; sentence: number }
export type Tokens = {
  text: string
  list: Token[]
  /** Index of the first token of each sentence, and one past the last. */
  sentences: number[]
}

const wordClass = new Uint8Array(65_536)
const isWordCharacter = /^[\p{L}\p{N}\p{M}_]$/u
const isSpaceCharacter = /^\s$/u
const unknown = 0
const inWord = 1
const isMark = 2
const isSpace = 3
function classOf(code: number): number {
  const known = wordClass[code] ?? unknown
  if (known !== unknown) return known
  const character = String.fromCharCode(code)
  const found = isWordCharacter.test(character) ? inWord : isSpaceCharacter.test(character) || code === 0x200b || code === 0xfeff ? isSpace : isMark
  wordClass[code] = found
  return found
}

const known = new Map<string, Word>()
const knownLimit = 200_000
function wordOf(text: string): Word {
  const found = known.get(text)
  if (found) return found
  const lower = text.toLowerCase()
  const first = text.charAt(0)
  const word: Word = {
    text,
    lower,
    capital: first !== lower.charAt(0),
    capitals: text.length > 1 && text === text.toUpperCase() && text !== lower,
    letters: classOf(text.charCodeAt(0)) === inWord,
    number: numberOf(text),
    beginsDate: null,
  }
  if (known.size > knownLimit) known.clear()
  known.set(text, word)
  return word
}

/** As startsWith, whose call costs more than comparing a word of a few letters. */
function stands(word: string, text: string, start: number): boolean {
  for (let at = word.length - 1; at >= 0; at--) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}
const slots: (Word | undefined)[] = Array.from({ length: 65_536 })
/** The word that stands in the text, from a table by hash, so that a known word is not cut out again. */
function wordIn(text: string, start: number, end: number, hash: number): Word {
  const slot = hash & 0xffff
  const kept = slots[slot]
  if (kept !== undefined && kept.text.length === end - start && stands(kept.text, text, start)) return kept
  const word = wordOf(text.slice(start, end))
  slots[slot] = word
  return word
}

function numberOf(text: string): number {
  if (text.length > 9) return -1
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

const dot = 46
/** The end of an abbreviation such as "U.S." that begins here with a single letter and a stop, else the given end. */
function dottedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at === start + 1 || at > end) {
    if (text.charCodeAt(at) !== dot || classOf(text.charCodeAt(at + 1)) !== inWord || classOf(text.charCodeAt(at + 2)) === inWord) break
    at += 2
  }
  if (at === end) return end
  return text.charCodeAt(at) === dot ? at + 1 : at
}

const abbreviations = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'gen', 'col', 'lt', 'sgt', 'sen', 'rep', 'gov', 'st', 'no', 'vs', 'jr', 'sr', 'inc', 'ltd', 'corp', 'co', 'p', 'pp', 'mgr', 'ing', 'bc', 'judr', 'mudr', 'rndr', 'phdr', 'tzv', 'tj', 'např', 'č', 'str', 'sv', 'mil', 'mld', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'])
const closers = new Set(['”', '“', '"', '’', '»', ')', ']', '\'', '‘'])
const enders = new Set(['.', '!', '?', '…'])

/** Whether the token is an end of a sentence for the one that follows after closing marks. */
function endsSentence(list: readonly Token[], at: number): boolean {
  const token = list[at]
  if (!token || !enders.has(token.word.text)) return false
  if (token.word.text !== '.') return true
  const before = list[at - 1]
  if (!before || token.gap !== 'none') return true
  const { word } = before
  return !(abbreviations.has(word.lower) || (word.text.length === 1 && word.capital))
}

function beginsSentence(list: readonly Token[], at: number, text: string): boolean {
  const token = list[at]
  if (!token || at === 0 || token.gap === 'none') return at === 0
  if (token.gap === 'blank') return true
  const previous = list[at - 1]!.word
  // Most words follow a word: no sentence ends there.
  if (token.gap === 'space' && previous.letters) return false
  let before = at - 1
  while (before > 0 && closers.has(list[before]!.word.text) && list[before]!.gap === 'none') before--
  const last = list[at - 1]!
  const shown = token.word.letters ? token : (list[at + 1] ?? token)
  const ended = endsSentence(list, before)
  if (token.gap === 'line') return ended || last.word.text === ':' || shortLine(text, last.end)
  return ended && !(shown.word.letters && shown.word.number < 0 && !shown.word.capital)
}

/** A line that no program wrapped: one that stops well before the usual width. */
function shortLine(text: string, end: number): boolean {
  const start = text.lastIndexOf('\n', end - 1) + 1
  return end - start < 60 || end - start > 130
}

/** Tokens. Recognisers look through the sentence around a word: a text without full stops must not make that the whole text. */
const longestSentence = 400

/** Cuts a text into tokens and sentences. One pass; time grows with the length of the text. */
export function tokenise(text: string): Tokens {
  // Made long enough at once: growing it would copy it again and again.
  // oxlint-disable-next-line unicorn/no-new-array
  const list: Token[] = new Array<Token>(text.length >> 2)
  let count = 0
  let at = 0
  let breaks = 0
  let spaced = true
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === isSpace) {
      if (text.charCodeAt(at) === 10) breaks++
      spaced = true
      at++
      continue
    }
    let end = at + 1
    let hash = text.charCodeAt(at)
    if (kind === inWord) {
      for (let unit = text.charCodeAt(end); end < text.length && (wordClass[unit]! || classOf(unit)) === inWord; unit = text.charCodeAt(end)) {
        hash = (Math.imul(hash, 31) + unit) | 0
        end++
      }
      if (end === at + 1) end = dottedEnd(text, at, end)
    }
    list[count++] = { start: at, end, word: wordIn(text, at, end, hash), gap: breaks > 1 ? 'blank' : breaks === 1 ? 'line' : spaced ? 'space' : 'none', sentence: 0 }
    breaks = 0
    spaced = false
    at = end
  }
  list.length = count
  const sentences: number[] = []
  for (let index = 0; index < list.length; index++) {
    if (beginsSentence(list, index, text) || index - sentences.at(-1)! >= longestSentence) sentences.push(index)
    list[index]!.sentence = sentences.length - 1
  }
  sentences.push(list.length)
  return { text, list, sentences }
}
