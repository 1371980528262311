import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { attributionStances, credibilityGrades, lanes, responseTypes, type Credibility, type Lane } from '#domain/incident/index.ts'
import { responseTypeNames, type TimelineItem } from '#domain/timeline/index.ts'
import { apply, newId, useIncident } from '../../state/open-incident.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { stanceKeys, timelineStrings } from '../../strings/timeline.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Button, useUnfinished } from '../../ui/index.ts'
import { focusTable, selectItem } from './actions.ts'
import { commandOf, draftOf, missing, newDraft, type Draft } from './draft.ts'
import { EntityPicker } from './entity-picker.tsx'
import { EvidencePicker } from './evidence-picker.tsx'
import { formKeys } from './form-keys.ts'
import styles from './inspector.module.css'
import { changeView, useTimelineView } from './view-state.ts'

export const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className={styles['field']}>
    {label}
    {children}
  </label>
)

const headings = { events: 'editEvent', attributions: 'editAttribution', responses: 'editResponse' } as const

/** Writes a new event or changes a record; one Save is one command, so one undo takes it back. */
export function EventForm({ item }: { item: TimelineItem | null }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const incident = useIncident()
  const [draft, setDraft] = useState<Draft>(() => (item ? draftOf(incident, item) : newDraft(useTimelineView.getState().begun)))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const change = (changes: Partial<Draft>) => setDraft((old) => ({ ...old, ...changes }))
  const unfinished = useUnfinished<Draft>({ form: 'record', record: item?.key ?? '', value: draft, onRestore: setDraft })
  const close = () => {
    unfinished.done()
    changeView({ form: 'none' })
    focusTable()
  }
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), [])
  const lacking = missing(draft)

  async function save(event?: FormEvent) {
    event?.preventDefault()
    setTried(true)
    if (lacking !== null) return
    const id = newId()
    if (!(await apply(commandOf(draft, incident, item, id)))) return
    close()
    if (item) return
    selectItem(`events/${id}`)
  }
  return (
    <form ref={form} className={styles['form']} onSubmit={(event) => void save(event)} onKeyDown={formKeys(save, close)} noValidate>
      <header className={styles['head']}><h2>{t(item ? headings[draft.kind] : 'newEvent')}</h2></header>
      <div className={styles['fields']}>
        {unfinished.offer}
        {draft.kind === 'events' ? (
          <Field label={t('title')}>
            <textarea rows={2} data-title value={draft.title} maxLength={300} aria-invalid={tried && lacking === 'title'} aria-required="true" onChange={({ target }) => change({ title: target.value.replaceAll('\n', ' ') })} />
            {tried && lacking === 'title' ? <span className={styles['error']} role="alert">{t('required')}</span> : null}
          </Field>
        ) : <p className={styles['title']}>{item?.title}</p>}
        <DateField value={draft.edtf} width={306} onChange={({ edtf, valid }) => change({ edtf, dateValid: valid })} />
        <Field label={t('wording')}><input type="text" data-verbatim value={draft.wording} maxLength={400} placeholder={t('wordingHint')} onChange={({ target }) => change({ wording: target.value })} /></Field>
        <KindFields draft={draft} change={change} />
        <Field label={t(draft.kind === 'attributions' ? 'note' : 'description')}><textarea value={draft.prose} maxLength={20_000} onChange={({ target }) => change({ prose: target.value })} /></Field>
        <Field label={t('standing')}>
          <select value={draft.standing} onChange={({ target }) => change({ standing: target.value === 'background' ? 'background' : 'confirmed' })}>
            <option value="confirmed">{c('confirmed')}</option>
            <option value="background">{c('background')}</option>
          </select>
        </Field>
        {draft.kind === 'events' ? <EntityPicker incident={incident} chosen={draft.entityIds} onChange={(entityIds) => change({ entityIds })} /> : null}
        <EvidencePicker incident={incident} evidence={draft.evidence} onChange={(evidence) => change({ evidence })} />
      </div>
      <footer className={styles['foot']}>
        <Button type="submit" look="primary" shortcut="Ctrl+Enter">{t('saveEvent')}</Button>
        <Button shortcut="Esc" onClick={close}>{c('cancel')}</Button>
      </footer>
    </form>
  )
}

function KindFields({ draft, change }: { draft: Draft; change: (changes: Partial<Draft>) => void }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const language = useLanguage()
  if (draft.kind === 'attributions') {
    return (
      <>
        <Field label={t('stance')}>
          <select value={draft.stance} onChange={({ target }) => change({ stance: target.value as Draft['stance'] })}>{attributionStances.map((stance) => <option key={stance} value={stance}>{t(stanceKeys[stance])}</option>)}</select>
        </Field>
        <Field label={t('strength')}><input type="text" value={draft.strength} maxLength={400} placeholder={t('strengthHint')} onChange={({ target }) => change({ strength: target.value })} /></Field>
      </>
    )
  }
  if (draft.kind === 'responses') {
    return (
      <Field label={t('responseType')}>
        <select value={draft.responseType} onChange={({ target }) => change({ responseType: target.value as Draft['responseType'] })}>{responseTypes.map((type) => <option key={type} value={type}>{responseTypeNames[language][type]}</option>)}</select>
      </Field>
    )
  }
  return (
    <>
      <div className={styles['pair']}>
        <Field label={t('lane')}>
          <select value={draft.lane} onChange={({ target }) => change({ lane: target.value as Lane })}>{lanes.map((lane) => <option key={lane} value={lane}>{c(laneKeys[lane])}</option>)}</select>
        </Field>
        <Field label={t('credibility')}>
          <select value={draft.credibility ?? ''} onChange={({ target }) => change({ credibility: target.value === '' ? null : (target.value as Credibility) })}>
            <option value="">{t('notRated')}</option>
            {credibilityGrades.map((grade) => <option key={grade} value={grade}>{grade}</option>)}
          </select>
        </Field>
      </div>
      <Field label={t('location')}><input type="text" value={draft.location} maxLength={200} onChange={({ target }) => change({ location: target.value })} /></Field>
      <label className={styles['check']}><input type="checkbox" checked={draft.context} onChange={({ target }) => change({ context: target.checked })} />{t('contextMark')}</label>
    </>
  )
}
