import { useState } from 'react'
import { attributionBases, attributionStances, attributionTargetLevels, attributorTypes, type Attribution } from '#domain/incident/index.ts'
import { attributionFromPhrase } from '#domain/suggest/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { overview } from '../../strings/overview.ts'
import { DateField, Select, TextField } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { speakerOf, type RecordDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { saveAttribution } from './records.ts'
import { useDateNear, useDraftOf, useEntitiesNear } from './use-around.ts'

type Fields = Omit<Attribution, 'id' | 'evidence'>

/** The well-known bodies that have a kind of their own. */
const typeOfParty = (name: string): Attribution['by']['type'] => (/^(?:European Union|EU|Evropská unie)$/i.test(name) ? 'eu' : /^(?:NATO|North Atlantic Treaty Organi[sz]ation|North Atlantic Alliance)$/i.test(name) ? 'nato' : 'government')

function useFilledIn(draft: RecordDraft): Fields {
  const incident = useIncident()
  const near = useEntitiesNear(draft)
  const date = useDateNear(draft)
  const said = useDraftOf(draft, 'attribution', attributionFromPhrase)
  const source = incident.sources[draft.sourceId]
  const party = near.find(({ kind }) => kind === 'organisation' || kind === 'person')
  const target = near.find(({ kind }) => kind === 'actor')
  const by = said?.by ?? party?.name ?? (source ? speakerOf(source) : '')
  return {
    by: { name: by, entityId: null, type: typeOfParty(by), country: null },
    to: said && said.to.length > 0 ? said.to.map((one) => ({ ...one, entityId: null })) : [{ name: target?.name ?? '', entityId: null, level: 'group' }],
    stance: 'attributes', basis: 'not-stated', date: said?.date ?? date, strength: said?.strength ?? null, relations: [], note: '', standing: 'confirmed', tags: [],
  }
}

/** Several parties stand in one field, apart by semicolons; each keeps its level. */
const namesIn = (typed: string, before: Fields['to']): Fields['to'] => typed.split(';').map((name, index) => ({ name: name.replace(/^ /, ''), entityId: null, level: (before[index] ?? before[0])?.level ?? 'group' }))

/** Who holds whom responsible, from the words that say so. The rest is filled in on the overview. */
export function AttributionForm({ draft }: { draft: RecordDraft }) {
  const t = useStrings(marking)
  const words = useStrings(overview)
  const incident = useIncident()
  const [fields, setFields] = useState(useFilledIn(draft))
  const [readable, setReadable] = useState(true)
  const change = (changes: Partial<Fields>) => setFields((old) => ({ ...old, ...changes }))
  const [target] = fields.to
  const missing = fields.by.name.trim() === '' ? t('by') : !target || fields.to.some(({ name }) => name.trim() === '') ? t('to') : readable ? null : t('date')
  const idOf = (name: string) => Object.values(incident.entities).find((entity) => entity.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase())?.id ?? null
  const save = () => void saveAttribution(draft, {
    ...fields,
    by: { ...fields.by, name: fields.by.name.trim(), entityId: idOf(fields.by.name) },
    to: fields.to.map((one) => ({ ...one, name: one.name.trim(), entityId: idOf(one.name) })),
    strength: fields.strength?.trim() ? fields.strength.trim() : null,
  })
  return (
    <RecordFrame draft={draft} title={t('newAttribution')} missing={missing} onSave={save}>
      <datalist id="reader-entities">{Object.values(incident.entities).map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      <TextField label={t('by')} value={fields.by.name} list="reader-entities" autoFocus maxLength={300} onChange={(event) => change({ by: { ...fields.by, name: event.target.value } })} />
      <TextField label={t('to')} value={fields.to.map(({ name }) => name).join('; ')} list="reader-entities" maxLength={900} onChange={(event) => change({ to: namesIn(event.target.value, fields.to) })} />
      <div className={styles['pair']}>
        <Select label={t('byType')} value={fields.by.type} options={attributorTypes.map((value) => ({ value, label: words(`type_${value}`) }))} onChange={(type) => change({ by: { ...fields.by, type } })} />
        <Select label={t('toLevel')} value={target?.level ?? 'group'} options={attributionTargetLevels.map((value) => ({ value, label: words(`level_${value}`) }))} onChange={(level) => change({ to: fields.to.map((one) => ({ ...one, level })) })} />
        <Select label={t('stance')} value={fields.stance} options={attributionStances.map((value) => ({ value, label: words(`stance_${value}`) }))} onChange={(stance) => change({ stance })} />
        <Select label={t('basis')} value={fields.basis} options={attributionBases.map((value) => ({ value, label: words(`basis_${value}`) }))} onChange={(basis) => change({ basis })} />
      </div>
      <DateField label={t('date')} value={fields.date.edtf} wording={fields.date.wording} onChange={({ edtf, valid }) => { setReadable(valid); if (valid) change({ date: { edtf, wording: edtf === fields.date.edtf ? fields.date.wording : null } }) }} />
      <TextField label={t('strength')} value={fields.strength ?? ''} maxLength={400} onChange={(event) => change({ strength: event.target.value })} />
    </RecordFrame>
  )
}
