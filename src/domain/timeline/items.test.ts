import { expect, test } from 'vitest'
import { emptyIncident, type Evidence, type Incident, type Source } from '../incident/index.ts'
import { itemTitles } from './titles.ts'
import { timelineItems } from './items.ts'

const source = (id: string, repeats: string | null): Source => ({
  id, citation: { id, type: 'webpage', title: id }, date: null, kind: 'press', access: 'read', language: null, tlp: 'CLEAR', pap: null, reliability: 'B',
  repeats: repeats === null ? null : { sourceId: repeats, note: '' }, capture: null, text: null, note: '', tags: [],
})
const cites = (sourceId: string, stance: Evidence['stance'] = 'for'): Evidence => ({ kind: 'citation', sourceId, locator: null, stance, credibility: null, note: '' })

function originsOf(lineage: Record<string, string | null>, evidence: Evidence[]): number | undefined {
  const incident: Incident = emptyIncident({ id: 'i', title: 'A case', createdAt: '2025-05-28T10:00:00Z' })
  for (const [id, repeats] of Object.entries(lineage)) incident.sources[id] = source(id, repeats)
  incident.events['e'] = {
    id: 'e', title: 'Something', description: '', date: { edtf: '2025', wording: null }, lane: 'activity', evidence, credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed', tags: [],
  }
  return timelineItems(incident, itemTitles('en'))[0]?.sources
}

test('copies of one report count once, over any number of steps', () => {
  const lineage = { agency: null, paper: 'agency', copy: 'paper', other: null }
  expect(originsOf(lineage, [cites('agency'), cites('paper'), cites('copy')])).toBe(1)
  expect(originsOf(lineage, [cites('paper'), cites('copy')])).toBe(1)
  expect(originsOf(lineage, [cites('copy'), cites('other')])).toBe(2)
})

test('sources that repeat each other are one origin', () => {
  const ring = { a: 'b', b: 'c', c: 'b' }
  expect(originsOf(ring, [cites('b'), cites('c')])).toBe(1)
  expect(originsOf(ring, [cites('a'), cites('c'), cites('b')])).toBe(1)
  expect(originsOf({ alone: 'alone' }, [cites('alone')])).toBe(1)
})

test('what speaks against a record does not stand behind it', () => {
  expect(originsOf({ one: null, two: null }, [cites('one'), cites('two', 'against')])).toBe(1)
  expect(originsOf({ one: null }, [])).toBe(0)
})
