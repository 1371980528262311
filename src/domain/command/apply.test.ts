import { describe, expect, test } from 'vitest'
import { emptyIncident, type Annotation, type Incident, type IncidentEvent, type Source } from '../incident/index.ts'
import { applyCommand, CommandError, commandSchema, patchIncident, undoState, type Command } from './index.ts'

const sha = 'a'.repeat(64)
const text = 'The attack began in 2022.'
const createdAt = '2025-05-28T10:00:00Z'

const source: Source = {
  id: 's1',
  citation: { id: 's1', type: 'webpage', title: 'A statement' },
  date: '2025-05-28',
  kind: 'press',
  access: 'read',
  language: 'en',
  tlp: 'CLEAR',
  pap: null,
  reliability: 'B',
  repeats: null,
  capture: null,
  text: { sha256: sha, length: text.length, nature: 'original' },
  note: '',
  tags: [],
}
const annotation: Annotation = {
  id: 'a1',
  sourceId: 's1',
  anchor: { textSha256: sha, start: 20, end: 24, exact: '2022', prefix: 'The attack began in ', suffix: '.' },
  type: 'date',
  tags: ['start'],
  note: '',
  state: 'accepted',
  createdAt,
  createdBy: 'analyst',
}
const event: IncidentEvent = {
  id: 'e1',
  title: 'Attack begins',
  description: '',
  date: { edtf: '2022/', wording: 'began in 2022' },
  lane: 'activity',
  evidence: [{ kind: 'quote', annotationId: 'a1', stance: 'for', credibility: '2', note: '' }],
  credibility: '2',
  location: null,
  entityIds: [],
  context: false,
  standing: 'confirmed',
  tags: ['start'],
}

const run = (incident: Incident, ...commands: Command[]) => commands.reduce((current, command) => applyCommand(current, commandSchema.parse(command)).incident, incident)
const empty = emptyIncident({ id: 'i1', title: 'A case', createdAt })
const filled = run(empty, { type: 'source.add', item: source }, { type: 'annotation.add', item: annotation }, { type: 'event.add', item: event })

function refusal(work: () => unknown): CommandError {
  try {
    work()
  } catch (error) {
    if (error instanceof CommandError) return error
    throw error
  }
  throw new Error('the command was not refused')
}

describe('commands', () => {
  test('add, update and remove change one record and leave the given incident alone', () => {
    const renamed = run(filled, { type: 'event.update', id: 'e1', changes: { title: 'Intrusion begins' } })
    expect(renamed.events['e1']).toEqual({ ...event, title: 'Intrusion begins' })
    expect(filled.events['e1']).toEqual(event)
    expect(run(filled, { type: 'event.remove', id: 'e1' }).events).toEqual({})
  })

  test('the patch of a small edit is small', () => {
    const { patches } = applyCommand(filled, { type: 'event.update', id: 'e1', changes: { title: 'Other' } })
    expect(patches).toEqual([{ op: 'replace', path: ['events', 'e1', 'title'], value: 'Other' }])
  })

  test('inverse patches restore the very same value, for every command of a long batch', () => {
    const batch: Command = {
      type: 'batch',
      label: 'many',
      commands: [
        { type: 'incident.rename', title: 'Other' },
        { type: 'tag.rename', from: 'start', to: 'begin' },
        { type: 'source.remove', id: 's1', together: true },
        { type: 'gap.add', item: { id: 'g1', statement: 'End not known', matters: '', couldClose: '' } },
      ],
    }
    const { incident, patches, inverse } = applyCommand(filled, commandSchema.parse(batch))
    expect(patchIncident(incident, inverse)).toEqual(filled)
    expect(patchIncident(filled, patches)).toEqual(incident)
  })

  test('a failing command in a batch undoes the whole batch', () => {
    const batch: Command = { type: 'batch', label: 'bad', commands: [{ type: 'incident.rename', title: 'Other' }, { type: 'event.remove', id: 'none' }] }
    expect(refusal(() => applyCommand(filled, batch)).code).toBe('not-found')
    expect(filled.title).toBe('A case')
  })
})

describe('references stay whole', () => {
  test('what others rest on is not removed, and the refusal lists them', () => {
    const error = refusal(() => run(filled, { type: 'annotation.remove', id: 'a1' }))
    expect(error.code).toBe('in-use')
    expect(error.dependents).toEqual([{ from: { collection: 'events', id: 'e1' }, path: ['evidence', 0], to: { collection: 'annotations', id: 'a1' } }])
  })

  test('together releases the evidence in one step', () => {
    expect(run(filled, { type: 'annotation.remove', id: 'a1', together: true }).events['e1']?.evidence).toEqual([])
  })

  test('a source takes its annotations along, and their evidence', () => {
    const after = run(filled, { type: 'source.remove', id: 's1', together: true })
    expect([Object.keys(after.sources), Object.keys(after.annotations), after.events['e1']?.evidence]).toEqual([[], [], []])
  })

  test('several pieces of evidence on one source are all released', () => {
    const citation = { kind: 'citation' as const, sourceId: 's1', locator: null, stance: 'for' as const, credibility: null, note: '' }
    const cited = run(filled, { type: 'event.update', id: 'e1', changes: { evidence: [citation, ...event.evidence, citation] } })
    expect(run(cited, { type: 'source.remove', id: 's1', together: true }).events['e1']?.evidence).toEqual([])
  })

  test.each<[string, Command, string]>([
    ['evidence that is not there', { type: 'event.update', id: 'e1', changes: { evidence: [{ ...event.evidence[0]!, annotationId: 'none' }] } as never }, 'broken-reference'],
    ['an actor that is not there', { type: 'incident.update', changes: { actorIds: ['none'] } }, 'broken-reference'],
    ['a mark beyond the text', { type: 'annotation.add', item: { ...annotation, id: 'a2', anchor: { ...annotation.anchor, start: 100, end: 104 } } }, 'invalid'],
    ['taking away a frozen text', { type: 'source.update', id: 's1', changes: { text: null } }, 'invalid'],
    ['another text under the marks', { type: 'source.update', id: 's1', changes: { text: { sha256: 'b'.repeat(64), length: text.length, nature: 'original' } } }, 'invalid'],
    ['a citation under another id', { type: 'source.update', id: 's1', changes: { citation: { ...source.citation, id: 's2' } as never } }, 'invalid'],
    ['a source that repeats itself', { type: 'source.update', id: 's1', changes: { repeats: { sourceId: 's1', note: '' } } }, 'invalid'],
    ['an id in use', { type: 'source.add', item: source }, 'exists'],
    ['a wrong date', { type: 'event.update', id: 'e1', changes: { date: { edtf: '28 May', wording: null } } }, 'invalid'],
    ['a changed id', { type: 'event.update', id: 'e1', changes: { id: 'e2' } }, 'invalid'],
    ['a field that does not exist', { type: 'event.update', id: 'e1', changes: { colour: 'red' } }, 'invalid'],
  ])('%s is refused', (_name, command, code) => {
    expect(refusal(() => run(filled, command)).code).toBe(code)
  })

  test('a broken reference of the head is named where it stands', () => {
    const victims = [{ name: 'A ministry', entityId: 'none', country: null, sector: 'government' }]
    expect(refusal(() => run(filled, { type: 'incident.update', changes: { victims } })).path).toBe('victims.0.entityId')
  })

  test('what a frozen text is may be corrected, and a citation may get its text', () => {
    const { sha256, length } = source.text!
    const own = { sha256, length, nature: 'own-words' as const }
    expect(run(filled, { type: 'source.update', id: 's1', changes: { text: own } }).sources['s1']?.text).toEqual(own)
    const bare = run(filled, { type: 'source.add', item: { ...source, id: 's2', citation: { ...source.citation, id: 's2' }, text: null } })
    expect(run(bare, { type: 'source.update', id: 's2', changes: { text: own } }).sources['s2']?.text).toEqual(own)
  })

  test.each(['__proto__', 'constructor', 'toString'])('%s is no id', (id) => {
    expect(refusal(() => applyCommand(filled, { type: 'event.remove', id })).code).toBe('not-found')
    expect(commandSchema.safeParse({ type: 'event.remove', id: '__proto__' }).success).toBe(false)
  })
})

test('undo state follows history, and a new command ends redo', () => {
  const step = (sequence: number, kind: 'do' | 'undo' | 'redo', of: number | null = null) => ({ sequence, kind, of })
  expect(undoState([step(1, 'do'), step(2, 'do'), step(3, 'do')])).toEqual({ undo: [2, 3], redo: [] })
  expect(undoState([step(1, 'do'), step(2, 'do'), step(3, 'do'), step(4, 'undo', 3)])).toEqual({ undo: [2], redo: [3] })
  expect(undoState([step(1, 'do'), step(2, 'do'), step(3, 'undo', 2), step(4, 'redo', 2)])).toEqual({ undo: [2], redo: [] })
  expect(undoState([step(1, 'do'), step(2, 'do'), step(3, 'undo', 2), step(4, 'do')])).toEqual({ undo: [4], redo: [] })
})
