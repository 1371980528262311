import { useState } from 'react'
import { claimFromStatement } from '#domain/suggest/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { Select, TextArea, TextField } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { speakerOf, type RecordDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { saveClaim, type ClaimFields } from './records.ts'
import { useDraftOf, useEntitiesNear } from './use-around.ts'

const stances = ['asserted', 'denied', 'doubted'] as const

/** A claim is an answer to a question that sources may answer differently. */
export function ClaimForm({ draft }: { draft: RecordDraft }) {
  const t = useStrings(marking)
  const incident = useIncident()
  const near = useEntitiesNear(draft)
  const said = useDraftOf(draft, 'statement', claimFromStatement)
  const source = incident.sources[draft.sourceId]
  const questions = Object.values(incident.conflicts)
  const [fields, setFields] = useState<ClaimFields>({ conflictId: null, question: '', statement: said?.statement ?? draft.quote.replace(/\s+/g, ' ').trim().slice(0, 300), claimant: said?.claimant || near.find(({ kind }) => kind !== 'place')?.name || (source ? speakerOf(source) : ''), stance: said?.stance ?? 'asserted' })
  const change = (changes: Partial<ClaimFields>) => setFields((old) => ({ ...old, ...changes }))
  const missing = fields.conflictId === null && fields.question.trim() === '' ? t('whichQuestion') : fields.statement.trim() === '' ? t('statement') : fields.claimant.trim() === '' ? t('claimant') : null
  const save = () => void saveClaim(draft, { ...fields, question: fields.question.trim(), statement: fields.statement.trim(), claimant: fields.claimant.trim() })
  return (
    <RecordFrame draft={draft} title={t('newClaim')} missing={missing} onSave={save}>
      {questions.length > 0 ? <Select label={t('question')} value={fields.conflictId ?? ''} options={[{ value: '', label: t('newQuestion') }, ...questions.map(({ id, question }) => ({ value: id, label: question }))]} onChange={(id) => change({ conflictId: id === '' ? null : id })} /> : null}
      {fields.conflictId === null ? <TextField label={t('whichQuestion')} value={fields.question} autoFocus maxLength={300} onChange={(event) => change({ question: event.target.value })} /> : null}
      <TextArea label={t('statement')} value={fields.statement} rows={2} maxLength={300} onChange={(event) => change({ statement: event.target.value })} />
      <div className={styles['pair']}>
        <TextField label={t('claimant')} value={fields.claimant} maxLength={300} onChange={(event) => change({ claimant: event.target.value })} />
        <Select label={t('stance')} value={fields.stance} options={stances.map((value) => ({ value, label: t(value) }))} onChange={(stance) => change({ stance })} />
      </div>
    </RecordFrame>
  )
}
