import { boundsOf } from './shape.ts'
import { isEdtf } from './is-edtf.ts'

/**
 * Moving dates in time without making them more exact: a day moves by whole days, a month by months, a year by years, and
 * what a source marks as approximate or uncertain stays so. Only dates whose limits are plain days, months or years can be
 * moved; decades, seasons and unspecified digits say too little about where they would come to lie.
 */
type Unit = 'year' | 'month' | 'day'
type Point = { year: number; month: number | null; day: number | null; mark: string }
const limit = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)$/

function pointOf(text: string): Point | null {
  const [, year, month, day, mark = ''] = limit.exec(text) ?? []
  return year === undefined ? null : { year: Number(year), month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day), mark }
}
const unitOf = ({ month, day }: Point): Unit => (day !== null ? 'day' : month !== null ? 'month' : 'year')
const two = (value: number) => String(value).padStart(2, '0')
const four = (value: number) => String(value).padStart(4, '0')

function write({ year, month, day, mark }: Point): string {
  return `${four(year)}${month === null ? '' : `-${two(month)}`}${day === null ? '' : `-${two(day)}`}${mark}`
}
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date
}
const begins = ({ year, month, day }: Point) => utc(year, (month ?? 1) - 1, day ?? 1)

/** The point of the same precision that begins nearest to a time in ms. */
function nearest(point: Point, time: number): Point {
  const unit = unitOf(point)
  if (unit === 'day') {
    const date = new Date(Math.round(time / 86_400_000) * 86_400_000)
    return { ...point, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  }
  const date = new Date(time)
  const here = { ...point, year: date.getUTCFullYear(), month: unit === 'month' ? date.getUTCMonth() + 1 : null }
  const next = by(here, unit, 1)
  return begins(next).getTime() - time < time - begins(here).getTime() ? next : here
}

/** A point some units later; a day that the month does not have becomes its last. */
function by(point: Point, unit: Unit, count: number): Point {
  if (unit === 'day') {
    const date = utc(point.year, (point.month ?? 1) - 1, (point.day ?? 1) + count)
    return { ...point, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  }
  if (unit === 'year' && point.month === null) return { ...point, year: point.year + count }
  const first = utc(point.year, (point.month ?? 1) - 1 + count * (unit === 'year' ? 12 : 1), 1)
  const last = utc(first.getUTCFullYear(), first.getUTCMonth() + 1, 0).getUTCDate()
  return { ...point, year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: point.day === null ? null : Math.min(point.day, last) }
}

const units: Unit[] = ['day', 'month', 'year']
function countOf(from: Point, to: Point, unit: Unit): number {
  if (unit === 'day') return Math.round((begins(to).getTime() - begins(from).getTime()) / 86_400_000)
  const months = (to.year - from.year) * 12 + ((to.month ?? 1) - (from.month ?? 1))
  return unit === 'month' ? months : Math.round(months / 12)
}
const open = (text: string) => text === '' || text === '..'
const ends = (edtf: string) => edtf.split('/')

/** Whether `shiftDate` and `resizeDate` can work on a date: plain limits, at least one of them known. */
export function canShift(edtf: string): boolean {
  const parts = ends(edtf)
  return parts.some((part) => pointOf(part) !== null) && parts.every((part) => open(part) || pointOf(part) !== null)
}

/**
 * The date moved by a distance in ms, in whole units of its coarsest known limit; both limits of an interval move by the
 * same number of them, open and unknown ends stay. Null when the date cannot be moved (see `canShift`) or would leave the
 * years 1 to 9999.
 */
export function shiftDate(edtf: string, distance: number): string | null {
  if (!canShift(edtf)) return null
  const points = ends(edtf).map(pointOf)
  const known = points.filter((point) => point !== null)
  const unit = units.findLast((one) => known.some((point) => unitOf(point) === one)) ?? 'day'
  const lead = known.find((point) => unitOf(point) === unit)!
  const count = countOf(lead, nearest(lead, begins(lead).getTime() + distance), unit)
  return valid(ends(edtf).map((text, at) => (points[at] ? write(by(points[at]!, unit, count)) : text)).join('/'))
}

/** The unit before a plain day, month or year, in the same precision: before 2022 is 2021 at the latest. Null for all others. */
export function unitBefore(edtf: string): string | null {
  const point = pointOf(edtf)
  return point && valid(write(by(point, unitOf(point), -1)))
}

/**
 * The date with one limit put to a time in ms, in that limit's own precision: the start to the unit that begins nearest,
 * the end to the one that ends nearest. A single date becomes an interval from or to itself. Null when the limit is open
 * or unknown, the date cannot be moved, or the end would come to lie before the start.
 */
export function resizeDate(edtf: string, which: 'start' | 'end', time: number): string | null {
  if (!canShift(edtf)) return null
  const [first = '', second = first] = ends(edtf)
  const point = pointOf(which === 'start' ? first : second)
  if (!point) return null
  const unit = unitOf(point)
  const moved = which === 'start' ? nearest(point, time) : by(nearest(point, time), unit, -1)
  const text = write(moved)
  const [start, end] = which === 'start' ? [text, second] : [first, text]
  if (!open(start) && !open(end) && begins(pointOf(start)!) > begins(pointOf(end)!)) return null
  return valid(start === end ? start : `${start}/${end}`)
}

function valid(edtf: string): string | null {
  if (!isEdtf(edtf)) return null
  const { earliest, latest } = boundsOf(edtf)
  return earliest !== null && latest !== null && earliest > latest ? null : edtf
}
