import type { Suggestion } from './types.ts'

const folded = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim()

/** What makes two suggestions the same finding anywhere in a case: type, words and value. */
export const sameKey = ({ type, exact, value }: Pick<Suggestion, 'type' | 'exact' | 'value'>): string => `${type}\u001f${folded(exact)}\u001f${value ?? ''}`

/**
 * A key that stays the same each time the same frozen text is read, to remember a rejection by.
 * @param textSha256 of the frozen text as UTF-8
 */
export const suggestionKey = (suggestion: Suggestion, textSha256: string): string => `${sameKey(suggestion)}\u001f${textSha256}\u001f${suggestion.start}`

/** Whether "accept all equal" takes both: the same type, the same words and the same value. */
export const equals = (a: Suggestion, b: Suggestion): boolean => sameKey(a) === sameKey(b)
