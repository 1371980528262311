import { boundsOf } from '../dates/index.ts'
import { dayNumber, instantOf, type DayBounds } from './days.ts'
import type { DayCount } from './intervals.ts'
import type { Milestone } from './milestones.ts'

/** What the axis counts from: the calendar, or days from one milestone of each case. */
export const alignments = ['absolute', 'activity', 'detection', 'disclosure', 'attribution'] as const
export type Alignment = (typeof alignments)[number]

/**
 * Day zero of a case. Where the day itself is a stretch, the case is drawn round its middle and may lie `reach` days
 * to either side; every count from it is a range.
 */
export type DayZero = { first: number; last: number; middle: number; reach: number }

/** Null when the milestone is not stated or one of its limits is not: then the case has no day zero. */
export function dayZeroOf(milestone: Pick<Milestone, 'days'>): DayZero | null {
  const { days } = milestone
  if (days === null || !days.first.known || !days.last.known) return null
  const [first, last] = [days.first.day, days.last.day]
  return { first, last, middle: (first + last) / 2, reach: (last - first) / 2 }
}

/** The instant that stands at zero on a shared axis, in ms. */
export const zeroInstant = ({ middle }: DayZero): number => instantOf(middle)

/** Days from day zero to a stretch of days, least and most. */
export function offsetsFrom(zero: DayZero, days: DayBounds): { least: DayCount; most: DayCount } {
  return {
    least: days.first.known ? { known: true, days: days.first.day - zero.last } : days.first,
    most: days.last.known ? { known: true, days: days.last.day - zero.first } : days.last,
  }
}

/** Where a date lies on the axis of a case: days from the middle of day zero; null for an end that is not known. */
export function placeOf(zero: DayZero, edtf: string): { from: number | null; to: number | null } {
  const { earliest, latest } = boundsOf(edtf)
  const at = (value: number | null) => (value === null || !Number.isFinite(value) ? null : dayNumber(value) - zero.middle)
  return { from: at(earliest), to: at(latest) }
}
