import type { Rejection, Source } from '../incident/source.ts'
import { suggestionKey } from './identity.ts'
import type { Suggestion } from './types.ts'

/** What a source keeps of a suggestion that was turned down: no words, the frozen text has them. */
export const rejectionOf = ({ type, start, end, value }: Suggestion): Rejection => ({ type, start, end, value: value === null ? null : value.slice(0, 5000) })

/**
 * The suggestions that still wait for a person: not turned down, and their very words not marked yet, with whatever
 * type, since that is a decision too.
 * @param marked the spans that have a mark over this text
 */
export function waiting(found: readonly Suggestion[], source: Pick<Source, 'text' | 'rejected'>, text: string, marked: readonly { start: number; end: number }[]): Suggestion[] {
  const sha256 = source.text?.sha256 ?? ''
  const at = (span: { start: number; end: number }) => `${span.start}-${span.end}`
  const taken = new Set(marked.map(at))
  // Keys are compared only where something was turned down at that very place: a long text has tens of thousands of suggestions.
  const rejected = new Map<string, Set<string>>()
  for (const { type, start, end, value } of source.rejected ?? []) {
    const place = at({ start, end })
    rejected.set(place, (rejected.get(place) ?? new Set()).add(suggestionKey({ type, start, end, value, exact: text.slice(start, end), speaker: null, rule: '' }, sha256)))
  }
  if (taken.size === 0 && rejected.size === 0) return [...found]
  return found.filter((one) => {
    const place = at(one)
    return !taken.has(place) && !rejected.get(place)?.has(suggestionKey(one, sha256))
  })
}
