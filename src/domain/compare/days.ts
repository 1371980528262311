import { boundsOf, shapeOf, type Limit } from '../dates/index.ts'

const day = 86_400_000

/** One end of what is known of a day: its number since 1970-01-01 UTC, or why there is none. */
export type DayLimit = { known: true; day: number } | { known: false; open: boolean }
/** The first and the last day that a moment may have fallen on. */
export type DayBounds = { first: DayLimit; last: DayLimit }

export const dayNumber = (instant: number): number => Math.floor(instant / day)
export const instantOf = (dayNumber: number): number => dayNumber * day

const limit = (value: number | null): DayLimit => (value === null ? { known: false, open: false } : Number.isFinite(value) ? { known: true, day: dayNumber(value) } : { known: false, open: true })

/** The days that a date of one moment may mean: an interval says that the moment lies somewhere in it. */
export function momentBounds(edtf: string): DayBounds {
  const { earliest, latest } = boundsOf(edtf)
  return { first: limit(earliest), last: limit(latest) }
}

const ofLimit = (limitOfSpan: Limit): DayBounds =>
  limitOfSpan.known
    ? { first: { known: true, day: dayNumber(limitOfSpan.from) }, last: { known: true, day: dayNumber(limitOfSpan.to) } }
    : { first: { known: false, open: limitOfSpan.open }, last: { known: false, open: limitOfSpan.open } }

/**
 * The days on which something that lasted may have begun: those of the first limit of an interval, or of the date
 * itself. Where no source states the start, it began by the end at the latest.
 */
export function startBounds(edtf: string): DayBounds {
  const shape = shapeOf(edtf)
  if (shape.kind === 'moment') return momentBounds(edtf)
  if (shape.start.known) return ofLimit(shape.start)
  const start = ofLimit(shape.start)
  return shape.end.known ? { first: start.first, last: { known: true, day: dayNumber(shape.end.to) } } : start
}

/** The limit of a date that decides how sure its start is: the first one of an interval. */
export function startMarks(edtf: string): { approximate: boolean; uncertain: boolean } {
  const shape = shapeOf(edtf)
  const limits = shape.kind === 'moment' ? [shape.at] : [shape.start.known ? shape.start : shape.end]
  return marksOf(limits)
}

/** Whether any limit of a date is approximate (`~`) or uncertain (`?`). */
export function momentMarks(edtf: string): { approximate: boolean; uncertain: boolean } {
  const shape = shapeOf(edtf)
  return marksOf(shape.kind === 'moment' ? [shape.at] : [shape.start, shape.end])
}

const marksOf = (limits: readonly Limit[]) => ({ approximate: limits.some((one) => one.known && one.approximate), uncertain: limits.some((one) => one.known && one.uncertain) })
