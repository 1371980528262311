/** Matching for the palette and filters: without diacritics and case, word by word, with the places to mark. */

type Folded = { text: string; /** For each folded character the index of the one it came from. */ from: number[] }

/** Folds character by character, so that a match can be marked in the original. */
export function foldWithMap(text: string): Folded {
  const from: number[] = []
  let folded = ''
  let index = 0
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    folded += plain
    for (let count = 0; count < plain.length; count++) from.push(index)
    index += character.length
  }
  return { text: folded, from }
}

const ascii = /^[\0-\x7f]*$/

/** The same folding without the way back to the original; quick, so that thousands of texts can be asked. */
export const fold = (text: string): string => (ascii.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())

/** The words of a query, folded. */
export const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean)

/** Whether a folded text holds every word. */
export const holdsAll = (words: readonly string[], folded: string): boolean => words.every((word) => folded.includes(word))

export type Range = [start: number, end: number]
export type Match = { score: number; ranges: Range[] }

const boundary = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')

/**
 * Matches every word of a query in a text; null when one is missing. Ranges are UTF-16 offsets of the original text.
 * The score prefers words that begin with the query and texts that begin with it.
 */
export function match(query: string, text: string): Match | null {
  const wanted = wordsOf(query)
  if (!holdsAll(wanted, fold(text))) return null
  const hay = foldWithMap(text)
  let score = 0
  const ranges: Range[] = []
  for (const word of wanted) {
    const at = best(hay.text, word)
    if (at < 0) return null
    score += (boundary(hay.text, at) ? 4 : 1) + (at === 0 ? 2 : 0)
    const start = hay.from[at] ?? 0
    const end = hay.from[at + word.length] ?? text.length
    ranges.push([start, end])
  }
  return { score, ranges: ranges.toSorted((a, b) => a[0] - b[0]) }
}

/** The first place at the beginning of a word, else the first at all. */
function best(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (boundary(text, at)) return at
  return text.indexOf(word)
}

/** Cuts a text into marked and unmarked pieces. */
export function pieces(text: string, ranges: readonly Range[]): { text: string; marked: boolean }[] {
  const list: { text: string; marked: boolean }[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start < at) continue
    if (start > at) list.push({ text: text.slice(at, start), marked: false })
    list.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) list.push({ text: text.slice(at), marked: false })
  return list
}
