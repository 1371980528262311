import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { attributionBases, attributionStances, attributionTargetLevels, attributorTypes, type Attribution, type Incident } from '#domain/incident/index.ts'
import { apply, newId } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import { Button, DateField, IconButton, Select, TextArea, TextField, useUnfinished } from '../../ui/index.ts'
import { EvidencePicker } from './evidence-picker.tsx'
import { InlineForm } from './form.tsx'
import styles from './form.module.css'

const blank = (): Attribution => ({
  id: newId(), by: { name: '', entityId: null, type: 'government', country: null }, to: [{ name: '', entityId: null, level: 'group' }], stance: 'attributes', basis: 'not-stated',
  date: { edtf: null, wording: null }, strength: null, evidence: [], relations: [], note: '', standing: 'confirmed', tags: [],
})

/** A name that the incident already has as an entity stays linked to it. */
export function entityIdOf(incident: Incident, name: string): string | null {
  const wanted = name.trim().toLocaleLowerCase()
  return Object.values(incident.entities).find((entity) => entity.name.toLocaleLowerCase() === wanted)?.id ?? null
}

/** Adds an attribution, or changes the one given. */
export function AttributionForm({ incident, attribution, onDone }: { incident: Incident; attribution?: Attribution; onDone: () => void }) {
  const t = useStrings(overview)
  const [draft, setDraft] = useState(attribution ?? blank)
  const [dateValid, setDateValid] = useState(true)
  const unfinished = useUnfinished({ form: 'attribution', record: attribution ? `attributions/${attribution.id}` : '', value: draft, onRestore: setDraft })
  const leave = () => {
    unfinished.done()
    onDone()
  }
  const change = (changes: Partial<Attribution>) => setDraft((old) => ({ ...old, ...changes }))
  const country = draft.by.country ?? ''
  const missing = draft.by.name.trim() === '' ? t('by') : draft.to.some((target) => target.name.trim() === '') ? t('to') : country !== '' && !/^[A-Z]{2}$/.test(country) ? t('byCountry') : dateValid ? null : t('date')

  async function save() {
    const item: Attribution = {
      ...draft,
      by: { ...draft.by, name: draft.by.name.trim(), entityId: entityIdOf(incident, draft.by.name), country: country === '' ? null : country },
      to: draft.to.map((target) => ({ ...target, name: target.name.trim(), entityId: entityIdOf(incident, target.name) })),
      strength: draft.strength?.trim() ? draft.strength.trim() : null,
    }
    const { id, ...changes } = item
    const done = await apply(attribution ? { type: 'attribution.update', id, changes } : { type: 'attribution.add', item })
    if (done) leave()
  }
  const changeTarget = (index: number, changes: Partial<Attribution['to'][number]>) => change({ to: draft.to.map((target, at) => (at === index ? { ...target, ...changes } : target)) })
  return (
    <InlineForm title={t(attribution ? 'editAttribution' : 'newAttribution')} missing={missing === null ? null : `${t('required')}: ${missing}`} onSave={() => void save()} onCancel={leave}>
      {unfinished.offer}
      <div className={styles['three']}>
        <TextField label={t('by')} value={draft.by.name} autoFocus list="overview-entities" onChange={(event) => change({ by: { ...draft.by, name: event.target.value } })} />
        <Select label={t('byType')} value={draft.by.type} options={attributorTypes.map((type) => ({ value: type, label: t(`type_${type}`) }))} onChange={(type) => change({ by: { ...draft.by, type } })} />
        <TextField label={t('byCountry')} value={country} maxLength={2} placeholder="CZ" onChange={(event) => change({ by: { ...draft.by, country: event.target.value.toUpperCase() } })} />
      </div>
      <fieldset className={styles['targets']}>
        <legend>{t('to')}</legend>
        {draft.to.map((target, index) => (
          <div key={`target-${index}`} className={styles['target']}>
            <TextField hideLabel label={`${t('to')} ${index + 1}`} value={target.name} list="overview-entities" onChange={(event) => changeTarget(index, { name: event.target.value })} />
            <Select hideLabel label={`${t('toLevel')} ${index + 1}`} value={target.level} options={attributionTargetLevels.map((level) => ({ value: level, label: t(`level_${level}`) }))} onChange={(level) => changeTarget(index, { level })} />
            {draft.to.length > 1 ? <IconButton label={`${t('removeTarget')} ${index + 1}`} onClick={() => change({ to: draft.to.filter((_, at) => at !== index) })}><X size={14} strokeWidth={1.75} /></IconButton> : <span />}
          </div>
        ))}
        <Button small onClick={() => change({ to: [...draft.to, { name: '', entityId: null, level: 'state' }] })}><Plus size={13} strokeWidth={1.75} aria-hidden="true" /> {t('addTarget')}</Button>
      </fieldset>
      <div className={styles['two']}>
        <Select label={t('stance')} value={draft.stance} options={attributionStances.map((stance) => ({ value: stance, label: t(`stance_${stance}`) }))} onChange={(stance) => change({ stance })} />
        <Select label={t('basis')} value={draft.basis} options={attributionBases.map((basis) => ({ value: basis, label: t(`basis_${basis}`) }))} onChange={(basis) => change({ basis })} />
      </div>
      <div className={styles['two']}>
        <DateField label={t('date')} value={draft.date.edtf} wording={draft.date.wording} onChange={({ edtf, valid }) => { setDateValid(valid); if (valid) change({ date: { ...draft.date, edtf } }) }} />
        <TextField label={t('strength')} hint={t('strengthHint')} value={draft.strength ?? ''} onChange={(event) => change({ strength: event.target.value })} />
      </div>
      <EvidencePicker incident={incident} evidence={draft.evidence} wanted="attribution" onChange={(evidence) => change({ evidence })} />
      <div className={styles['two']}>
        <TextArea label={t('note')} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
        <Select label={t('standing')} value={draft.standing} options={(['confirmed', 'background'] as const).map((standing) => ({ value: standing, label: t(standing) }))} onChange={(standing) => change({ standing })} />
      </div>
    </InlineForm>
  )
}
