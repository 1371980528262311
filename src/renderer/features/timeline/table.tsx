import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Cell } from './cell.tsx'
import { extended, kept, toggled, type Chosen } from './choosing.ts'
import { columnName, type ColumnId } from './columns.ts'
import type { Row } from './rows.ts'
import styles from './table.module.css'
import { useColumnWidths } from './use-column-widths.ts'
import { changeView, useTimelineView } from './view-state.ts'

export const tableRowHeight = 28

/** `allRows` are those before the filters: columns keep their widths while someone narrows the list. `rows` stand as sorted. */
type Props = {
  id: string
  rows: readonly Row[]
  allRows: readonly Row[]
  columns: readonly ColumnId[]
  sorting: { id: ColumnId; desc: boolean }
  selected: string | null
  chosen: Chosen
  onSelect: (key: string) => void
  /** Several rows at once; `at` is the row the focus goes to. */
  onChoose: (chosen: Chosen, at: string | null) => void
  onOpen: (key: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onWidth: (width: number) => void
}

/** The events as a grid: the way through the timeline for the keyboard and for screen readers. */
export function EventTable({ id, rows, allRows, columns, sorting, selected, chosen, onSelect, onChoose, onOpen, onKeyDown, onWidth }: Props) {
  const t = useStrings(timelineStrings)
  const scroller = useRef<HTMLDivElement>(null)
  const index = rows.findIndex(({ item }) => item.key === selected)
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
    scroller.current?.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus({ preventScroll: true })
  }, [index, selected, virtual])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => onWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [onWidth])

  const order = () => rows.map(({ item }) => item.key)
  const together = new Set(chosen.keys)

  function move(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 200) / tableRowHeight) - 2)
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length }
    const step = steps[event.key]
    const onRow = event.target instanceof HTMLElement && event.target.closest('[data-key]') !== null
    const ctrl = event.ctrlKey || event.metaKey
    if (onRow && ctrl && event.key === ' ' && selected !== null) {
      event.preventDefault()
      return onChoose(toggled(chosen, selected, selected), selected)
    }
    if (onRow && ctrl && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      return onChoose({ keys: order(), anchor: rows[0]?.item.key ?? null }, selected ?? rows[0]?.item.key ?? null)
    }
    if (step === undefined || event.altKey || !onRow) {
      // Alone they scroll a wide table; with Shift they move the date of its row, as they do on the lanes.
      if (onRow && (event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight'))) onKeyDown(event)
      return
    }
    event.preventDefault()
    const at = Math.min(rows.length - 1, Math.max(0, (index < 0 ? 0 : index) + step))
    const next = rows[at]
    if (!next || next.item.key === selected) return
    moved.current = true
    if (event.shiftKey) onChoose(extended(order(), chosen, selected, next.item.key), next.item.key)
    else if (ctrl) onChoose(kept(chosen, selected), next.item.key)
    else onSelect(next.item.key)
  }
  function click(event: MouseEvent, key: string) {
    if (event.shiftKey) return onChoose(extended(order(), chosen, selected, key), key)
    if (event.ctrlKey || event.metaKey) return onChoose(toggled(chosen, selected, key), key)
    onSelect(key)
  }
  const { template, least } = useColumnWidths(allRows, columns)
  return (
    <div ref={scroller} id={id} className={styles['grid']} style={{ '--template': template, '--least': `${least}px` } as Record<string, string>} role="grid" aria-label={t('table')} aria-rowcount={rows.length + 1} aria-colcount={columns.length} aria-multiselectable="true" onKeyDown={move} onScroll={(event) => changeView({ tableTop: event.currentTarget.scrollTop })}>
      <div role="rowgroup" className={styles['header']}>
        <div role="row" aria-rowindex={1} className={styles['row']}>
          {columns.map((column) => <Head key={column} column={column} sorted={sorting.id === column ? (sorting.desc ? 'descending' : 'ascending') : 'none'} />)}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((place) => {
          const row = rows[place.index]
          if (!row) return null
          const { key } = row.item
          return (
            <div
              key={key} role="row" data-key={key} aria-rowindex={place.index + 2} aria-selected={together.size > 0 ? together.has(key) : key === selected} tabIndex={place.index === tabStop ? 0 : -1} className={styles['row']}
              style={{ transform: `translateY(${place.start - tableRowHeight}px)` }} onClick={(event) => click(event, key)} onMouseDown={(event) => event.shiftKey && event.preventDefault()} onDoubleClick={() => onOpen(key)} onFocus={() => index < 0 && onSelect(key)}
            >
              {columns.map((column) => <Cell key={column} row={row} column={column} />)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Sorts by its column; once more turns the order round. */
function Head({ column, sorted }: { column: ColumnId; sorted: 'ascending' | 'descending' | 'none' }) {
  const language = useLanguage()
  const Arrow = sorted === 'ascending' ? ArrowUp : ArrowDown
  return (
    <div role="columnheader" className={styles['cell']} data-column={column} aria-sort={sorted}>
      <button type="button" onClick={() => changeView({ sorting: [{ id: column, desc: sorted === 'ascending' }] })}>
        {columnName(column, language)}
        {sorted === 'none' ? null : <Arrow size={13} strokeWidth={1.75} aria-hidden="true" />}
      </button>
    </div>
  )
}
