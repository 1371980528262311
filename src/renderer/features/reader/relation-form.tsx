import { useMemo, useState } from 'react'
import { markRelations, type MarkRelation } from '#domain/incident/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { Select, TextField } from '../../ui/index.ts'
import { otherMarks, type RecordDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { saveRelation } from './records.ts'

const short = (quote: string) => (quote.length > 70 ? `${quote.slice(0, 69)}…` : quote)

/** How this mark stands to another one, without leaving the text. */
export function RelationForm({ draft }: { draft: RecordDraft }) {
  const t = useStrings(marking)
  const incident = useIncident()
  const [kind, setKind] = useState<MarkRelation>('supports')
  const [query, setQuery] = useState('')
  const others = useMemo(() => otherMarks(incident, draft, draft.otherId, query), [incident, draft, query])
  const [wanted, setWanted] = useState<string | null>(draft.otherId)
  const target = others.find(({ id }) => id === wanted) ?? others[0]
  const missing = target ? null : t(query.trim() === '' ? 'noTarget' : 'noMatch')
  return (
    <RecordFrame draft={draft} title={t('newRelation')} missing={missing} onSave={() => { if (target) void saveRelation(draft, kind, target.id) }}>
      <Select label={t('relation')} value={kind} autoFocus options={markRelations.map((value) => ({ value, label: t(value) }))} onChange={setKind} />
      <TextField label={t('find')} value={query} onChange={(event) => setQuery(event.target.value)} />
      {target ? <Select label={t('target')} value={target.id} options={others.map(({ id, quote }) => ({ value: id, label: short(quote) }))} onChange={setWanted} /> : null}
    </RecordFrame>
  )
}
