import { useState, type KeyboardEvent } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import { useTypes } from '../../state/codebook.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { Button, Glyph, useUnfinished } from '../../ui/index.ts'
import styles from './annotations.module.css'
import fields from './fields.module.css'
import { useOfferedTags } from './use-offered.ts'
import { update } from './marking.ts'
import { TagField } from './tag-field.tsx'
import { Choose } from './type-select.tsx'

/** What of an annotation may be unfinished: all of its card, or the comment in the bar beside its words. */
export type AnnotationDraft = Pick<Annotation, 'note'> & Partial<Pick<Annotation, 'type' | 'tags'>>

/** Type, tags and comment in their place. Ctrl+Enter saves, Escape leaves everything as it was. */
export function EditCard({ annotation, onDone }: { annotation: Annotation; onDone: () => void }) {
  const t = useStrings(reader)
  const types = useTypes()
  const offered = useOfferedTags()
  const [type, setType] = useState(annotation.type)
  const [tags, setTags] = useState(annotation.tags)
  const [note, setNote] = useState(annotation.note)
  const [round, setRound] = useState(0)
  const unfinished = useUnfinished<AnnotationDraft>({
    form: 'annotation',
    record: `annotations/${annotation.id}`,
    value: { type, tags, note },
    onRestore: (kept) => {
      setNote(kept.note)
      setTags(kept.tags ?? tags)
      setType(kept.type ?? type)
      setRound(round + 1)
    },
  })
  const leave = () => {
    unfinished.done()
    onDone()
  }
  const save = async (kept = tags) => {
    if (await update(annotation.id, { type, tags: kept, note: note.trim() })) leave()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['edit']} role="group" aria-label={t('editTitle')} onKeyDown={onKeyDown}>
      {unfinished.offer}
      <Choose label={t('type')} value={type} options={types.all.map((value) => ({ value, name: types.name(value), sign: <Glyph type={value} /> }))} onChange={setType} />
      <TagField key={round} tags={tags} known={offered} onChange={setTags} onKeep={(kept) => void save(kept)} />
      <textarea className={fields['note']} aria-label={t('comment')} placeholder={t('comment')} rows={2} maxLength={20_000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className={styles['buttons']}>
        <Button small look="primary" shortcut="Ctrl+Enter" onClick={() => void save()}>{t('save')}</Button>
        <Button small onClick={leave}>{t('cancel')}</Button>
      </div>
    </div>
  )
}
