import { ChevronLeft, ChevronRight, History, X } from 'lucide-react'
import { spoken } from '../../commands/keys.ts'
import { DateField } from '../../ui/date-field.tsx'
import { formatInZone, hasTime, readBack } from '#domain/dates/index.ts'
import type { TimelineItem, TimelinePeriod } from '#domain/timeline/index.ts'
import { goToHistory } from '../../state/navigation.ts'
import { apply, useHasHistory, useReadOnly } from '../../state/open-incident.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { historyStrings } from '../../strings/history.ts'
import { useStrings } from '../../strings/index.ts'
import { kindKeys, timelineStrings } from '../../strings/timeline.ts'
import { periodStrings } from '../../strings/timeline-periods.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { openWords } from './actions.ts'
import { Details } from './details.tsx'
import { EventForm } from './event-form.tsx'
import { EvidencePane } from './evidence-pane.tsx'
import styles from './inspector.module.css'
import { updateOf } from './item-commands.ts'
import type { TimelineAction } from './keys.ts'
import { PeriodCard } from './periods/card.tsx'
import { PeriodForm } from './periods/form.tsx'
import { RemoveAsk } from './remove-ask.tsx'
import { Rivals } from './rivals.tsx'
import { firstQuote } from './rows.ts'
import type { Items } from './use-items.ts'
import { useReading } from './use-reading.ts'
import { changeView, hasRoom, useTimelineView } from './view-state.ts'

type Props = { items: Items; selected: TimelineItem | null; period: TimelinePeriod | null; act: (action: TimelineAction) => void }

/** What is known of the selected item and on what it rests; also the place where it is written and changed. */
export function Inspector({ items, selected, period, act }: Props) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const p = useStrings(periodStrings)
  const readOnly = useReadOnly()
  const form = useTimelineView((view) => view.form)
  const h = useStrings(historyStrings)
  const hasHistory = useHasHistory()
  if (!readOnly && (form === 'new' || (form === 'edit' && selected))) {
    return (
      <aside className={styles['inspector']} data-pane="inspector" aria-label={t('inspector')}>
        <EventForm key={form === 'new' ? 'new' : selected?.key} item={form === 'new' ? null : selected} />
      </aside>
    )
  }
  if (!readOnly && (form === 'new-period' || (form === 'edit' && period))) {
    return (
      <aside className={styles['inspector']} data-pane="inspector" aria-label={p('named')}>
        <PeriodForm key={form === 'new-period' ? 'new' : period?.key} incident={items.incident} period={form === 'new-period' ? null : period} />
      </aside>
    )
  }
  if (period) {
    return (
      <aside className={styles['inspector']} data-pane="inspector" aria-label={p('named')} tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && !hasRoom() && changeView({ inspectorOpen: false })}>
        <PeriodCard key={period.key} incident={items.incident} period={period} readOnly={readOnly} act={act} />
      </aside>
    )
  }
  return (
    <aside className={styles['inspector']} data-pane="inspector" aria-label={t('inspector')} tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && !hasRoom() && changeView({ inspectorOpen: false })}>
      <header className={styles['head']}>
        <h2>{t(selected ? kindKeys[selected.collection] : 'inspector')}</h2>
        {selected ? <span>{t('laneOf', { lane: c(laneKeys[selected.lane]) })}</span> : null}
        <span className={styles['spring']} />
        {selected && hasHistory ? <IconButton small label={`${h('historyOf')} (${spoken('Alt+H')})`} onClick={() => goToHistory(selected.key)}><History size={15} strokeWidth={1.75} /></IconButton> : null}
        <IconButton small label={`${t('previousEvent')} ([)`} onClick={() => act('previous')}><ChevronLeft size={15} strokeWidth={1.75} /></IconButton>
        <IconButton small label={`${t('nextEvent')} (])`} onClick={() => act('next')}><ChevronRight size={15} strokeWidth={1.75} /></IconButton>
        <IconButton small className={styles['close']} label={t('hideInspector')} onClick={() => changeView({ inspectorOpen: false })}><X size={15} strokeWidth={1.75} /></IconButton>
      </header>
      {selected ? <Selected key={selected.key} items={items} item={selected} act={act} readOnly={readOnly} /> : (
        <div className={styles['nothing']}><p>{c('nothingSelected')}</p><p>{t('selectHint')}</p></div>
      )}
    </aside>
  )
}

function Selected({ items, item, act, readOnly }: { items: Items; item: TimelineItem; act: Props['act']; readOnly: boolean }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const w = useStrings(workStrings)
  const { language, zone } = useReading()
  const removing = useTimelineView((view) => view.removing)
  const quote = firstQuote(items.incident, item)
  const saveDate = (edtf: string | null) => void apply(updateOf(item, { date: { edtf, wording: item.wording } }))
  return (
    <>
      <div className={styles['body']}>
        <section className={styles['section']}>
          <h3 className={styles['title']}>{item.title}</h3>
          <DateField value={item.edtf} wording={item.wording} readOnly={readOnly} width={306} onCommit={saveDate} {...(hasTime(item.edtf) ? { says: (edtf: string | null) => (hasTime(edtf) ? formatInZone(edtf, language, zone, 'long') : readBack(edtf, language)) } : {})} />
          {item.edtf === null ? null : <span><Button small look="quiet" shortcut="A" onClick={() => act('around')}>{w('around')} ±</Button></span>}
        </section>
        <Details incident={items.incident} item={item} readOnly={readOnly} />
        <Rivals incident={items.incident} item={item} items={items.all} />
        <EvidencePane incident={items.incident} item={item} />
      </div>
      {removing === item.key ? <RemoveAsk items={items} item={item} /> : (
        <footer className={styles['foot']}>
          {quote ? <Button shortcut="Enter" onClick={() => openWords(items.incident, item)}>{t('openAtQuote')}</Button> : null}
          {readOnly ? <p className={styles['quiet']}>{t('readOnly')}</p> : (
            <>
              <Button shortcut="E" onClick={() => act('edit')}>{c('edit')}</Button>
              <Button onClick={() => changeView({ removing: item.key })}>{c('delete')}</Button>
            </>
          )}
        </footer>
      )}
    </>
  )
}
