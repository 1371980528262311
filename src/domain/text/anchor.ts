import type { Anchor } from '../incident/index.ts'

/** Characters of context kept on each side of the words, in UTF-16 code units. */
export const contextLength = 32

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff

/** True when the offset stands between the two halves of one character. */
export function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

/**
 * The anchor of text.slice(start, end).
 * @param textSha256 of the frozen text as UTF-8
 * @param start UTF-16 offset @param end UTF-16 offset, exclusive
 * @throws RangeError when the span is empty, outside the text or would cut a character in half
 */
export function makeAnchor(text: string, textSha256: string, start: number, end: number): Anchor {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`${start}–${end} is not a span of a text of ${text.length} characters`)
  }
  if (splitsPair(text, start) || splitsPair(text, end)) throw new RangeError(`${start}–${end} cuts a character in half`)
  const from = Math.max(0, start - contextLength)
  const to = Math.min(text.length, end + contextLength)
  return {
    textSha256,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
  }
}

export type AnchorState = 'anchored' | 'orphaned'

/**
 * Whether the anchor still stands on its words: the same text by hash, and the same words and context at the
 * offsets. Nothing is searched for elsewhere: an anchor never moves without a person seeing it.
 * @param textSha256 of `text`
 */
export function verifyAnchor(text: string, textSha256: string, anchor: Anchor): AnchorState {
  const { start, end, exact, prefix, suffix } = anchor
  const words = anchor.textSha256 === textSha256 && text.slice(start, end) === exact
  const context = text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end)
  return words && context ? 'anchored' : 'orphaned'
}
