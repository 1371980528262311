import { expect, test } from 'vitest'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { noFilters, passes, undatedLeftOut } from '../../state/filters.ts'
import { newlyHidden, type Seen } from './newly-hidden.ts'

const seen = (all: string, shown: string): Seen => ({ all: new Set(all), shown: new Set(shown) })

test('a new or changed record that the filters swallow is told, one that they hid all along is not', () => {
  expect(newlyHidden(seen('abc', 'ab'), seen('abcd', 'a'), [])).toEqual(['b', 'd'])
  expect(newlyHidden(seen('abc', 'ab'), seen('abc', 'ab'), [])).toEqual([])
})

test('what was told stays told until it is seen again or gone', () => {
  expect(newlyHidden(seen('abc', 'a'), seen('abc', 'a'), ['b', 'c'])).toEqual(['b', 'c'])
  expect(newlyHidden(seen('abc', 'a'), seen('ab', 'ab'), ['b', 'c'])).toEqual([])
})

const item = (key: string, more: Partial<TimelineItem>): TimelineItem => ({ key, collection: 'events', id: key, title: key, lane: 'media', kind: 'event', edtf: null, wording: null, standing: 'confirmed', context: false, evidence: [], sources: 1, tags: [], ...more })

test('the filter of time tells sure from possible, and counts what only lacks a date', () => {
  const items = [item('year', { edtf: '2025' }), item('day', { edtf: '2025-05-28' }), item('undated', {}), item('other lane', { lane: 'legal' })]
  const period = { from: '2025-05', to: '2025-06', sure: false }
  const filters = { ...noFilters, lanes: ['media' as const], period }
  const shown = (one: typeof filters) => items.filter((each) => passes(each, one)).map(({ key }) => key)
  expect(shown(filters)).toEqual(['year', 'day'])
  expect(shown({ ...filters, period: { ...period, sure: true } })).toEqual(['day'])
  expect(undatedLeftOut(items, filters)).toBe(1)
  expect(undatedLeftOut(items, { ...filters, also: ['undated'] })).toBe(0)
  expect(shown({ ...filters, also: ['undated'] })).toEqual(['year', 'day', 'undated'])
  expect(undatedLeftOut(items, noFilters)).toBe(0)
})
