import type { Rejection, Source } from '../incident/source.ts'
import { suggestionKey } from './identity.ts'
import type { Suggestion } from './types.ts'

/** What a source keeps of a suggestion that was turned down: no words, the frozen text has them. */
export const rejectionOf = ({ type, start, end, value }: Suggestion): Rejection => ({ type, start, end, value: value === null ? null : value.slice(0, 5000) })

/**
 * Tells whether a suggestion still waits for a person: not turned down, and its very words not marked yet, with whatever
 * type, since that is a decision too.
 * @param marked the spans that have a mark over this text
 */
export function stillWaits(source: Pick<Source, 'text' | 'rejected'>, text: string, marked: readonly { start: number; end: number }[]): (one: Suggestion) => boolean {
  const sha256 = source.text?.sha256 ?? ''
  const keyOf = (one: Suggestion) => suggestionKey(one, sha256)
  // By start, then end: tens of thousands are looked up each time a mark is made, and hardly one has something at its start.
  const taken = new Map<number, Set<number>>()
  for (const { start, end } of marked) taken.set(start, (taken.get(start) ?? new Set()).add(end))
  // Keys are compared only where something was turned down at that very place: a long text has tens of thousands of suggestions.
  const rejected = new Map<number, Set<string>>()
  for (const { type, start, end, value } of source.rejected ?? []) {
    rejected.set(start, (rejected.get(start) ?? new Set()).add(keyOf({ type, start, end, value, exact: text.slice(start, end), speaker: null, rule: '' })))
  }
  return (one) => !taken.get(one.start)?.has(one.end) && !rejected.get(one.start)?.has(keyOf(one))
}
