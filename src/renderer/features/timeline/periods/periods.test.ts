import { describe, expect, it } from 'vitest'
import { incidentWith, namedPeriod } from '#domain/compare/testing-incident.ts'
import { actionFor } from '../keys.ts'
import { dateOfFilter, dateOfWindow, limitsOf } from './dates.ts'
import { bandsAcross, mostBands, periodsOf } from './drawn.ts'
import { placeOf, rowsOf } from './strip-layout.ts'
import { baseFor, shareOf } from '../moved-layer.ts'

const day = 86_400_000
const utc = (text: string) => Date.parse(text)
const drawnOf = (...edtfs: (string | null)[]) => periodsOf(incidentWith({ periods: edtfs.map((edtf, at) => namedPeriod(`p${at}`, edtf)) }), { from: utc('2021-01-01'), to: utc('2026-01-01') })

describe('what is drawn of named periods', () => {
  it('stands in order of time, and lists what has no date without drawing it', () => {
    const { all, drawn } = drawnOf('2023', null, '2022-07-01/2022-12-31')
    expect(all.map(({ id }) => id)).toEqual(['p2', 'p0', 'p1'])
    expect(drawn.map(({ id }) => id)).toEqual(['p2', 'p0'])
    expect(bandsAcross(drawn).map(({ look, from, to }) => [look, (to - from) / day])).toEqual([['band core ink-none', 184], ['band margin ink-none', 365]])
  })

  it('lets an open end fade as far as the records reach, and draws no more bands than can be told apart', () => {
    const { drawn } = drawnOf('2024-05-01/')
    expect(new Date(drawn[0]!.to).toISOString().slice(0, 10)).toBe('2026-01-01')
    expect(drawnOf(...Array.from({ length: mostBands + 5 }, () => '2022')).drawn).toHaveLength(mostBands)
  })
})

describe('names over the lanes', () => {
  const { drawn } = drawnOf('2022-01-01/2022-06-30', '2022-03-01/2022-12-31', '2022-08-01/2022-12-31')
  it('overlap in no row, and panning moves none to another', () => {
    const label = () => 60
    expect([...rowsOf(drawn, day, label).values()]).toEqual([0, 1, 0])
    // Where names need more room than bands, they are what counts.
    expect([...rowsOf(drawn, 10 * day, label).values()]).toEqual([0, 1, 2])
  })

  it('stick to the visible edge, end in what they have, and go when nothing of them is seen', () => {
    const window = (from: string, to: string) => ({ from: utc(from), to: utc(to) })
    const [first] = drawn
    expect(placeOf(first!, window('2022-01-01', '2022-12-31'), 364, 60)).toMatchObject({ shift: 0, room: null })
    const stuck = placeOf(first!, window('2022-03-01', '2022-12-31'), 305, 60)!
    expect([Math.round(stuck.shift), stuck.room, Math.round(stuck.free)]).toEqual([59, null, 122])
    expect(placeOf(first!, window('2022-06-01', '2022-12-31'), 213, 60)!.room).toBeCloseTo(30, 0)
    expect(placeOf(first!, window('2021-12-01', '2022-01-11'), 410, 160)!.room).toBeCloseTo(100, 5)
    expect(placeOf(first!, window('2023-01-01', '2023-12-31'), 364, 60)).toBeNull()
    expect(placeOf(first!, window('2021-01-01', '2021-12-01'), 364, 60)).toBeNull()
  })
})

describe('naming what is seen or filtered', () => {
  it('takes a window in months, a narrow one in days', () => {
    expect(dateOfWindow({ from: utc('2020-07-14'), to: utc('2025-12-05') })).toBe('2020-07/2025-12')
    expect(dateOfWindow({ from: utc('2025-05-01'), to: utc('2025-06-03') })).toBe('2025-05-01/2025-06-03')
  })
  it('takes a filter as it is written, and filters by what a date states', () => {
    expect(dateOfFilter({ from: '2022-07', to: null, sure: true })).toBe('2022-07/')
    expect(limitsOf('2022/..')).toEqual({ from: '2022', to: null })
    expect(limitsOf('/2022-03~')).toEqual({ from: null, to: '2022-03~' })
    expect(limitsOf('2022')).toEqual({ from: '2022', to: '2022' })
    expect(limitsOf(null)).toBeNull()
  })
})

it('P lists periods, with Shift it names one; both are off with single keys', () => {
  const press = (key: string, shiftKey = false) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey })
  expect([actionFor(press('p'), true), actionFor(press('P', true), true), actionFor(press('P'), true)]).toEqual(['periods', 'new-period', 'periods'])
  expect([actionFor(press('p'), false), actionFor(press('P', true), false)]).toEqual([null, null])
})

describe('a layer that moves as one', () => {
  const year = 365 * day
  const full = { from: 0, to: 50 * year }
  it('stands for all of its parts, and near the window for what would be too many px', () => {
    const window = { from: 10 * year, to: 12 * year }
    expect(baseFor(full, window, 1000, null)).toBe(full)
    const close = { from: 10 * year, to: 10 * year + 7 * day }
    const long = { from: -2000 * year, to: 50 * year }
    const near = baseFor(long, close, 1000, null)
    expect([near.from < close.from, near.to > close.to, (near.to - near.from) / (close.to - close.from)]).toEqual([true, true, 41])
    // Panning within it keeps it; leaving it, or another scale, makes another one.
    expect(baseFor(long, { from: close.from + 10 * day, to: close.to + 10 * day }, 1000, near)).toBe(near)
    expect(baseFor(long, { from: close.from + 200 * day, to: close.to + 200 * day }, 1000, near)).not.toBe(near)
  })
  it('places a part within its base, cut where that ends', () => {
    expect(shareOf(full, { from: 5 * year, to: 10 * year })).toEqual({ left: 10, width: 10 })
    expect(shareOf(full, { from: -5 * year, to: 100 * year })).toEqual({ left: 0, width: 100 })
  })
})
