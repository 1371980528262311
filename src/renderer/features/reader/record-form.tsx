import { AttributionForm } from './attribution-form.tsx'
import { ClaimForm } from './claim-form.tsx'
import { EntityForm } from './entity-form.tsx'
import { JudgementForm } from './judgement-form.tsx'
import type { RecordDraft } from './record-draft.ts'
import { ResponseForm } from './response-form.tsx'
import { RelationForm } from './relation-form.tsx'
import { TranslationForm } from './translation-form.tsx'

const forms = { attribution: AttributionForm, claim: ClaimForm, response: ResponseForm, entity: EntityForm, judgement: JudgementForm, relation: RelationForm, translation: TranslationForm } as const

/** The form for what is being made of the marked words. */
export function RecordForm({ draft }: { draft: RecordDraft }) {
  const Form = forms[draft.kind]
  return <Form draft={draft} />
}
