import { create } from 'zustand'
import { standingIn, stretchBetween } from '#domain/dates/index.ts'
import type { Lane } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'

/** A stretch of time as typed: EDTF dates, null where it is open. `sure`: only what lies surely inside. */
export type Period = { from: string | null; to: string | null; sure: boolean }

/** One model of filters for the timeline, its table and the lists beside it. Empty means everything. */
export type Filters = {
  lanes: Lane[]
  tags: string[]
  standing: 'confirmed' | 'background' | null
  /** Milliseconds since 1970 UTC; an item passes when it is possibly inside. */
  window: { from: number; to: number } | null
  period: Period | null
  text: string
  /** Keys shown whatever else is asked: records that a change had hidden and a person wanted to see. */
  also: string[]
}
export const noFilters: Filters = { lanes: [], tags: [], standing: null, window: null, period: null, text: '', also: [] }
export const useFilters = create<{ filters: Filters }>(() => ({ filters: noFilters }))

export const changeFilters = (changes: Partial<Filters>): void => useFilters.setState(({ filters }) => ({ filters: { ...filters, ...changes } }))
export const clearFilters = (): void => useFilters.setState({ filters: noFilters })

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function inTime(edtf: string | null, { window, period }: Filters): boolean {
  const inPeriod = period ? standingIn(edtf, stretchBetween(period.from, period.to)) : 'surely'
  return (
    (window === null || ['surely', 'possibly'].includes(standingIn(edtf, window))) &&
    (inPeriod === 'surely' || (inPeriod === 'possibly' && period?.sure === false))
  )
}

const passesApartFromTime = (item: TimelineItem, filters: Filters): boolean =>
  (filters.lanes.length === 0 || filters.lanes.includes(item.lane)) &&
  (filters.tags.length === 0 || filters.tags.some((tag) => item.tags.includes(tag))) &&
  (filters.standing === null || filters.standing === item.standing) &&
  (filters.text === '' || folded(item.title).includes(folded(filters.text)))

export const passes = (item: TimelineItem, filters: Filters): boolean => filters.also.includes(item.key) || (inTime(item.edtf, filters) && passesApartFromTime(item, filters))

/** How many records only their missing date keeps out: they are in no period, and outside of none. */
export function undatedLeftOut(items: readonly TimelineItem[], filters: Filters): number {
  if (filters.window === null && filters.period === null) return 0
  return items.filter((item) => item.edtf === null && !filters.also.includes(item.key) && passesApartFromTime(item, filters)).length
}
