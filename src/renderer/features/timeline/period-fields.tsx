import { Info } from 'lucide-react'
import { useState } from 'react'
import { changeFilters, useFilters, type Period } from '../../state/filters.ts'
import { useReadOnly } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { periodStrings } from '../../strings/timeline-periods.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { DateField, type DateInput } from '../../ui/date-field.tsx'
import { Button, Segmented } from '../../ui/index.ts'
import { limitInWords, periodProblem } from './period-words.ts'
import { startPeriod } from './periods/actions.ts'
import { dateOfFilter } from './periods/dates.ts'
import styles from './toolbar.module.css'

const nothing: DateInput = { edtf: null, typed: '', valid: true }
const start = (edtf: string | null): DateInput => (edtf === null ? nothing : { edtf, typed: edtf, valid: true })

/** The two limits of a period as people write dates; each readable change acts at once, an unreadable one changes nothing. */
export function PeriodFields({ onLeave }: { onLeave: () => void }) {
  const t = useStrings(workStrings)
  const p = useStrings(periodStrings)
  const readOnly = useReadOnly()
  const kept = useFilters((state) => state.filters.period)
  const [from, setFrom] = useState(() => start(kept?.from ?? null))
  const [to, setTo] = useState(() => start(kept?.to ?? null))
  const [sure, setSure] = useState(kept?.sure ?? false)
  const language = useLanguage()
  const problem = from.valid && to.valid ? periodProblem(from.edtf, to.edtf) : null
  function put(next: { from: DateInput; to: DateInput; sure: boolean }) {
    if (!next.from.valid || !next.to.valid || periodProblem(next.from.edtf, next.to.edtf) !== null) return
    const period: Period = { from: next.from.edtf, to: next.to.edtf, sure: next.sure }
    changeFilters({ period: period.from === null && period.to === null ? null : period })
  }
  return (
    <fieldset className={styles['period']}>
      <legend>{t('period')}</legend>
      <DateField plain label={t('periodFrom')} value={from.edtf} says={(edtf) => limitInWords('from', edtf, language)} onChange={(input) => { setFrom(input); put({ from: input, to, sure }) }} />
      <DateField plain label={t('periodTo')} value={to.edtf} says={(edtf) => limitInWords('to', edtf, language)} onChange={(input) => { setTo(input); put({ from, to: input, sure }) }} />
      {problem ? <p className={styles['hint']} role="alert"><Info size={13} strokeWidth={1.75} aria-hidden="true" /> {t(problem)}</p> : null}
      <Segmented label={t('inPeriod')} value={sure ? 'surely' : 'possibly'} options={[{ value: 'possibly', label: t('possibly') }, { value: 'surely', label: t('surely') }]} onChange={(mode) => { setSure(mode === 'surely'); put({ from, to, sure: mode === 'surely' }) }} />
      <p className={styles['hint']}>{t(sure ? 'surelyHint' : 'possiblyHint')}</p>
      {kept && !readOnly ? <span><Button small onClick={() => { onLeave(); startPeriod(dateOfFilter(kept)) }}>{p('nameFiltered')}</Button></span> : null}
    </fieldset>
  )
}
