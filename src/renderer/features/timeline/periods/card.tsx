import { History, X } from 'lucide-react'
import { spoken } from '../../../commands/keys.ts'
import type { Incident } from '#domain/incident/index.ts'
import type { TimelinePeriod } from '#domain/timeline/index.ts'
import { goToHistory } from '../../../state/navigation.ts'
import { apply, useHasHistory } from '../../../state/open-incident.ts'
import { common } from '../../../strings/common.ts'
import { historyStrings } from '../../../strings/history.ts'
import { useLanguage, useStrings } from '../../../strings/index.ts'
import { periodStrings } from '../../../strings/timeline-periods.ts'
import { timelineStrings } from '../../../strings/timeline.ts'
import { Button, DateField, EvidenceList, IconButton } from '../../../ui/index.ts'
import inspector from '../inspector.module.css'
import type { TimelineAction } from '../keys.ts'
import { changeView } from '../view-state.ts'
import { filterTo } from './actions.ts'
import { limitsOf } from './dates.ts'
import { inkClass } from './ink.ts'
import styles from './periods.module.css'

/** What is known of a named period and on what it rests; its date is changed in place, all else in the form. */
export function PeriodCard({ incident, period, readOnly, act }: { incident: Incident; period: TimelinePeriod; readOnly: boolean; act: (action: TimelineAction) => void }) {
  const p = useStrings(periodStrings)
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const h = useStrings(historyStrings)
  const language = useLanguage()
  const hasHistory = useHasHistory()
  const { id, key, title, edtf, wording, note, ink, evidence } = period
  return (
    <>
      <header className={inspector['head']}>
        <h2>{p('named')}</h2>
        <span className={inspector['spring']} />
        {hasHistory ? <IconButton small label={`${h('historyOf')} (${spoken('Alt+H')})`} onClick={() => goToHistory(key)}><History size={15} strokeWidth={1.75} /></IconButton> : null}
        <IconButton small className={inspector['close']} label={t('hideInspector')} onClick={() => changeView({ inspectorOpen: false })}><X size={15} strokeWidth={1.75} /></IconButton>
      </header>
      <div className={inspector['body']}>
        <section className={inspector['section']}>
          <h3 className={`${inspector['title']} ${styles['cardTitle']}`}><span className={`${styles['swatch']} ${inkClass(ink)}`} aria-hidden="true" />{title}</h3>
          <DateField value={edtf} wording={wording} readOnly={readOnly} width={306} onCommit={(next) => void apply({ type: 'period.update', id, changes: { date: { edtf: next, wording } } })} />
          {limitsOf(edtf) ? <span><Button small look="quiet" onClick={() => filterTo(period, language)}>{p('only')}</Button></span> : <p className={inspector['quiet']}>{p('undated')}</p>}
        </section>
        {note === '' ? null : <section className={inspector['section']}><p className={styles['note']}>{note}</p></section>}
        <section className={inspector['section']}>
          {evidence.length === 0 ? <p className={inspector['quiet']}>{p('wordless')}</p> : (
            <div className={inspector['group']}>
              <h4>{p('evidence')} <span>{evidence.length}</span></h4>
              <EvidenceList incident={incident} evidence={evidence} />
            </div>
          )}
        </section>
      </div>
      <footer className={inspector['foot']}>
        {readOnly ? <p className={inspector['quiet']}>{t('readOnly')}</p> : (
          <>
            <Button shortcut="E" onClick={() => act('edit')}>{c('edit')}</Button>
            <Button onClick={() => act('remove')}>{c('delete')}</Button>
          </>
        )}
      </footer>
    </>
  )
}
