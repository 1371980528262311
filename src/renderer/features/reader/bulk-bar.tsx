import { useState } from 'react'
import { annotationTypes, type Annotation, type AnnotationType } from '#domain/incident/index.ts'
import { apply, useIncident } from '../../state/open-incident.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { Glyph } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { recentTags } from './list-filters.ts'
import { TagField } from './tag-field.tsx'
import { Choose } from './type-select.tsx'

/** What can be done to several annotations at once: one type, one more tag; each one undoable step. */
export function BulkBar({ annotations, onDone }: { annotations: Annotation[]; onDone: () => void }) {
  const t = useStrings(reader)
  const types = useStrings(common)
  const incident = useIncident()
  const [type, setType] = useState<AnnotationType>(annotations[0]?.type ?? 'activity')
  const change = async (label: string, changes: (annotation: Annotation) => Partial<Pick<Annotation, 'type' | 'tags'>>) => {
    if (await apply({ type: 'batch', label, commands: annotations.map((annotation) => ({ type: 'annotation.update', id: annotation.id, changes: changes(annotation) })) })) onDone()
  }
  return (
    <div className={styles['bulk']} role="group" aria-label={t('withShift')}>
      <p role="status">{t('chosen', { n: annotations.length })}</p>
      <Choose label={t('setType')} value={type} options={annotationTypes.map((value) => ({ value, name: types(value), sign: <Glyph type={value} /> }))} onChange={(next) => { setType(next); void change(t('setType'), () => ({ type: next })) }} />
      <TagField autoFocus={false} tags={[]} known={recentTags(incident)} onLeave={onDone} onKeep={(added) => void change(t('addTagTo'), ({ tags }) => ({ tags: [...new Set([...tags, ...added])] }))} />
    </div>
  )
}
