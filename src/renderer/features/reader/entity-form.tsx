import { useState } from 'react'
import { entityKinds } from '#domain/incident/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { overview } from '../../strings/overview.ts'
import { Select, TextField } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { entitiesLike, entityKindFor, knownName, type RecordDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { saveEntity, type EntityFields } from './records.ts'

/** Links the words to an entity that is there, or makes one of them. */
export function EntityForm({ draft }: { draft: RecordDraft }) {
  const t = useStrings(marking)
  const words = useStrings(overview)
  const incident = useIncident()
  const quote = draft.quote.replace(/\s+/g, ' ').trim().slice(0, 300)
  const name = knownName(draft.found) ?? quote
  const like = entitiesLike(incident, name)
  const others = Object.values(incident.entities).filter(({ id }) => !like.some((one) => one.id === id)).sort((a, b) => a.name.localeCompare(b.name))
  const [fields, setFields] = useState<EntityFields>({ entityId: like[0]?.id ?? null, name, kind: entityKindFor(draft.type, draft.found), aliases: [], keepsName: !like[0]?.same })
  const [typed, setTyped] = useState(quote === name ? '' : quote)
  const change = (changes: Partial<EntityFields>) => setFields((old) => ({ ...old, ...changes }))
  const aliases = [...new Set(typed.split(',').map((one) => one.trim().slice(0, 300)).filter(Boolean))].slice(0, 200)
  const missing = fields.entityId === null && fields.name.trim() === '' ? t('name') : null
  return (
    <RecordFrame draft={draft} title={t('newEntity')} missing={missing} onSave={() => void saveEntity(draft, { ...fields, name: fields.name.trim(), aliases })}>
      <Select label={t('which')} value={fields.entityId ?? ''} autoFocus options={[...like.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t('makeNew') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(id) => change({ entityId: id === '' ? null : id })} />
      {fields.entityId === null ? (
        <>
          <div className={styles['pair']}>
            <TextField label={t('name')} value={fields.name} maxLength={300} onChange={(event) => change({ name: event.target.value })} />
            <Select label={t('kind')} value={fields.kind} options={entityKinds.map((value) => ({ value, label: words(`kind_${value}`) }))} onChange={(kind) => change({ kind })} />
          </div>
          <TextField label={t('aliases')} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </>
      ) : (
        <label className={styles['check']}>
          <input type="checkbox" checked={fields.keepsName} onChange={(event) => change({ keepsName: event.target.checked })} /> {t('keepsName')}
        </label>
      )}
    </RecordFrame>
  )
}
