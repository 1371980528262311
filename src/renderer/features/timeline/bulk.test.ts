import { expect, test } from 'vitest'
import { applyCommand } from '#domain/command/index.ts'
import { emptyIncident, type Attribution, type Incident, type IncidentEvent, type Response } from '#domain/incident/index.ts'
import { itemTitles, timelineItems } from '#domain/timeline/index.ts'
import { bulkCommands, removalCommands, restingOn, type BulkChange } from './bulk.ts'

const date = { edtf: '2025', wording: null }
const event = (id: string, more: Partial<IncidentEvent> = {}): IncidentEvent => ({ id, title: id, description: '', date, lane: 'activity', evidence: [], credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed', tags: [], ...more })
const attribution: Attribution = { id: 'a', by: { name: 'Prague', entityId: null, type: 'government', country: 'CZ' }, to: [{ name: 'APT31', entityId: null, level: 'group' }], stance: 'attributes', basis: 'receiver-government', date, strength: null, evidence: [], relations: [], note: '', standing: 'confirmed', tags: [] }
const response: Response = { id: 'r', actor: { name: 'EU', entityId: null, country: null }, type: 'statement', date, description: '', answers: ['a'], evidence: [], standing: 'confirmed', tags: ['old'] }
function incident(): Incident {
  const made = emptyIncident({ id: 'i', title: 'A case', createdAt: '2025-05-28T10:00:00Z' })
  return { ...made, events: { e: event('e'), f: event('f', { lane: 'media', tags: ['old'] }) }, attributions: { a: attribution }, responses: { r: response } }
}
const itemsOf = (one: Incident) => timelineItems(one, itemTitles('en'))
const after = (change: BulkChange) => {
  const before = incident()
  const commands = bulkCommands(itemsOf(before), change)
  return { commands, incident: applyCommand(before, { type: 'batch', label: 'several', commands }).incident }
}

test('a lane is given to events alone, and only where it changes', () => {
  const { commands, incident: next } = after({ kind: 'lane', lane: 'media' })
  expect(commands).toEqual([{ type: 'event.update', id: 'e', changes: { lane: 'media' } }])
  expect(next.events['e']?.lane).toBe('media')
})

test('tags and standing go to records of every kind', () => {
  expect(itemsOf(after({ kind: 'add-tags', tags: ['old', 'new'] }).incident).map(({ tags }) => tags.toSorted())).toEqual(Array.from({ length: 4 }, () => ['new', 'old']))
  expect(after({ kind: 'remove-tag', tag: 'old' }).commands).toHaveLength(2)
  expect(itemsOf(after({ kind: 'standing', standing: 'background' }).incident).every(({ standing }) => standing === 'background')).toBe(true)
  expect(after({ kind: 'context', context: true }).commands).toHaveLength(2)
})

test('what rests on the records is named, unless it goes with them', () => {
  const before = incident()
  const [a] = itemsOf(before).filter(({ key }) => key === 'attributions/a')
  expect(restingOn(before, [a!])).toEqual(['responses/r'])
  expect(restingOn(before, itemsOf(before))).toEqual([])
  const gone = applyCommand(before, { type: 'batch', label: 'delete', commands: removalCommands(itemsOf(before)) })
  expect(itemsOf(gone.incident)).toEqual([])
  const alone = applyCommand(before, { type: 'batch', label: 'delete', commands: removalCommands([a!]) })
  expect(alone.incident.responses['r']?.answers).toEqual([])
})
