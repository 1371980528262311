import { Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { fold } from '#domain/dates/index.ts'
import { credibilityGrades, type Credibility, type Evidence, type Incident } from '#domain/incident/index.ts'
import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { sourceName } from '../../ui/evidence-list.tsx'
import { Button, EvidenceQuote, IconButton } from '../../ui/index.ts'
import styles from './inspector.module.css'
import { sourceOf } from './rows.ts'

type Props = { incident: Incident; evidence: readonly Evidence[]; onChange: (evidence: Evidence[]) => void }

/** The evidence of a draft: stance and credibility of each piece, and marked passages to add. */
export function EvidencePicker({ incident, evidence, onChange }: Props) {
  const t = useStrings(timelineStrings)
  const [adding, setAdding] = useState(false)
  const replace = (at: number, changes: Partial<Pick<Evidence, 'stance' | 'credibility'>>) => onChange(evidence.map((piece, index) => (index === at ? { ...piece, ...changes } : piece)))
  return (
    <fieldset className={styles['set']}>
      <legend>{t('evidence')} {evidence.length}</legend>
      <ul className={styles['pieces']}>
        {evidence.map((piece, at) => {
          const source = sourceOf(incident, piece)
          const exact = piece.kind === 'quote' ? incident.annotations[piece.annotationId]?.anchor.exact : undefined
          const name = source ? sourceName(source) : ''
          return (
            <li key={`${piece.kind === 'quote' ? piece.annotationId : piece.sourceId}-${at}`} className={styles['piece']}>
              <EvidenceQuote {...(exact === undefined ? { paraphrase: piece.note || source?.citation.title || name } : { quote: exact })} place={name} against={piece.stance === 'against'} action={<IconButton small label={t('removeEvidence')} onClick={() => onChange(evidence.filter((_, index) => index !== at))}><X size={13} strokeWidth={1.75} /></IconButton>} />
              <div className={styles['pieceFoot']}>
                <select aria-label={`${t('evidence')} ${at + 1}`} value={piece.stance} onChange={({ target }) => replace(at, { stance: target.value === 'against' ? 'against' : 'for' })}>
                  <option value="for">{t('asFor')}</option>
                  <option value="against">{t('asAgainst')}</option>
                </select>
                <select aria-label={`${t('credibility')} ${at + 1}`} value={piece.credibility ?? ''} onChange={({ target }) => replace(at, { credibility: target.value === '' ? null : (target.value as Credibility) })}>
                  <option value="">{t('notRated')}</option>
                  {credibilityGrades.map((grade) => <option key={grade} value={grade}>{grade}</option>)}
                </select>
              </div>
            </li>
          )
        })}
      </ul>
      {adding ? <Candidates incident={incident} evidence={evidence} onAdd={(piece) => onChange([...evidence, piece])} /> : (
        <span><Button small onClick={() => setAdding(true)}><Plus size={13} strokeWidth={1.75} aria-hidden="true" />{t('addEvidence')}</Button></span>
      )}
    </fieldset>
  )
}

const most = 40

/** Accepted annotations that the draft does not rest on yet, found by their words. */
function Candidates({ incident, evidence, onAdd }: { incident: Incident; evidence: readonly Evidence[]; onAdd: (piece: Evidence) => void }) {
  const t = useStrings(timelineStrings)
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // The chosen line leaves the list; the focus stays with the search instead of falling out of the form.
  const add = (piece: Evidence) => {
    onAdd(piece)
    field.current?.focus()
  }
  const used = new Set(evidence.flatMap((piece) => (piece.kind === 'quote' ? [piece.annotationId] : [])))
  const free = Object.values(incident.annotations).filter(({ id, state }) => state === 'accepted' && !used.has(id))
  const found = free.filter(({ anchor, note }) => fold(`${anchor.exact} ${note}`).includes(fold(words)))
  if (free.length === 0) return <p className={styles['quiet']}>{t('noAnnotations')}</p>
  return (
    <>
      <label className={styles['field']}>{t('findWords')}<input ref={field} type="search" autoFocus value={words} onChange={({ target }) => setWords(target.value)} /></label>
      <ul className={styles['choices']}>
        {found.slice(0, most).map(({ id, anchor, sourceId }) => (
          <li key={id}>
            <button type="button" className={styles['candidate']} onClick={() => add({ kind: 'quote', annotationId: id, stance: 'for', credibility: null, note: '' })}>
              <q>{anchor.exact}</q>
              <span>{incident.sources[sourceId] ? sourceName(incident.sources[sourceId]) : ''}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > most ? <p className={styles['quiet']}>{t('more', { n: found.length - most })}</p> : null}
    </>
  )
}
