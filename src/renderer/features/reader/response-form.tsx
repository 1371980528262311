import { useState } from 'react'
import { responseTypes, type Response } from '#domain/incident/index.ts'
import { responseFromPhrase } from '#domain/suggest/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { responseName } from '../../strings/names.ts'
import { overview } from '../../strings/overview.ts'
import { suggesting } from '../../strings/suggesting.ts'
import { DateField, Select, TextField } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { speakerOf, type RecordDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { saveResponse } from './records.ts'
import { useDateNear, useDraftOf, useEntitiesNear } from './use-around.ts'

type Fields = Omit<Response, 'id' | 'evidence'>

function useFilledIn(draft: RecordDraft): Fields {
  const incident = useIncident()
  const near = useEntitiesNear(draft)
  const date = useDateNear(draft)
  const said = useDraftOf(draft, 'response', responseFromPhrase)
  const source = incident.sources[draft.sourceId]
  const party = near.find(({ kind }) => kind === 'organisation' || kind === 'person')
  return { actor: { name: said?.by ?? party?.name ?? (source ? speakerOf(source) : ''), entityId: null, country: null }, type: said?.type ?? 'statement', date: said?.date ?? date, description: '', answers: [], standing: 'confirmed', tags: [] }
}

/** Who did what about it, from the words that say so. What it answers is set on the overview. */
export function ResponseForm({ draft }: { draft: RecordDraft }) {
  const t = useStrings(marking)
  const words = useStrings(overview)
  const own = useStrings(suggesting)
  const language = useLanguage()
  const incident = useIncident()
  const [fields, setFields] = useState(useFilledIn(draft))
  const [readable, setReadable] = useState(true)
  const change = (changes: Partial<Fields>) => setFields((old) => ({ ...old, ...changes }))
  const { actor } = fields
  const missing = actor.name.trim() === '' ? own('responder') : actor.country !== null && !/^[A-Z]{2}$/.test(actor.country) ? own('countryMissing') : readable ? null : t('date')
  const idOf = (name: string) => Object.values(incident.entities).find((entity) => entity.name.toLocaleLowerCase() === name.toLocaleLowerCase())?.id ?? null
  const save = () => void saveResponse(draft, { ...fields, actor: { ...actor, name: actor.name.trim(), entityId: idOf(actor.name.trim()) } })
  return (
    <RecordFrame draft={draft} title={own('newResponse')} missing={missing} onSave={save}>
      <datalist id="reader-entities">{Object.values(incident.entities).map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      <TextField label={own('responder')} value={actor.name} list="reader-entities" autoFocus maxLength={300} onChange={(event) => change({ actor: { ...actor, name: event.target.value } })} />
      <div className={styles['pair']}>
        <Select label={words('responseType')} value={fields.type} options={responseTypes.map((value) => ({ value, label: responseName(value, language) }))} onChange={(type) => change({ type })} />
        <TextField label={own('country')} value={actor.country ?? ''} maxLength={2} placeholder="CZ" onChange={(event) => change({ actor: { ...actor, country: event.target.value === '' ? null : event.target.value.toUpperCase() } })} />
      </div>
      <DateField label={t('date')} value={fields.date.edtf} wording={fields.date.wording} onChange={({ edtf, valid }) => { setReadable(valid); if (valid) change({ date: { edtf, wording: edtf === fields.date.edtf ? fields.date.wording : null } }) }} />
    </RecordFrame>
  )
}
