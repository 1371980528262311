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

const same = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => a.size === b.size && [...a].every(([key, row]) => b.get(key) === row)

/** `rowsOf` for windows of `width` px, one after another; while no row changes it answers with the same map. `name`: px of a name. */
export function rowFinder(periods: readonly (DrawnPeriod & { name: number })[], width: number): (window: Window) => ReadonlyMap<string, number> {
  const names = new Map(periods.map(({ key, name }) => [key, name]))
  let [scale, rows] = [0, new Map<string, number>()]
  return ({ from, to }) => {
    // To four digits: panning changes a scale by rounding alone.
    const next = Number(((to - from) / width).toPrecision(4))
    if (next === scale) return rows
    scale = next
    const found = rowsOf(periods, scale, ({ key }) => names.get(key) ?? 0)
    if (!same(found, rows)) rows = found
    return rows
  }
}

/** Where a name stands: px from the start of its band, and how many px it has; null: no limit, for all of it is seen. */
export type Place = { shift: number; room: number | null; free: number }

/**
 * The place of a name in a window of `width` px; null when neither name nor band is seen. A name whose band begins before
 * the window sticks to the visible edge, and ends in an ellipsis rather than beyond what it has. `free`: px up to the end
 * of what is seen of the band, or of the name where that is longer.
 */
export function placeOf({ from, to }: Pick<DrawnPeriod, 'from' | 'to'>, window: Window, width: number, label: number): Place | null {
  const x = (time: number) => ((time - window.from) / (window.to - window.from)) * width
  const left = x(from)
  const end = Math.max(x(to), left + label)
  if (end <= 0 || left >= width) return null
  const start = Math.max(0, left)
  const free = Math.min(end, width) - start
  return { shift: start - left, room: free < label ? free : null, free }
}
