import type { Incident } from '../incident/index.ts'
import { makeAnchor } from '../text/index.ts'
import type { Command } from './schema.ts'

/** Where marks go: the source with the newer text, and that text. */
export type Destination = { sourceId: string; sha256: string; text: string }

/** The marks of a source that a newer version of it has not taken over: none of them is lost, and each waits for a person. */
export function leftBehind(incident: Incident): Incident['annotations'][string][] {
  const superseded = new Set(Object.values(incident.sources).flatMap(({ supersedes }) => supersedes ?? []))
  return Object.values(incident.annotations).filter(({ sourceId }) => superseded.has(sourceId))
}

/**
 * Puts marks on a newer version of their text, as one revision that one undo takes back. Ids stay, so what rests on a
 * mark goes on resting on it.
 * @param places UTF-16 offsets in the new text that a person has seen, end exclusive
 * @returns null when there is nothing to carry
 * @throws RangeError for a place outside of the text
 */
export function carryMarks(label: string, { sourceId, sha256, text }: Destination, places: readonly { id: string; start: number; end: number }[]): Command | null {
  if (places.length === 0) return null
  const commands = places.map(({ id, start, end }) => ({ type: 'annotation.update' as const, id, changes: { sourceId, anchor: makeAnchor(text, sha256, start, end) } }))
  return { type: 'batch', label, commands }
}
