import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDate, type KnownDate } from '../compare/testing-edtf.ts'
import { daysAround, isEdtf, standingIn, stretchBetween } from './index.ts'

const day = 86_400_000
const first = ({ earliest }: KnownDate) => (earliest === null || earliest === 'open' ? -Infinity : Date.parse(`${earliest}T00:00:00.000Z`))
const last = ({ latest }: KnownDate) => (latest === null || latest === 'open' ? Infinity : Date.parse(`${latest}T23:59:59.999Z`))
const instant = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(2999, 11, 31) })
const stretch = fc.tuple(fc.oneof(instant, fc.constant(-Infinity)), fc.oneof(instant, fc.constant(Infinity))).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
const marked = ({ edtf }: KnownDate) => /[?~%]/.test(edtf)

test('an unmarked date stands in a stretch as its bounds do', () => {
  fc.assert(fc.property(anyDate.filter((date) => !marked(date)), stretch, (date, { from, to }) => {
    const [a, b] = [first(date), last(date)]
    const expected = b < from || a > to ? 'outside' : a >= from && b <= to ? 'surely' : 'possibly'
    expect(standingIn(date.edtf, { from, to })).toBe(expected)
  }), { numRuns: 3000 })
})

test('a mark of doubt never makes a date surer', () => {
  fc.assert(fc.property(anyDate.filter(marked), stretch, (date, within) => {
    const standing = standingIn(date.edtf, within)
    const inside = first(date) >= within.from && last(date) <= within.to
    if (standing === 'surely') expect(inside && !/[?%]/.test(date.edtf)).toBe(true)
    if (standing === 'outside') expect(last(date) < within.from || first(date) > within.to).toBe(true)
  }), { numRuns: 3000 })
})

test('a wider stretch loses nothing', () => {
  const rank = { outside: 0, possibly: 1, surely: 2, undated: -1 }
  fc.assert(fc.property(anyDate, stretch, fc.nat(400), ({ edtf }, { from, to }, days) => {
    expect(rank[standingIn(edtf, { from: from - days * day, to: to + days * day })]).toBeGreaterThanOrEqual(rank[standingIn(edtf, { from, to })])
  }), { numRuns: 1000 })
})

test('the days round a date are days, and an unmarked date lies surely among them', () => {
  fc.assert(fc.property(anyDate, fc.nat(3650), (date, days) => {
    const around = daysAround(date.edtf, days)
    expect([around.from, around.to].every((limit) => limit === null || isEdtf(limit))).toBe(true)
    if (!marked(date)) expect(standingIn(date.edtf, stretchBetween(around.from, around.to))).toBe('surely')
    if (Number.isFinite(first(date))) expect(stretchBetween(around.from, null).from).toBe(first(date) - days * day)
  }), { numRuns: 1000 })
})

test.each([
  ['2022', '2022', '2022', 'surely'],
  ['2022', '2022-06', '2023', 'possibly'],
  ['2022?', '2000', '2030', 'possibly'],
  ['2025-05-28~', '2025-05-29', '2025-06', 'possibly'],
  ['2025-05-28~', '2025-05-28', '2025-05-28', 'possibly'],
  ['2025-05-28~', '2025-05-25', '2025-05-31', 'surely'],
  ['2022/', '2022', null, 'surely'],
  ['2022/', '2022', '2030', 'possibly'],
  ['2022/', null, '2021', 'outside'],
] as const)('%s stands in %s to %s: %s', (edtf, from, to, standing) => expect(standingIn(edtf, stretchBetween(from, to))).toBe(standing))
test('what has no date is in no stretch', () => expect(standingIn(null, stretchBetween(null, null))).toBe('undated'))
test('round a date whose end is not known the end stays open', () => expect(daysAround('2022/', 7)).toEqual({ from: '2021-12-25', to: null }))
