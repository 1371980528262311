import { X } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import styles from './tags-field.module.css'

/** Tags as chips with a field to add one; Enter or a comma adds, Backspace in the empty field takes the last away. */
export function TagsField({ tags, known, readOnly, onChange }: { tags: readonly string[]; known: readonly string[]; readOnly: boolean; onChange: (tags: string[]) => void }) {
  const t = useStrings(overview)
  const id = useId()
  const [draft, setDraft] = useState('')
  function add() {
    const tag = draft.trim().replace(/^#/, '')
    setDraft('')
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag])
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && draft === '' && tags.length > 0) onChange(tags.slice(0, -1))
  }
  return (
    <div className={styles['field']}>
      <span className={styles['label']} id={`${id}-label`}>{t('tags')}</span>
      <ul className={styles['tags']} aria-labelledby={`${id}-label`}>
        {tags.map((tag) => (
          <li key={tag} className={styles['tag']}>
            #{tag}
            {readOnly ? null : <button type="button" aria-label={t('removeTag', { tag })} title={t('removeTag', { tag })} onClick={() => onChange(tags.filter((other) => other !== tag))}><X size={13} strokeWidth={1.75} /></button>}
          </li>
        ))}
        {readOnly ? null : (
          <li className={styles['adding']}>
            <input list={`${id}-known`} value={draft} placeholder={t('addTag')} aria-label={t('addTag')} onChange={(event) => setDraft(event.target.value)} onKeyDown={onKeyDown} onBlur={add} />
            <datalist id={`${id}-known`}>{known.filter((tag) => !tags.includes(tag)).map((tag) => <option key={tag} value={tag} />)}</datalist>
          </li>
        )}
      </ul>
    </div>
  )
}
