import { createColumnHelper, createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type SortingState } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { compareDates, formatEdtf } from '#domain/dates/index.ts'
import { lanes } from '#domain/incident/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Grade } from '../../ui/index.ts'
import type { Row, RowState } from './rows.ts'
import styles from './table.module.css'
import { textWidth } from '../../ui/text-width.ts'
import { changeView, useTimelineView } from './view-state.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, Row>()
const text = (a: string, b: string) => a.localeCompare(b)
const stateOrder: RowState[] = ['confirmed', 'one-source', 'no-source', 'background']
// Ties fall back to the order given, which is that of time.
const columns = helper.columns([
  helper.accessor((row) => row.item.edtf ?? '', { id: 'date', sortFn: (a, b) => compareDates(a.original.item.edtf, b.original.item.edtf) }),
  helper.accessor((row) => row.item.edtf ?? '', { id: 'edtf', sortFn: (a, b) => text(a.original.item.edtf ?? '~', b.original.item.edtf ?? '~') }),
  helper.accessor((row) => row.item.lane, { id: 'lane', sortFn: (a, b) => lanes.indexOf(a.original.item.lane) - lanes.indexOf(b.original.item.lane) }),
  helper.accessor((row) => row.item.title, { id: 'event', sortFn: (a, b) => text(a.original.item.title, b.original.item.title) }),
  helper.accessor((row) => row.item.evidence.length, { id: 'evidence', sortFn: (a, b) => a.original.item.evidence.length - b.original.item.evidence.length }),
  helper.accessor((row) => row.grade ?? '', { id: 'grade', sortFn: (a, b) => text(a.original.grade ?? '~', b.original.grade ?? '~') }),
  helper.accessor((row) => row.state, { id: 'state', sortFn: (a, b) => stateOrder.indexOf(a.original.state) - stateOrder.indexOf(b.original.state) }),
])
const columnKeys = { date: 'date', edtf: 'edtf', lane: 'lane', event: 'event', evidence: 'evidence', grade: 'grade', state: 'state' } as const
type ColumnId = keyof typeof columnKeys
export const tableRowHeight = 28

/** `allRows` are those before the filters: columns keep their widths while someone narrows the list. */
type Props = { id: string; rows: Row[]; allRows: Row[]; selected: string | null; onSelect: (key: string) => void; onOpen: (key: string) => void; onKeyDown: (event: KeyboardEvent) => void }

/** The events as a grid: the way through the timeline for the keyboard and for screen readers. */
export function EventTable({ id, rows: data, allRows, selected, onSelect, onOpen, onKeyDown }: Props) {
  const t = useStrings(timelineStrings)
  const sorting = useTimelineView((view) => view.sorting)
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({
    features, columns, data, state: { sorting }, enableSortingRemoval: false,
    onSortingChange: (change) => changeView({ sorting: typeof change === 'function' ? change(useTimelineView.getState().sorting) : (change as SortingState) }),
  })
  const rows = table.getRowModel().rows
  const index = rows.findIndex((row) => row.original.item.key === selected)
  const tabStop = Math.max(0, index)
  // oxlint-disable-next-line react/incompatible-library -- this component is not compiled; the virtualizer redraws it itself
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => tableRowHeight, overscan: 12, initialOffset: () => useTimelineView.getState().tableTop, scrollPaddingStart: tableRowHeight, scrollMargin: tableRowHeight,
    // The row that holds the focus stays in the page, wherever it is scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), tabStop])].filter((at) => at < rows.length).toSorted((a, b) => a - b),
  })
  const moved = useRef(false)

  useEffect(() => {
    if (index < 0) return
    virtual.scrollToIndex(index, { align: 'auto' })
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>('[data-key][aria-selected="true"]')?.focus({ preventScroll: true })
  }, [index, selected, virtual])

  function move(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 200) / tableRowHeight) - 2)
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length }
    const step = steps[event.key]
    const onRow = event.target instanceof HTMLElement && event.target.closest('[data-key]') !== null
    if (step === undefined || event.altKey || event.ctrlKey || !onRow) {
      if (onRow && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') onKeyDown(event)
      return
    }
    event.preventDefault()
    const at = Math.min(rows.length - 1, Math.max(0, (index < 0 ? 0 : index) + step))
    const next = rows[at]
    if (!next || next.original.item.key === selected) return
    moved.current = true
    onSelect(next.original.item.key)
  }
  const widths = useColumnWidths(allRows)
  return (
    <div ref={scroller} id={id} className={styles['grid']} style={widths} role="grid" aria-label={t('table')} aria-rowcount={rows.length + 1} aria-colcount={columns.length} aria-multiselectable="false" onKeyDown={move} onScroll={(event) => changeView({ tableTop: event.currentTarget.scrollTop })}>
      <div role="rowgroup" className={styles['header']}>
        <div role="row" aria-rowindex={1} className={styles['row']}>
          {table.getHeaderGroups()[0]?.headers.map(({ column }) => {
            const sorted = column.getIsSorted()
            return (
              <div key={column.id} role="columnheader" className={styles['cell']} data-column={column.id} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}>
                <button type="button" onClick={() => column.toggleSorting(sorted === 'asc')}>
                  {t(columnKeys[column.id as ColumnId])}
                  {sorted === 'asc' ? <ArrowUp size={13} strokeWidth={1.75} aria-hidden="true" /> : sorted === 'desc' ? <ArrowDown size={13} strokeWidth={1.75} aria-hidden="true" /> : null}
                </button>
              </div>
            )
          })}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((place) => {
          const row = rows[place.index]
          if (!row) return null
          const { key } = row.original.item
          return (
            <div
              key={key} role="row" data-key={key} aria-rowindex={place.index + 2} aria-selected={key === selected} tabIndex={place.index === tabStop ? 0 : -1} className={styles['row']}
              style={{ transform: `translateY(${place.start - tableRowHeight}px)` }} onClick={() => onSelect(key)} onDoubleClick={() => onOpen(key)} onFocus={() => index < 0 && onSelect(key)}
            >
              <Cells row={row.original} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const font = "500 12.5px 'Inter', system-ui, sans-serif"
const monoFont = "400 11.5px 'IBM Plex Mono', ui-monospace, monospace"
const padding = 18

/** Columns as wide as what they hold: a date, a lane or a state is never cut. The title takes the rest. */
function useColumnWidths(rows: Row[]) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const language = useLanguage()
  return useMemo(() => {
    const widest = (least: number, texts: string[], face: string) => `${Math.max(least, ...new Set(texts.map((one) => textWidth(one, face) + padding)))}px`
    return {
      '--date': widest(120, rows.map(({ item }) => formatEdtf(item.edtf, language)), font),
      '--edtf': widest(92, rows.map(({ item }) => item.edtf ?? t('noDate')), monoFont),
      '--lane': widest(88, rows.map(({ item }) => c(laneKeys[item.lane])), font),
      '--state': widest(96, rows.map(({ state }) => stateName(state, t, c)), font),
    } as Record<string, string>
  }, [rows, language, t, c])
}

const stateName = (state: RowState, t: ReturnType<typeof useStrings<keyof (typeof timelineStrings)['en']>>, c: ReturnType<typeof useStrings<keyof (typeof common)['en']>>) =>
  state === 'confirmed' || state === 'background' ? c(state) : t(stateKeys[state])

const stateKeys = { 'one-source': 'oneSource', 'no-source': 'noSource' } as const

function Cells({ row: { item, grade, state } }: { row: Row }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const language = useLanguage()
  const own = item.context ? 'true' : 'false'
  return (
    <>
      <div role="gridcell" className={styles['cell']} data-column="date">{formatEdtf(item.edtf, language)}</div>
      <div role="gridcell" className={styles['cell']} data-column="edtf">{item.edtf ?? t('noDate')}</div>
      <div role="gridcell" className={styles['cell']} data-column="lane">{c(laneKeys[item.lane])}</div>
      <div role="gridcell" className={styles['cell']} data-column="event" data-context={own} title={item.title}>{item.title}{item.context ? <span className={styles['context']}> ({t('context')})</span> : null}</div>
      <div role="gridcell" className={styles['cell']} data-column="evidence">{item.evidence.length}</div>
      <div role="gridcell" className={styles['cell']} data-column="grade">{grade ? <Grade>{grade}</Grade> : <span className={styles['context']}>{t('notRated')}</span>}</div>
      <div role="gridcell" className={styles['cell']} data-column="state">{stateName(state, t, c)}</div>
    </>
  )
}
