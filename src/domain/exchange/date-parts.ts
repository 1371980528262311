import { boundsOf, hasTime, isExactDay, shapeOf, type Limit } from '../dates/index.ts'

const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/**
 * The first and the last day a date allows, as ISO days: limits of what is known, not days that are known. Empty where
 * no source states the limit, ".." where it is stated as open. A limit with a time of day stays as it is written: its
 * calendar day is that of the zone it is written in.
 */
export function limitsOf(edtf: string | null): { earliest: string; latest: string } {
  if (edtf === null) return { earliest: '', latest: '' }
  const { earliest, latest } = boundsOf(edtf)
  const [first = '', last = first] = edtf.split('/')
  const say = (value: number | null, part: string) => (hasTime(part) ? part : value === null ? '' : Number.isFinite(value) ? iso(value) : '..')
  return { earliest: say(earliest, first), latest: say(latest, last) }
}

const calendarDay = /^\d{4}-\d\d-\d\d$/

/** The day that a date states, YYYY-MM-DD; null unless the text itself says exactly one day, without doubt. */
export function statedDay(edtf: string | null): string | null {
  if (edtf === null || edtf.includes('/') || !isExactDay(edtf)) return null
  const day = edtf.slice(0, 10)
  return calendarDay.test(day) ? day : null
}

/** First and last day of a date that states both to the day: one day, or an interval between two. */
export function statedDays(edtf: string | null): { first: string; last: string } | null {
  const day = statedDay(edtf)
  if (day !== null) return { first: day, last: day }
  const [from = '', to = ''] = edtf?.split('/') ?? []
  const [first, last] = [from, to].map((part) => (calendarDay.test(part) ? part : null))
  return first === null || last === null || first === undefined || last === undefined ? null : { first, last }
}

/** A calendar date as exact as it is known. */
export type DateParts = { year: number; month?: number; day?: number }

function parts(limit: Extract<Limit, { known: true }>, at: 'from' | 'to', text: string): DateParts {
  const date = new Date(limit[at])
  const year = date.getUTCFullYear()
  if (limit.precision === 'month') return { year, month: date.getUTCMonth() + 1 }
  if (limit.precision !== 'day') return { year }
  const written = /^(-?\d{4})-(\d\d)-(\d\d)/.exec(text)
  return written === null ? { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() } : { year: Number(written[1]), month: Number(written[2]), day: Number(written[3]) }
}

const year = 366 * 86_400_000

/**
 * Start and end of a date in the parts that it states: the year of a year, the month of a month. A decade or a season
 * over new year has its first and its last year. Null for an end that is not known.
 */
export function partsOf(edtf: string): { start: DateParts | null; end: DateParts | null } {
  const shape = shapeOf(edtf)
  if (shape.kind === 'moment') {
    const start = parts(shape.at, 'from', edtf)
    const last = parts(shape.at, 'to', edtf)
    const long = shape.at.to - shape.at.from > year || last.year !== start.year
    return { start, end: long ? last : null }
  }
  const [from = '', to = ''] = edtf.split('/')
  return { start: shape.start.known ? parts(shape.start, 'from', from) : null, end: shape.end.known ? parts(shape.end, 'to', to) : null }
}
