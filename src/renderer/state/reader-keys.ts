import type { Settings } from '#contract/index.ts'

/** What a single letter does in the reader; figures mark with a type and stay as they are. */
export const readerActions = ['event', 'claim', 'entity', 'quote', 'tags', 'comment', 'translation', 'relate', 'word', 'sentence'] as const
export type ReaderAction = (typeof readerActions)[number]
type Changed = Settings['readerKeys']

export const shippedKeys: Readonly<Record<ReaderAction, string>> = { event: 'e', claim: 'c', entity: 'n', quote: 'q', tags: 't', comment: 'm', translation: 'l', relate: 'r', word: 'w', sentence: 's' }
/** A and X accept and reject what is suggested. */
const kept = ['a', 'x']

export const keyOf = (action: ReaderAction, changed: Changed): string => changed?.[action] ?? shippedKeys[action]
/** As it stands on a key cap. */
export const capOf = (action: ReaderAction, changed: Changed): string => keyOf(action, changed).toUpperCase()
export const actionOf = (key: string, changed: Changed): ReaderAction | null => readerActions.find((action) => keyOf(action, changed) === key) ?? null

/** Why a letter cannot be given to an action or an own type: who has it already. */
export type KeyConflict = { kind: 'letter' } | { kind: 'suggestions' } | { kind: 'action'; action: ReaderAction } | { kind: 'type'; id: string }

/**
 * Whether a letter is free.
 * @param for the action that wants it, or the id of the own type
 */
export function conflictOf(key: string, wanted: { for: string; changed: Changed; types: readonly { id: string; key: string | null }[] }): KeyConflict | null {
  if (!/^[a-z]$/.test(key)) return { kind: 'letter' }
  if (kept.includes(key)) return { kind: 'suggestions' }
  const action = readerActions.find((one) => one !== wanted.for && keyOf(one, wanted.changed) === key)
  if (action) return { kind: 'action', action }
  const type = wanted.types.find((one) => one.id !== wanted.for && one.key === key)
  return type ? { kind: 'type', id: type.id } : null
}

/** The changes with one more; a letter that is the shipped one again leaves no trace. */
export function withKey(changed: Changed, action: ReaderAction, key: string): Record<string, string> {
  const { [action]: _, ...others } = changed ?? {}
  return key === shippedKeys[action] ? others : { ...others, [action]: key }
}
