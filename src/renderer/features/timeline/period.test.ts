import { expect, it } from 'vitest'
import { boundsOf } from '#domain/dates/index.ts'
import { density, yearTicks } from './density.ts'
import { drawn, wholeYears } from './marks.ts'
import { periodOf, windowInWords, yearsOf } from './period.ts'

const item = (edtf: string) => ({ ...drawn(edtf, Date.UTC(2025, 5, 1))!, edtf, id: edtf, key: edtf, lane: 'media', stated: boundsOf(edtf), context: false, title: edtf })
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const year = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2021, 0, 1) }

it('names a period by what is stated, not by what is drawn round it', () => {
  expect(plain(periodOf([item('2025-05-28'), item('2025-05-28')], 'en'))).toBe('28 May 2025')
  expect(plain(periodOf([item('2025-05-28'), item('2025-06-12~')], 'en'))).toBe('28 May 2025 – 12 Jun 2025'.replace(' 2025 –', ' –'))
  expect(yearsOf([item('2021'), item('2025-05-28')])).toBe('2021 – 2025')
  expect(plain(windowInWords({ from: Date.UTC(2020, 6, 1), to: Date.UTC(2025, 11, 5) }, 'en'))).toBe('Jul 2020 – Dec 2025')
})

it('counts every event once in the overview', () => {
  const bars = density([item('2020'), item('2020-03-01'), item('2020-03-01'), item('2020-06/'), item('/2020-02')], year, 300)
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(5)
  expect(bars.every(({ x, height }) => x >= 0 && x <= 300 && height >= 4)).toBe(true)
})

it('labels whole years that have room', () => {
  expect(wholeYears({ from: Date.UTC(2020, 8, 1), to: Date.UTC(2025, 11, 5) })).toEqual({ from: Date.UTC(2020, 0, 1), to: Date.UTC(2026, 0, 1) })
  expect(yearTicks({ from: Date.UTC(2000, 0, 1), to: Date.UTC(2026, 0, 1) }, 400).map(({ year }) => year)).toEqual([2005, 2010, 2015, 2020])
})
