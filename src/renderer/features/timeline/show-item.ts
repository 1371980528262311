import type { TimelineItem } from '#domain/timeline/index.ts'
import { changeFilters, passes, useFilters } from '../../state/filters.ts'
import { focusTable, selectItem } from './actions.ts'

/** Selects a record wherever it is: one that the filters hide is shown beside what they let through. */
export function showItem(item: TimelineItem): void {
  const { filters } = useFilters.getState()
  if (!passes(item, filters)) changeFilters({ also: [...filters.also, item.key] })
  selectItem(item.key)
  focusTable()
}
