import { create } from 'zustand'

/** What the list of revisions shows: kept while an earlier version is looked at, so that the way back ends where it began. */
type ListState = { id: string; text: string; record: string | null; index: number }

const start: ListState = { id: '', text: '', record: null, index: 0 }
export const useListState = create<ListState>(() => start)

/** The state for an incident and a record; another one begins at the top, and another incident without a filter. */
export function listStateFor({ id, record }: Pick<ListState, 'id' | 'record'>, kept: ListState): ListState {
  if (kept.id !== id) return { ...start, id, record }
  return kept.record === record ? kept : { ...kept, record, index: 0 }
}
