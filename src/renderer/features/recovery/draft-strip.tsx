import { PencilLine } from 'lucide-react'
import { dropDraft, incidentOfKey, recordOfKey, useDrafts, type Draft } from '../../state/drafts.ts'
import { go } from '../../state/navigation.ts'
import { useOpened } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { fieldName } from '../../strings/field-names.ts'
import { itemName } from '../../strings/item-names.ts'
import { capitalised } from '../../strings/names.ts'
import { recovery } from '../../strings/recovery.ts'
import { timeInWords } from '../../strings/times.ts'
import { Button, excerptOf, Strip } from '../../ui/index.ts'

function Line({ draft }: { draft: Draft }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  const incident = useOpened((state) => state.current?.incident)
  const { key, form, where, value, time } = draft
  const record = recordOfKey(key)
  const kind = form === 'text' ? capitalised(fieldName([record], language), language) : t(`form_${form}`)
  const name = incident && record.includes('/') ? itemName(incident, record, language) : kind
  const show = () => {
    useDrafts.setState({ wanted: key })
    go({ ...where, view: where.view })
  }
  return (
    <Strip tone="note" icon={PencilLine} actions={<><Button small look="primary" onClick={show}>{t('restore')}</Button><Button small onClick={() => dropDraft(key)}>{t('discard')}</Button></>}>
      <strong>{name}</strong>, {t('unfinishedSince', { time: timeInWords(time, language) })} {excerptOf(value)}
    </Strip>
  )
}

const shownAtOnce = 3

/** What was being written in this incident when the program ended; forms that are open offer theirs in place. */
export function DraftStrip() {
  const id = useOpened((state) => (state.past || state.current?.readOnly ? '' : (state.current?.incident.id ?? '')))
  const { drafts, mounted } = useDrafts()
  const ours = Object.values(drafts).filter(({ key }) => id !== '' && incidentOfKey(key) === id && !(key in mounted))
  return ours.slice(-shownAtOnce).map((draft) => <Line key={draft.key} draft={draft} />)
}
