import search from 'approx-string-match'
import type { Anchor } from '../incident/index.ts'
import { splitsPair } from './anchor.ts'

/** A mark over a frozen text, as carrying it to another text needs it. */
export type Mark = { id: string; anchor: Pick<Anchor, 'start' | 'end' | 'exact' | 'prefix' | 'suffix'> }

/**
 * Where a mark stands in a new version of its text. Offsets are UTF-16 code units of the new text, end exclusive.
 * same-place: nothing before it changed. same-words: the very words with their whole context, once in either version.
 * Both are certain. near: to be seen and confirmed by a person. gone: nothing comes close.
 */
export type Carried =
  | { id: string; how: 'same-place' | 'same-words'; start: number; end: number }
  | { id: string; how: 'near'; start: number; end: number; /** 0 to 1 */ score: number }
  | { id: string; how: 'gone' }

/** Longer quotes are looked for by their beginning and their end. */
const longestSearched = 240
/** Of the characters of a quote, so many may differ for a near match. */
const mostErrors = 0.5
/** Occurrences of the same words that are compared by their context. */
const mostOccurrences = 50
/** What the words, the context on each side and the place are worth in a score. */
const weights = { quote: 0.5, prefix: 0.2, suffix: 0.2, place: 0.1 }
const leastScore = 0.55

/**
 * Proposes a place in a new version for every mark of the old one: each mark exactly once, in the order given. Nothing
 * is moved here; the certain ones are as sure as text can be, the others are for a person.
 */
export function carryOver(oldText: string, newText: string, marks: readonly Mark[]): Carried[] {
  const same = { before: commonPrefix(oldText, newText), after: commonSuffix(oldText, newText) }
  const shift = newText.length - oldText.length
  return marks.map(({ id, anchor }) => {
    const { start, end } = anchor
    if (end + anchor.suffix.length <= same.before) return { id, how: 'same-place', start, end }
    if (start - anchor.prefix.length >= oldText.length - same.after) return { id, how: shift === 0 ? 'same-place' : 'same-words', start: start + shift, end: end + shift }
    const certain = sameWords(oldText, newText, anchor)
    if (certain !== null) return { id, how: 'same-words', start: certain, end: certain + anchor.exact.length }
    const near = nearest(newText, anchor, start >= oldText.length - same.after ? start + shift : start)
    return near ? { id, how: 'near', ...near } : { id, how: 'gone' }
  })
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length
}

function commonSuffix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1
  return length
}

/** The one place of some words in a text; null when there is none, or more than one. */
function onlyPlace(text: string, words: string): number | null {
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : null
}

/** Context that is worth something: a couple of letters stand beside anything. */
const leastContext = 8

const isWord = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at))
/** Whether an offset lies inside a word. */
const insideWord = (text: string, at: number) => at > 0 && at < text.length && isWord(text, at - 1) && isWord(text, at)

/**
 * Words with the whole context they had, once in either version, are the same words. With less they may be others that
 * read the same, which came to stand there or stayed when the marked ones went: those are for a person.
 */
function sameWords(oldText: string, newText: string, { exact, prefix, suffix, start, end }: Mark['anchor']): number | null {
  const words = prefix + exact + suffix
  if (prefix.length + suffix.length < leastContext || onlyPlace(oldText, words) !== start - prefix.length) return null
  const at = onlyPlace(newText, words)
  if (at === null) return null
  const place = at + prefix.length
  // At an end of the old text there was no context: "state" must not be found in "state14".
  const cut = insideWord(newText, place) !== insideWord(oldText, start) || insideWord(newText, place + exact.length) !== insideWord(oldText, end)
  return cut ? null : place
}

type Near = { start: number; end: number; score: number }

function nearest(text: string, anchor: Mark['anchor'], expected: number): Near | null {
  const found = candidates(text, anchor.exact, expected)
  let best: Near | null = null
  for (const { start, end, errors } of found) {
    const quote = 1 - errors / Math.max(1, anchor.exact.length)
    const place = 1 - Math.abs(start - expected) / Math.max(1, text.length)
    const prefix = likeness(anchor.prefix, text.slice(Math.max(0, start - anchor.prefix.length * 2), start))
    const suffix = likeness(anchor.suffix, text.slice(end, end + anchor.suffix.length * 2))
    const score = weights.quote * quote + weights.prefix * prefix + weights.suffix * suffix + weights.place * place
    if (score >= leastScore && (!best || score > best.score)) best = { ...wholeWords(text, start, end), score: Math.round(score * 1000) / 1000 }
  }
  return best
}

/** A near match may begin or end within a word or a character; what is shown does not. */
function wholeWords(text: string, start: number, end: number): { start: number; end: number } {
  const inside = (at: number) => insideWord(text, at) || splitsPair(text, at)
  let [from, to] = [start, end]
  while (inside(from)) from -= 1
  while (inside(to)) to += 1
  return { start: from, end: to }
}

type Match = { start: number; end: number; errors: number }

function candidates(text: string, exact: string, expected: number): Match[] {
  const same: Match[] = []
  for (let at = text.indexOf(exact); at >= 0 && same.length < mostOccurrences; at = text.indexOf(exact, at + 1)) same.push({ start: at, end: at + exact.length, errors: 0 })
  if (same.length > 0) return same
  if (exact.length <= longestSearched) return alike(text, exact)
  return joined(text, exact, expected)
}

const alike = (text: string, words: string): Match[] => search(text, words, Math.floor(words.length * mostErrors)).filter(({ start, end }) => end > start)

/** A long quote reaches from where its beginning is alike to where its end is; what lies between counts by its length. */
function joined(text: string, exact: string, expected: number): Match[] {
  const closest = (matches: Match[], place: number) => matches.toSorted((a, b) => a.errors - b.errors || Math.abs(a.start - place) - Math.abs(b.start - place))[0]
  const first = closest(alike(text, exact.slice(0, longestSearched)), expected)
  const last = closest(alike(text, exact.slice(-longestSearched)), expected + exact.length - longestSearched)
  if (!first && !last) return []
  const start = first?.start ?? Math.max(0, (last?.end ?? 0) - exact.length)
  const end = last?.end ?? Math.min(text.length, start + exact.length)
  if (end <= start) return []
  const missing = (first?.errors ?? longestSearched) + (last?.errors ?? longestSearched)
  return [{ start, end, errors: Math.min(exact.length, missing + Math.abs(end - start - exact.length)) }]
}

/** How much of some context is found in a stretch of text, 0 to 1; no context is as good as any. */
function likeness(context: string, stretch: string): number {
  if (context === '') return 1
  const [best] = search(stretch, context, context.length).toSorted((a, b) => a.errors - b.errors)
  return best ? 1 - best.errors / context.length : 0
}
