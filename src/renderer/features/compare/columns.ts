import { compareIntervals, intervalNames, milestoneNames, type ComparedCase, type IntervalName, type MilestoneName } from '#domain/compare/index.ts'
import { compareDates } from '#domain/dates/index.ts'

export type ColumnId = 'case' | MilestoneName | IntervalName | 'joined'
/** Dates first, then the days between them, then who joined. */
export const columns: readonly ColumnId[] = ['case', ...milestoneNames, ...intervalNames, 'joined']
export type Sorting = { column: ColumnId; down: boolean } | null

export const isMilestone = (column: ColumnId): column is MilestoneName => milestoneNames.some((name) => name === column)
export const isInterval = (column: ColumnId): column is IntervalName => intervalNames.some((name) => name === column)

function compare(column: ColumnId, a: ComparedCase, b: ComparedCase, language: 'en' | 'cs'): number {
  if (column === 'case') return a.shortTitle.localeCompare(b.shortTitle, language)
  if (column === 'joined') return a.joined.joined.length - b.joined.joined.length
  return isMilestone(column) ? compareDates(a.milestones[column].edtf, b.milestones[column].edtf) : compareIntervals(a.intervals[column], b.intervals[column])
}

const isMissing = (column: ColumnId, one: ComparedCase): boolean => (isMilestone(column) ? one.milestones[column].edtf === null : isInterval(column) && !one.intervals[column].known)

/** Cases in the order of a column; what is missing stays last both ways. Without sorting, the order of the chart. */
export function sorted(cases: readonly ComparedCase[], sorting: Sorting, language: 'en' | 'cs'): ComparedCase[] {
  if (sorting === null) return [...cases]
  const { column, down } = sorting
  return cases.toSorted((a, b) => Number(isMissing(column, a)) - Number(isMissing(column, b)) || (isMissing(column, a) ? 0 : compare(column, a, b, language) * (down ? -1 : 1)))
}
