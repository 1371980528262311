import type { DayLimit } from './days.ts'
import type { Milestone, MilestoneName, Milestones } from './milestones.ts'

export const intervalNames = ['activity-detection', 'detection-disclosure', 'disclosure-attribution', 'attribution-response'] as const
export type IntervalName = (typeof intervalNames)[number]

/** A number of days, or why there is none: no source states the limit, or it is stated as open. */
export type DayCount = { known: true; days: number } | { known: false; open: boolean }

/**
 * Days from one milestone to another, least and most. `approximate` and `uncertain` carry over from either date
 * (EDTF `~` and `?` say nothing about how far, so the count itself is not widened).
 */
export type Interval =
  | { known: true; least: DayCount; most: DayCount; approximate: boolean; uncertain: boolean }
  | { known: false; missing: MilestoneName[] }
export type Intervals = Record<IntervalName, Interval>

const ends: Record<IntervalName, { from: MilestoneName; to: MilestoneName; ordered: boolean }> = {
  // Nobody detects what has not begun, discloses what nobody noticed, or answers an attribution that was not made.
  'activity-detection': { from: 'activity', to: 'detection', ordered: true },
  'detection-disclosure': { from: 'detection', to: 'disclosure', ordered: true },
  // An attribution abroad may come before the case itself is known.
  'disclosure-attribution': { from: 'disclosure', to: 'attribution', ordered: false },
  'attribution-response': { from: 'attribution', to: 'response', ordered: true },
}
export const endsOf = (name: IntervalName): { from: MilestoneName; to: MilestoneName } => ends[name]

function difference(to: DayLimit, from: DayLimit): DayCount {
  if (to.known && from.known) return { known: true, days: to.day - from.day }
  return { known: false, open: (!to.known && to.open) || (!from.known && from.open) }
}

/**
 * From a to b: at least first(b) − last(a) days and at most last(b) − first(a). Where b cannot come before a, a range
 * that reaches below 0 begins at 0; one that lies wholly below 0 stays as it is, because then the dates disagree.
 */
export function between(a: Milestone, b: Milestone, ordered: boolean): Interval {
  if (a.days === null || b.days === null) return { known: false, missing: [a, b].filter(({ days }) => days === null).map(({ name }) => name) }
  const raw = difference(b.days.first, a.days.last)
  const most = difference(b.days.last, a.days.first)
  const reaches = !most.known || most.days >= 0
  const least: DayCount = ordered && reaches && (!raw.known || raw.days < 0) ? { known: true, days: 0 } : raw
  return { known: true, least, most, approximate: a.approximate || b.approximate, uncertain: a.uncertain || b.uncertain }
}

export function intervalsOf(milestones: Milestones): Intervals {
  const one = (name: IntervalName) => between(milestones[ends[name].from], milestones[ends[name].to], ends[name].ordered)
  return { 'activity-detection': one('activity-detection'), 'detection-disclosure': one('detection-disclosure'), 'disclosure-attribution': one('disclosure-attribution'), 'attribution-response': one('attribution-response') }
}

/** True when the dates contradict the order of the two milestones. */
export const isReversed = (name: IntervalName, interval: Interval): boolean => ends[name].ordered && interval.known && interval.most.known && interval.most.days < 0

/** Order of intervals in a table: by the least number of days, then by the most; what is not known comes last. */
export function compareIntervals(a: Interval, b: Interval): number {
  if (!a.known || !b.known) return Number(!a.known) - Number(!b.known)
  const low = (count: DayCount, unknown: number) => (count.known ? count.days : unknown)
  const start = low(a.least, -Infinity) - low(b.least, -Infinity)
  if (start !== 0 && !Number.isNaN(start)) return start
  const end = low(a.most, Infinity) - low(b.most, Infinity)
  return Number.isNaN(end) ? 0 : end
}
