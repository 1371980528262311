import { useTable, type SortingState } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, BookMarked, ChevronDown, ChevronRight, FileText } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { common } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { library } from '../../strings/library.ts'
import { columnsOf, features } from './columns.tsx'
import type { Row } from './filter.ts'
import styles from './grid.module.css'
import { useWidths } from './use-widths.ts'

const height = 28
type Group = 'mine' | 'references'

/** `allRows` are those before the filters: they decide the widths of the columns. */
type GridProps = { rows: Row[]; allRows: Row[]; selected: string | null; onSelect: (id: string) => void; onOpen: (id: string) => void; onPreview: () => void; onDelete: (row: Row) => void }

function useLibraryTable(rows: Row[]) {
  const t = useStrings(library)
  const words = useStrings(common)
  const language = useLanguage()
  const [sorting, setSorting] = useState<SortingState>([{ id: 'attributed', desc: true }])
  const columns = useMemo(() => columnsOf(language, t, words('notStated')), [language, t, words])
  return useTable({ features, columns, data: rows, state: { sorting }, onSortingChange: setSorting, enableSortingRemoval: false, getRowId: (row) => row.id })
}
type LibraryTable = ReturnType<typeof useLibraryTable>
type TableRow = ReturnType<LibraryTable['getRowModel']>['rows'][number]
type Line = { kind: 'group'; group: Group; count: number } | { kind: 'row'; row: TableRow }

function linesOf(rows: TableRow[], closed: ReadonlySet<Group>): Line[] {
  const groups: [Group, TableRow[]][] = [
    ['mine', rows.filter((row) => row.original.own)],
    ['references', rows.filter((row) => !row.original.own)],
  ]
  return groups.flatMap(([group, members]): Line[] =>
    members.length === 0 ? [] : [{ kind: 'group', group, count: members.length }, ...(closed.has(group) ? [] : members.map((row): Line => ({ kind: 'row', row })))],
  )
}

function Header({ table }: { table: LibraryTable }) {
  const t = useStrings(library)
  return (
    <div role="rowgroup" className={styles['head']}>
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className={styles['cells']}>
          <span role="columnheader" className={styles['cell']}><span className="visually-hidden">{t('kind')}</span></span>
          {group.headers.map((header) => {
            const sorted = header.column.getIsSorted()
            return (
              <span key={header.id} role="columnheader" data-column={header.column.id} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'} className={styles['cell']}>
                <button type="button" className={styles['sort']} onClick={header.column.getToggleSortingHandler()}>
                  <table.FlexRender header={header} />
                  {sorted === 'asc' ? <ArrowUp size={13} strokeWidth={1.75} aria-hidden="true" /> : sorted === 'desc' ? <ArrowDown size={13} strokeWidth={1.75} aria-hidden="true" /> : null}
                </button>
              </span>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function GroupCells({ group, count, closed }: { group: Group; count: number; closed: boolean }) {
  const t = useStrings(library)
  const Icon = closed ? ChevronRight : ChevronDown
  return (
    <span role="rowheader" aria-colspan={9} aria-expanded={!closed} className={styles['groupCell']}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      <strong>{t(group)}</strong>
      <span className={styles['count']}>{count}</span>
      {group === 'references' ? <span className={styles['note']}>{t('referencesNote')}</span> : null}
    </span>
  )
}

function Cells({ table, row }: { table: LibraryTable; row: TableRow }) {
  const Icon = row.original.own ? FileText : BookMarked
  const t = useStrings(library)
  return (
    <>
      <span role="gridcell" className={styles['cell']} aria-label={t(row.original.own ? 'mine' : 'reference')}><Icon size={14} strokeWidth={1.75} aria-hidden="true" /></span>
      {row.getAllCells().map((cell) => <span key={cell.id} role="gridcell" data-column={cell.column.id} className={styles['cell']}><table.FlexRender cell={cell} /></span>)}
    </>
  )
}

const keyOf = (line: Line) => (line.kind === 'group' ? `group/${line.group}` : line.row.id)

/** Where a key moves to in a list; null when it does not move. */
function target(key: string, at: number, length: number): number | null {
  const last = length - 1
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 12, PageUp: at - 12, Home: 0, End: last }
  const to = moves[key]
  return to === undefined ? null : Math.max(0, Math.min(last, to))
}

/** Incidents as a grid: rows move with the arrows, Enter opens, Space shows the preview, Del deletes an own one. */
export function Grid({ rows, allRows, selected, onSelect, onOpen, onPreview, onDelete }: GridProps) {
  const t = useStrings(library)
  const words = useStrings(common)
  const language = useLanguage()
  const widths = useWidths(allRows, { t, language, notStated: words('notStated') })
  const table = useLibraryTable(rows)
  const [closed, setClosed] = useState<ReadonlySet<Group>>(new Set())
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const moved = useRef(false)
  const { rows: sorted } = table.getRowModel()
  const lines = useMemo(() => linesOf(sorted, closed), [sorted, closed])
  const wanted = lines.findIndex((line) => keyOf(line) === (active ?? selected))
  const at = wanted >= 0 ? wanted : lines.findIndex((line) => line.kind === 'row')
  // The rule speaks of the React compiler, which is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // The head stays on top of the same scroller.
    scrollMargin: height,
    scrollPaddingStart: height,
    // The row with the focus stays mounted when it is scrolled out of sight.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(at >= 0 ? [at] : [])])].toSorted((a, b) => a - b),
  })

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true })
  })

  function move(to: number) {
    const line = lines[to]
    if (!line) return
    moved.current = true
    setActive(keyOf(line))
    if (line.kind === 'row') onSelect(line.row.id)
    virtual.scrollToIndex(to)
  }
  function fold(group: Group, close: boolean) {
    setClosed((old) => new Set(close ? [...old, group] : [...old].filter((other) => other !== group)))
  }
  function act(key: string, line: Line): boolean {
    if (line.kind === 'group') {
      const isClosed = closed.has(line.group)
      if (key === 'ArrowLeft' || key === 'ArrowRight') fold(line.group, key === 'ArrowLeft')
      else if (key === 'Enter' || key === ' ') fold(line.group, !isClosed)
      else return false
      return true
    }
    if (key === 'Enter') onOpen(line.row.id)
    else if (key === ' ') onPreview()
    else if (key === 'Delete') onDelete(line.row.original)
    else return false
    return true
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const line = lines[at]
    const to = target(event.key, at, lines.length)
    if (to !== null) move(to)
    else if (!line || !act(event.key, line)) return
    event.preventDefault()
  }
  const wide = useMemo(() => rows.some((row) => row.tlp === 'AMBER+STRICT'), [rows])
  return (
    <div ref={scroller} role="grid" aria-label={t('table')} aria-rowcount={lines.length + 1} aria-colcount={9} className={styles['scroller']} data-wide-tlp={wide} data-language={language} style={widths}>
      <div className={styles['grid']}>
        <Header table={table} />
        <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            if (!line) return null
            const chosen = line.kind === 'row' && line.row.id === selected
            return (
              <div
                key={keyOf(line)} role="row" aria-rowindex={index + 2} tabIndex={index === at ? 0 : -1} style={{ transform: `translateY(${start - height}px)` }}
                {...(line.kind === 'row' ? { 'aria-selected': chosen } : {})}
                className={line.kind === 'group' ? styles['group'] : `${styles['row']} ${styles['cells']}`}
                onClick={() => (line.kind === 'group' ? fold(line.group, !closed.has(line.group)) : move(index))}
                onDoubleClick={() => line.kind === 'row' && onOpen(line.row.id)}
                onFocus={() => setActive(keyOf(line))}
              >
                {line.kind === 'group' ? <GroupCells group={line.group} count={line.count} closed={closed.has(line.group)} /> : <Cells table={table} row={line.row} />}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
