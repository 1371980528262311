import { expect, it } from 'vitest'
import { emptyIncident, type Incident } from '../incident/index.ts'
import { carryOver, makeAnchor } from '../text/index.ts'
import { applyCommand, patchIncident } from './apply.ts'
import { carryMarks, leftBehind } from './carry-marks.ts'

const [oldHash, newHash] = ['a'.repeat(64), 'b'.repeat(64)]
const oldText = 'Prague said on Wednesday that the group had read its mail. Beijing denied it.'
const newText = `Updated at noon. ${oldText.replace('read its mail', 'been reading its mail')}`

function source(id: string, sha256: string, text: string, supersedes?: string): Incident['sources'][string] {
  return { id, citation: { id, type: 'webpage', title: id }, date: null, kind: 'press', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null, text: { sha256, length: text.length, nature: 'original' }, ...(supersedes ? { supersedes } : {}), note: '', tags: [] }
}
function mark(id: string, words: string): Incident['annotations'][string] {
  const start = oldText.indexOf(words)
  return { id, sourceId: 'old', anchor: makeAnchor(oldText, oldHash, start, start + words.length), type: 'activity', tags: [], note: 'kept', state: 'accepted', createdAt: '2025-05-28T10:00:00.000Z', createdBy: 'Eva' }
}
const incident: Incident = {
  ...emptyIncident({ id: 'one', title: 'One', createdAt: '2025-05-28T10:00:00.000Z' }),
  sources: { old: source('old', oldHash, oldText), new: source('new', newHash, newText, 'old') },
  annotations: { a: mark('a', 'Prague'), b: mark('b', 'had read its mail'), c: mark('c', 'Beijing denied it') },
}

it('carries what was confirmed in one revision, leaves the rest in sight, and one undo takes it back', () => {
  expect(leftBehind(incident).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  const proposals = carryOver(oldText, newText, Object.values(incident.annotations))
  const places = proposals.flatMap((one) => (one.how === 'same-words' ? [one] : []))
  const command = carryMarks('2 marks', { sourceId: 'new', sha256: newHash, text: newText }, places)
  if (!command) throw new Error('nothing to carry')
  const { incident: after, inverse } = applyCommand(incident, command)
  for (const { id } of places) {
    const { anchor, note, sourceId } = after.annotations[id] as Incident['annotations'][string]
    expect([sourceId, note, newText.slice(anchor.start, anchor.end)]).toEqual(['new', 'kept', incident.annotations[id]?.anchor.exact])
  }
  expect(leftBehind(after).length).toBe(3 - places.length)
  expect(places.length).toBeGreaterThan(0)
  expect(patchIncident(after, inverse)).toEqual(incident)
})

it('a source may go although a newer version names it', () => {
  const { incident: after } = applyCommand({ ...incident, annotations: {} }, { type: 'source.remove', id: 'old', together: true })
  expect(after.sources['new']?.supersedes).toBeNull()
})
