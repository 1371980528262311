import { describe, expect, test } from 'vitest'
import { boundsOf, compareDates, daysFrom, formatEdtf, isEdtf, isExactDay, parseDate, precisionOf, readBack, shapeOf } from './index.ts'

const utc = (text: string) => Date.parse(text)
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('what people write', () => {
  test.each([
    ['2022', '2022'],
    ['28.5.2025', '2025-05-28'],
    ['28. 5. 2025', '2025-05-28'],
    ['28. května 2025', '2025-05-28'],
    ['28 May 2025', '2025-05-28'],
    ['May 28, 2025', '2025-05-28'],
    ['květen 2025', '2025-05'],
    ['asi květen 2025', '2025-05~'],
    ['around May 2025', '2025-05~'],
    ['c. 12 Jun 2025', '2025-06-12~'],
    ['2022?', '2022?'],
    ['2022?/2023?', '2022?/2023?'],
    ['from 2022, end not known', '2022/'],
    ['since 2022', '2022/'],
    ['od roku 2022', '2022/'],
    ['since 2022, ongoing', '2022/..'],
    ['2022/..', '2022/..'],
    ['before 28 May 2025', '/2025-05-27'],
    ['before 2022', '/2021'],
    ['před rokem 2022', '/2021'],
    ['před lednem 2025', '/2024-12'],
    ['before 1 March 2024', '/2024-02-29'],
    ['before the end of 2022', '/2022'],
    ['před koncem roku 2022', '/2022'],
    ['před začátkem roku 2022', '/2021'],
    ['by 2022', '/2022'],
    ['přibližně od roku 2022, konec není znám', '2022~/'],
    ['asi do května 2025', '/2025-05~'],
    ['až do roku 2022', '/2022'],
    ['no later than 28 May 2025', '/2025-05-28'],
    ['nejpozději 28. května 2025', '/2025-05-28'],
    ['between 2021 and 2022', '2021/2022'],
    ['2021-2022', '2021/2022'],
    ['1 July – 31 December 2022', '2022-07-01/2022-12-31'],
    ['mezi říjnem 2020 a lednem 2021', '2020-10/2021-01'],
    ['Q3 2024', '2024-07/2024-09'],
    ['autumn 2020', '2020-23'],
    ['podzim 2020', '2020-23'],
  ])('%s is read as %s', (written, edtf) => {
    expect(parseDate(written)).toBe(edtf)
  })

  test.each(['', 'before mid-2022', 'before spring 2022', 'yesterday', '31.2.2025', '2025-13', 'abc 2022 def', '{2021,2022}', 'in recent years'])('%s is not a date', (written) => {
    expect(parseDate(written)).toBeNull()
  })
})

describe('bounds', () => {
  test.each([
    ['2022', '2022-01-01T00:00:00.000Z', '2022-12-31T23:59:59.999Z'],
    ['2025-05-28', '2025-05-28T00:00:00.000Z', '2025-05-28T23:59:59.999Z'],
    ['2022?/2023?', '2022-01-01T00:00:00.000Z', '2023-12-31T23:59:59.999Z'],
    ['2020-23', '2020-09-01T00:00:00.000Z', '2020-11-30T23:59:59.999Z'],
  ])('%s', (edtf, earliest, latest) => {
    expect(boundsOf(edtf)).toEqual({ earliest: utc(earliest), latest: utc(latest) })
  })

  test('an unknown end is null, an open one is infinite', () => {
    expect(boundsOf('2022/').latest).toBeNull()
    expect(boundsOf('2022/..').latest).toBe(Infinity)
    expect(boundsOf('/2022').earliest).toBeNull()
  })

  test('only one exact day is a point', () => {
    expect(['2025-05-28', '2025-05-28~', '2025-05', '2022/'].map(isExactDay)).toEqual([true, false, false, false])
    expect(shapeOf('2022/')).toMatchObject({ kind: 'span', start: { precision: 'year' }, end: { known: false, open: false } })
  })

  test('order is by earliest, then latest; undated last', () => {
    const dates = [null, '2025-05-28', '2022/', '2022', '2021', '2022-07-01/2022-12-31']
    expect(dates.toSorted(compareDates)).toEqual(['2021', '2022', '2022/', '2022-07-01/2022-12-31', '2025-05-28', null])
  })

  test('days from day zero are a range where the date is', () => {
    expect(daysFrom('2025-05-28', '2025-09-03')).toEqual({ least: 98, most: 98 })
    expect(daysFrom('2025-05-28', '2022')).toEqual({ least: -1243, most: -879 })
    expect(daysFrom('2025-05-28', '2022/')).toEqual({ least: -1243, most: null })
  })
})

describe('words', () => {
  test.each([
    ['2025-05-28', '28 May 2025', '28. 5. 2025'],
    ['2025-07', 'Jul 2025', 'červenec 2025'],
    ['2018-06~', 'c. Jun 2018', 'kolem června 2018'],
    ['2022~', 'c. 2022', 'kolem roku 2022'],
    ['2022~/', 'from c. 2022, end not known', 'přibližně od roku 2022, konec není znám'],
    ['/2025-05~', 'until c. May 2025, start not known', 'přibližně do května 2025, začátek není znám'],
    ['2022/', 'from 2022, end not known', 'od roku 2022, konec není znám'],
    ['2022/..', 'from 2022, still going on', 'od roku 2022, stále trvá'],
    ['2022?/2023?', '2022? – 2023?', '2022? – 2023?'],
    ['2022-07-01/2022-12-31', '1 Jul – 31 Dec 2022', '1. 7. – 31. 12. 2022'],
    ['/2025-05-28', 'until 28 May 2025, start not known', 'do 28. 5. 2025, začátek není znám'],
  ])('%s', (edtf, english, czech) => {
    expect(plain(formatEdtf(edtf, 'en'))).toBe(english)
    expect(plain(formatEdtf(edtf, 'cs'))).toBe(czech)
  })

  test('a date is read back in a sentence', () => {
    expect(readBack('2022/', 'en')).toBe('Starts some time in 2022. No source states the end.')
    expect(readBack(null, 'cs')).toBe('Datum není známo.')
  })

  test('the doubt about a limit is said in words, not as a sign beside the full stop', () => {
    expect(readBack('2022?/2023?', 'en')).toBe('Starts perhaps some time in 2022. Ends perhaps some time in 2023.')
    expect(plain(readBack('2022-05~/2025-05-28', 'en'))).toBe('Starts about May 2022. Ends on 28 May 2025.')
    expect(plain(readBack('2022?/2023-06~', 'cs'))).toBe('Začátek: snad 2022. Konec: přibližně červen 2023.')
    expect(plain(readBack('2025-05-28?/..', 'en'))).toBe('Starts perhaps on 28 May 2025. Still going on.')
  })

  test('precision in one word', () => {
    expect([null, '2022', '2025-05', '2025-05-28', '2025-06-12~', '2022?', '2022/', '2020-23'].map(precisionOf)).toEqual(['undated', 'year', 'month', 'day', 'approximate', 'uncertain', 'interval', 'season'])
  })
})

test('what the schema accepts is EDTF level 0 and 1', () => {
  expect(['2022', '2022-XX', '201X', '2022/', '2025-06-12~'].every(isEdtf)).toBe(true)
  expect(['[2021,2022]', '28 May 2025', '2025-13', ''].some(isEdtf)).toBe(false)
})
