import { isPossessive, raw, word, type Doc } from './doc.ts'

/**
 * Phrases as lists of steps over tokens, tried from left to right inside one sentence. A step is words with `|` between
 * them (`condemn*` is a beginning), a part in angle brackets that a function reads, or `~5`, a gap of at most five
 * words, names and short quotations before the next step; `_5` is one without a comma. `?` behind a step makes it optional. Gaps are bounded, so time stays linear.
 */
export type Part = (doc: Doc, at: number, limit: number) => number
type Step = { words: Set<string> | null; stems: string[]; part: Part | null; gap: number; comma: boolean; optional: boolean }
export type Pattern<T> = { steps: Step[]; value: T; from: number }

const gapStep = /^([~_])(\d{1,2})$/
function stepOf(text: string, parts: Readonly<Record<string, Part>>): Step {
  const optional = text.endsWith('?')
  const body = optional ? text.slice(0, -1) : text
  const gap = gapStep.exec(body)
  if (gap) return { words: null, stems: [], part: null, gap: Number(gap[2]), comma: gap[1] === '~', optional }
  if (body.startsWith('<')) {
    const part = parts[body.slice(1, -1)]
    if (!part) throw new Error(`no part ${body}`)
    return { words: null, stems: [], part, gap: 0, comma: false, optional }
  }
  const words = body.split('|')
  return { words: new Set(words.filter((each) => !each.endsWith('*'))), stems: words.filter((each) => each.endsWith('*')).map((each) => each.slice(0, -1)), part: null, gap: 0, comma: false, optional }
}

/** The part worked out once for each place of a document; many patterns ask for the same one. A part must look no further than its sentence. */
export function remembered(part: Part): Part {
  let known: Doc | null = null
  let ends = new Int32Array(0)
  return (doc, at, limit) => {
    if (doc !== known) {
      known = doc
      ends = new Int32Array(doc.list.length + 1)
    }
    const kept = ends[at]!
    if (kept !== 0) return kept - 2
    const end = part(doc, at, limit)
    ends[at] = end + 2
    return end
  }
}

/** @param from the step whose beginning is the beginning of the phrase: what stands before it is context. */
export function pattern<T>(source: string, value: T, parts: Readonly<Record<string, Part>>): Pattern<T> {
  const texts = source.split(' ')
  const from = texts.indexOf('^')
  return { steps: texts.filter((text) => text !== '^').map((text) => stepOf(text, parts)), value, from: Math.max(0, from) }
}

const accepts = ({ words, stems }: Step, lower: string) => words!.has(lower) || stems.some((stem) => lower.startsWith(stem))

export const quotes = new Set(['“', '”', '„', '"'])
/** A mark in front of words, not behind them. */
const opensWords = (doc: Doc, at: number) => doc.list[at + 1]?.gap === 'none' && (doc.list[at]!.gap !== 'none' || raw(doc, at) === '„')
/** Behind the words in marks that begin here, when they are few; -1 else. */
export function quotationEnd(doc: Doc, open: number, limit: number): number {
  for (let at = open + 1; at < limit && at < open + 16; at++) if (quotes.has(raw(doc, at))) return at + 1
  return -1
}
/** A phrase takes both marks of a quotation or none; -1 when one of them is too far away. */
export function withBothMarks(doc: Doc, first: number, end: number): { first: number; end: number } | null {
  let count = 0
  for (let at = first; at < end; at++) if (quotes.has(raw(doc, at))) count++
  if (count % 2 === 0) return { first, end }
  if (quotes.has(raw(doc, end))) return { first, end: end + 1 }
  return quotes.has(raw(doc, end - 1)) ? { first, end: end - 1 } : null
}

/** The end of the match of the steps from one on, or -1. */
function matchFrom(doc: Doc, steps: readonly Step[], index: number, at: number, limit: number, marks: number[]): number {
  if (index === steps.length) return at
  const step = steps[index]!
  marks[index] = at
  if (step.gap > 0) {
    let here = at
    for (let skip = 0; skip <= step.gap && here < limit; skip++) {
      const end = matchFrom(doc, steps, index + 1, here, limit, marks)
      if (end >= 0) return end
      if (doc.list[here]!.word.letters && !doc.at[here]) { here++; continue }
      const mark = raw(doc, here)
      if (mark === '.' || mark === ';' || mark === ':' || mark === ',' && !step.comma) return -1
      if (quotes.has(mark)) {
        const inside = matchFrom(doc, steps, index + 1, here + 1, limit, marks)
        if (inside >= 0) return inside
      }
      const past = quotes.has(mark) ? quotationEnd(doc, here, limit) : doc.at[here]?.end ?? here + 1
      if (past < 0) return -1
      // The word looked for may be part of a name: "ruský konzulát".
      for (let inner = here + 1; inner < past && !quotes.has(mark); inner++) {
        const whole = matchFrom(doc, steps, index + 1, inner, limit, marks)
        if (whole >= 0) return whole
      }
      here = past
    }
    return -1
  }
  // "are “likely” behind": a mark between two words does not part them.
  if (index > 0 && at + 1 < limit && !doc.list[at]!.word.letters && quotes.has(raw(doc, at)) && (step.words || !opensWords(doc, at))) {
    const end = matchFrom(doc, steps, index, at + 1, limit, marks)
    if (end >= 0) return end
  }
  const own = at >= limit ? -1 : step.part ? step.part(doc, at, limit) : accepts(step, word(doc, at)) ? at + 1 : -1
  if (own >= 0) {
    const end = matchFrom(doc, steps, index + 1, own, limit, marks)
    if (end >= 0) return end
  }
  return step.optional ? matchFrom(doc, steps, index + 1, at, limit, marks) : -1
}

export type PatternHit<T> = { first: number; end: number; value: T; source: Pattern<T> }

/** What the steps from one on can begin with: words up to the first step that has to be there, and the part, if it comes to one; null for both: anything. */
function beginnings(steps: readonly Step[], from: number): { words: Step[]; part: Part | null; any: boolean } {
  const words: Step[] = []
  for (const step of steps.slice(from)) {
    if (step.part) return { words, part: step.part, any: from > 0 }
    if (step.gap > 0) return { words, part: null, any: true }
    words.push(step)
    if (!step.optional) return { words, part: null, any: false }
  }
  return { words, part: null, any: true }
}
type Indexed<T> = { each: Pattern<T>; words: Step[]; any: boolean }
/** Patterns by the word they may go on with, so that most words cost one look. */
function byWord<T>(indexed: readonly Indexed<T>[]): (lower: string) => Pattern<T>[] {
  const candidates = new Map<string, Pattern<T>[]>()
  return (lower) => {
    const known = candidates.get(lower)
    if (known) return known
    const found = indexed.filter(({ words, any }) => any || words.some((step) => accepts(step, lower))).map(({ each }) => each)
    if (candidates.size > 100_000) candidates.clear()
    candidates.set(lower, found)
    return found
  }
}

/** Patterns ordered by the words and parts they may begin with, and behind a part by the words that may follow it. */
export function patternFinder<T>(patterns: readonly Pattern<T>[]) {
  const parts = new Map<Part, Indexed<T>[]>()
  for (const each of patterns) {
    const { part, words } = beginnings(each.steps, 0)
    if (!part) continue
    const first = words.length === 0
    parts.set(part, [...(parts.get(part) ?? []), first ? { each, ...beginnings(each.steps, 1) } : { each, words: [], any: true }])
  }
  const behindPart = [...parts].map(([part, indexed]) => ({ part, candidates: byWord(indexed) }))
  const candidates = byWord(patterns.map((each) => ({ each, words: beginnings(each.steps, 0).words, any: false })))
  // Filled anew by each match from its first step on.
  const marks: number[] = []
  return (doc: Doc, at: number, limit: number, startsPart: boolean): PatternHit<T>[] => {
    const hits: PatternHit<T>[] = []
    const test = (each: Pattern<T>) => {
      const end = matchFrom(doc, each.steps, 0, at, limit, marks)
      if (end > at) hits.push({ first: marks[each.from] ?? at, end, value: each.value, source: each })
    }
    for (const each of candidates(word(doc, at))) test(each)
    if (startsPart) for (const { part, candidates: next } of behindPart) {
      const end = part(doc, at, limit)
      if (end >= 0) for (const each of next(word(doc, end))) test(each)
    }
    return hits
  }
}

const stops = new Set(['.', ',', ';', ':', '(', ')', '“', '”', '„', '"', '—', '–', 'and', 'or', 'but', 'that', 'which', 'who', 'after', 'before', 'when', 'while', 'as', 'for', 'in', 'on', 'at', 'by', 'with', 'from', 'over', 'during', 'to', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'will', 'said', 'says', 'into', 'since', 'because', 'if', 'through', 'against', 'between', 'about', 'under', 'until', 'within', 'without', 'regarding', 'following', 'including', 'involving', 'affecting', 'targeting', 'concerning', 'directed', 'aimed', 'targeted', 'conducted', 'carried', 'linked', 'attributed', 'tied', 'which', 'today', 'yesterday', 'immediately', 'must', 'should', 'would', 'could', 'can', 'may', 'might', 'not', 'where', 'whose', 'amid', 'a', 'že', 'který', 'která', 'které', 'kteří', 'v', 've', 'na', 'od', 'z', 'ze', 's', 'se', 'k', 'kvůli', 'po', 'podle', 'ale', 'aby', 'byl', 'byla', 'bylo', 'byly', 'jsou', 'je', 'jako', 'nad', 'pod', 'během', 'bez', 'pro', 'proti', 'při', 'mezi', 'před', 'i', 'to', 'už', 'již', 'ani', 'také', 'rovněž', 'když'])
const determiners = new Set(['the', 'a', 'an', 'this', 'these', 'those', 'its', 'their', 'his', 'her', 'our', 'all', 'any', 'both', 'such'])
/** "reckless and irresponsible cyberattack": two words that describe one thing. */
const describes = /(?:less|ible|able|ive|ous|ful|ic|al|ant|ent|ted)$/u
/** A noun phrase as far as punctuation, a preposition other than "of", or a verb that is plain; names are taken whole. */
export const object: Part = (doc, first, limit) => {
  let at = first
  let words = 0
  while (at < limit && words < 8) {
    const mention = doc.at[at]
    const lower = word(doc, at)
    if (mention && mention.first === at && mention.type !== 'date') { at = mention.end; words++; continue }
    if (mention?.type === 'date' && (words > 0 || mention.end >= limit)) break
    if (mention?.type === 'date') { at = mention.end; continue }
    if (quotes.has(lower) && !opensWords(doc, at)) break
    if (quotes.has(lower)) {
      const past = quotationEnd(doc, at, limit)
      if (words === 0) return past
      // "an “unprecedented” cyberattack": a word or two in marks, with the noun behind.
      if (past < 0 || past - at > 5 || past >= limit || !doc.list[past]!.word.letters || stops.has(word(doc, past))) break
      at = past
      words++
      continue
    }
    if (isPossessive(doc, at)) { at += 2; continue }
    if (determiners.has(lower) && words === 0 && !(lower === 'a' && doc.language === 'cs')) { at++; continue }
    if (lower === 'that' && at === first && doc.language === 'en') { at++; continue }
    if (lower === 'of' && words > 0 || lower === 'and' && words > 0 && describes.test(word(doc, at - 1)) && describes.test(word(doc, at + 1))) { at++; continue }
    if (lower === '-' && doc.list[at]!.gap === 'none' && doc.list[at + 1]?.gap === 'none' && words > 0) { at += 2; continue }
    if (lower === '-' || lower === '’' || lower === '\'') { at++; continue }
    if (stops.has(lower)) break
    at++
    words++
  }
  while (at > first && ['of', '-', '’', '\''].includes(word(doc, at - 1))) at--
  return words > 0 && at > first ? at : -1
}
export const isDeterminer = (lower: string) => determiners.has(lower)
export const isStop = (lower: string) => stops.has(lower)
