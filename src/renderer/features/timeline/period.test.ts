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
  expect(plain(periodOf([item('2025-05-28'), item('2025-06-12~')], 'en'))).toBe('28 May – c. 12 Jun 2025')
  expect(yearsOf([item('2021'), item('2025-05-28')])).toBe('2021 – 2025')
  expect(plain(windowInWords({ from: Date.UTC(2020, 6, 1), to: Date.UTC(2025, 11, 5) }, 'en'))).toBe('Jul 2020 – Dec 2025')
})

it('names a period no more exactly than its dates are known', () => {
  const named = (...edtfs: string[]) => plain(periodOf(edtfs.map(item), 'en'))
  expect(named('2022', '2023')).toBe('2022 – 2023')
  expect(named('2025-05', '2025-05-28')).toBe('May 2025')
  expect(named('2022', '2025-05-28')).toBe('2022 – 28 May 2025')
  expect(named('2025-05-28', '2025-06-02')).toBe('28 May – 2 Jun 2025')
  expect(named('2022-21', '2022-22')).toBe('spring 2022 – summer 2022')
  // Neither the end that nobody states nor what is drawn for it.
  expect(named('2022/', '2023-05')).toBe('2022 – May 2023')
  expect(named('/2022-03', '2023/..')).toBe('Mar 2022 – 2023')
  expect(yearsOf([item('2022~'), item('2023/')])).toBe('2022 – 2023')
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
