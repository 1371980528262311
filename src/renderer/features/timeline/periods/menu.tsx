import { Popover } from '@base-ui/react/popover'
import { Filter, Pencil, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { formatEdtf } from '#domain/dates/index.ts'
import type { TimelinePeriod } from '#domain/timeline/index.ts'
import { useFilters } from '../../../state/filters.ts'
import { useReadOnly } from '../../../state/open-incident.ts'
import { common } from '../../../strings/common.ts'
import { useLanguage, useStrings } from '../../../strings/index.ts'
import { periodStrings } from '../../../strings/timeline-periods.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { selectItem } from '../actions.ts'
import toolbar from '../toolbar.module.css'
import { periodInWords } from '../period-words.ts'
import { windowInWords } from '../period.ts'
import { changeView, useTimelineView } from '../view-state.ts'
import { filterTo, removePeriod, showPeriod, startPeriod } from './actions.ts'
import { dateOfFilter, dateOfWindow, limitsOf } from './dates.ts'
import { mostBands, type Periods } from './drawn.ts'
import { inkClass } from './ink.ts'
import './inks.css'
import styles from './periods.module.css'

/** All named periods as a list with what can be done with each, and the ways to name another one. */
export function PeriodsMenu({ periods }: { periods: Periods }) {
  const p = useStrings(periodStrings)
  const open = useTimelineView((view) => view.periodsMenu)
  const readOnly = useReadOnly()
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Popover.Root open={open} onOpenChange={(periodsMenu) => changeView({ periodsMenu })}>
      <Popover.Trigger render={<Button small look="quiet" shortcut="P">{p('periods')}</Button>} />
      <Popover.Portal>
        <Popover.Positioner className={toolbar['positioner']} sideOffset={6} align="end">
          <Popover.Popup ref={popup} className={`${toolbar['popover']} ${styles['menu']}`} aria-label={p('list')} initialFocus={() => popup.current?.querySelector<HTMLElement>('button') ?? true}>
            {periods.all.length === 0 ? (
              <div className={styles['empty']}><p>{p(readOnly ? 'noneReadOnly' : 'none')}</p>{readOnly ? null : <p>{p('noneHint')}</p>}</div>
            ) : (
              <ul className={styles['list']} aria-label={p('list')}>{periods.all.map((period) => <Line key={period.key} period={period} readOnly={readOnly} />)}</ul>
            )}
            {periods.all.length > mostBands ? <p className={toolbar['hint']}>{p('drawnOnly', { n: mostBands })}</p> : null}
            {readOnly ? null : <Ways />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Line({ period, readOnly }: { period: TimelinePeriod; readOnly: boolean }) {
  const p = useStrings(periodStrings)
  const c = useStrings(common)
  const language = useLanguage()
  const { key, title, edtf, ink } = period
  const date = edtf === null ? c('undated') : formatEdtf(edtf, language)
  function edit() {
    selectItem(key)
    changeView({ form: 'edit', inspectorOpen: true, periodsMenu: false })
  }
  return (
    <li className={styles['line']}>
      <button type="button" className={styles['go']} aria-label={p('showOne', { title, date })} onClick={() => showPeriod(key)}>
        <span className={`${styles['swatch']} ${inkClass(ink)}`} aria-hidden="true" />
        <span className={styles['names']}><span className={styles['name']}>{title}</span><span className={styles['when']}>{date}</span></span>
      </button>
      {limitsOf(edtf) ? <IconButton small label={p('onlyOne', { title })} onClick={() => { filterTo(period, language); changeView({ periodsMenu: false }) }}><Filter size={14} strokeWidth={1.75} /></IconButton> : null}
      {readOnly ? null : (
        <>
          <IconButton small label={p('editOne', { title })} onClick={edit}><Pencil size={14} strokeWidth={1.75} /></IconButton>
          <IconButton small label={p('removeOne', { title })} onClick={() => void removePeriod(period, language)}><Trash2 size={14} strokeWidth={1.75} /></IconButton>
        </>
      )}
    </li>
  )
}

/** A period is named from nothing, from the window on screen, or from what the filter asks for. */
function Ways() {
  const p = useStrings(periodStrings)
  const language = useLanguage()
  const window = useTimelineView((view) => view.window)
  const period = useFilters((state) => state.filters.period)
  return (
    <div className={styles['ways']}>
      <Button small shortcut="Shift+P" onClick={() => startPeriod(null)}>{p('newPeriod')}</Button>
      {window ? <Button small look="quiet" onClick={() => startPeriod(dateOfWindow(window))}>{p('nameWindow')}: {windowInWords(window, language)}</Button> : null}
      {period ? <Button small look="quiet" onClick={() => startPeriod(dateOfFilter(period))}>{p('nameFilter')}: {periodInWords({ ...period, sure: false }, language)}</Button> : null}
    </div>
  )
}
