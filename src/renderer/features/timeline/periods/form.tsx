import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Incident } from '#domain/incident/index.ts'
import type { TimelinePeriod } from '#domain/timeline/index.ts'
import { apply, newId } from '../../../state/open-incident.ts'
import { common } from '../../../strings/common.ts'
import { useStrings } from '../../../strings/index.ts'
import { periodStrings } from '../../../strings/timeline-periods.ts'
import { timelineStrings } from '../../../strings/timeline.ts'
import { Button, DateField, useUnfinished } from '../../../ui/index.ts'
import { selectItem } from '../actions.ts'
import { Field } from '../event-form.tsx'
import { EvidencePicker } from '../evidence-picker.tsx'
import { formKeys } from '../form-keys.ts'
import inspector from '../inspector.module.css'
import { changeView, useTimelineView } from '../view-state.ts'
import { focusPeriod } from './actions.ts'
import { commandOf, draftOf, missing, type PeriodDraft } from './draft.ts'
import { inkChoices, inkClass, inkName } from './ink.ts'
import styles from './periods.module.css'

/** Names a period or changes one; one Save is one command, so one undo takes it back. */
export function PeriodForm({ incident, period }: { incident: Incident; period: TimelinePeriod | null }) {
  const p = useStrings(periodStrings)
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const [draft, setDraft] = useState<PeriodDraft>(() => draftOf(period, useTimelineView.getState().begun?.edtf ?? null))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const change = (changes: Partial<PeriodDraft>) => setDraft((old) => ({ ...old, ...changes }))
  const unfinished = useUnfinished<PeriodDraft>({ form: 'period', record: period?.key ?? '', value: draft, onRestore: setDraft })
  const lacking = missing(draft)
  const close = () => {
    unfinished.done()
    changeView({ form: 'none' })
    focusPeriod(period?.key ?? null)
  }
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), [])

  async function save(event?: FormEvent) {
    event?.preventDefault()
    setTried(true)
    if (lacking !== null) return
    const id = period?.id ?? newId()
    if (!(await apply(commandOf(draft, id, period === null)))) return
    close()
    selectItem(`periods/${id}`)
    focusPeriod(`periods/${id}`)
  }
  return (
    <form ref={form} className={inspector['form']} onSubmit={(event) => void save(event)} onKeyDown={formKeys(save, close)} noValidate>
      <header className={inspector['head']}><h2>{p(period ? 'edit' : 'newPeriod')}</h2></header>
      <div className={inspector['fields']}>
        {unfinished.offer}
        <Field label={p('name')}>
          <textarea rows={2} data-title value={draft.title} maxLength={300} placeholder={p('nameHint')} aria-invalid={tried && lacking === 'title'} aria-required="true" onChange={({ target }) => change({ title: target.value.replaceAll('\n', ' ') })} />
          {tried && lacking === 'title' ? <span className={inspector['error']} role="alert">{p('required')}</span> : null}
        </Field>
        <DateField value={draft.edtf} width={306} onChange={({ edtf, valid }) => change({ edtf, dateValid: valid })} />
        <Field label={t('wording')}><input type="text" data-verbatim value={draft.wording} maxLength={400} placeholder={t('wordingHint')} onChange={({ target }) => change({ wording: target.value })} /></Field>
        <InkField draft={draft} onChange={(ink) => change({ ink })} />
        <Field label={p('note')}><textarea value={draft.note} maxLength={20_000} onChange={({ target }) => change({ note: target.value })} /></Field>
        <EvidencePicker incident={incident} evidence={draft.evidence} onChange={(evidence) => change({ evidence })} />
      </div>
      <footer className={inspector['foot']}>
        <Button type="submit" look="primary" shortcut="Ctrl+Enter">{p('save')}</Button>
        <Button shortcut="Esc" onClick={close}>{c('cancel')}</Button>
      </footer>
    </form>
  )
}

function InkField({ draft, onChange }: { draft: PeriodDraft; onChange: (ink: PeriodDraft['ink']) => void }) {
  const p = useStrings(periodStrings)
  const [first] = useState(draft.ink)
  return (
    <fieldset className={inspector['set']}>
      <legend>{p('ink')}: {p(inkName(draft.ink))}</legend>
      <div className={styles['inks']}>
        {inkChoices(first).map((ink) => (
          <label key={inkClass(ink)} className={styles['ink']} title={p(inkName(ink))}>
            <input type="radio" name="ink" checked={draft.ink === ink} aria-label={p(inkName(ink))} onChange={() => onChange(ink)} />
            <span className={`${styles['swatch']} ${inkClass(ink)}`} aria-hidden="true" />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
