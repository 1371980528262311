import { Columns3 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { register } from '../../commands/registry.ts'
import { clearFilters } from '../../state/filters.ts'
import { common } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { Button, CheckMenu, EmptyState } from '../../ui/index.ts'
import { chooseColumns, useChosenColumns } from './column-choice.ts'
import { columnName, optionalColumns, shownColumns, sortedRows, sortingOf, type ColumnId } from './columns.ts'
import { copyRows } from './copy-rows.ts'
import { Legend } from './legend.tsx'
import type { Row } from './rows.ts'
import { EventTable } from './table.tsx'
import styles from './timeline.module.css'
import type { Items } from './use-items.ts'
import { useTimelineView } from './view-state.ts'

type Props = {
  id: string
  items: Items
  rows: Row[]
  allRows: Row[]
  selected: string | null
  onSelect: (key: string) => void
  onOpen: (key: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** The table with its head: how many events it has, which columns, and the way out as CSV. */
export function TablePane({ id, items, rows, allRows, selected, onSelect, onOpen, onKeyDown }: Props) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const w = useStrings(workStrings)
  const language = useLanguage()
  const [width, setWidth] = useState(0)
  const chosenColumns = useChosenColumns()
  const columns = useMemo(() => shownColumns(chosenColumns, width), [chosenColumns, width])
  const kept = useTimelineView((view) => view.sorting)[0]
  const sorting = useMemo(() => sortingOf(kept, columns), [kept, columns])
  const sorted = useMemo(() => sortedRows(rows, sorting), [rows, sorting])
  const copy = (some: readonly Row[]) => void copyRows(items.incident, some, columns, language)
  useCopyCommand(() => copy(sorted))

  function onKey(event: KeyboardEvent) {
    const copies = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'c' && getSelection()?.isCollapsed !== false
    if (!copies) return onKeyDown(event)
    event.preventDefault()
    copy(sorted.filter(({ item }) => item.key === selected))
  }
  return (
    <section className={styles['lower']} data-pane="table" aria-label={t('table')}>
      <header className={styles['tableHead']}>
        <h2>{t('table')}</h2>
        <span className={styles['count']}>{t('eventCount', { n: items.shown.length })}{selected ? `, ${t('selected')}` : ''}</span>
        <Legend />
        <ColumnsMenu columns={columns} chosen={chosenColumns !== null} />
        <Button small look="quiet" onClick={() => copy(sorted)}>{w('copyCsv')}</Button>
      </header>
      {items.shown.length === 0 ? (
        <EmptyState title={t('noMatch')} actions={<Button onClick={clearFilters}>{c('clearFilters')}</Button>} />
      ) : (
        <EventTable id={id} rows={sorted} allRows={allRows} columns={columns} sorting={sorting} selected={selected} onSelect={onSelect} onOpen={onOpen} onKeyDown={onKey} onWidth={setWidth} />
      )}
    </section>
  )
}

function ColumnsMenu({ columns, chosen }: { columns: readonly ColumnId[]; chosen: boolean }) {
  const w = useStrings(workStrings)
  const language = useLanguage()
  const toggle = (id: ColumnId) => chooseColumns(columns.includes(id) ? columns.filter((one) => one !== id) : [...columns, id])
  return (
    <CheckMenu
      trigger={<Button small look="quiet"><Columns3 size={14} strokeWidth={1.75} aria-hidden="true" />{w('columns')}</Button>}
      choices={optionalColumns.map((value) => ({ value, label: columnName(value, language), checked: columns.includes(value) }))}
      onToggle={toggle}
      {...(chosen ? { reset: { label: w('usualColumns'), run: () => chooseColumns(null) } } : {})}
    />
  )
}

/** The whole table as CSV, from the palette while the table is shown. */
function useCopyCommand(copy: () => void) {
  const latest = useRef(copy)
  useEffect(() => {
    latest.current = copy
  })
  useEffect(() => register({ id: 'timeline.copy-csv', titles: { en: 'Copy table as CSV', cs: 'Kopírovat tabulku jako CSV' }, keywords: 'clipboard export excel schránka', shortcut: null, run: () => latest.current() }), [])
}
