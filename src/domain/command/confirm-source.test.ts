import { expect, it } from 'vitest'
import { emptyIncident, type Source } from '../incident/index.ts'
import { applyCommand, patchIncident } from './apply.ts'
import { confirmSource, confirmSources, proposedFields, settleCreated } from './confirm-source.ts'

const source = (id: string, proposed: Source['proposed']): Source => ({
  id, citation: { id, type: 'document', title: 'As the file says', publisher: 'Desk' }, date: null, kind: 'other', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'F',
  repeats: null, capture: null, text: null, ...(proposed === undefined ? {} : { proposed }), note: '', tags: [],
})
const said: Source['proposed'] = { title: 'first-words', publisher: 'document', language: 'word-counts', created: '2025-05-28' }
const incident = { ...emptyIncident({ id: 'i', title: 'I', createdAt: '2025-06-01T00:00:00.000Z', language: 'en' }), sources: { a: source('a', said), b: source('b', { title: 'document' }), c: source('c', undefined) } }
const after = (command: Parameters<typeof applyCommand>[1] | null) => {
  if (!command) throw new Error('no command')
  return applyCommand(incident, command)
}

it('a field that a person writes is the person’s own; the others go on waiting', () => {
  const { incident: next, inverse } = after({ type: 'source.update', id: 'a', changes: { citation: { id: 'a', type: 'document', title: 'Better', publisher: 'Desk' }, note: 'x' } })
  expect(next.sources['a']?.proposed).toEqual({ publisher: 'document', language: 'word-counts', created: '2025-05-28' })
  expect(patchIncident(next, inverse)).toEqual(incident)
  // One that has never been proposed gets no such field.
  expect(after({ type: 'source.update', id: 'c', changes: { date: '2025' } }).incident.sources['c']).not.toHaveProperty('proposed')
})

it('the day on which a file was made is no date of publication until a person takes it as one', () => {
  const a = source('a', said)
  const confirmed = after(confirmSource('confirm', a)).incident.sources['a']
  expect([confirmed?.date, confirmed?.proposed]).toEqual([null, { created: '2025-05-28' }])
  const taken = after(settleCreated('take', a, true)).incident.sources['a']
  expect([taken?.date, taken?.citation.issued, taken?.proposed]).toEqual(['2025-05-28', { 'date-parts': [[2025, 5, 28]] }, { title: 'first-words', publisher: 'document', language: 'word-counts' }])
  expect(after(settleCreated('leave', source('a', { created: '2025' }), false)).incident.sources['a']).toMatchObject({ date: null, proposed: null })
  expect(after({ type: 'source.update', id: 'a', changes: { date: '2025-05' } }).incident.sources['a']?.proposed?.created).toBeUndefined()
})

it('all are confirmed as one revision, and one undo takes it back', () => {
  const { incident: next, inverse } = after(confirmSources('confirm all', incident))
  expect(Object.values(next.sources).map(proposedFields)).toEqual([[], [], []])
  expect(patchIncident(next, inverse)).toEqual(incident)
  expect(confirmSources('again', next)).toBeNull()
})
