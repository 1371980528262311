import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEdtf } from '../dates/index.ts'
import { incidentWith, namedPeriod, timelineEvent } from '../compare/testing-incident.ts'
import { anyDate } from '../compare/testing-edtf.ts'
import type { Incident } from '../incident/index.ts'
import { eventColumns, eventsCsv, incidentIcs, incidentTimelineJs, partsOf, statedDays, writeCsv, type TimelineJs } from './index.ts'

const now = new Date('2026-11-25T12:00:00Z')
const options = { language: 'en', tlp: 'CLEAR', now } as const
const czech = (JSON.parse(readFileSync(fileURLToPath(new URL('../../../resources/cases/cz-mfa-apt31-2022.json', import.meta.url)), 'utf8')) as { incident: Incident }).incident
const one = (edtf: string | null, more: Partial<Parameters<typeof timelineEvent>[1]> = {}) => incidentWith({ events: [timelineEvent('e1', { lane: 'activity', edtf, ...more })] })

/** A reader of CSV of the test's own: RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"'
    let value = ''
    if (quoted) {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        value += text[at]
        if (text[at] === '"') at += 1
      }
      at += 1
    } else for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) value += text[at]
    rows.at(-1)?.push(value)
    if (text[at] === ',') at += 1
    else {
      at += 2
      rows.push([])
    }
  }
  return rows.slice(0, -1)
}
/** Content lines of iCalendar, unfolded: RFC 5545, 3.1. */
const icsLines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)

/** Every YYYY-MM-DD and YYYYMMDD that a text holds. */
const daysIn = (text: string) => [...text.matchAll(/\b(\d{4})-?(\d\d)-?(\d\d)\b/g)].map(([, y, m, d]) => `${y}-${m}-${d}`)

describe('no export states a day that the date does not', () => {
  const dates = anyDate.filter(({ edtf }) => isEdtf(edtf))

  it('iCalendar has an event only for days that the text of the date says', () => {
    let kept = 0
    let left = 0
    fc.assert(fc.property(dates, ({ edtf, day }) => {
      const lines = icsLines(incidentIcs(one(edtf), options))
      const starts = lines.filter((line) => line.startsWith('DTSTART'))
      const ends = edtf.split('/').filter((part) => /^\d{4}-\d\d-\d\d$/.test(part))
      const isDays = day !== null || (edtf.includes('/') && ends.length === 2)
      expect(starts).toEqual(isDays ? [`DTSTART;VALUE=DATE:${(ends[0] ?? '').replaceAll('-', '')}`] : [])
      if (isDays) kept += 1
      else left += 1
      expect(lines.some((line) => line.startsWith(`DESCRIPTION:${isDays ? 1 : 0} of 1 records`))).toBe(true)
      // The stamp is the time of export; nothing else in the file may be a day unless the date says it.
      const said = daysIn(lines.filter((line) => !/^(DTSTAMP|DTEND)/.test(line)).join('\n'))
      for (const found of said) expect(edtf).toContain(found)
    }), { numRuns: 600 })
    expect(kept).toBeGreaterThan(20)
    expect(left).toBeGreaterThan(100)
  })

  it('TimelineJS has no more of a date than is stated', () => {
    fc.assert(fc.property(dates, ({ edtf, earliest, latest }) => {
      const { events } = JSON.parse(incidentTimelineJs(one(edtf), options)) as TimelineJs
      const [slide] = events
      if (slide === undefined) throw new Error(`${edtf} has a limit`)
      for (const part of [slide.start_date, slide.end_date]) {
        if (part === undefined) continue
        const y = String(part.year).padStart(4, '0')
        const month = part.month === undefined ? null : `${y}-${String(part.month).padStart(2, '0')}`
        if (part.day === undefined && month === null) expect([earliest, latest].some((bound) => bound?.startsWith(y))).toBe(true)
        if (month !== null) expect(edtf).toContain(month)
        if (part.day !== undefined) expect(edtf).toContain(`${month}-${String(part.day).padStart(2, '0')}`)
      }
      for (const found of daysIn(JSON.stringify(events))) expect(edtf).toContain(found)
    }), { numRuns: 600 })
  })

  it('CSV has the date as it is and its limits beside it', () => {
    fc.assert(fc.property(dates, ({ edtf, earliest, latest }) => {
      const [header = [], row = []] = readCsv(eventsCsv(one(edtf), options))
      const get = (name: (typeof eventColumns)[number]) => row[header.indexOf(name)]
      const bound = (value: string | null) => (value === null ? '' : value === 'open' ? '..' : value)
      expect([get('edtf'), get('earliest'), get('latest')]).toEqual([edtf, bound(earliest), bound(latest)])
      for (const found of daysIn(get('date') ?? '')) expect(edtf).toContain(found)
    }), { numRuns: 400 })
  })
})

describe('CSV', () => {
  it('keeps every text whole, and none of them a formula', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 })), (rows) => {
      const back = readCsv(writeCsv(['a', 'b'], rows)).slice(1)
      expect(back).toEqual(rows.map((row) => row.map((value) => (/^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value))))
      for (const value of back.flat()) expect(value).not.toMatch(/^\s*[=+\-@\t\r]/)
    }))
  })
  it('leaves numbers as they are and doubles quotation marks', () => {
    expect(writeCsv(['n', 't'], [[-5, '=1+1'], [null, 'say "no", then']])).toBe('n,t\r\n-5,\'=1+1\r\n,"say ""no"", then"\r\n')
  })
  it('has each record of the Czech case once', () => {
    const rows = readCsv(eventsCsv(czech, options))
    expect(rows).toHaveLength(1 + Object.keys({ ...czech.events }).length + Object.keys(czech.attributions).length + Object.keys(czech.responses).length)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([eventColumns.length]))
  })
})

describe('iCalendar', () => {
  it('keeps lines within 75 octets, characters whole, and ends them with CRLF', () => {
    const text = incidentIcs(one('2025-05-28', { title: 'Příliš žluťoučký kůň úpěl ďábelské ódy, a pak; dále\\'.repeat(4) }), options)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(icsLines(text).find((line) => line.startsWith('SUMMARY'))).toBe(`SUMMARY:${'Příliš žluťoučký kůň úpěl ďábelské ódy\\, a pak\\; dále\\\\'.repeat(4)}`)
  })
  it('ends a day, and an interval of days, before the day after', () => {
    const days = (edtf: string) => icsLines(incidentIcs(one(edtf), options)).filter((line) => /^DT(START|END)/.test(line)).map((line) => line.split(':')[1])
    expect(days('2024-02-28')).toEqual(['20240228', '20240229'])
    expect(days('2022-07-01/2022-12-31')).toEqual(['20220701', '20230101'])
    expect(days('2022-07/2022-12-31')).toEqual([])
    expect(days('2025-05-28~')).toEqual([])
  })
  it('keeps the day as it is written, whatever zone a time of day is in', () => {
    expect(statedDays('2025-05-28T23:30:00-02:00')).toEqual({ first: '2025-05-28', last: '2025-05-28' })
    const incident = one('2025-05-28T23:30:00-02:00')
    for (const text of [incidentIcs(incident, options), eventsCsv(incident, options), incidentTimelineJs(incident, options)]) {
      expect(text).toMatch(/28\sMay\s2025/u)
      expect(text).not.toMatch(/29\sMay|05-29/u)
    }
    expect(eventsCsv(one('2025-05-28T23:30:00-02:00/2025-06-02'), options)).toContain(',2025-05-28T23:30:00-02:00,2025-06-02,')
  })
  it('of the Czech case counts what it leaves out, in both languages, and has one id for each event', () => {
    const lines = icsLines(incidentIcs(czech, options))
    const events = lines.filter((line) => line === 'BEGIN:VEVENT').length
    const all = Object.keys(czech.events).length + Object.keys(czech.attributions).length + Object.keys(czech.responses).length
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain(`${events} of ${all} records`)
    expect(icsLines(incidentIcs(czech, { ...options, language: 'cs' })).find((line) => line.startsWith('DESCRIPTION'))).toContain(`záznamů: ${events} z ${all}`)
    const uids = lines.filter((line) => line.startsWith('UID:'))
    expect(new Set(uids).size).toBe(events)
    expect(lines.find((line) => line.startsWith('CLASS'))).toBe('CLASS:PUBLIC')
    expect(incidentIcs(czech, { ...options, tlp: 'AMBER+STRICT' })).toContain('CLASS:CONFIDENTIAL')
  })
})

describe('TimelineJS', () => {
  it('takes imported text as text', () => {
    const { events } = JSON.parse(incidentTimelineJs(one('2022', { title: '<img src=x onerror=alert(1)> & "more"', wording: '<b>since</b>' }), options)) as TimelineJs
    expect(events[0]?.text).toEqual({ headline: '&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;', text: '<p>Source wording: &lt;b&gt;since&lt;/b&gt;</p>' })
  })
  it.each([
    ['2022', { year: 2022 }, null],
    ['2025-05', { year: 2025, month: 5 }, null],
    ['2025-05-28', { year: 2025, month: 5, day: 28 }, null],
    ['2022/2025-05', { year: 2022 }, { year: 2025, month: 5 }],
    ['2022/', { year: 2022 }, null],
    ['/2022-03', null, { year: 2022, month: 3 }],
    ['202X', { year: 2020 }, { year: 2029 }],
    ['2022-24', { year: 2022 }, { year: 2023 }],
    ['2022-22', { year: 2022 }, null],
  ])('%s has the parts it states', (edtf, start, end) => expect(partsOf(edtf)).toEqual({ start, end }))
  it('counts what has no date', () => {
    expect(incidentTimelineJs(one(null), options)).toContain('Without a date and so not shown: 1.')
  })
})

describe('named periods', () => {
  const dates = anyDate.filter(({ edtf }) => isEdtf(edtf))
  const named = (edtf: string | null) => incidentWith({ periods: [namedPeriod('p1', edtf, { title: 'Wave 1 <b>' })] })

  it('have no day in any export that their date does not state', () => {
    const seen = { days: 0, eras: 0, left: 0 }
    fc.assert(fc.property(dates, ({ edtf, day, earliest, latest }) => {
      const lines = icsLines(incidentIcs(named(edtf), options))
      const isDays = day !== null || (edtf.includes('/') && edtf.split('/').every((part) => /^\d{4}-\d\d-\d\d$/.test(part)))
      expect(lines.filter((line) => line.startsWith('DTSTART'))).toHaveLength(isDays ? 1 : 0)
      for (const found of daysIn(lines.filter((line) => !/^(DTSTAMP|DTEND)/.test(line)).join('\n'))) expect(edtf).toContain(found)
      if (isDays) seen.days += 1

      const { eras = [], title } = JSON.parse(incidentTimelineJs(named(edtf), options)) as TimelineJs
      for (const { start_date: start, end_date: end } of eras) {
        expect(start).not.toEqual(end)
        for (const [part, bound] of [[start, earliest], [end, latest]] as const) {
          const y = String(part.year).padStart(4, '0')
          expect(bound?.startsWith(y)).toBe(true)
          if (part.month !== undefined) expect(edtf).toContain(`${y}-${String(part.month).padStart(2, '0')}`)
          if (part.day !== undefined) expect(edtf).toContain(`${y}-${String(part.month).padStart(2, '0')}-${String(part.day).padStart(2, '0')}`)
        }
      }
      if (eras.length > 0) seen.eras += 1
      else {
        seen.left += 1
        expect(title.text.text).toContain('not shown: 1')
      }

      const [header = [], row = []] = readCsv(eventsCsv(named(edtf), options))
      const get = (name: (typeof eventColumns)[number]) => row[header.indexOf(name)]
      expect([get('record'), get('kind'), get('edtf'), get('lane'), get('sources')]).toEqual(['periods', 'period', edtf, '', ''])
      for (const found of daysIn(get('date') ?? '')) expect(edtf).toContain(found)
    }), { numRuns: 600 })
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('are said as what they are, as text, and counted where a format cannot carry them', () => {
    const text = incidentIcs(named('2022-07-01/2022-12-31'), options).replaceAll('\r\n ', '')
    expect(text).toContain('CATEGORIES:Named period')
    expect(text).toContain('Of 1 named periods 1 has both limits known to the day and is here.')
    expect(incidentIcs(named('2022'), { ...options, language: 'cs' }).replaceAll('\r\n ', '')).toContain('na den: 0 z 1')
    const { eras } = JSON.parse(incidentTimelineJs(named('2022-07/2022-12'), options)) as TimelineJs
    expect(eras).toEqual([{ start_date: { year: 2022, month: 7 }, end_date: { year: 2022, month: 12 }, text: { headline: 'Wave 1 &lt;b&gt;' } }])
    expect(incidentTimelineJs(one('2022'), options)).not.toContain('eras')
  })
})
