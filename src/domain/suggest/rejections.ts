import type { Rejection, Source } from '../incident/source.ts'
import { suggestionKey } from './identity.ts'
import type { Suggestion } from './types.ts'

/** What a source keeps of a suggestion that was turned down: no words, the frozen text has them. */
export const rejectionOf = ({ type, start, end, value }: Suggestion): Rejection => ({ type, start, end, value: value === null ? null : value.slice(0, 5000) })

/** The keys of the suggestions that were turned down in a source, by suggestionKey. @param text the frozen text of the source */
export function rejectedKeys({ text: frozen, rejected = [] }: Pick<Source, 'text' | 'rejected'>, text: string): Set<string> {
  const sha256 = frozen?.sha256 ?? ''
  return new Set(rejected.map(({ type, start, end, value }) => suggestionKey({ type, start, end, value, exact: text.slice(start, end), speaker: null, rule: '' }, sha256)))
}

/**
 * The suggestions that still wait for a person: not turned down, and their very words not marked yet, with whatever
 * type, since that is a decision too.
 * @param marked the spans that have a mark over this text
 */
export function waiting(found: readonly Suggestion[], source: Pick<Source, 'text' | 'rejected'>, text: string, marked: readonly { start: number; end: number }[]): Suggestion[] {
  const sha256 = source.text?.sha256 ?? ''
  const turnedDown = rejectedKeys(source, text)
  const taken = new Set(marked.map(({ start, end }) => `${start}-${end}`))
  return found.filter((one) => !taken.has(`${one.start}-${one.end}`) && !turnedDown.has(suggestionKey(one, sha256)))
}
