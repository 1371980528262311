import type { Doc } from './doc.ts'

/** A quotation: the tokens of its marks. Its words stand between them. */
export type Quotation = { open: number; close: number; start: number; end: number }

const closersOf: Readonly<Record<string, string>> = { '“': '”"', '„': '“”"', '«': '»', '»': '«', '"': '"”“', '‘': '’', '”': '”', '‚': '‘’' }
const longest = 400

/** The token that closes a quotation, or the last of its paragraph when the next paragraph goes on with one; -1 when there is none. */
function closing(doc: Doc, open: number): number {
  const closers = closersOf[doc.list[open]!.word.text]!
  for (let at = open + 1; at < doc.list.length && at - open < longest; at++) {
    const { word, gap } = doc.list[at]!
    if (gap === 'blank') return closersOf[word.text] !== undefined && closers.includes('”') ? at : -1
    if (closers.includes(word.text) && (word.text !== '’' || endsWords(doc, at))) return at
  }
  return -1
}
/** A single closing mark, not an apostrophe: nothing of a word follows it. */
const endsWords = (doc: Doc, at: number) => !(doc.list[at + 1]?.word.letters && doc.list[at + 1]!.gap === 'none')
function opens(doc: Doc, at: number): boolean {
  const { word, gap } = doc.list[at]!
  if (closersOf[word.text] === undefined) return false
  const before = doc.list[at - 1]
  const next = doc.list[at + 1]
  if (!next || next.gap === 'blank') return false
  if (word.text === '„' || word.text === '“' || word.text === '«') return true
  return (gap !== 'none' || before === undefined || '([—–-'.includes(before.word.text)) && next.gap === 'none'
}

/** Quotations of both styles, in order. A mark without its pair is none. */
export function quotationsIn(doc: Doc): Quotation[] {
  const found: Quotation[] = []
  for (let at = 0; at < doc.list.length; at++) {
    if (!opens(doc, at)) continue
    const close = closing(doc, at)
    if (close <= at + 1) continue
    found.push({ open: at, close, start: doc.list[at + 1]!.start, end: doc.list[close - 1]!.end })
    // A paragraph that the next one goes on with has no mark of its own at its end.
    at = doc.list[close]!.gap === 'blank' ? close - 1 : close
  }
  return found
}
