import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { annotationTypes, type BuiltInType, type OwnType, type OwnTypeId } from '#domain/incident/index.ts'
import { useCodebook } from '../../state/codebook.ts'
import { conflictOf } from '../../state/reader-keys.ts'
import { useSession } from '../../state/session.ts'
import { codebookStrings } from '../../strings/codebook.ts'
import { common } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { conflictWords } from '../../strings/key-conflicts.ts'
import { Button, Glyph, IconButton, Kbd, Select, TextField } from '../../ui/index.ts'
import { changeCodebook, removeFrom } from './change.ts'
import styles from './codebook.module.css'

/** What the form holds: as typed, so the letter may be empty. */
type Draft = { id: OwnTypeId | null; en: string; cs: string; ink: BuiltInType; glyph: string; key: string }
const blank: Draft = { id: null, en: '', cs: '', ink: 'activity', glyph: '', key: '' }
const draftOf = ({ id, names, ink, glyph, key }: OwnType): Draft => ({ id, ...names, ink, glyph, key: key ?? '' })

/** An id that says what it was made for: letters of the English name, and a number where that is taken. */
export function newTypeId(name: string, taken: readonly string[]): OwnTypeId {
  const slug = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'type'
  for (let n = 1; ; n++) {
    const id: OwnTypeId = n === 1 ? `own-${slug}` : `own-${slug}-${n}`
    if (!taken.includes(id)) return id
  }
}

export function TypesPart({ readOnly }: { readOnly: boolean }) {
  const t = useStrings(codebookStrings)
  const words = useStrings(common)
  const language = useLanguage()
  const types = useCodebook((state) => state.codebook.types)
  const changed = useSession((session) => session.settings.readerKeys)
  const [draft, setDraft] = useState(blank)
  const change = (changes: Partial<Draft>) => setDraft((old) => ({ ...old, ...changes }))
  const conflict = draft.key === '' ? null : conflictOf(draft.key, { for: draft.id ?? '', changed, types })
  const isEmpty = draft.en + draft.cs + draft.glyph + draft.key === ''
  const problem = draft.en.trim() === '' || draft.cs.trim() === '' ? t('needName') : draft.glyph.trim() === '' ? t('needGlyph') : conflict ? conflictWords(conflict, draft.key, language) : null
  async function save() {
    const type: OwnType = { id: draft.id ?? newTypeId(draft.en, types.map(({ id }) => id)), names: { en: draft.en.trim(), cs: draft.cs.trim() }, ink: draft.ink, glyph: draft.glyph.trim(), key: draft.key === '' ? null : draft.key }
    const next = draft.id === null ? [...types, type] : types.map((one) => (one.id === draft.id ? type : one))
    if (await changeCodebook({ types: next })) setDraft(blank)
  }
  return (
    <>
      {types.length === 0 ? <p className={styles['none']}>{t('noTypes')}</p> : (
        <ul className={styles['rows']} aria-label={t('inList')}>
          {types.map((type) => (
            <li key={type.id} className={styles['row']}>
              <Glyph type={type.id} />
              <span className={styles['name']}>{type.names[language]}</span>
              <span className={styles['quiet']}>{type.names[language === 'en' ? 'cs' : 'en']}</span>
              {type.key ? <Kbd>{type.key.toUpperCase()}</Kbd> : null}
              {readOnly ? null : (
                <span className={styles['actions']}>
                  <IconButton small label={t('edit', { name: type.names[language] })} onClick={() => setDraft(draftOf(type))}><Pencil size={14} strokeWidth={1.75} /></IconButton>
                  <IconButton small label={t('remove', { name: type.names[language] })} onClick={() => void removeFrom({ types: types.filter(({ id }) => id !== type.id) }, t('removedType', { name: type.names[language] }))}><Trash2 size={14} strokeWidth={1.75} /></IconButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (problem === null) void save() }}>
          <div className={styles['two']}>
            <TextField label={t('nameEn')} value={draft.en} maxLength={60} onChange={(event) => change({ en: event.target.value })} />
            <TextField label={t('nameCs')} value={draft.cs} maxLength={60} lang="cs" onChange={(event) => change({ cs: event.target.value })} />
          </div>
          <div className={styles['three']}>
            <Select label={t('ink')} value={draft.ink} options={annotationTypes.map((value) => ({ value, label: words(value) }))} onChange={(ink) => change({ ink })} />
            <TextField label={t('glyph')} value={draft.glyph} maxLength={2} onChange={(event) => change({ glyph: event.target.value })} />
            <TextField label={t('key')} value={draft.key} placeholder={t('keyHint')} maxLength={1} onChange={(event) => change({ key: event.target.value.toLowerCase() })} />
          </div>
          <div className={styles['buttons']}>
            <Button look="primary" type="submit" disabled={problem !== null}>{t(draft.id === null ? 'addType' : 'changeType')}</Button>
            {draft.id === null ? null : <Button onClick={() => setDraft(blank)}>{t('cancelEdit')}</Button>}
            <p role="status" className={styles['problem']} data-must={conflict !== null}>{problem !== null && !isEmpty ? problem : ''}</p>
          </div>
        </form>
      )}
    </>
  )
}
