import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, type Revision } from '../command/index.ts'
import { emptyIncident, type Incident } from '../incident/index.ts'
import { HistoryReader, isWanted, type ReadEntry } from './index.ts'

const noDate = { edtf: null, wording: null }
const event = (id: string, title: string) => ({ id, title, description: '', date: noDate, lane: 'diplomatic' as const, evidence: [], credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed' as const, tags: [] })
const start = emptyIncident({ id: 'one', title: 'Útok na ministerstvo', createdAt: '2025-05-28T10:00:00Z' })

/** The entries of a history of commands; a number stands for the undoing of that revision. */
function entries(...steps: (Command | number)[]): ReadEntry[] {
  let incident: Incident = start
  const revisions: Revision[] = [{ sequence: 1, time: start.createdAt, author: 'eva', kind: 'do', of: null, command: { type: 'incident.create', incident }, patches: [], inverse: [] }]
  for (const step of steps) {
    const head = { sequence: revisions.length + 1, time: start.createdAt, author: 'jan' }
    if (typeof step === 'number') {
      const undone = revisions[step - 1]!
      revisions.push({ ...head, kind: 'undo', of: step, command: null, patches: undone.inverse, inverse: undone.patches })
      continue
    }
    const applied = applyCommand(incident, step)
    incident = applied.incident
    revisions.push({ ...head, kind: 'do', of: null, command: step, patches: applied.patches, inverse: applied.inverse })
  }
  const reader = new HistoryReader()
  return revisions.map((revision) => reader.read(revision))
}
const last = (...steps: (Command | number)[]) => entries(...steps).at(-1)!

describe('an entry of the history', () => {
  it('names the record as it is afterwards, and the fields from old to new', () => {
    const { entry } = last({ type: 'event.add', item: event('e1', 'EU statement') }, { type: 'event.update', id: 'e1', changes: { title: 'EU declaration', date: { edtf: '2025-05-28', wording: null } } })
    expect(entry).toMatchObject({ sequence: 3, author: 'jan', type: 'event.update', changed: 1 })
    expect(entry.changes).toMatchObject([{ collection: 'events', id: 'e1', verb: 'update', record: { title: 'EU declaration' } }])
    expect(entry.changes[0]?.fields).toEqual([{ path: ['title'], from: 'EU statement', to: 'EU declaration' }, { path: ['date', 'edtf'], from: null, to: '2025-05-28' }])
  })

  it('of an undo bears the name of what it takes back, and says what that does', () => {
    const { entry } = last({ type: 'event.add', item: event('e1', 'EU statement') }, 2)
    expect(entry).toMatchObject({ kind: 'undo', of: 2, type: 'event.add', changes: [{ verb: 'remove', record: { title: 'EU statement' } }] })
  })

  it('of a batch and of a restoration lists every record once, and counts those it does not list', () => {
    const many = Array.from({ length: 90 }, (_, index) => ({ type: 'event.add' as const, item: event(`e${index}`, `Event ${index}`) }))
    const { entry, records } = last({ type: 'batch', label: 'Import', commands: many })
    expect([entry.label, entry.changes.length, entry.changed, records.has('events/e89')]).toEqual(['Import', 60, 90, true])
    const back = last({ type: 'event.add', item: event('e1', 'One') }, { type: 'event.add', item: event('e2', 'Two') }, { type: 'incident.restore', incident: start, sequence: 1 })
    expect(back.entry).toMatchObject({ restored: 1, changed: 2, changes: [{ id: 'e1', verb: 'remove' }, { id: 'e2', verb: 'remove' }] })
  })

  it('shows long texts from where they begin to differ', () => {
    const long = 'a'.repeat(5000)
    const { entry } = last({ type: 'incident.update', changes: { summary: `${long} one` } }, { type: 'incident.update', changes: { summary: `${long} two` } })
    const field = entry.changes[0]?.fields[0]
    expect([field?.path, String(field?.from).endsWith(' one'), String(field?.to).endsWith(' two'), String(field?.to).length < 450]).toEqual([['summary'], true, true, true])
  })

  it('goes on by its commands where patches no longer fit', () => {
    const reader = new HistoryReader()
    const first = entries({ type: 'event.add', item: event('e1', 'EU statement') })
    reader.read({ sequence: 1, time: start.createdAt, author: 'eva', kind: 'do', of: null, command: { type: 'incident.create', incident: start }, patches: [], inverse: [] })
    const odd = reader.read({ sequence: 2, time: start.createdAt, author: 'eva', kind: 'do', of: null, command: { type: 'event.add', item: event('e1', 'EU statement') }, patches: [{ op: 'add', path: ['nothing', 'here', 'e1'], value: 1 }], inverse: [] })
    expect(odd.entry.changes).toEqual(first[1]?.entry.changes)
  })
})

it('is found by words without case and diacritics, by kind, and by record', () => {
  const all = entries({ type: 'event.add', item: event('e1', 'Prohlášení vlády') }, { type: 'tag.rename', from: 'apt31', to: 'apt-31' }, { type: 'incident.rename', title: 'Útok' })
  const found = (query: Partial<Parameters<typeof isWanted>[1]>) => all.filter((one) => isWanted(one, { text: '', types: [], record: null, ...query })).map(({ entry }) => entry.sequence)
  expect(found({ text: 'VLADY prohlaseni' })).toEqual([2])
  expect(found({ text: 'apt31' })).toEqual([3])
  expect(found({ text: 'zzz', types: ['event.add'] })).toEqual([2])
  expect(found({ record: 'events/e1' })).toEqual([2])
  expect(found({ record: 'incident' })).toEqual([4])
  expect(found({})).toEqual([1, 2, 3, 4])
})
