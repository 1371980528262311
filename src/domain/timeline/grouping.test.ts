import { expect, test } from 'vitest'
import { emptyIncident, type Incident } from '../incident/index.ts'
import { groupings, groupOrder, groupsOf, noGroup } from './grouping.ts'
import { timelineItems } from './items.ts'
import { itemTitles } from './titles.ts'

const shared = { date: { edtf: '2025-05-28', wording: null }, standing: 'confirmed' as const }
const incident: Incident = {
  ...emptyIncident({ id: 'i', title: 'A case', createdAt: '2025-05-28T10:00:00Z' }),
  entities: { apt: { id: 'apt', kind: 'actor', name: 'APT31', aliases: [], country: 'CN', sponsor: null, role: null, externalIds: [], description: '', evidence: [], standing: 'confirmed', tags: [] } },
  events: {
    e1: { ...shared, id: 'e1', title: 'Break-in', description: '', lane: 'activity', evidence: [{ kind: 'citation', sourceId: 's1', locator: null, stance: 'for', credibility: null, note: '' }, { kind: 'citation', sourceId: 's2', locator: null, stance: 'against', credibility: null, note: '' }], credibility: null, location: { name: 'Prague', country: 'CZ' }, entityIds: ['apt'], context: false, tags: ['mail', 'espionage'] },
    e2: { ...shared, id: 'e2', title: 'Something', description: '', lane: 'media', evidence: [], credibility: null, location: null, entityIds: [], context: false, tags: ['mail'] },
  },
  attributions: { a: { ...shared, id: 'a', by: { name: 'Czechia', entityId: null, type: 'government', country: 'CZ' }, to: [{ name: 'APT31', entityId: 'apt', level: 'group' }, { name: 'China', entityId: null, level: 'state' }], stance: 'attributes', strength: null, basis: [], relations: [], evidence: [], note: '', tags: [] } as never },
  responses: { r: { ...shared, id: 'r', actor: { name: 'Poland', entityId: null, country: 'PL' }, type: 'condemnation', description: '', answers: ['a'], evidence: [], tags: [] } },
}
const items = timelineItems(incident, itemTitles('en'))
const of = (key: string, by: (typeof groupings)[number]) => groupsOf(incident, items.find((item) => item.key === key)!, by)

test('records stand in the rows of what they concern', () => {
  expect(of('events/e1', 'actor')).toEqual(['apt'])
  expect(of('attributions/a', 'actor')).toEqual(['apt', 'China'])
  expect(of('responses/r', 'actor')).toEqual(['apt', 'China'])
  expect([of('events/e1', 'country'), of('responses/r', 'country')]).toEqual([['CZ'], ['PL']])
  expect(of('events/e1', 'source')).toEqual(['s1'])
  expect(of('events/e1', 'tag')).toEqual(['mail', 'espionage'])
})

test('one that belongs nowhere stays, in the last row', () => {
  for (const by of groupings.filter((one) => one !== 'lane')) expect(groupOrder(incident, items, by).at(-1)).toBe(noGroup)
  expect(groupOrder(incident, items, 'tag')).toEqual(['mail', 'espionage', noGroup])
  expect(groupOrder(incident, items, 'lane')).toEqual(['activity', 'attribution', 'diplomatic', 'media'])
  for (const by of groupings) for (const item of items) expect(groupsOf(incident, item, by).length).toBeGreaterThan(0)
})
