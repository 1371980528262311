import { useState } from 'react'
import type { Annotation, AnnotationType } from '#domain/incident/index.ts'
import { apply } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { useTypes } from '../../state/codebook.ts'
import { Glyph } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { useOfferedTags } from './use-offered.ts'
import { addTypeFirst } from './marking.ts'
import { TagField } from './tag-field.tsx'
import { Choose } from './type-select.tsx'

/** What can be done to several annotations at once: one type, one more tag; each one undoable step. */
export function BulkBar({ annotations, onDone }: { annotations: Annotation[]; onDone: () => void }) {
  const t = useStrings(reader)
  const types = useTypes()
  const offered = useOfferedTags()
  const [type, setType] = useState<AnnotationType>(annotations[0]?.type ?? 'activity')
  const change = async (label: string, changes: (annotation: Annotation) => Partial<Pick<Annotation, 'type' | 'tags'>>, typed?: AnnotationType) => {
    if (await apply({ type: 'batch', label, commands: [...(typed ? addTypeFirst(typed) : []), ...annotations.map((annotation) => ({ type: 'annotation.update' as const, id: annotation.id, changes: changes(annotation) }))] })) onDone()
  }
  return (
    <div className={styles['bulk']} role="group" aria-label={t('withShift')}>
      <p role="status">{t('chosen', { n: annotations.length })}</p>
      <Choose label={t('setType')} value={type} options={types.all.map((value) => ({ value, name: types.name(value), sign: <Glyph type={value} /> }))} onChange={(next) => { setType(next); void change(t('setType'), () => ({ type: next }), next) }} />
      <TagField autoFocus={false} tags={[]} known={offered} onLeave={onDone} onKeep={(added) => void change(t('addTagTo'), ({ tags }) => ({ tags: [...new Set([...tags, ...added])] }))} />
    </div>
  )
}
