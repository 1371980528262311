import { useState } from 'react'
import { useIncident } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { Button, TextArea, TextField } from '../../ui/index.ts'
import styles from './annotations.module.css'
import type { RecordDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { saveTranslation } from './records.ts'

const isLanguage = (code: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)

/** Our translation of the marked words, into the language of the window unless that is the language of the source. */
export function TranslationForm({ draft }: { draft: RecordDraft }) {
  const t = useStrings(marking)
  const incident = useIncident()
  const own = useLanguage()
  const known = draft.annotationId === null ? undefined : incident.annotations[draft.annotationId]?.translation
  const source = incident.sources[draft.sourceId]?.language
  const [language, setLanguage] = useState(known?.language ?? (source === own ? (own === 'en' ? 'cs' : 'en') : own))
  const [text, setText] = useState(known?.text ?? '')
  const missing = isLanguage(language) ? (text.trim() === '' ? t('translation') : null) : t('badLanguage')
  return (
    <RecordFrame draft={draft} title={t('translate')} missing={missing} onSave={() => void saveTranslation(draft, { language, text: text.trim() })}>
      <TextArea label={`${t('translation')} (${t('ours')})`} value={text} rows={3} lang={language} maxLength={20_000} autoFocus onChange={(event) => setText(event.target.value)} />
      <TextField label={t('language')} hint={t('languageHint')} value={language} maxLength={12} spellCheck={false} onChange={(event) => setLanguage(event.target.value.trim())} />
      {known ? <div className={styles['buttons']}><Button small onClick={() => void saveTranslation(draft, null)}>{t('removeTranslation')}</Button></div> : null}
    </RecordFrame>
  )
}
