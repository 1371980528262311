import { expect, it } from 'vitest'
import { emptyIncident, type Incident } from '../incident/index.ts'
import { carryOver, makeAnchor } from '../text/index.ts'
import { applyCommand, patchIncident } from './apply.ts'
import { carryMarks, certainPlaces, earlierVersion, leftBehind, reviewOf, setAside, superseding } from './carry-marks.ts'

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

it('a review names each mark once; one set aside waits in the tray until it has a place', () => {
  const newer = incident.sources['new']
  if (!newer) throw new Error('no source')
  const list = (of: Incident) => reviewOf(of, newer, oldText, newText).map(({ mark: { id }, carried: { how }, tray }) => `${id} ${how}${tray ? ' tray' : ''}`)
  expect(list(incident)).toEqual(['a same-words', 'b near', 'c near'])
  const aside = applyCommand(incident, setAside('no place', 'b', 'new')).incident
  expect(list(aside)).toEqual(['a same-words', 'b near tray', 'c near'])
  const placed = carryMarks('placed', { sourceId: 'new', sha256: newHash, text: newText }, [{ id: 'b', start: 17, end: 23 }], aside.annotations)
  if (!placed) throw new Error('nothing to carry')
  const after = applyCommand(aside, placed).incident
  expect(after.annotations['b']).toMatchObject({ sourceId: 'new', unplaced: null, note: 'kept', anchor: { exact: 'Prague' } })
  expect(list(after)).toEqual(['a same-words', 'c near'])
  // Without the newer version there is no tray to wait in.
  expect(applyCommand(aside, { type: 'source.remove', id: 'new', together: true }).incident.annotations['b']?.unplaced).toBeNull()
})

it('becomes a newer version and takes over what is certain in one step', () => {
  const [newer, older] = [incident.sources['new'], incident.sources['old']]
  if (!newer || !older) throw new Error('no source')
  const before: Incident = { ...incident, sources: { old: older, new: source('new', newHash, newText) } }
  const { incident: after, inverse } = applyCommand(before, superseding('newer', before.sources['new'] ?? newer, older, oldText, newText, before))
  expect(after.sources['new']?.supersedes).toBe('old')
  expect(Object.values(after.annotations).map(({ id, sourceId }) => [id, sourceId])).toEqual([['a', 'new'], ['b', 'old'], ['c', 'old']])
  expect(certainPlaces(reviewOf(after, newer, oldText, newText))).toEqual([])
  expect(patchIncident(after, inverse)).toEqual(before)
})

it('looks like a newer version by address, or by a telling title from the same publisher, and only until a person has said', () => {
  const captured = (day: number) => ({ capturedAt: `2025-06-0${day}T00:00:00.000Z`, fileName: 'page.html', mediaType: 'text/html' as const, byteLength: 1, sha256: `${day}`.repeat(64) })
  const of = (id: string, day: number, changes: Partial<Incident['sources'][string]>, citation: object = {}) => {
    const base = source(id, `${day}`.repeat(64), newText)
    return { ...base, capture: captured(day), ...changes, citation: { ...base.citation, title: 'Statement', ...citation } }
  }
  const found = (older: Incident['sources'][string], newer: Incident['sources'][string]) => earlierVersion({ ...incident, sources: { [older.id]: older, [newer.id]: newer } }, newer)?.id ?? null
  const address = { URL: 'https://example.org/a' }
  const title = { title: 'Statement on the attack of May' }
  expect(found(of('x', 1, {}, address), of('y', 2, {}, address))).toBe('x')
  expect(found(of('x', 1, {}, title), of('y', 2, {}, { title: 'statement on the attack — of May' }))).toBe('x')
  expect(found(of('x', 1, {}, { ...title, publisher: 'A' }), of('y', 2, {}, { ...title, publisher: 'B' }))).toBeNull()
  expect(found(of('x', 2, {}, address), of('y', 1, {}, address))).toBeNull()
  expect(found(of('x', 1, {}, address), of('y', 2, { supersedes: null }, address))).toBeNull()
  expect(found(of('x', 1, { capture: { ...captured(1), fileName: 'other.html' } }), of('y', 2, {}))).toBeNull()
})
