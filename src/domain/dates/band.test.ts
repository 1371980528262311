import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDate } from '../compare/testing-edtf.ts'
import { bandOf, boundsOf, dateBetween, isEdtf } from './index.ts'

const day = 86_400_000
const reach = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2026, 0, 1) - 1 }
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const read = (edtf: string) => bandOf(edtf, reach).map(({ kind, from, to }) => `${kind} ${iso(from)} ${iso(to)}`)
const dates = anyDate.filter(({ edtf }) => isEdtf(edtf))

describe('the band of a date', () => {
  it.each([
    ['2022-07-01/2022-12-31', ['core 2022-07-01 2022-12-31']],
    ['2022-07/2022-12', ['margin 2022-07-01 2022-07-31', 'core 2022-08-01 2022-11-30', 'margin 2022-12-01 2022-12-31']],
    ['2022-07-01/2022-12~', ['core 2022-07-01 2022-10-30', 'margin 2022-10-31 2023-01-31']],
    ['2022', ['margin 2022-01-01 2022-12-31']],
    ['2022/2022-03', ['margin 2022-01-01 2022-12-31']],
    ['2025-05-28', ['core 2025-05-28 2025-05-28']],
    ['2022/', ['margin 2022-01-01 2022-12-31', 'fade-end 2023-01-01 2025-12-31']],
    ['2022-05-01/..', ['core 2022-05-01 2022-05-01', 'fade-end 2022-05-02 2025-12-31']],
    ['/2022-03', ['fade-start 2020-01-01 2022-02-28', 'margin 2022-03-01 2022-03-31']],
  ])('%s', (edtf, parts) => expect(read(edtf)).toEqual(parts))

  it('is without gaps, certain only of days that every reading of the date has in it, and fades where no limit is stated', () => {
    fc.assert(fc.property(dates, ({ edtf, earliest, latest }) => {
      const parts = bandOf(edtf, reach)
      expect(parts.length).toBeGreaterThan(0)
      for (const [at, part] of parts.entries()) {
        expect(part.to).toBeGreaterThan(part.from)
        if (at > 0) expect(part.from).toBe(parts[at - 1]!.to + 1)
      }
      expect(parts.some(({ kind }) => kind === 'fade-end')).toBe(latest === null || latest === 'open')
      expect(parts.some(({ kind }) => kind === 'fade-start')).toBe(earliest === null || earliest === 'open')
      const known = boundsOf(edtf)
      for (const { kind, from, to } of parts) {
        if (kind !== 'core') continue
        // The core never reaches the range in which a limit of less than a day's precision lies, nor beyond a limit.
        expect(from).toBeGreaterThanOrEqual(known.earliest ?? -Infinity)
        expect(to).toBeLessThanOrEqual(known.latest ?? Infinity)
        const [first = '', last = first] = edtf.split('/')
        if (/^\d{4}(-\d\d)?[?~%]?$/.test(first)) expect(from).toBeGreaterThan(boundsOf(first).latest!)
        if (/^\d{4}(-\d\d)?[?~%]?$/.test(last) && edtf.includes('/')) expect(to).toBeLessThan(boundsOf(last).earliest!)
      }
    }), { numRuns: 800 })
  })

  it('has at least 45 days of fade, whatever reaches further', () => {
    const [, fade] = bandOf('2025-12-20/', reach)
    expect(fade!.to - fade!.from).toBeGreaterThanOrEqual(44 * day)
  })
})

describe('a date between two others', () => {
  it.each([
    ['2022-07', '2022-12', '2022-07/2022-12'],
    ['2022', '2022', '2022'],
    [null, '2022-12-31', '/2022-12-31'],
    ['2022', null, '2022/'],
    ['2022/2023', '2024-05/..', '2022/'],
    ['2022-05-28', '2022', null],
    ['2023', '2022', null],
    [null, null, null],
    ['2022-21', '2022-22', null],
  ])('%s, %s', (from, to, date) => expect(dateBetween(from, to)).toBe(date))

  it('says nothing of its limits that they do not say: no day, no month, no certainty', () => {
    let made = 0
    fc.assert(fc.property(dates, dates, (a, b) => {
      const date = dateBetween(a.edtf, b.edtf)
      if (date === null) return
      made += 1
      expect(isEdtf(date)).toBe(true)
      const written = [...a.edtf.split('/'), ...b.edtf.split('/')]
      for (const part of date.split('/')) expect(part === '' || written.includes(part)).toBe(true)
    }), { numRuns: 800 })
    expect(made).toBeGreaterThan(100)
  })
})
