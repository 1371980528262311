import { formatEdtf, type DateLanguage, type DateStyle } from './format.ts'

/** A date and time as EDTF level 0 has it (ISO 8601): day, hours and minutes, seconds, and the offset from UTC if it is stated. */
const timed = /^(-?\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/

const words = { en: { noZone: 'zone not stated' }, cs: { noZone: 'pásmo neuvedeno' } } as const

/** True when a date states a time of day: only such an instant is moved by a time zone. */
export const hasTime = (text: string | null): boolean => text?.split('/').some((part) => timed.test(part)) ?? false

type Local = { day: string; time: string }

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string, seconds: boolean): Intl.DateTimeFormat {
  const key = `${zone} ${seconds}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'shortOffset', ...(seconds ? { second: '2-digit' } : {}),
  })
  formats.set(key, format)
  return format
}

/** What clocks and calendars of a zone (IANA name) show at an instant. */
function inZone(instant: number, zone: string, seconds: boolean): Local {
  const parts = Object.fromEntries(formatOf(zone, seconds).formatToParts(instant).map(({ type, value }) => [type, value]))
  const clock = [parts['hour'], parts['minute'], ...(seconds ? [parts['second']] : [])].join(':')
  return { day: `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`, time: `${clock} ${parts['timeZoneName']?.replace(/^GMT(?:\+0)?$|^GMT/, 'UTC')}` }
}

/** One part of a date: the day it falls on in the zone and its time; a part without a time stays the day it is. */
function local(part: string, zone: string, language: DateLanguage): { edtf: string; time: string | null } {
  const match = timed.exec(part)
  if (!match) return { edtf: part, time: null }
  const [, day = '', clock = '', second = '00', offset] = match
  const seconds = second !== '00'
  // Without an offset nobody knows which instant is meant, so nothing can be moved.
  if (offset === undefined) return { edtf: day, time: `${seconds ? `${clock}:${second}` : clock} (${words[language].noZone})` }
  const shown = inZone(Date.parse(`${day}T${clock}:${second}${/^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset}`), zone, seconds)
  return { edtf: shown.day, time: shown.time }
}

/**
 * A stored date in words, its instants as they read in a time zone (IANA name): "29 May 2025, 00:30 UTC+14". A day, a
 * month or a year is no instant and is never moved. An instant without an offset stays as written and says so.
 */
export function formatInZone(text: string | null, language: DateLanguage, zone: string, style: DateStyle = 'short'): string {
  if (text === null || !hasTime(text)) return formatEdtf(text, language, style)
  const parts = text.split('/').map((part) => local(part, zone, language))
  const say = ({ edtf, time }: { edtf: string; time: string | null }) => `${formatEdtf(edtf, language, style)}${time === null ? '' : `, ${time}`}`
  if (parts.every(({ edtf }) => edtf !== '' && edtf !== '..')) return parts.map(say).join(' – ')
  const known = parts.find(({ time }) => time !== null)
  return known ? formatEdtf(parts.map(({ edtf }) => edtf).join('/'), language, style).replace(formatEdtf(known.edtf, language, style), () => say(known)) : formatEdtf(text, language, style)
}
