import type { Window } from '../marks.ts'
import type { DrawnPeriod } from './drawn.ts'

/** Rows that are seen at once; more of them scroll. */
export const mostRows = 4
const gap = 12

/**
 * The row of each period, so that neither bands nor names of one row touch. It depends on the scale alone and not on where
 * the window stands: panning moves nothing from row to row. `labelOf`: width of a name in px.
 */
export function rowsOf(periods: readonly DrawnPeriod[], msPerPx: number, labelOf: (period: DrawnPeriod) => number): Map<string, number> {
  const ends: number[] = []
  const rows = new Map<string, number>()
  for (const period of periods.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const [left, right] = [period.from / msPerPx, Math.max(period.to / msPerPx, period.from / msPerPx + labelOf(period))]
    const free = ends.findIndex((end) => end + gap <= left)
    const row = free < 0 ? ends.length : free
    ends[row] = right
    rows.set(period.key, row)
  }
  return rows
}

export type Place = { left: number; width: number; labelLeft: number; labelRoom: number }

/**
 * Where a band and its name stand in a window, in px; null when neither is seen. A name whose band begins before the window
 * sticks to the visible edge, and ends in an ellipsis rather than beyond what it has.
 */
export function placeOf({ from, to }: Pick<DrawnPeriod, 'from' | 'to'>, window: Window, width: number, label: number): Place | null {
  const x = (time: number) => ((time - window.from) / (window.to - window.from)) * width
  const [left, right] = [x(from), x(to)]
  const end = Math.max(right, left + label)
  if (end <= 0 || left >= width) return null
  const labelLeft = Math.max(0, left)
  return { left, width: Math.max(2, right - left), labelLeft, labelRoom: Math.max(0, Math.min(end, width) - labelLeft) }
}
