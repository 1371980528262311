import type { Annotation, Incident, Source } from '../incident/index.ts'
import { carryOver, makeAnchor, type Carried } from '../text/index.ts'
import { patchIncident } from './apply.ts'
import type { Revision } from './history.ts'

/** Where a mark stood before a newer version took it over: a source, and UTF-16 offsets of its text, end exclusive. */
export type FormerPlace = { id: string; sourceId: string; start: number; end: number }

/**
 * Of the marks that a source has, those that came to it from another one, with where they stood there; also such as are deleted now. The history is what
 * knows it: marks themselves keep only where they are. What was taken back is not among them.
 * @param revisions from the first one on; one that cannot be followed ends the search
 */
export function takenOver(revisions: Iterable<Pick<Revision, 'command' | 'patches'>>, sourceId: string): FormerPlace[] {
  const places = new Map<string, FormerPlace>()
  // Nothing but marks is followed: other records cost nothing here.
  let marks: Pick<Incident, 'annotations'> | null = null
  for (const { command, patches } of revisions) {
    if (command?.type === 'incident.create') marks = { annotations: command.incident.annotations }
    const own = patches.filter(({ path }) => path[0] === 'annotations')
    if (marks === null || own.length === 0 || command?.type === 'incident.create') continue
    const before: Incident['annotations'] = marks.annotations
    try {
      marks = patchIncident(marks as Incident, own)
    } catch {
      return []
    }
    const after: Incident['annotations'] = marks.annotations
    const touched = own.some(({ path }) => path.length === 1) ? [...Object.keys(before), ...places.keys()] : own.map(({ path }) => String(path[1]))
    for (const id of new Set(touched)) {
      const [was, is] = [before[id], after[id]]
      // One that was deleted is remembered: it may be brought back.
      if (is && is.sourceId !== sourceId) places.delete(id)
      else if (is && was && was.sourceId !== sourceId) places.set(id, { id, sourceId: was.sourceId, start: was.anchor.start, end: was.anchor.end })
    }
  }
  return [...places.values()]
}

/** A mark as it stood in the version before, and where it stands now. by-hand: elsewhere than was proposed for it. */
export type Taken = { mark: Annotation; carried: Carried | { id: string; how: 'by-hand'; start: number; end: number } }

/** The marks that a newer version took over from the one before, in the order of the older text. */
export function takenReview({ annotations }: Pick<Incident, 'annotations'>, newer: Source, older: Source, oldText: string, newText: string, places: readonly FormerPlace[]): Taken[] {
  const known = places.filter(({ id, sourceId, end }) => sourceId === older.id && annotations[id]?.sourceId === newer.id && end <= oldText.length)
  const marks = known.flatMap(({ id, start, end }) => {
    const mark = annotations[id]
    return mark && older.text ? [{ ...mark, sourceId: older.id, anchor: makeAnchor(oldText, older.text.sha256, start, end) }] : []
  })
  const proposed = carryOver(oldText, newText, marks)
  const taken = marks.map((mark, index): Taken => {
    const place = proposed[index]
    const { start = 0, end = 0 } = annotations[mark.id]?.anchor ?? {}
    return { mark, carried: place && place.how !== 'gone' && place.start === start && place.end === end ? place : { id: mark.id, how: 'by-hand', start, end } }
  })
  return taken.sort((a, b) => a.mark.anchor.start - b.mark.anchor.start || a.mark.id.localeCompare(b.mark.id))
}
