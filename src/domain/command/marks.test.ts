import { describe, expect, it } from 'vitest'
import { emptyIncident, incidentSchema, integrityProblems, type Annotation, type Incident, type Source } from '../incident/index.ts'
import { applyCommand, commandSchema, patchIncident, type Command } from './index.ts'

const sha = 'b'.repeat(64)
const source: Source = { id: 's1', citation: { id: 's1', type: 'webpage', title: 'A note' }, date: null, kind: 'press', access: 'read', language: 'cs', tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null, text: { sha256: sha, length: 20, nature: 'original' }, note: '', tags: [] }
const mark = (id: string, more: Partial<Annotation> = {}): Annotation => ({ id, sourceId: 's1', anchor: { textSha256: sha, start: 0, end: 4, exact: 'Útok', prefix: '', suffix: '' }, type: 'activity', tags: [], note: '', state: 'accepted', createdAt: '2025-05-28T10:00:00Z', createdBy: '', ...more })
const start: Incident = { ...emptyIncident({ id: 'i1', title: 'A case', createdAt: '2025-05-28T10:00:00Z' }), sources: { s1: source }, annotations: { a: mark('a'), b: mark('b') } }
const run = (command: Command, incident = start) => applyCommand(incident, commandSchema.parse(command))
const relate = (id: string, annotationId: string): Command => ({ type: 'annotation.update', id, changes: { relations: [{ kind: 'contradicts', annotationId }] } })

describe('relations between marks', () => {
  it('are recorded, taken back byte for byte, and refused into nothing and to itself', () => {
    const { incident, inverse } = run(relate('a', 'b'))
    expect(incident.annotations['a']?.relations).toEqual([{ kind: 'contradicts', annotationId: 'b' }])
    expect(JSON.stringify(patchIncident(incident, inverse))).toBe(JSON.stringify(start))
    expect(() => run(relate('a', 'nobody'))).toThrow(/does not exist/)
    expect(() => run(relate('a', 'a'))).toThrow(/itself/)
    expect(integrityProblems({ ...start, annotations: { a: mark('a', { relations: [{ kind: 'explains', annotationId: 'a' }] }) } })).toHaveLength(1)
  })

  it('name themselves when the other mark is to go, and are released with it', () => {
    const { incident } = run(relate('a', 'b'))
    expect(() => run({ type: 'annotation.remove', id: 'b' }, incident)).toThrow(/rest on it/)
    const gone = run({ type: 'annotation.remove', id: 'b', together: true }, incident)
    expect(gone.incident.annotations['a']?.relations).toEqual([])
    expect(patchIncident(gone.incident, gone.inverse)).toEqual(incident)
    // The mark that holds the relation may go by itself.
    expect(Object.keys(run({ type: 'annotation.remove', id: 'a' }, incident).incident.annotations)).toEqual(['b'])
  })
})

describe('a translation of the quote', () => {
  it('is kept beside the words and can be taken away', () => {
    const { incident } = run({ type: 'annotation.update', id: 'a', changes: { translation: { language: 'en', text: 'Attack' } } })
    expect(incident.annotations['a']).toMatchObject({ anchor: { exact: 'Útok' }, translation: { language: 'en', text: 'Attack' } })
    expect(run({ type: 'annotation.update', id: 'a', changes: { translation: null } }, incident).incident.annotations['a']?.translation).toBeNull()
    expect(() => run({ type: 'annotation.update', id: 'a', changes: { translation: { language: 'en', text: ' ' } } })).toThrow()
  })
})

describe('own types', () => {
  const own = { id: 'own-motive' as const, names: { en: 'Motive', cs: 'Motiv' }, ink: 'legal' as const, glyph: 'M', key: null }

  it('open even where nobody knows what they are called, and carry their entry when somebody does', () => {
    expect(incidentSchema.safeParse({ ...start, annotations: { a: mark('a', { type: 'own-unheard-of' }) } }).success).toBe(true)
    const { incident } = run({ type: 'batch', label: 'Mark', commands: [{ type: 'incident.update', changes: { codebook: [own] } }, { type: 'annotation.update', id: 'a', changes: { type: 'own-motive' } }] })
    expect(incident).toMatchObject({ codebook: [own], annotations: { a: { type: 'own-motive' } } })
  })

  it('do not open the door for misspelt built-in ones', () => {
    expect(incidentSchema.safeParse({ ...start, annotations: { a: { ...mark('a'), type: 'actr' } } }).success).toBe(false)
  })

  it('leave no trace in an incident that has none', () => {
    expect('codebook' in incidentSchema.parse(start)).toBe(false)
    expect(Object.keys(incidentSchema.parse(start).annotations['a'] ?? {})).toEqual(Object.keys(mark('a')))
  })
})
