import { useState } from 'react'
import { responseTypes, type Incident, type Response } from '#domain/incident/index.ts'
import { itemTitles } from '#domain/timeline/index.ts'
import { apply, newId } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { responseName } from '../../strings/names.ts'
import { overview } from '../../strings/overview.ts'
import { DateField, Select, TextArea, TextField, useUnfinished } from '../../ui/index.ts'
import { entityIdOf } from './attribution-form.tsx'
import { EvidencePicker } from './evidence-picker.tsx'
import { InlineForm } from './form.tsx'
import styles from './form.module.css'

const blank = (): Response => ({ id: newId(), actor: { name: '', entityId: null, country: null }, type: 'statement', date: { edtf: null, wording: null }, description: '', answers: [], evidence: [], standing: 'confirmed', tags: [] })

function Answers({ incident, answers, onChange }: { incident: Incident; answers: readonly string[]; onChange: (answers: string[]) => void }) {
  const t = useStrings(overview)
  const language = useLanguage()
  const attributions = Object.values(incident.attributions)
  if (attributions.length === 0) return null
  return (
    <fieldset className={styles['answers']}>
      <legend>{t('answers')}</legend>
      {attributions.map((attribution) => (
        <label key={attribution.id}>
          <input type="checkbox" checked={answers.includes(attribution.id)} onChange={(event) => onChange(event.target.checked ? [...answers, attribution.id] : answers.filter((id) => id !== attribution.id))} />
          {itemTitles(language).attribution(attribution)}
        </label>
      ))}
    </fieldset>
  )
}

/** Adds a response, or changes the one given. */
export function ResponseForm({ incident, response, onDone }: { incident: Incident; response?: Response; onDone: () => void }) {
  const t = useStrings(overview)
  const language = useLanguage()
  const [draft, setDraft] = useState(response ?? blank)
  const [dateValid, setDateValid] = useState(true)
  const unfinished = useUnfinished({ form: 'response', record: response ? `responses/${response.id}` : '', value: draft, onRestore: setDraft })
  const leave = () => {
    unfinished.done()
    onDone()
  }
  const change = (changes: Partial<Response>) => setDraft((old) => ({ ...old, ...changes }))
  const country = draft.actor.country ?? ''
  const missing = draft.actor.name.trim() === '' ? t('by') : country !== '' && !/^[A-Z]{2}$/.test(country) ? t('byCountry') : dateValid ? null : t('date')

  async function save() {
    const item: Response = { ...draft, actor: { name: draft.actor.name.trim(), entityId: entityIdOf(incident, draft.actor.name), country: country === '' ? null : country } }
    const { id, ...changes } = item
    const done = await apply(response ? { type: 'response.update', id, changes } : { type: 'response.add', item })
    if (done) leave()
  }
  const types = responseTypes.map((type) => ({ value: type, label: responseName(type, language) }))
  return (
    <InlineForm title={t(response ? 'editResponse' : 'newResponse')} missing={missing === null ? null : `${t('required')}: ${missing}`} onSave={() => void save()} onCancel={leave}>
      {unfinished.offer}
      <div className={styles['three']}>
        <TextField label={t('by')} value={draft.actor.name} autoFocus list="overview-entities" onChange={(event) => change({ actor: { ...draft.actor, name: event.target.value } })} />
        <Select label={t('responseType')} value={draft.type} options={types} onChange={(type) => change({ type })} {...(draft.type === 'statement-of-support' ? { hint: t('support') } : {})} />
        <TextField label={t('byCountry')} value={country} maxLength={2} placeholder="CZ" onChange={(event) => change({ actor: { ...draft.actor, country: event.target.value.toUpperCase() } })} />
      </div>
      <div className={styles['two']}>
        <DateField label={t('date')} value={draft.date.edtf} wording={draft.date.wording} onChange={({ edtf, valid }) => { setDateValid(valid); if (valid) change({ date: { ...draft.date, edtf } }) }} />
        <TextArea label={t('description')} value={draft.description} onChange={(event) => change({ description: event.target.value })} />
      </div>
      <Answers incident={incident} answers={draft.answers} onChange={(answers) => change({ answers })} />
      <EvidencePicker incident={incident} evidence={draft.evidence} wanted="response" onChange={(evidence) => change({ evidence })} />
      <Select label={t('standing')} value={draft.standing} options={(['confirmed', 'background'] as const).map((standing) => ({ value: standing, label: t(standing) }))} onChange={(standing) => change({ standing })} />
    </InlineForm>
  )
}
