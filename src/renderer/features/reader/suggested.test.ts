import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { rejectionOf, suggest } from '#domain/suggest/index.ts'
import type { Annotation, Source } from '#domain/incident/index.ts'
import { makeAnchor } from '#domain/text/index.ts'
import { withSuggested } from './list-filters.ts'
import { equalItems, fitting, isMade, itemsOf, stepFrom } from './suggested.ts'
import { readingOf } from './suggestion-reading.ts'

const text = 'On 3 May 2024 NATO condemned the attack by APT31. “We stand firm,” said Jens Stoltenberg.\n\nAPT31 struck in 2022.'
const sha256 = createHash('sha256').update(text).digest('hex')
const source: Source = {
  id: 's1', citation: { id: 's1', type: 'document', title: 's1' }, date: null, kind: 'press', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null,
  text: { sha256, length: text.length, nature: 'original' }, note: '', tags: [],
}
const vocabularies = { actors: [{ id: 'apt31', name: 'APT31', country: 'CN', aliases: [{ name: 'ZIRCONIUM' }] }], techniques: [], malware: [], groups: [] }
const found = suggest(text, { language: 'en', vocabularies })
const words = (items: readonly { annotation: Annotation }[]) => items.map(({ annotation }) => annotation.anchor.exact)
const mark = (exact: string, state: Annotation['state']): Annotation => ({ id: `a-${exact}`, sourceId: 's1', anchor: makeAnchor(text, sha256, text.indexOf(exact), text.indexOf(exact) + exact.length), type: 'activity', tags: [], note: '', state, createdAt: '2025-01-01T00:00:00Z', createdBy: '' })
const items = itemsOf(found, {}, source, text)

describe('what waits in a text', () => {
  it('is what the rules found, as the annotations it would become', () => {
    expect(words(items)).toEqual(['3 May 2024', 'NATO', 'condemned the attack by APT31', 'attack by APT31', 'APT31', 'We stand firm,', 'Jens Stoltenberg', 'APT31', '2022'])
    expect(items.every(({ annotation: { id, state } }) => isMade(id) && state === 'suggested')).toBe(true)
    expect(new Set(items.map(({ annotation }) => annotation.id)).size).toBe(items.length)
  })
  it('is not made anew for a mark: what is left are the same items, in the order of the text beside the marks', () => {
    const now = mark('NATO', 'accepted')
    const left = itemsOf(found, { a: now }, source, text)
    expect(left).toHaveLength(items.length - 1)
    expect(left.every((item) => items.includes(item))).toBe(true)
    expect(words(withSuggested([now], left.map(({ annotation }) => annotation), ['s1']).map((annotation) => ({ annotation })))).toEqual(words(items))
  })
  it('leaves out words that are marked or were turned down, and has those that the case itself suggests', () => {
    const apt = found.find(({ exact }) => exact === 'APT31')!
    const left = itemsOf(found, { a: mark('3 May 2024', 'accepted'), b: mark('NATO', 'rejected'), c: mark('stand firm', 'suggested') }, { ...source, rejected: [rejectionOf(apt)] }, text)
    expect(words(left).filter((one) => ['3 May 2024', 'NATO'].includes(one))).toEqual([])
    expect(words(left).filter((one) => one === 'APT31')).toHaveLength(1)
    expect(left.find(({ found: rule }) => rule === null)?.annotation.id).toBe('a-stand firm')
  })
})

describe('walking', () => {
  const at = (exact: string) => items.find(({ annotation }) => annotation.anchor.exact === exact)!
  it('goes from one to the next, and ends', () => {
    expect(stepFrom(items, 0, 1, 'all')).toBe(items[0])
    expect(stepFrom(items, items[0]!.annotation.id, 1, 'all')).toBe(items[1])
    expect(stepFrom(items, items.at(-1)!.annotation.id, 1, 'all')).toBeNull()
    expect(stepFrom(items, items[0]!.annotation.id, -1, 'all')).toBeNull()
    expect(stepFrom(items, Infinity, -1, 'all')).toBe(items.at(-1))
  })
  it('passes over names where records are wanted', () => {
    const walked = []
    for (let item = stepFrom(items, 0, 1, 'records'); item; item = stepFrom(items, item.annotation.id, 1, 'records')) walked.push(item.annotation.type)
    expect(new Set(walked)).toEqual(new Set(['date', 'response', 'attribution', 'assessment']))
  })
  it('knows which are equal and what is made of each', () => {
    expect(equalItems(items, at('APT31'))).toHaveLength(2)
    expect([at('2022'), at('APT31'), at('We stand firm,'), items.find(({ annotation }) => annotation.type === 'response')!].map(fitting)).toEqual(['event', 'entity', 'claim', 'response'])
  })
})

it('says why: the alias, the reading of a date, the speaker', () => {
  const [alias] = suggest('Zirconium struck.', { language: 'en', vocabularies })
  expect(readingOf({ found: alias! }, 'en')).toBe('ZIRCONIUM is a name of APT31')
  expect(readingOf(items.find(({ annotation }) => annotation.anchor.exact === '3 May 2024')!, 'cs')).toBe('Čte se jako 3.\u00a05.\u00a02024 (2024-05-03)')
  expect(readingOf(items.find(({ annotation }) => annotation.type === 'assessment')!, 'en')).toBe('Said by Jens Stoltenberg')
  expect(readingOf({ found: null }, 'en')).toBe('Suggested in the case as it came')
})
