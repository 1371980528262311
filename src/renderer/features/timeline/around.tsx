import { Popover } from '@base-ui/react/popover'
import { Info } from 'lucide-react'
import { useRef, useState, type RefObject } from 'react'
import { daysAround } from '#domain/dates/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { changeFilters } from '../../state/filters.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { Button } from '../../ui/index.ts'
import { focusTable } from './actions.ts'
import { periodInWords } from './period-words.ts'
import styles from './toolbar.module.css'
import { changeView, useTimelineView } from './view-state.ts'

/** A hundred years: beyond that a period is better typed. */
const mostDays = 36_500
const usual = '7'

/** A small field for a number of days; sets the period filter round the selected date. */
export function Around({ item, anchor }: { item: TimelineItem | null; anchor: RefObject<HTMLElement | null> }) {
  const open = useTimelineView((view) => view.around)
  const [typed, setTyped] = useState(usual)
  const field = useRef<HTMLInputElement>(null)
  if (item?.edtf == null) return null
  return (
    <Popover.Root open={open} onOpenChange={(around) => changeView({ around })}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} className={styles['positioner']} sideOffset={6} align="start">
          <Popover.Popup className={styles['popover']} initialFocus={field} finalFocus={false}>
            <Form title={item.title} edtf={item.edtf} typed={typed} onType={setTyped} field={field} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Form({ title, edtf, typed, onType, field }: { title: string; edtf: string; typed: string; onType: (typed: string) => void; field: RefObject<HTMLInputElement | null> }) {
  const t = useStrings(workStrings)
  const language = useLanguage()
  const days = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : NaN
  const good = days <= mostDays
  const period = good ? { ...daysAround(edtf, days), sure: false } : null
  return (
    <form className={styles['goTo']} onSubmit={(event) => {
      event.preventDefault()
      if (!period) return
      changeFilters({ period })
      changeView({ around: false })
      focusTable()
    }}>
      <Popover.Title className={styles['popoverTitle']}>{t('aroundTitle', { title })}</Popover.Title>
      <label>
        {t('aroundDays')}
        <input ref={field} type="text" inputMode="numeric" value={typed} aria-invalid={!good} onFocus={(event) => event.target.select()} onChange={(event) => onType(event.target.value)} />
      </label>
      <p className={styles['hint']} role="status">{period ? periodInWords(period, language) : <><Info size={13} strokeWidth={1.75} aria-hidden="true" /> {t('aroundBad')}</>}</p>
      <Button small type="submit" shortcut="Enter">{t('aroundSet')}</Button>
    </form>
  )
}
