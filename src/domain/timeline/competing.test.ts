import { expect, test } from 'vitest'
import { emptyIncident, type Annotation, type Attribution, type Evidence, type Incident, type IncidentEvent, type Response } from '../incident/index.ts'
import { competition } from './competing.ts'

const date = (edtf: string | null) => ({ edtf, wording: null })
const quote = (annotationId: string, stance: Evidence['stance'] = 'for'): Evidence => ({ kind: 'quote', annotationId, stance, credibility: null, note: '' })
const event = (id: string, edtf: string | null, evidence: Evidence[]): IncidentEvent => ({ id, title: id, description: '', date: date(edtf), lane: 'activity', evidence, credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed', tags: [] })
const attribution = (id: string, more: Partial<Attribution> = {}): Attribution => ({ id, by: { name: id, entityId: null, type: 'government', country: null }, to: [{ name: 'APT31', entityId: null, level: 'group' }], stance: 'attributes', basis: 'receiver', date: date('2025'), strength: null, evidence: [], relations: [], note: '', standing: 'confirmed', tags: [], ...more })
const response = (id: string, type: Response['type'], answers: string[]): Response => ({ id, actor: { name: id, entityId: null, country: null }, type, date: date('2025'), description: '', answers, evidence: [], standing: 'confirmed', tags: [] })
const mark = (id: string, relations: NonNullable<Annotation['relations']> = []): Annotation => ({ id, sourceId: 's', anchor: { textSha256: 'a'.repeat(64), start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }, type: 'date', tags: [], note: '', state: 'accepted', createdAt: '2025-05-28T10:00:00Z', createdBy: '', translation: null, relations })

type Parts = { events?: IncidentEvent[]; attributions?: Attribution[]; responses?: Response[]; annotations?: Annotation[]; conflicts?: Incident['conflicts'][string][] }
const byId = <One extends { id: string }>(all: One[] = []) => Object.fromEntries(all.map((one) => [one.id, one]))
const found = ({ events, attributions, responses, annotations, conflicts }: Parts) =>
  competition({ ...emptyIncident({ id: 'i', title: 'A case', createdAt: '2025-05-28T10:00:00Z' }), events: byId(events), attributions: byId(attributions), responses: byId(responses), annotations: byId(annotations), conflicts: byId(conflicts) })
const said = (parts: Parts) => found(parts).pairs.map(({ a, b, reason }) => `${a} ${reason} ${b}`)

test('an attribution that disputes competes with those that hold the same party responsible', () => {
  const other = [{ name: 'Lazarus', entityId: null, level: 'group' as const }]
  expect(said({ attributions: [attribution('a'), attribution('b', { stance: 'disputes', to: [{ name: ' apt31 ', entityId: null, level: 'group' }] }), attribution('c', { to: other })] })).toEqual(['attributions/a disputes attributions/b'])
  expect(said({ attributions: [attribution('a', { to: other, relations: [{ kind: 'disputes', attributionId: 'b' }, { kind: 'supports', attributionId: 'c' }] }), attribution('b'), attribution('c')] })).toEqual(['attributions/a disputes attributions/b'])
})

test('a denial competes with the attribution it answers, a summons does not', () => {
  expect(said({ attributions: [attribution('a')], responses: [response('d', 'denial', ['a']), response('s', 'summons-of-ambassador', ['a'])] })).toEqual(['attributions/a denies responses/d'])
})

test('records compete whose quotes contradict each other, each pair once', () => {
  const annotations = [mark('m', [{ kind: 'contradicts', annotationId: 'n' }]), mark('n', [{ kind: 'contradicts', annotationId: 'm' }])]
  expect(said({ annotations, events: [event('e', '2022', [quote('m')]), event('f', '2022', [quote('n')]), event('g', '2022', [quote('n', 'against')])] })).toEqual(['events/e contradicts events/f'])
  expect(said({ annotations, events: [event('e', '2022', [quote('m'), quote('n')])] })).toEqual([])
})

test.each([
  ['2021', '2022', true],
  ['2022', '2022-05', false],
  ['2021~', '2022', false],
  ['2022/', '2024', false],
  ['2021', null, false],
] as const)('one event at %s and at %s', (a, b, competes) => {
  const parts = { annotations: [mark('m', [{ kind: 'same-as' as const, annotationId: 'n' }]), mark('n')], events: [event('e', a, [quote('m')]), event('f', b, [quote('n')])] }
  expect(said(parts)).toEqual(competes ? ['events/e dates events/f'] : [])
})

test('records that bear out different claims compete until the conflict is decided', () => {
  const claim = (id: string, annotationId: string) => ({ id, statement: id, claimant: id, stance: 'asserted' as const, credibility: null, evidence: [quote(annotationId)] })
  const conflict = (state: 'open' | 'decided') => ({ id: 'k', question: 'How long?', claims: [claim('one', 'm'), claim('two', 'n')], reading: '', state })
  const parts = { annotations: [mark('m'), mark('n')], events: [event('e', '2022', [quote('m')]), event('f', '2022', [quote('n')]), event('both', '2022', [quote('m'), quote('n')]), event('none', '2022', [])] }
  const open = found({ ...parts, conflicts: [conflict('open')] })
  expect(open.pairs).toEqual([{ a: 'events/e', b: 'events/f', reason: 'claims' }])
  expect([...open.conflicts.keys()]).toEqual(['events/e', 'events/f', 'events/both'])
  const decided = found({ ...parts, conflicts: [conflict('decided')] })
  expect([decided.pairs, decided.conflicts.size]).toEqual([[], 0])
})

test('who competes with one of a group belongs to all of it', () => {
  const { groups } = found({ attributions: ['a', 'b', 'x'].map((id) => attribution(id)), responses: [response('d', 'denial', ['a', 'b']), response('e', 'denial', ['x']), response('f', 'denial', ['b'])] })
  expect(groups).toEqual([['attributions/a', 'attributions/b', 'responses/d', 'responses/f'], ['attributions/x', 'responses/e']])
})
