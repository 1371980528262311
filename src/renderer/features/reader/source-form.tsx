import { useState, type KeyboardEvent } from 'react'
import { issuedFrom, languageSchema, type Citation, type Source } from '#domain/incident/index.ts'
import { apply } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { sourceStrings } from '../../strings/sources.ts'
import { Button, DateField, Select, TextField, type DateInput } from '../../ui/index.ts'
import { authorsOf, openFacts } from './source-facts.ts'
import styles from './source-strips.module.css'
import { focusText } from './text-focus.ts'

type Fields = { title: string; publisher: string; author: string; language: string; date: DateInput }

/** The citation with what was written; what was left empty is not stated, and what was not touched stays to the letter. */
function citationOf(source: Source, { title, publisher, author, language, date }: Fields): Citation {
  const { publisher: _publisher, author: oldAuthor, issued, language: _language, ...kept } = source.citation
  const authors = author === authorsOf(source) ? oldAuthor : author.split(';').map((literal) => ({ literal: literal.trim() })).filter(({ literal }) => literal !== '')
  const published = date.edtf === source.date ? issued : date.edtf === null ? undefined : issuedFrom(date.edtf)
  return {
    ...kept,
    title: title.trim(),
    ...(publisher.trim() === '' ? {} : { publisher: publisher.trim() }),
    ...(authors && authors.length > 0 ? { author: authors } : {}),
    ...(published === undefined ? {} : { issued: published }),
    ...(language === '' ? {} : { language }),
  }
}

/** The facts of a source in fields; Ctrl+Enter keeps them, Escape leaves. Saving confirms what was proposed. */
export function SourceForm({ source }: { source: Source }) {
  const t = useStrings(sourceStrings)
  const [fields, setFields] = useState<Fields>({ title: source.citation.title, publisher: source.citation.publisher ?? '', author: authorsOf(source), language: source.language ?? '', date: { edtf: source.date, typed: '', valid: true } })
  const change = (changes: Partial<Fields>) => setFields((old) => ({ ...old, ...changes }))
  const problem = fields.title.trim() === '' ? t('titleMissing') : fields.date.valid ? null : t('dateUnread')
  const leave = () => {
    openFacts(null)
    focusText()
  }
  async function save() {
    if (problem !== null) return
    const { created } = source.proposed ?? {}
    const waits = created !== undefined && fields.date.edtf === null ? { created } : null
    const changes = { citation: citationOf(source, fields), date: fields.date.edtf, language: fields.language === '' ? null : fields.language, ...(source.proposed === undefined ? {} : { proposed: waits }) }
    if (await apply({ type: 'batch', label: t('stepChange'), commands: [{ type: 'source.update', id: source.id, changes: JSON.parse(JSON.stringify(changes)) }] })) leave()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const tongues = [...new Set([fields.language, 'en', 'cs'])].filter((tag) => languageSchema.safeParse(tag).success)
  const options = [{ value: '', label: t('notStated') }, ...tongues.map((value) => ({ value, label: value === 'en' || value === 'cs' ? t(value) : value }))]
  return (
    <form className={styles['form']} aria-label={t('form')} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <TextField label={t('title')} className={styles['wide'] ?? ''} value={fields.title} maxLength={600} autoFocus onChange={(event) => change({ title: event.target.value })} />
      <div className={styles['row']}>
        <TextField label={t('publisher')} value={fields.publisher} maxLength={300} onChange={(event) => change({ publisher: event.target.value })} />
        <TextField label={t('author')} value={fields.author} maxLength={2000} onChange={(event) => change({ author: event.target.value })} />
        <Select label={t('language')} value={fields.language} options={options} onChange={(language) => change({ language })} />
      </div>
      <DateField label={t('date')} value={source.date} onChange={(date) => change({ date })} />
      <div className={styles['buttons']}>
        <Button small look="primary" shortcut="Ctrl+Enter" disabled={problem !== null} onClick={() => void save()}>{t('save')}</Button>
        <Button small shortcut="Esc" onClick={leave}>{t('cancel')}</Button>
        <p role="status" className={styles['hint']}>{problem ?? t('saveHint')}</p>
      </div>
    </form>
  )
}
