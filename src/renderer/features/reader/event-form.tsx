import { useState, type KeyboardEvent } from 'react'
import { boundsOf } from '#domain/dates/index.ts'
import { credibilityGrades, lanes } from '#domain/incident/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { credibilityKeys, reader } from '../../strings/reader.ts'
import { Button, DateField, EvidenceQuote, sourceName, useUnfinished } from '../../ui/index.ts'
import styles from './annotations.module.css'
import type { EventDraft } from './event-draft.ts'
import fields from './fields.module.css'
import { saveEvent } from './marking.ts'
import { savesByEnter } from './record-frame.tsx'
import { setReading } from './reading.ts'
import { focusText } from './text-focus.ts'
import { Choose } from './type-select.tsx'

/** Whether two dates can mean the same time: their bounds meet. */
function mayAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const [first, second] = [boundsOf(a), boundsOf(b)]
  return (first.earliest ?? -Infinity) <= (second.latest ?? Infinity) && (second.earliest ?? -Infinity) <= (first.latest ?? Infinity)
}

/** The title is one line, though it wraps. */
const isTitle = (target: EventTarget) => target instanceof HTMLElement && 'title' in target.dataset

/** An event from marked words, beside the text: filled in, and saved with Enter. */
export function EventForm({ draft: filled }: { draft: EventDraft }) {
  const t = useStrings(reader)
  const words = useStrings(common)
  const incident = useIncident()
  const [draft, setDraft] = useState(filled)
  const [readable, setReadable] = useState(true)
  // The words of the source stay with a date they can mean; with another date they would be a false witness.
  const wording = mayAgree(draft.edtf, filled.edtf) ? filled.wording : null
  const change = (changes: Partial<EventDraft>) => setDraft((old) => ({ ...old, ...changes }))
  const source = incident.sources[draft.sourceId]
  const problem = draft.title.trim() === '' ? t('titleMissing') : readable ? null : t('dateUnread')
  const { annotationId, sourceId, span } = filled
  const unfinished = useUnfinished<EventDraft>({ form: 'event', record: annotationId ? `annotations/${annotationId}` : `${sourceId}:${span.start}-${span.end}`, value: draft, onRestore: setDraft })
  const save = async () => {
    if (await saveEvent({ ...draft, wording })) unfinished.done()
  }
  const leave = () => {
    unfinished.done()
    setReading({ draft: null })
    focusText()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || savesByEnter(event) || isTitle(event.target) && !event.nativeEvent.isComposing)) {
      if (problem === null) void save()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form className={styles['form']} aria-label={t('newEvent')} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <h3>{t('newEvent')}</h3>
      {unfinished.offer}
      <label className={styles['field']}>
        <span className={fields['label']}>{t('eventTitle')}</span>
        <textarea className={fields['input']} rows={1} maxLength={300} value={draft.title} autoFocus onFocus={(event) => event.target.select()} onChange={(event) => change({ title: event.target.value.replace(/\n/g, ' ') })} data-title="" />
      </label>
      <DateField label={words('date')} value={draft.edtf} wording={wording} onChange={({ edtf, valid }) => { setReadable(valid); if (valid) change({ edtf }) }} />
      <div className={styles['pair']}>
        <div className={styles['field']}>
          <span className={fields['label']} aria-hidden="true">{t('lane')}</span>
          <Choose label={t('lane')} value={draft.lane} options={lanes.map((value) => ({ value, name: words(laneKeys[value]) }))} onChange={(lane) => change({ lane })} />
        </div>
        <div className={styles['field']}>
          <span className={fields['label']} aria-hidden="true">{t('credibility')}</span>
          <Choose label={t('credibility')} value={draft.credibility ?? 'none'} options={[{ value: 'none', name: t('credNone') }, ...credibilityGrades.map((value) => ({ value, name: t(credibilityKeys[value]) }))]} onChange={(value) => change({ credibility: value === 'none' ? null : value })} />
        </div>
      </div>
      <div className={styles['field']}>
        <span className={fields['label']}>{t('evidence')}</span>
        <EvidenceQuote quote={draft.quote} place={source ? sourceName(source) : ''} grade={source && draft.credibility ? `${source.reliability}${draft.credibility}` : null} />
      </div>
      <div className={styles['buttons']}>
        <Button look="primary" shortcut="Ctrl+Enter" disabled={problem !== null} onClick={() => void save()}>{t('saveEvent')}</Button>
        <Button onClick={leave}>{t('cancel')}</Button>
        {problem === null ? null : <span className={styles['problem']} role="status">{problem}</span>}
      </div>
    </form>
  )
}
