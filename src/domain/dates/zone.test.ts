import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDate } from '../compare/testing-edtf.ts'
import { askedShape, formatEdtf, formatInZone, hasTime, parseDate, readBack } from './index.ts'

// The first and the last calendar day on earth, and zones between them with summer time and odd offsets.
const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC', 'Europe/Prague', 'America/St_Johns', 'Asia/Kathmandu'] as const
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('no zone moves what has no time of day', () => {
  fc.assert(fc.property(anyDate, fc.constantFrom(...zones), fc.constantFrom('en' as const, 'cs' as const), ({ edtf }, zone, language) => {
    expect(hasTime(edtf)).toBe(false)
    expect(formatInZone(edtf, language, zone)).toBe(formatEdtf(edtf, language))
  }), { numRuns: 1000 })
})

test.each([
  ['2025-05-28T10:30:00Z', 'UTC', '28 May 2025, 10:30 UTC'],
  ['2025-05-28T10:30:00Z', 'Pacific/Kiritimati', '29 May 2025, 00:30 UTC+14'],
  ['2025-05-28T10:30:00Z', 'Pacific/Pago_Pago', '27 May 2025, 23:30 UTC-11'],
  ['2025-05-28T10:30:00Z', 'Europe/Prague', '28 May 2025, 12:30 UTC+2'],
  ['2025-01-28T10:30:00Z', 'Europe/Prague', '28 Jan 2025, 11:30 UTC+1'],
  ['2025-05-28T23:30:00-05:00', 'UTC', '29 May 2025, 04:30 UTC'],
  ['2025-05-28T10:30:15Z', 'UTC', '28 May 2025, 10:30:15 UTC'],
  ['2025-05-28T10:30', 'Pacific/Kiritimati', '28 May 2025, 10:30 (zone not stated)'],
  ['2025-05-28T22:00:00Z/2025-05-30', 'Pacific/Kiritimati', '29 May 2025, 12:00 UTC+14 – 30 May 2025'],
  ['2025-05-28T22:00:00Z/', 'Europe/Prague', 'from 29 May 2025, 00:00 UTC+2, end not known'],
])('%s in %s reads %s', (edtf, zone, words) => expect(plain(formatInZone(edtf, 'en', zone))).toBe(words))

test('an instant typed as EDTF is stored letter for letter', () => {
  expect(parseDate('2025-05-28T23:30:00-05:00')).toBe('2025-05-28T23:30:00-05:00')
  expect(parseDate('2025-05-28T10:30Z')).toBe('2025-05-28T10:30Z')
  expect(parseDate('2025-05-28T25:30Z')).toBeNull()
})

test.each([
  ['2025-05-28T23:30:00-05:00', '28 May 2025, 23:30 UTC-5'],
  ['2025-05-28T10:30:15Z', '28 May 2025, 10:30:15 UTC'],
  ['2025-05-28T00:30:00+05:30', '28 May 2025, 00:30 UTC+5:30'],
  ['2025-05-28T23:30', '28 May 2025, 23:30 (zone not stated)'],
  ['2025-05-28T22:00:00Z/', 'from 28 May 2025, 22:00 UTC, end not known'],
])('where no zone is chosen, %s keeps the day and the offset it is written with', (edtf, words) => {
  expect(plain(formatEdtf(edtf, 'en'))).toBe(words)
  expect(plain(readBack(edtf, 'en'))).toContain('28 May 2025')
})

test('a time without an offset is known to its day alone, whatever zone the machine is in', () => {
  const before = process.env['TZ']
  try {
    for (const zone of zones) {
      process.env['TZ'] = zone
      expect(askedShape('2025-05-28T23:30')).toEqual(askedShape('2025-05-28'))
      expect(askedShape('2025-05-28T01:00/2025-05-28T02:00')).toMatchObject({ start: { from: Date.UTC(2025, 4, 28) }, end: { to: Date.UTC(2025, 4, 29) - 1 } })
    }
    expect(new Date(2025, 0, 1).getUTCHours()).not.toBe(0)
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
})
