import { create } from 'zustand'
import { boundsOf } from '#domain/dates/index.ts'
import type { Lane } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'

/** One model of filters for the timeline, its table and the lists beside it. Empty means everything. */
export type Filters = {
  lanes: Lane[]
  tags: string[]
  standing: 'confirmed' | 'background' | null
  /** Milliseconds since 1970 UTC; an item passes when it is possibly inside. */
  window: { from: number; to: number } | null
  text: string
}
export const noFilters: Filters = { lanes: [], tags: [], standing: null, window: null, text: '' }
export const useFilters = create<{ filters: Filters }>(() => ({ filters: noFilters }))

export const changeFilters = (changes: Partial<Filters>): void => useFilters.setState(({ filters }) => ({ filters: { ...filters, ...changes } }))
export const clearFilters = (): void => useFilters.setState({ filters: noFilters })

/** Whether a date may lie in a window; undated items are in no window. */
export function possiblyIn(edtf: string | null, window: { from: number; to: number }): boolean {
  if (edtf === null) return false
  const { earliest, latest } = boundsOf(edtf)
  return (earliest ?? -Infinity) <= window.to && (latest ?? Infinity) >= window.from
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function passes(item: TimelineItem, filters: Filters): boolean {
  return (
    (filters.lanes.length === 0 || filters.lanes.includes(item.lane)) &&
    (filters.tags.length === 0 || filters.tags.some((tag) => item.tags.includes(tag))) &&
    (filters.standing === null || filters.standing === item.standing) &&
    (filters.window === null || possiblyIn(item.edtf, filters.window)) &&
    (filters.text === '' || folded(item.title).includes(folded(filters.text)))
  )
}
