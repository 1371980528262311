import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { anyDate, type KnownDate } from '../compare/testing-edtf.ts'
import { boundsOf, compareDates, formatEdtf, isEdtf, parseDate } from './index.ts'

const first = (limit: KnownDate['earliest']) => (limit === null ? null : limit === 'open' ? -Infinity : Date.parse(`${limit}T00:00:00.000Z`))
const last = (limit: KnownDate['latest']) => (limit === null ? null : limit === 'open' ? Infinity : Date.parse(`${limit}T23:59:59.999Z`))

test('bounds agree with those worked out by other means, over level 1', () => {
  fc.assert(fc.property(anyDate, ({ edtf, earliest, latest }) => {
    expect(isEdtf(edtf)).toBe(true)
    expect(boundsOf(edtf)).toEqual({ earliest: first(earliest), latest: last(latest) })
  }), { numRuns: 3000 })
})

test('a value typed as EDTF is stored letter for letter, never widened or narrowed', () => {
  fc.assert(fc.property(anyDate, ({ edtf }) => { expect(parseDate(edtf)).toBe(edtf) }), { numRuns: 1000 })
})

test('what a date reads as is taken back as the same date or not at all', () => {
  fc.assert(fc.property(anyDate, fc.constantFrom('en' as const, 'cs' as const), fc.constantFrom('short' as const, 'long' as const), ({ edtf, earliest, latest }, language, style) => {
    const again = parseDate(formatEdtf(edtf, language, style))
    if (again === null) return
    // Digits left unspecified ("2022-XX") read as the plain year, and an open start as one not stated: the same stretch of time.
    const bounds = boundsOf(again)
    expect([bounds.earliest ?? -Infinity, bounds.latest]).toEqual([first(earliest) ?? -Infinity, last(latest)])
  }), { numRuns: 1000 })
})

test('dates sort by their earliest bound, then by the latest, and the order is one order', () => {
  fc.assert(fc.property(fc.array(anyDate, { minLength: 3, maxLength: 3 }), (dates) => {
    const [a, b, c] = dates.map(({ edtf }) => edtf) as [string, string, string]
    expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0)
    if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0)
  }), { numRuns: 1000 })
})

test.each(['2003-02-29', '1900-02-29', '2022/2023-02-29', '2022-04-31'])('%s is no day', (edtf) => expect(isEdtf(edtf)).toBe(false))
test.each(['2004-02-29', '2000-02-29'])('%s is a day', (edtf) => expect(isEdtf(edtf)).toBe(true))

test.each([
  ['201X', '2010s', '2010–2019'],
  ['20XX', '2000–2099', '2000–2099'],
])('%s reads as the whole stretch, not as its first year', (edtf, en, cs) => expect([formatEdtf(edtf, 'en'), formatEdtf(edtf, 'cs')]).toEqual([en, cs]))

test.each([
  ['začátkem roku 2023', '2023'],
  ['late 2022', '2022'],
  ['v roce 2022', '2022'],
  ['začátek května 2025', '2025-05'],
  ['pravděpodobně květen 2025', '2025-05?'],
  ['maybe around 2022', '2022%'],
  ['2. čtvrtletí 2021', '2021-04/2021-06'],
  ['první polovina roku 2022', '2022-01/2022-06'],
  ['second half of 2022', '2022-07/2022-12'],
  ['2010s', '201X'],
  ['12–15 May 2025', '2025-05-12/2025-05-15'],
  ['do konce roku 2022', '/2022'],
])('%s is read as %s', (written, edtf) => expect(parseDate(written)).toBe(edtf))
test.each(['90. léta', '29.2.2023', 'after 28 May 2025'])('%s is not guessed at', (written) => expect(parseDate(written)).toBeNull())
