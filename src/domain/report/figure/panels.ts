import { boundsOf, formatEdtf, isExactDay } from '../../dates/index.ts'
import type { FigureItem, TimelineFigure } from '../document.ts'

const day = 86_400_000

/** The stretch an item certainly takes on an axis: its known limits only. Null without any. */
export function stretch(item: FigureItem): { from: number; to: number } | null {
  if (item.edtf === null) return null
  const { earliest, latest } = boundsOf(item.edtf)
  const ends = [earliest, latest].filter((end) => end !== null && Number.isFinite(end))
  return ends.length === 0 ? null : { from: Math.min(...ends.map(Number)), to: Math.max(...ends.map(Number)) }
}

export type Crowd = { day: number; edtf: string; items: FigureItem[] }

/** Days on which three or more records fall. */
function crowds(items: readonly FigureItem[]): Crowd[] {
  const days = new Map<string, FigureItem[]>()
  for (const item of items) if (item.edtf !== null && !item.context && isExactDay(item.edtf)) days.set(item.edtf, [...(days.get(item.edtf) ?? []), item])
  return [...days].filter(([, members]) => members.length >= 3).map(([edtf, members]) => ({ day: boundsOf(edtf).earliest ?? 0, edtf, items: members })).toSorted((a, b) => a.day - b.day)
}

export type Panels = {
  /** Items named in the panel of years. */
  years: FigureItem[]
  /** The panel of days, when it is needed. */
  days: { from: number; to: number; crowds: Crowd[]; others: FigureItem[]; all: FigureItem[] } | null
  undated: FigureItem[]
}

/** How far a panel of days may reach; beyond it days would be too close to tell apart. */
const longestDays = 400 * day

/**
 * Divides the items between the panel of years and the panel of days. Days are shown when three or more
 * records share one day, or when the last tenth of the axis holds at least three records and a third of all.
 */
export function panelsOf({ items, zero }: TimelineFigure): Panels {
  const undated = items.filter((item) => stretch(item) === null)
  const dated = items.filter((item) => stretch(item) !== null)
  const start = panelStart(dated, zero)
  if (start === null) return { years: dated, days: null, undated }
  const inside = dated.filter((item) => {
    const bounds = item.edtf === null ? null : boundsOf(item.edtf)
    const reach = stretch(item)
    return bounds?.earliest !== null && reach !== null && reach.from >= start && reach.to <= start + longestDays
  })
  const to = Math.max(start + 30 * day, ...inside.map((item) => stretch(item)?.to ?? start))
  const crowded = crowds(inside)
  const listed = new Set(crowded.flatMap((crowd) => crowd.items))
  const others = inside.filter((item) => !listed.has(item))
  return { years: dated.filter((item) => !inside.includes(item)), days: { from: start, to, crowds: crowded, others, all: inside }, undated }
}

function panelStart(dated: readonly FigureItem[], zero: string | null): number | null {
  const zeroDay = zero === null ? null : boundsOf(zero).earliest
  const crowd = crowds(dated)[0]
  if (crowd !== undefined) return zeroDay !== null && zeroDay <= crowd.day && crowd.day - zeroDay < 180 * day ? zeroDay : crowd.day
  const reaches = dated.flatMap((item) => stretch(item) ?? [])
  const from = Math.min(...reaches.map((reach) => reach.from))
  const to = Math.max(...reaches.map((reach) => reach.to))
  const late = to - (to - from) / 10
  const dense = reaches.filter((reach) => reach.from >= late)
  const isDense = dense.length >= 3 && dense.length >= dated.length * 0.3 && to - from > 700 * day
  return isDense ? (zeroDay !== null && zeroDay >= late ? zeroDay : Math.min(...dense.map((reach) => reach.from))) : null
}

/** The whole years that hold every item of both panels. */
export function yearsOf(items: readonly FigureItem[]): { first: number; last: number } | null {
  const reaches = items.flatMap((item) => stretch(item) ?? [])
  if (reaches.length === 0) return null
  const year = (instant: number) => new Date(instant).getUTCFullYear()
  return { first: Math.min(...reaches.map(({ from }) => year(from))), last: Math.max(...reaches.map(({ to }) => year(to))) }
}

export const dayName = (instant: number, language: 'en' | 'cs'): string => formatEdtf(new Date(instant).toISOString().slice(0, 10), language, language === 'en' ? 'long' : 'short')
