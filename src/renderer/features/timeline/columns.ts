import { compareDates, formatInZone, type DateLanguage } from '#domain/dates/index.ts'
import { lanes } from '#domain/incident/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { translate } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import type { Row, RowState } from './rows.ts'

/** Columns of the table, in the order they stand in. */
export const columnIds = ['date', 'edtf', 'lane', 'event', 'wording', 'evidence', 'sources', 'grade', 'state', 'tags'] as const
export type ColumnId = (typeof columnIds)[number]
/** A row without its event would say nothing, so that column cannot be left out. */
export const optionalColumns = columnIds.filter((id) => id !== 'event')
export type Sorting = { id: string; desc: boolean }

const usual: readonly ColumnId[] = ['date', 'edtf', 'lane', 'event', 'evidence', 'grade', 'state']
/** Below this width (px) the title would be cut to a few words, so EDTF is not among the usual columns: the date says the same in words. */
const roomForEdtf = 1040

/** The columns to show: those chosen, or the usual ones for a width. Unknown names of a later version are left out. */
export function shownColumns(chosen: readonly string[] | null, width: number): ColumnId[] {
  if (chosen === null) return usual.filter((id) => id !== 'edtf' || width >= roomForEdtf)
  return columnIds.filter((id) => id === 'event' || chosen.includes(id))
}

const text = (a: string, b: string) => a.localeCompare(b)
const stateOrder: readonly RowState[] = ['contested', 'confirmed', 'one-source', 'no-source', 'background']
const tagsOf = (row: Row) => row.item.tags.join('; ')
const orders: Record<ColumnId, (a: Row, b: Row) => number> = {
  date: (a, b) => compareDates(a.item.edtf, b.item.edtf),
  edtf: (a, b) => text(a.item.edtf ?? '~', b.item.edtf ?? '~'),
  lane: (a, b) => lanes.indexOf(a.item.lane) - lanes.indexOf(b.item.lane),
  event: (a, b) => text(a.item.title, b.item.title),
  wording: (a, b) => text(a.item.wording ?? '~', b.item.wording ?? '~'),
  evidence: (a, b) => a.item.evidence.length - b.item.evidence.length,
  sources: (a, b) => a.item.sources - b.item.sources,
  grade: (a, b) => text(a.grade ?? '~', b.grade ?? '~'),
  state: (a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state),
  tags: (a, b) => text(tagsOf(a) || '~', tagsOf(b) || '~'),
}

/** What the rows are sorted by: a column that is not shown sorts nothing, time does. */
export function sortingOf(sorting: Sorting | undefined, shown: readonly ColumnId[]): { id: ColumnId; desc: boolean } {
  const id = shown.find((one) => one === sorting?.id)
  return sorting && id ? { id, desc: sorting.desc } : { id: 'date', desc: false }
}

/** Rows in the order of a column. Ties keep the order given, which is that of time. */
export function sortedRows(rows: readonly Row[], { id, desc }: { id: ColumnId; desc: boolean }): Row[] {
  const order = orders[id]
  return rows.toSorted(desc ? (a, b) => order(b, a) : order)
}

export function stateName(state: RowState, language: DateLanguage): string {
  if (state === 'confirmed' || state === 'background') return translate(common, language, state)
  if (state === 'contested') return translate(workStrings, language, 'contested')
  return translate(timelineStrings, language, state === 'one-source' ? 'oneSource' : 'noSource')
}

/** The language of a cell's words, and the time zone (IANA name) of times of day. */
export type Reading = { language: DateLanguage; zone: string }

/** What a cell says, the same on screen and in CSV. A number stays one. */
export function cellOf({ item, grade, state }: Row, column: ColumnId, { language, zone }: Reading): string | number {
  switch (column) {
    case 'date': return formatInZone(item.edtf, language, zone)
    case 'edtf': return item.edtf ?? ''
    case 'lane': return translate(common, language, laneKeys[item.lane])
    case 'event': return item.context ? `${item.title} (${translate(timelineStrings, language, 'context')})` : item.title
    case 'wording': return item.wording ?? ''
    case 'evidence': return item.evidence.length
    case 'sources': return item.sources
    case 'grade': return grade ?? ''
    case 'state': return stateName(state, language)
    case 'tags': return item.tags.join('; ')
  }
}

/** The name of a column, as its head says it. */
export function columnName(id: ColumnId, language: DateLanguage): string {
  return id === 'wording' || id === 'sources' ? translate(workStrings, language, id === 'wording' ? 'columnWording' : 'columnSources') : translate(timelineStrings, language, id)
}
