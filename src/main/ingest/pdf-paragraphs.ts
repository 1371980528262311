import type { PdfLine } from './pdf-lines.ts'

/** `pages`: which pages begin within the words, and at which offset of them (UTF-16). */
export type PdfParagraph = { words: string; heading: boolean; pages: { page: number; at: number }[] }

/** A line that stands on most pages at the same height, numbers aside, is a running head or foot. */
function runningLines(pages: readonly PdfLine[][]): Set<string> {
  const seen = new Map<string, number>()
  for (const page of pages) for (const key of new Set(page.map(runningKey))) seen.set(key, (seen.get(key) ?? 0) + 1)
  return new Set([...seen].filter(([, count]) => pages.length >= 3 && count > pages.length * 0.6).map(([key]) => key))
}
const runningKey = ({ text, y }: PdfLine) => `${Math.round(y / 4)} ${text.replace(/\d+/g, '#')}`

const listMark = /^(?:[-*•–▪◦]|\d{1,3}[.)]|[a-z][.)])\s/u
const endsSentence = /[.!?…:;”"’)\]]$/u

/** The most frequent height of letters, by how much stands in it: that of the running text. */
function bodyHeight(lines: readonly PdfLine[]): number {
  const byHeight = new Map<number, number>()
  for (const { height, text } of lines) byHeight.set(Math.round(height * 2) / 2, (byHeight.get(Math.round(height * 2) / 2) ?? 0) + text.length)
  return [...byHeight].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

type Placed = PdfLine & { page: number; last: PdfLine | null }

/** Whether a line goes on with the paragraph of the line before it. */
function continues(line: Placed, before: Placed, body: number): boolean {
  if (listMark.test(line.text) || Math.abs(line.height - before.height) > Math.max(1, before.height * 0.15)) return false
  if (line.page !== before.page) return !endsSentence.test(before.text) && line.height <= body * 1.15 && /^[\p{Ll}\d(“„"']/u.test(line.text)
  const drop = before.y - line.y
  // A line above the one before it begins another column: the sentence may go on there.
  if (drop <= 0) return !endsSentence.test(before.text) && /^[\p{Ll}]/u.test(line.text)
  return drop <= before.height * 1.75
}

const wordAtEnd = /[\p{L}\p{M}]+(?=-$)/u
const wordAtStart = /^[\p{L}\p{M}]+/u
/** The words of a document, compounds as they are written, those cut by a line's end left out. */
const wordsOf = (lines: readonly PdfLine[]): Set<string> => new Set(lines.flatMap(({ text }) => (text.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?!-$)/gu) ?? []).flatMap((word) => [word.toLowerCase(), ...word.toLowerCase().split('-')])))

/** Whether a hyphen at a line's end belongs to the word ("China-|linked"), by what the document has elsewhere; else it only cut it. */
function isCompound(left: string, right: string, known: ReadonlySet<string>): boolean {
  const [one, two] = [left.toLowerCase(), right.toLowerCase()]
  if (known.has(`${one}-${two}`)) return true
  return !known.has(one + two) && one.length > 2 && known.has(one) && known.has(two)
}

/** A word cut at the end of a line is one word again, a compound keeps its hyphen; other lines are apart by a blank. */
function appended(words: string, next: string, known: ReadonlySet<string>): string {
  // Only the end is looked at: a paragraph grows line by line.
  const left = /\p{Ll}-$/u.test(words.slice(-2)) ? wordAtEnd.exec(words.slice(-60))?.[0] : undefined
  const right = /^\p{Ll}/u.test(next) ? wordAtStart.exec(next)?.[0] : undefined
  if (left === undefined || right === undefined) return `${words} ${next}`
  return (isCompound(left, right, known) ? words : words.slice(0, -1)) + next
}

/** Lines as paragraphs, running heads and feet left out; a paragraph goes over a page break when its sentence does. */
export function paragraphsOf(pages: readonly PdfLine[][]): PdfParagraph[] {
  const running = runningLines(pages)
  const body = bodyHeight(pages.flat())
  const known = wordsOf(pages.flat())
  const paragraphs: PdfParagraph[] = []
  let before: Placed | null = null
  let waiting: number[] = []
  for (const [index, lines] of pages.entries()) {
    waiting.push(index + 1)
    for (const line of lines) {
      if (running.has(runningKey(line))) continue
      const placed: Placed = { ...line, page: index + 1, last: before }
      const current = paragraphs.at(-1)
      if (current && before && continues(placed, before, body)) {
        current.words = appended(current.words, line.text, known)
        for (const page of waiting) current.pages.push({ page, at: current.words.length - line.text.length })
      } else paragraphs.push({ words: line.text, heading: line.height > body * 1.15 && line.text.length <= 200, pages: waiting.map((page) => ({ page, at: 0 })) })
      waiting = []
      before = placed
    }
  }
  return paragraphs
}
