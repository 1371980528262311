import { boundsOf, drawnPadding, shapeOf, type KnownLimit } from './shape.ts'

/** A stretch of time, both ends inside it, in ms since 1970 UTC; ±Infinity where it is open. */
export type Stretch = { from: number; to: number }

/** How a date stands to a stretch of time. Undated is in none and outside of none. */
export type PeriodStanding = 'surely' | 'possibly' | 'outside' | 'undated'

const limitsOf = (text: string): KnownLimit[] => {
  const shape = shapeOf(text)
  return shape.kind === 'moment' ? [shape.at] : [shape.start, shape.end].filter((limit) => limit.known)
}

/**
 * How far a date may reach: its bounds, an approximate one widened as it is drawn ("c. 28 May" may be the 29th). A limit
 * that no source states may lie anywhere.
 */
export function reachOf(text: string): Stretch {
  const shape = shapeOf(text)
  const { earliest, latest } = boundsOf(text)
  const [start, end] = shape.kind === 'moment' ? [shape.at, shape.at] : [shape.start, shape.end]
  return { from: (earliest ?? -Infinity) - (start.known ? drawnPadding(start) : 0), to: (latest ?? Infinity) + (end.known ? drawnPadding(end) : 0) }
}

/**
 * Surely in: everything the date allows lies within. Possibly in: some of it does. A date that its source itself doubts
 * (`?`, `%`) is surely in nothing.
 */
export function standingIn(text: string | null, { from, to }: Stretch): PeriodStanding {
  if (text === null) return 'undated'
  const reach = reachOf(text)
  if (reach.from > to || reach.to < from) return 'outside'
  return reach.from >= from && reach.to <= to && !limitsOf(text).some(({ uncertain }) => uncertain) ? 'surely' : 'possibly'
}

/** From the first instant of one date to the last of another; null: open at that side. A limit not stated is open as well. */
export function stretchBetween(from: string | null, to: string | null): Stretch {
  return { from: (from === null ? null : boundsOf(from).earliest) ?? -Infinity, to: (to === null ? null : boundsOf(to).latest) ?? Infinity }
}

const day = 86_400_000
const isoDay = (ms: number): string | null => {
  if (!Number.isFinite(ms)) return null
  const date = new Date(ms)
  const year = date.getUTCFullYear()
  // EDTF level 0 knows the years 0000 to 9999: what lies beyond is open.
  return year < 0 || year > 9999 ? null : date.toISOString().slice(0, 10)
}

/** The days round a date, `days` before its first and after its last, as EDTF days; null where the date has no such limit. */
export function daysAround(text: string, days: number): { from: string | null; to: string | null } {
  const { earliest, latest } = boundsOf(text)
  return { from: earliest === null ? null : isoDay(earliest - days * day), to: latest === null ? null : isoDay(latest + days * day) }
}
