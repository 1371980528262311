import { formatEdtf, formatTimed, type DateLanguage, type DateStyle } from './format.ts'
import { hasTime, timedOf, written, type Told } from './timed.ts'

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

/** One part of a date: the day it falls on in the zone and its time; a part without a time, or without an offset, stays what it is. */
function local(part: string, zone: string, language: DateLanguage): Told {
  const stated = timedOf(part)
  // Without an offset nobody knows which instant is meant, so nothing can be moved.
  if (stated === null || stated.offset === null) return written(part, language)
  const { day, clock, second, offset } = stated
  const shown = inZone(Date.parse(`${day}T${clock}:${second}${/^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset}`), zone, second !== '00')
  return { edtf: shown.day, time: shown.time }
}

/**
 * A stored date in words, its instants as they read in a time zone (IANA name): "29 May 2025, 00:30 UTC+14". A day, a
 * month or a year is no instant and is never moved. An instant without an offset stays as written and says so.
 */
export function formatInZone(text: string | null, language: DateLanguage, zone: string, style: DateStyle = 'short'): string {
  return text === null || !hasTime(text) ? formatEdtf(text, language, style) : formatTimed(text, language, style, (part) => local(part, zone, language))
}
