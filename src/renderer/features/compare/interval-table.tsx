import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { intervalInWords, isReversed, missingInWords, type Alignment, type ComparedCase, type Party } from '#domain/compare/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import { choose, copyComparisonTable, openRecord, removeCase, type Chosen } from '../../state/comparison.ts'
import { compareStrings } from '../../strings/compare.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { countryName } from '../../strings/names.ts'
import { columns, isInterval, isMilestone, sorted, type ColumnId, type Sorting } from './columns.ts'
import styles from './interval-table.module.css'

const heads = {
  case: 'case', activity: 'activity', detection: 'detection', disclosure: 'disclosure', attribution: 'attribution', response: 'response',
  'activity-detection': 'activityDetection', 'detection-disclosure': 'detectionDisclosure', 'disclosure-attribution': 'disclosureAttribution', 'attribution-response': 'attributionResponse', joined: 'joined',
} as const

/** Row 0 is the head. */
type Place = { row: number; column: number }

/** Names in the person's language: a state by its country, a body by what it is called. */
function usePartyNames() {
  const language = useLanguage()
  return (parties: readonly Party[]) => parties.map(({ kind, id, name }) => (kind === 'state' ? countryName(id, language, 'short') : name)).join(', ')
}

function JoinedCell({ one }: { one: ComparedCase }) {
  const t = useStrings(compareStrings)
  const names = usePartyNames()
  const { joined, support } = one.joined
  const states = joined.filter(({ kind }) => kind === 'state').length
  const bodies = joined.length - states
  const title = [...joined, ...support].map((party) => `${names([party])}: ${t(party.way)}`).join('\n')
  if (joined.length + support.length === 0) return <span className={styles['quiet']}>{t('noneJoined')}</span>
  return (
    <span title={title}>
      {t('states', { n: states })}{bodies > 0 ? `, ${t('bodies', { n: bodies })}` : ''}{joined.length > 0 ? <span className={styles['quiet']}> ({names(joined)})</span> : null}
      {support.length > 0 ? <span className={styles['quiet']}>; {t('supportOnly', { names: names(support) })}</span> : null}
    </span>
  )
}

function Cell({ one, column }: { one: ComparedCase; column: ColumnId }) {
  const t = useStrings(compareStrings)
  const language = useLanguage()
  if (column === 'joined') return <JoinedCell one={one} />
  if (isMilestone(column)) {
    const { edtf } = one.milestones[column]
    return edtf === null ? <span className={styles['quiet']}>{missingInWords(column, language)}</span> : <>{formatEdtf(edtf, language)}</>
  }
  if (!isInterval(column)) return <>{one.shortTitle}</>
  const interval = one.intervals[column]
  if (!interval.known) return <span className={styles['quiet']}>{intervalInWords(interval, language)}</span>
  return <>{intervalInWords(interval, language, false)}{isReversed(column, interval) ? <span className={styles['reversed']}> {t('reversed')}</span> : null}</>
}

/**
 * The comparison in figures: the way through it for the keyboard and for screen readers. Arrows move from cell to cell;
 * a milestone that has the focus shows its record at the side.
 */
export function IntervalTable({ cases, ownId, alignment, chosen }: { cases: readonly ComparedCase[]; ownId: string; alignment: Alignment; chosen: Chosen | null }) {
  const t = useStrings(compareStrings)
  const language = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const [sorting, setSorting] = useState<Sorting>(null)
  const [at, setAt] = useState<Place>({ row: 1, column: 0 })
  const rows = sorted(cases, sorting, language)
  const stop: Place = { row: Math.min(at.row, rows.length), column: at.column }
  const isStop = (row: number, column: number) => row === stop.row && column === stop.column

  function sort(column: ColumnId) {
    setSorting((now) => (now?.column !== column ? { column, down: false } : now.down ? null : { column, down: true }))
  }
  /** A cell that gets the focus is chosen when it has a date, or none on record: then the pane says so. */
  function arrive(row: number, column: number) {
    setAt({ row, column })
    const [one, name] = [rows[row - 1], columns[column]]
    if (one !== undefined && name !== undefined && isMilestone(name)) choose({ caseId: one.id, what: name })
  }
  function onKeyDown(event: KeyboardEvent) {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    if (!cell || event.altKey) return
    const [row, column] = [Number(cell.dataset['row']), Number(cell.dataset['column'])]
    const last = columns.length - 1
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && !event.shiftKey && String(document.getSelection() ?? '') === '') {
      event.preventDefault()
      return void copyComparisonTable()
    }
    if (event.ctrlKey || event.metaKey) return
    const steps: Record<string, [number, number]> = { ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], Home: [row, 0], End: [row, last], PageDown: [rows.length, column], PageUp: [1, column] }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      const [r, c] = [Math.min(rows.length, Math.max(0, step[0])), Math.min(last, Math.max(0, step[1]))]
      table.current?.querySelector<HTMLElement>(`[data-row="${r}"][data-column="${c}"]`)?.focus()
      return
    }
    const one = rows[row - 1]
    if (one === undefined) return
    const name = columns[column]
    if (event.key === 'Enter') {
      event.preventDefault()
      void openRecord(one.id, name !== undefined && isMilestone(name) ? one.milestones[name].itemKey : null)
    } else if (event.key === 'Delete' && one.id !== ownId) {
      event.preventDefault()
      removeCase(one.id)
      requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
    }
  }
  return (
    <div className={styles['scroll']}>
      <table ref={table} role="grid" aria-label={t('table')} aria-rowcount={rows.length + 1} aria-colcount={columns.length} className={styles['table']} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {columns.map((column, index) => {
              const is = sorting?.column === column ? (sorting.down ? 'descending' : 'ascending') : 'none'
              return (
                <th key={column} role="columnheader" scope="col" aria-sort={is} data-zero={column === alignment} className={index === 0 ? styles['first'] : undefined}>
                  <button type="button" data-row={0} data-column={index} tabIndex={isStop(0, index) ? 0 : -1} onFocus={() => setAt({ row: 0, column: index })} onClick={() => sort(column)}>
                    {t(heads[column])}{column === alignment ? ` (${t('dayZero')})` : ''}{isInterval(column) ? <span className={styles['unit']}> {t('days')}</span> : null}
                    {is === 'ascending' ? <ArrowUp size={12} aria-hidden="true" /> : is === 'descending' ? <ArrowDown size={12} aria-hidden="true" /> : null}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((one, index) => (
            <tr key={one.id} data-case-row={one.id}>
              {columns.map((column, place) => {
                const isChosen = chosen?.caseId === one.id && chosen.what === column
                const common = { 'data-row': index + 1, 'data-column': place, tabIndex: isStop(index + 1, place) ? 0 : -1, onFocus: () => arrive(index + 1, place) }
                if (column === 'case') return <th key={column} role="rowheader" scope="row" className={styles['first']} {...common} title={one.title}>{one.shortTitle}{one.id === ownId ? <span className={styles['quiet']}> {t('thisIncident')}</span> : null}</th>
                return <td key={column} role="gridcell" aria-selected={isMilestone(column) ? isChosen : undefined} data-milestone={isMilestone(column)} {...common} onDoubleClick={() => isMilestone(column) && void openRecord(one.id, one.milestones[column].itemKey)}><Cell one={one} column={column} /></td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
