import { Columns3 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { register } from '../../commands/registry.ts'
import { clearFilters } from '../../state/filters.ts'
import { common } from '../../strings/common.ts'
import { useReadOnly } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { Button, CheckMenu, EmptyState } from '../../ui/index.ts'
import { moveTo } from './actions.ts'
import { BulkBar } from './bulk-bar.tsx'
import { removeSeveral } from './bulk-run.ts'
import { nothingChosen, type Chosen } from './choosing.ts'
import { chooseColumns, useChosenColumns } from './column-choice.ts'
import { columnName, optionalColumns, shownColumns, sortedRows, sortingOf, type ColumnId } from './columns.ts'
import { copyRows } from './copy-rows.ts'
import { Legend } from './legend.tsx'
import type { Row } from './rows.ts'
import { EventTable } from './table.tsx'
import styles from './timeline.module.css'
import { switchZone, zoneMatters } from './time-zone.ts'
import type { Items } from './use-items.ts'
import { useReading } from './use-reading.ts'
import { changeView, useTimelineView } from './view-state.ts'

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
  const reading = useReading()
  const [width, setWidth] = useState(0)
  const chosenColumns = useChosenColumns()
  const columns = useMemo(() => shownColumns(chosenColumns, width), [chosenColumns, width])
  const kept = useTimelineView((view) => view.sorting)[0]
  const sorting = useMemo(() => sortingOf(kept, columns), [kept, columns])
  const sorted = useMemo(() => sortedRows(rows, sorting), [rows, sorting])
  const copy = (some: readonly Row[]) => void copyRows(items.incident, some, columns, reading)
  useTableCommands({ copy: () => copy(sorted), items })
  const readOnly = useReadOnly()
  const chosen = useTimelineView((view) => view.chosen)
  const tags = useMemo(() => [...new Set(items.all.flatMap((item) => item.tags))].toSorted((a, b) => a.localeCompare(b)), [items.all])
  const several = useMemo(() => severalOf(sorted, chosen.keys), [sorted, chosen])

  function onKey(event: KeyboardEvent) {
    if (several.length > 1 && event.key === 'Escape') changeView({ chosen: nothingChosen })
    else if (several.length > 1 && event.key === 'Delete' && !readOnly) void removeSeveral(items.incident, several.map(({ item }) => item), rowAfter(sorted, several), language)
    else if (isCopy(event)) copy(several.length > 1 ? several : sorted.filter(({ item }) => item.key === selected))
    else return onKeyDown(event)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className={styles['lower']} data-pane="table" aria-label={t('table')}>
      <header className={styles['tableHead']}>
        <h2>{t('table')}</h2>
        <span className={styles['count']}>{t('eventCount', { n: items.shown.length })}{selected && several.length < 2 ? `, ${t('selected')}` : ''}</span>
        <span className={styles['count']} role="status">{several.length > 1 ? w('chosen', { n: several.length }) : ''}</span>
        {several.length > 1 && !readOnly ? <BulkBar incident={items.incident} items={several.map(({ item }) => item)} known={tags} next={rowAfter(sorted, several)} /> : <Legend />}
        <ColumnsMenu columns={columns} chosen={chosenColumns !== null} />
        <Button small look="quiet" onClick={() => copy(sorted)}>{w('copyCsv')}</Button>
      </header>
      {items.shown.length === 0 ? (
        <EmptyState title={t('noMatch')} actions={<Button onClick={clearFilters}>{c('clearFilters')}</Button>} />
      ) : (
        <EventTable id={id} rows={sorted} allRows={allRows} columns={columns} sorting={sorting} selected={selected} chosen={chosen} onSelect={onSelect} onChoose={choose} onOpen={onOpen} onKeyDown={onKey} onWidth={setWidth} />
      )}
    </section>
  )
}

const isCopy = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'c' && getSelection()?.isCollapsed !== false

function choose(chosen: Chosen, at: string | null) {
  changeView({ chosen })
  moveTo(at)
}

/** Of the rows chosen those that are shown: what a filter hides is changed by nobody. */
function severalOf(rows: readonly Row[], keys: readonly string[]): Row[] {
  const wanted = new Set(keys)
  return rows.filter(({ item }) => wanted.has(item.key))
}

/** The row that takes the place of some: the first after them, else the last before. */
function rowAfter(rows: readonly Row[], gone: readonly Row[]): string | null {
  const keys = new Set(gone.map(({ item }) => item.key))
  const last = rows.findLastIndex(({ item }) => keys.has(item.key))
  return (rows.slice(last + 1)[0] ?? rows.slice(0, last).findLast(({ item }) => !keys.has(item.key)))?.item.key ?? null
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

/** What the palette can do with the table while it is shown. */
function useTableCommands(now: { copy: () => void; items: Items }) {
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  useEffect(() => register(
    { id: 'timeline.copy-csv', titles: { en: 'Copy table as CSV', cs: 'Kopírovat tabulku jako CSV' }, keywords: 'clipboard export excel schránka', shortcut: null, run: () => latest.current.copy() },
    { id: 'timeline.zone', titles: { en: 'Timeline: switch the time zone', cs: 'Časová osa: přepnout časové pásmo' }, keywords: 'utc', shortcut: null, when: () => zoneMatters(latest.current.items.all), run: switchZone },
  ), [])
}
