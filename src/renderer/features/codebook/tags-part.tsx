import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { tagRows, withoutTag } from '#domain/codebook/tags.ts'
import { useCodebook } from '../../state/codebook.ts'
import { codebookStrings } from '../../strings/codebook.ts'
import { useStrings } from '../../strings/index.ts'
import { Button, IconButton, Select, TextField } from '../../ui/index.ts'
import { changeCodebook, removeFrom } from './change.ts'
import styles from './codebook.module.css'

const blank = { tag: '', parent: '', meaning: '' }

/** The library's own tags as a tree. */
export function TagsPart({ readOnly }: { readOnly: boolean }) {
  const t = useStrings(codebookStrings)
  const tags = useCodebook((state) => state.codebook.tags)
  const [draft, setDraft] = useState(blank)
  const change = (changes: Partial<typeof blank>) => setDraft((old) => ({ ...old, ...changes }))
  const tag = draft.tag.trim().replace(/^#+/, '')
  const taken = tags.some((one) => one.tag === tag)
  const rows = tagRows(tags)
  async function save() {
    // The place stays, so that a branch is written in one go.
    if (await changeCodebook({ tags: [...tags, { tag, parent: draft.parent === '' ? null : draft.parent, meaning: draft.meaning.trim() }] })) setDraft({ ...blank, parent: draft.parent })
  }
  return (
    <>
      {rows.length === 0 ? <p className={styles['none']}>{t('noTags')}</p> : (
        <ul className={styles['rows']} aria-label={t('inTree')}>
          {rows.map((row) => (
            <li key={row.tag} className={styles['row']} style={{ paddingLeft: `${row.depth * 20}px` }}>
              <span className={styles['name']}>#{row.tag}</span>
              <span className={styles['quiet']}>{row.meaning}</span>
              {readOnly ? null : (
                <span className={styles['actions']}>
                  <IconButton small label={t('remove', { name: `#${row.tag}` })} onClick={() => void removeFrom({ tags: withoutTag(tags, row.tag) }, t('removedTag', { tag: row.tag }))}><Trash2 size={14} strokeWidth={1.75} /></IconButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (tag !== '' && !taken) void save() }}>
          <div className={styles['two']}>
            <TextField label={t('tag')} value={draft.tag} maxLength={120} onChange={(event) => change({ tag: event.target.value })} />
            <Select label={t('parent')} value={draft.parent} options={[{ value: '', label: t('top') }, ...rows.map((row) => ({ value: row.tag, label: `${'\u2003'.repeat(row.depth)}#${row.tag}` }))]} onChange={(parent) => change({ parent })} />
          </div>
          <TextField label={t('meaning')} value={draft.meaning} maxLength={500} onChange={(event) => change({ meaning: event.target.value })} />
          <div className={styles['buttons']}>
            <Button look="primary" type="submit" disabled={tag === '' || taken}>{t('addTag')}</Button>
            <p role="status" className={styles['problem']} data-must={taken}>{taken ? t('tagTaken') : tag === '' && draft.meaning !== '' ? t('needTag') : ''}</p>
          </div>
        </form>
      )}
    </>
  )
}
