import { edtf, type EdtfObject } from './named-edtf.ts'
import { isUnzoned } from './timed.ts'

/** One end of a span. Times are milliseconds since 1970 UTC; `to` is the last millisecond inside. */
export type Limit =
  | { known: true; from: number; to: number; precision: 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'; uncertain: boolean; approximate: boolean }
  /** open: still going on (`..`); otherwise no source states it. */
  | { known: false; open: boolean }
export type KnownLimit = Extract<Limit, { known: true }>

/** What an EDTF value says: one moment that lies somewhere in a stretch, or a span between two limits. */
export type DateShape = { kind: 'moment'; at: KnownLimit } | { kind: 'span'; start: Limit; end: Limit }

const day = 86_400_000

/** Meteorological seasons of the northern hemisphere; the library maps them to quarters instead. */
const seasonStart: Record<string, number> = { '21': 2, '22': 5, '23': 8, '24': 11 }

function seasonLimit(value: EdtfObject): KnownLimit {
  const [, year = '0', season = '21'] = /^(-?\d{4})-(\d\d)/.exec(value.edtf) ?? []
  const month = seasonStart[season] ?? 2
  return { known: true, from: Date.UTC(Number(year), month, 1), to: Date.UTC(Number(year), month + 3, 1) - 1, precision: 'season', ...marks(value) }
}

const marks = (value: EdtfObject) => ({ uncertain: (value.uncertain?.value ?? 0) !== 0, approximate: (value.approximate?.value ?? 0) !== 0 })

function precisionOfLength(length: number): KnownLimit['precision'] {
  if (length <= 2 * day) return 'day'
  if (length <= 32 * day) return 'month'
  if (length <= 366 * day) return 'year'
  return length <= 3660 * day ? 'decade' : 'century'
}

function knownLimit(value: EdtfObject): KnownLimit {
  if (value.type === 'Season') return seasonLimit(value)
  const from = Number(value.min)
  const to = Number(value.max)
  return { known: true, from, to, precision: precisionOfLength(to - from + 1), ...marks(value) }
}

function limitOf(value: EdtfObject | number | null | undefined): Limit {
  if (value === null || value === undefined) return { known: false, open: false }
  if (typeof value === 'number') return { known: false, open: true }
  return knownLimit(value)
}

/**
 * Midnight that begins a day of the proleptic Gregorian calendar, in ms; months from 0, and 12 is the next January. By
 * `days_from_civil` of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": Date.UTC takes ten times as long.
 */
function midnight(year: number, month: number, date: number): number {
  // Years and months are counted from March, that the leap day be the last of its year.
  const years = month < 2 ? year - 1 : year
  const months = month < 2 ? month + 10 : month - 2
  const era = Math.floor(years / 400)
  const yearOfEra = years - era * 400
  const dayOfYear = Math.floor((153 * months + 2) / 5) + date - 1
  return (era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468) * day
}

const [hyphen, asked, about, both] = ['-', '?', '~', '%'].map((mark) => mark.charCodeAt(0))

/** The number that digits from one place of a text to before another make; NaN when there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** A plain year, month or day and its marks, from one place of a text to before another; null for all others. */
function plainLimit(text: string, start: number, end: number): KnownLimit | null {
  const mark = text.charCodeAt(end - 1)
  const uncertain = mark === asked || mark === both
  const approximate = mark === about || mark === both
  const length = end - start - (uncertain || approximate ? 1 : 0)
  const hasMonth = length > 4
  const hasDay = length > 7
  if (length !== 4 && ((length !== 7 && length !== 10) || text.charCodeAt(start + 4) !== hyphen || (hasDay && text.charCodeAt(start + 7) !== hyphen))) return null
  const year = digits(text, start, start + 4)
  const month = hasMonth ? digits(text, start + 5, start + 7) - 1 : 0
  const date = hasDay ? digits(text, start + 8, start + 10) : 1
  // Put so that what is not a number does not pass.
  if (!(year >= 0 && month >= 0 && month <= 11 && date >= 1)) return null
  const from = midnight(year, month, date)
  const next = hasDay ? from + day : hasMonth ? midnight(year, month + 1, 1) : midnight(year + 1, 0, 1)
  // The 31st of a month that has none would begin the next one.
  if (date > 28 && midnight(year, month + 1, 1) <= from) return null
  return { known: true, from, to: next - 1, precision: hasDay ? 'day' : hasMonth ? 'month' : 'year', uncertain, approximate }
}

function plainEnd(text: string, start: number, end: number): Limit | null {
  if (start === end) return { known: false, open: false }
  return end - start === 2 && text.startsWith('..', start) ? { known: false, open: true } : plainLimit(text, start, end)
}

/** Most dates are plain, and the library takes half a millisecond for each: what it need not be asked. Null for all others. */
function plainShape(text: string): DateShape | null {
  const slash = text.indexOf('/')
  if (slash < 0) {
    const at = plainLimit(text, 0, text.length)
    return at && { kind: 'moment', at }
  }
  // More than one slash is in what stands behind the first, which then is no limit.
  const start = plainEnd(text, 0, slash)
  const end = start && plainEnd(text, slash + 1, text.length)
  if (!start || !end || (!start.known && !end.known)) return null
  // Whether limits in a doubtful order make a date is for the library to say.
  return start.known && end.known && end.from <= start.to ? null : { kind: 'span', start, end }
}

/** A time without an offset is an instant that nobody knows: all that is known is its day, as of a date without a time. */
const wholeDay = (limit: Limit, part: string | undefined): Limit =>
  limit.known && isUnzoned(part ?? '') ? { ...limit, from: Math.floor(limit.from / day) * day, to: Math.floor(limit.from / day) * day + day - 1 } : limit

/** Whether a text is a date of those that need no asking; one that is not may still be EDTF. */
export const isPlain = (text: string): boolean => plainShape(text) !== null

/** What the library says of a date. @throws when the text is not EDTF. */
export function askedShape(text: string): DateShape {
  const parts = text.split('/')
  // Without an offset the library takes the zone of the machine, and the day would depend on who looks.
  const value = edtf(parts.map((part) => (isUnzoned(part) ? `${part}Z` : part)).join('/'))
  const limit = (asked: Limit, at: number) => wholeDay(asked, parts[at])
  if (value.type === 'Interval') return { kind: 'span', start: limit(limitOf(value.lower), 0), end: limit(limitOf(value.upper), 1) }
  const at = limit(knownLimit(value), 0)
  return at.known ? { kind: 'moment', at } : { kind: 'span', start: at, end: at }
}

/** Lists sort and draw the same dates again and again, and the parser takes half a millisecond for each. */
const shapes = new Map<string, DateShape>()
const remembered = 100_000

/** @throws when the text is not EDTF; stored values always are. */
export function shapeOf(text: string): DateShape {
  const known = shapes.get(text)
  if (known) return known
  const shape = plainShape(text) ?? askedShape(text)
  if (shapes.size >= remembered) shapes.clear()
  shapes.set(text, shape)
  return shape
}

/**
 * The same for who asks but once for each of many dates: a plain one is read sooner than it is looked up.
 * @throws when the text is not EDTF; stored values always are.
 */
export const readShape = (text: string): DateShape => plainShape(text) ?? shapeOf(text)

/** Earliest and latest instant that the value allows, in ms; null where no source states the limit, ±Infinity where it is open. */
export type Bounds = { earliest: number | null; latest: number | null }

export const boundsOf = (text: string): Bounds => boundsOfShape(shapeOf(text))

export function boundsOfShape(shape: DateShape): Bounds {
  if (shape.kind === 'moment') return { earliest: shape.at.from, latest: shape.at.to }
  const { start, end } = shape
  return {
    earliest: start.known ? start.from : start.open ? -Infinity : null,
    latest: end.known ? end.to : end.open ? Infinity : null,
  }
}

const approximately = { day: 3 * day, month: 31 * day, season: 92 * day, year: 366 * day, decade: 3660 * day, century: 36_600 * day }

/**
 * Widening for drawing only: `~` dates reach ± 3 days, a month, a season or a year beyond their own stretch. `?` widens
 * a day alone, which would look certain otherwise; a doubtful year is drawn as that year, hatched like every year.
 */
export function drawnPadding(limit: KnownLimit): number {
  return limit.approximate || (limit.uncertain && limit.precision === 'day') ? approximately[limit.precision] : 0
}

export type Precision = KnownLimit['precision'] | 'interval' | 'approximate' | 'uncertain' | 'undated'

/** How exactly a date is known, in one word. */
export function precisionOf(text: string | null): Precision {
  if (text === null) return 'undated'
  const shape = shapeOf(text)
  if (/\?|%/.test(text)) return 'uncertain'
  if (text.includes('~')) return 'approximate'
  return shape.kind === 'moment' ? shape.at.precision : 'interval'
}

/** True for one exact day: only such a date may be drawn as a point. */
export function isExactDay(text: string): boolean {
  const shape = shapeOf(text)
  return shape.kind === 'moment' && shape.at.precision === 'day' && !shape.at.uncertain && !shape.at.approximate
}

const orUnknown = (value: number | null, unknown: number) => value ?? unknown

/** Order by earliest bound, tie by latest; undated last. */
export function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const x = boundsOf(a)
  const y = boundsOf(b)
  // An unknown start sorts by its end: that is the only thing known of it.
  const start = orUnknown(x.earliest, orUnknown(x.latest, 0)) - orUnknown(y.earliest, orUnknown(y.latest, 0))
  if (start !== 0 && !Number.isNaN(start)) return start
  const end = orUnknown(x.latest, Infinity) - orUnknown(y.latest, Infinity)
  return Number.isNaN(end) ? 0 : end
}

/** Whole days from day zero to a date, least and most; null where a bound is not known. */
export function daysFrom(dayZero: string, text: string): { least: number | null; most: number | null } {
  const zero = boundsOf(dayZero)
  const value = boundsOf(text)
  const days = (ms: number | null, origin: number | null) => (ms === null || origin === null || !Number.isFinite(ms - origin) ? null : Math.floor(ms / day) - Math.floor(origin / day))
  return { least: days(value.earliest, zero.latest), most: days(value.latest, zero.earliest) }
}
