import { useId, useState } from 'react'
import type { Annotation, AnnotationType, Evidence, Incident } from '#domain/incident/index.ts'
import { match } from '../../commands/find.ts'
import { useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import { Glyph, sourceName } from '../../ui/index.ts'
import styles from './form.module.css'

const chosenIds = (evidence: readonly Evidence[]) => new Set(evidence.flatMap((piece) => (piece.kind === 'quote' ? piece.annotationId : [])))

/** Accepted passages: chosen ones first, then those of the wanted type. */
function offered(incident: Incident, wanted: AnnotationType, evidence: readonly Evidence[], query: string): Annotation[] {
  const chosen = chosenIds(evidence)
  const rank = (annotation: Annotation) => (chosen.has(annotation.id) ? 0 : annotation.type === wanted ? 1 : 2)
  return Object.values(incident.annotations)
    .filter((annotation) => annotation.state === 'accepted' && (query === '' || chosen.has(annotation.id) || match(query, annotation.anchor.exact) !== null))
    .toSorted((a, b) => rank(a) - rank(b) || a.anchor.start - b.anchor.start)
}

function nameOf(incident: Incident, sourceId: string): string {
  const source = incident.sources[sourceId]
  return source ? sourceName(source) : ''
}

/** Chooses the passages a record rests on; citations it already has stay. */
export function EvidencePicker({ incident, evidence, wanted, onChange }: { incident: Incident; evidence: readonly Evidence[]; wanted: AnnotationType; onChange: (evidence: Evidence[]) => void }) {
  const t = useStrings(overview)
  const id = useId()
  const [query, setQuery] = useState('')
  const list = offered(incident, wanted, evidence, query)
  const chosen = chosenIds(evidence)
  function toggle(annotationId: string) {
    const rest = evidence.filter((piece) => piece.kind === 'citation' || piece.annotationId !== annotationId)
    onChange(rest.length < evidence.length ? rest : [...evidence, { kind: 'quote', annotationId, stance: 'for', credibility: null, note: '' }])
  }
  return (
    <fieldset className={styles['picker']}>
      <legend>{t('evidence')} <span className={styles['quiet']}>{t('evidenceChosen', { n: evidence.length })}</span></legend>
      {Object.keys(incident.annotations).length === 0 ? (
        <p className={styles['quiet']}>{t('evidenceNone')}</p>
      ) : (
        <>
          <input className={styles['search']} value={query} placeholder={t('evidenceFilter')} aria-label={t('evidenceFilter')} aria-controls={`${id}-list`} onChange={(event) => setQuery(event.target.value)} />
          <ul id={`${id}-list`} className={styles['passages']}>
            {list.map((annotation) => (
              <li key={annotation.id}>
                <label>
                  <input type="checkbox" checked={chosen.has(annotation.id)} onChange={() => toggle(annotation.id)} />
                  <Glyph type={annotation.type} />
                  <q className={styles['quote']} title={annotation.anchor.exact}>{annotation.anchor.exact}</q>
                  <span className={styles['quiet']}>{nameOf(incident, annotation.sourceId)}</span>
                </label>
              </li>
            ))}
          </ul>
          {list.length === 0 ? <p className={styles['quiet']}>{t('noPassage')}</p> : null}
        </>
      )}
    </fieldset>
  )
}
