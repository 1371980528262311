import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDate } from '../compare/testing-edtf.ts'
import { boundsOf, canShift, isEdtf, precisionOf, resizeDate, shiftDate } from './index.ts'

const day = 86_400_000
const utc = (text: string) => Date.parse(`${text}T00:00:00Z`)

test.each([
  ['2025-05-28', 5 * day, '2025-06-02'],
  ['2025-05-28', 0.4 * day, '2025-05-28'],
  ['2025-05', 20 * day, '2025-06'],
  ['2025-05', 10 * day, '2025-05'],
  ['2022', 300 * day, '2023'],
  ['2022~', -300 * day, '2021~'],
  ['2022-01-31/2022-03', 28 * day, '2022-02-28/2022-04'],
  ['2022/', 400 * day, '2023/'],
  ['../2025-05-28', -day, '../2025-05-27'],
  ['2025-05-12/2025-05-15', 30 * day, '2025-06-11/2025-06-14'],
])('%s moved by %d ms is %s', (edtf, distance, moved) => expect(shiftDate(edtf, distance)).toBe(moved))

test.each(['201X', '2022-XX', '2022-21', '../..', '/..'])('%s is not moved', (edtf) => expect([canShift(edtf), shiftDate(edtf, 400 * day)]).toEqual([false, null]))

test('a moved date is a date, and neither more nor less exact than it was', () => {
  let moved = 0
  fc.assert(fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), ({ edtf }, days) => {
    const to = shiftDate(edtf, days * day)
    if (to === null) return
    moved++
    expect(isEdtf(to)).toBe(true)
    expect(precisionOf(to)).toBe(precisionOf(edtf))
    expect(to.replace(/\d/g, '0')).toBe(edtf.replace(/\d/g, '0'))
    expect(shiftDate(edtf, 0)).toBe(edtf)
  }), { numRuns: 2000 })
  expect(moved).toBeGreaterThan(500)
})

test('a limit is put to its own precision', () => {
  expect(resizeDate('2025-05-28', 'end', utc('2025-06-03'))).toBe('2025-05-28/2025-06-02')
  expect(resizeDate('2022', 'end', utc('2024-02-01'))).toBe('2022/2023')
  expect(resizeDate('2022-03/2022-05', 'start', utc('2022-01-10'))).toBe('2022-01/2022-05')
  expect(resizeDate('2022-03/2022-05', 'end', utc('2022-04-02'))).toBe('2022-03')
  expect(resizeDate('2022-03/..', 'start', utc('2022-05-02'))).toBe('2022-05/..')
  expect(resizeDate('2022-03/..', 'end', utc('2022-05-02'))).toBeNull()
  expect(resizeDate('2022-03/2022-05', 'end', utc('2021-12-01'))).toBeNull()
})

test('a limit that is put to where it lies changes nothing', () => {
  fc.assert(fc.property(anyDate, ({ edtf }) => {
    const { earliest, latest } = boundsOf(edtf)
    const start = earliest !== null && Number.isFinite(earliest) ? resizeDate(edtf, 'start', earliest) : null
    const end = latest !== null && Number.isFinite(latest) ? resizeDate(edtf, 'end', latest + 1) : null
    for (const same of [start, end]) if (same !== null) expect(boundsOf(same)).toEqual(boundsOf(edtf))
  }), { numRuns: 2000 })
})
