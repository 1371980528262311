import { expect, it } from 'vitest'
import { emptyIncident, type Incident, type Source } from '../incident/index.ts'
import { makeAnchor } from '../text/index.ts'
import { applyCommand, patchIncident } from './apply.ts'
import { carryMarks, superseding } from './carry-marks.ts'
import type { Revision } from './history.ts'
import type { Command } from './schema.ts'
import { takenOver, takenReview } from './taken-over.ts'

const [oldHash, newHash] = ['a'.repeat(64), 'b'.repeat(64)]
const oldText = 'Prague said on Wednesday that the group had read its mail. Beijing denied it all.'
const newText = `Updated at noon. ${oldText.replace('read its mail', 'been reading its mail')}`
const source = (id: string, sha256: string, text: string): Source => ({ id, citation: { id, type: 'webpage', title: id }, date: null, kind: 'press', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null, text: { sha256, length: text.length, nature: 'original' }, note: '', tags: [] })
const [older, newer] = [source('old', oldHash, oldText), source('new', newHash, newText)]
const mark = (id: string, words: string): Incident['annotations'][string] => {
  const start = oldText.indexOf(words)
  return { id, sourceId: 'old', anchor: makeAnchor(oldText, oldHash, start, start + words.length), type: 'activity', tags: [], note: '', state: 'accepted', createdAt: '2025-05-28T10:00:00.000Z', createdBy: 'Eva' }
}

/** An incident with its history, as the store keeps both. */
function history(start: Incident) {
  const revisions: Pick<Revision, 'command' | 'patches'>[] = [{ command: { type: 'incident.create', incident: start }, patches: [] }]
  let incident = start
  const inverses: Revision['inverse'][] = []
  return {
    revisions,
    now: () => incident,
    apply: (command: Command) => {
      const applied = applyCommand(incident, command)
      revisions.push({ command, patches: applied.patches as Revision['patches'] })
      inverses.push(applied.inverse as Revision['inverse'])
      incident = applied.incident
    },
    undo: () => {
      const patches = inverses.pop() ?? []
      revisions.push({ command: null, patches })
      incident = patchIncident(incident, patches)
    },
  }
}

it('the history knows which marks a newer version took over, where they stood, and what was taken back', () => {
  const case1 = history({ ...emptyIncident({ id: 'one', title: 'One', createdAt: '2025-05-28T10:00:00.000Z' }), sources: { old: older, new: newer }, annotations: { a: mark('a', 'Prague'), b: mark('b', 'had read its mail'), c: mark('c', 'Beijing denied') } })
  expect(takenOver(case1.revisions, 'new')).toEqual([])
  case1.apply(superseding('take over', newer, older, oldText, newText, case1.now()))
  case1.apply({ type: 'incident.rename', title: 'Other' })
  const review = () => takenReview(case1.now(), newer, older, oldText, newText, takenOver(case1.revisions, 'new')).map(({ mark: one, carried }) => [one.id, one.sourceId, one.anchor.exact, carried.how, 'start' in carried ? newText.slice(carried.start, carried.end) : ''])
  expect(review()).toEqual([['a', 'old', 'Prague', 'same-words', 'Prague']])
  // One that a person put elsewhere, and one that is new there.
  const at = newText.indexOf('the group')
  case1.apply(carryMarks('place', { sourceId: 'new', sha256: newHash, text: newText }, [{ id: 'b', start: at, end: at + 9 }]) as Command)
  case1.apply({ type: 'annotation.add', item: { ...mark('d', 'Prague'), sourceId: 'new', anchor: makeAnchor(newText, newHash, 0, 7) } })
  expect(review()).toEqual([['a', 'old', 'Prague', 'same-words', 'Prague'], ['b', 'old', 'had read its mail', 'by-hand', 'the group']])
  case1.undo()
  case1.undo()
  expect(review().map(([id]) => id)).toEqual(['a'])
  case1.apply({ type: 'annotation.remove', id: 'a' })
  expect(review()).toEqual([])
  case1.undo()
  expect(review().map(([id]) => id)).toEqual(['a'])
  // Undone to before anything was taken over.
  case1.undo()
  case1.undo()
  expect(takenOver(case1.revisions, 'new')).toEqual([])
})
