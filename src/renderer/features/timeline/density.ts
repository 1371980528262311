import type { DrawnItem, Window } from './marks.ts'

/** Places of 10 px; a bar is 8 wide. */
const pitch = 10
const tallest = 26
const unit = 4
/** One event among many is still seen. */
const least = 5

/**
 * Events per stretch of the overview as bars: `x` and `height` in px. An event counts once, at the middle of what is
 * certain to hold it: its first stated limit, not the drawn reach of an open end.
 */
export function density(items: readonly DrawnItem[], extent: Window, width: number): { x: number; height: number; count: number; context: boolean }[] {
  const counts = new Map<number, { count: number; own: number }>()
  for (const item of items) {
    const at = Math.floor((((middle(item) - extent.from) / (extent.to - extent.from)) * width) / pitch)
    const slot = counts.get(at) ?? { count: 0, own: 0 }
    counts.set(at, { count: slot.count + 1, own: slot.own + Number(!item.context) })
  }
  const most = Math.max(1, ...[...counts.values()].map(({ count }) => count))
  const step = Math.min(unit, tallest / most)
  return [...counts].map(([at, { count, own }]) => ({ x: at * pitch + 1, height: Math.max(least, count * step), count, context: own === 0 }))
}

function middle({ parts, point, from, to }: DrawnItem): number {
  if (point !== null) return point
  const stated = parts.find(({ kind }) => kind === 'hatch' || kind === 'solid')
  return stated ? (stated.from + stated.to) / 2 : parts[0]?.kind === 'open-start' ? to : from
}

/** Years with room for their figures, 44 px apart at least. */
export function yearTicks({ from, to }: Window, width: number): { year: number; x: number }[] {
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()]
  const perYear = width / ((to - from) / (365.25 * 86_400_000))
  const every = [1, 2, 5, 10, 20, 50].find((step) => step * perYear >= 44) ?? 100
  const years: { year: number; x: number }[] = []
  for (let year = Math.ceil(first / every) * every; year <= last; year += every) {
    const x = ((Date.UTC(year, 0, 1) - from) / (to - from)) * width
    if (x < width - 36) years.push({ year, x })
  }
  return years
}
