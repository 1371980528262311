import { useState } from 'react'
import { useIncident } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { Select, TextArea } from '../../ui/index.ts'
import type { RecordDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { saveJudgement, type JudgementFields } from './records.ts'

/** Quotes the words under a key judgement of the report: one that is there, or a new one in our own words. */
export function JudgementForm({ draft }: { draft: RecordDraft }) {
  const t = useStrings(marking)
  const incident = useIncident()
  const judgements = Object.values(incident.judgements).sort((a, b) => a.order - b.order)
  const [fields, setFields] = useState<JudgementFields>({ judgementId: judgements[0]?.id ?? null, statement: '', stance: 'for' })
  const change = (changes: Partial<JudgementFields>) => setFields((old) => ({ ...old, ...changes }))
  const missing = fields.judgementId === null && fields.statement.trim() === '' ? t('ownJudgement') : null
  return (
    <RecordFrame draft={draft} title={t('newJudgement')} missing={missing} onSave={() => void saveJudgement(draft, { ...fields, statement: fields.statement.trim() })}>
      {judgements.length > 0 ? <Select label={t('judgement')} value={fields.judgementId ?? ''} autoFocus options={[...judgements.map(({ id, statement }) => ({ value: id, label: statement })), { value: '', label: t('makeNew') }]} onChange={(id) => change({ judgementId: id === '' ? null : id })} /> : null}
      {fields.judgementId === null ? <TextArea label={t('ownJudgement')} hint={t('judgementHint')} value={fields.statement} rows={2} maxLength={300} autoFocus onChange={(event) => change({ statement: event.target.value })} /> : null}
      <Select label={t('speaks')} value={fields.stance} options={(['for', 'against'] as const).map((value) => ({ value, label: t(value) }))} onChange={(stance) => change({ stance })} />
    </RecordFrame>
  )
}
