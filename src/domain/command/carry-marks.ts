import type { Annotation, Incident, Source } from '../incident/index.ts'
import { carryOver, makeAnchor, type Carried } from '../text/index.ts'
import type { Command, SimpleCommand } from './schema.ts'

/** Where marks go: the source with the newer text, and that text. */
export type Destination = { sourceId: string; sha256: string; text: string }
export type MarkPlace = { id: string; start: number; end: number }

const supersededIds = (incident: Incident) => new Set(Object.values(incident.sources).flatMap(({ supersedes }) => supersedes ?? []))

/** The marks of a source that a newer version of it has not taken over: none of them is lost, and each waits for a person. */
export function leftBehind(incident: Incident): Annotation[] {
  const superseded = supersededIds(incident)
  return Object.values(incident.annotations).filter(({ sourceId }) => superseded.has(sourceId))
}

/** The marks that the version before this one still has; rejected suggestions need no new place. */
export const marksBefore = (incident: Incident, { supersedes }: Source): Annotation[] =>
  supersedes ? Object.values(incident.annotations).filter(({ sourceId, state }) => sourceId === supersedes && state !== 'rejected').sort((a, b) => a.anchor.start - b.anchor.start || a.id.localeCompare(b.id)) : []

/** How many marks of the version before wait, by the source that has not taken them over. */
export function waitingCounts(incident: Pick<Incident, 'sources' | 'annotations'>): Map<string, number> {
  const newerOf = new Map(Object.values(incident.sources).flatMap(({ id, supersedes }) => (supersedes ? [[supersedes, id] as const] : [])))
  const counts = new Map<string, number>()
  for (const { sourceId, state } of Object.values(incident.annotations)) {
    const newer = newerOf.get(sourceId)
    if (newer !== undefined && state !== 'rejected') counts.set(newer, (counts.get(newer) ?? 0) + 1)
  }
  return counts
}

const updatesOf = ({ sourceId, sha256, text }: Destination, places: readonly MarkPlace[], marks: Incident['annotations'] = {}): SimpleCommand[] =>
  places.map(({ id, start, end }) => ({ type: 'annotation.update', id, changes: { sourceId, anchor: makeAnchor(text, sha256, start, end), ...(marks[id]?.unplaced ? { unplaced: null } : {}) } }))

/**
 * Puts marks on a newer version of their text, as one revision that one undo takes back. Ids stay, so what rests on a
 * mark goes on resting on it.
 * @param places UTF-16 offsets in the new text that a person has seen, end exclusive
 * @param marks those of the incident: one that waited in the tray is taken out of it
 * @returns null when there is nothing to carry
 * @throws RangeError for a place outside of the text
 */
export function carryMarks(label: string, destination: Destination, places: readonly MarkPlace[], marks?: Incident['annotations']): Command | null {
  return places.length === 0 ? null : { type: 'batch', label, commands: updatesOf(destination, places, marks) }
}

/** A mark of the version before and where it would stand now. `tray`: a person, or the search, found no place for it. */
export type Review = { mark: Annotation; carried: Carried; tray: boolean }

/** What there is to look at: every mark that the version before still has, each once, in the order of its text. */
export function reviewOf(incident: Incident, newer: Source, oldText: string, newText: string): Review[] {
  const marks = marksBefore(incident, newer)
  const carried = carryOver(oldText, newText, marks)
  return marks.flatMap((mark, index) => {
    const place = carried[index]
    return place ? [{ mark, carried: place, tray: place.how === 'gone' || mark.unplaced === newer.id }] : []
  })
}

/** The places that are as sure as text can be: nothing before the words changed, or they stand once with their whole context. */
export const certainPlaces = (reviews: readonly Review[]): MarkPlace[] =>
  reviews.flatMap(({ carried, tray }) => (!tray && (carried.how === 'same-place' || carried.how === 'same-words') ? [{ id: carried.id, start: carried.start, end: carried.end }] : []))

/** Makes a source the newer version of another and takes the certain places over, in one step. */
export function superseding(label: string, newer: Source, older: Source, oldText: string, newText: string, incident: Incident): Command {
  const made: Source = { ...newer, supersedes: older.id }
  const destination = { sourceId: newer.id, sha256: newer.text?.sha256 ?? '', text: newText }
  const places = certainPlaces(reviewOf(incident, made, oldText, newText))
  const start: SimpleCommand[] = newer.supersedes === older.id ? [] : [{ type: 'source.update', id: newer.id, changes: { supersedes: older.id } }]
  return { type: 'batch', label, commands: [...start, ...updatesOf(destination, places, incident.annotations)] }
}

/** A mark for which no place is found waits in the tray of the newer version; nothing about the mark changes. */
export const setAside = (label: string, markId: string, newerId: string): Command => ({ type: 'batch', label, commands: [{ type: 'annotation.update', id: markId, changes: { unplaced: newerId } }] })

const folded = (text: string | undefined) => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
/** Shorter titles, such as "Statement", are shared by documents that have nothing to do with each other. */
const tellingTitle = 12

/**
 * A source of which this one looks like a newer version: of the same address, or of the same telling title and publisher,
 * or from a file of the same name, captured before. It is offered and never acted on.
 * @returns null too where a person has already said what this source is (`supersedes` is there, if only as null)
 */
export function earlierVersion({ sources }: Incident, source: Source): Source | null {
  if (!source.text || source.supersedes !== undefined || !source.capture) return null
  const { capture, text, citation } = source
  const replaced = new Set(Object.values(sources).flatMap(({ supersedes }) => supersedes ?? []))
  const like = (other: Source): boolean => {
    if (other.id === source.id || !other.text || other.text.sha256 === text.sha256 || !other.capture || replaced.has(other.id)) return false
    if (other.capture.capturedAt >= capture.capturedAt) return false
    const sameTitle = folded(citation.title) === folded(other.citation.title) && folded(citation.publisher) === folded(other.citation.publisher)
    return (citation.URL !== undefined && citation.URL === other.citation.URL) || (sameTitle && folded(citation.title).length >= tellingTitle) || (capture.fileName === other.capture.fileName && sameTitle)
  }
  return Object.values(sources).filter(like).sort((a, b) => (b.capture?.capturedAt ?? '').localeCompare(a.capture?.capturedAt ?? ''))[0] ?? null
}
