import { X } from 'lucide-react'
import type { Annotation, Credibility, Evidence, Incident, Source } from '#domain/incident/index.ts'
import { goToQuote } from '../state/navigation.ts'
import { useParagraphNumber } from '../state/use-paragraph.ts'
import { evidenceStrings } from '../strings/evidence.ts'
import { useStrings } from '../strings/index.ts'
import { marking } from '../strings/marking.ts'
import { EvidenceQuote } from './bits.tsx'
import { IconButton } from './button.tsx'
import styles from './evidence-list.module.css'

/** Publisher, else container, else title: how a source is called beside its words. Notes of the desk go by their titles. */
export function sourceName(source: Source): string {
  const { publisher, title } = source.citation
  if (source.kind === 'desk-note') return title
  return publisher ?? source.citation['container-title'] ?? title
}

/** The Admiralty grade of a piece of information: letter of the source, figure of the information. */
export const gradeOf = (source: Source | undefined, credibility: string | null): string | null => (source && credibility ? `${source.reliability}${credibility}` : null)

function resolve(incident: Incident, piece: Evidence): { source: Source | undefined; annotation: Annotation | undefined } {
  if (piece.kind === 'citation') return { source: incident.sources[piece.sourceId], annotation: undefined }
  const annotation = incident.annotations[piece.annotationId]
  return { source: annotation && incident.sources[annotation.sourceId], annotation }
}

/** Where the words are opened: in the reader of the open incident, unless the incident shown is another one. */
type OpenWords = (sourceId: string, annotationId: string | null) => void

/** One piece of evidence: the words, where they stand, and the way there. A piece not rated by itself has the credibility of its item. */
export function EvidencePiece({ incident, piece, fallback = null, onRemove, onOpen }: { incident: Incident; piece: Evidence; fallback?: Credibility | null; onRemove?: () => void; onOpen?: OpenWords }) {
  const t = useStrings(evidenceStrings)
  const ours = useStrings(marking)
  const { source, annotation } = resolve(incident, piece)
  const number = useParagraphNumber(annotation && !onOpen ? (source?.text?.sha256 ?? null) : null, annotation?.anchor.start ?? 0)
  const name = source ? sourceName(source) : ''
  const words = annotation ? { quote: annotation.anchor.exact, translation: annotation.translation ? { ...annotation.translation, label: `${ours('ours')} (${annotation.translation.language})` } : null } : { paraphrase: piece.note || (source?.citation.title ?? t('cited')) }
  const locator = piece.kind === 'citation' && piece.locator ? `, ${piece.locator}` : ''
  return (
    <>
      <EvidenceQuote
        {...words}
        place={source && (source.text ? <button type="button" className={styles['place']} title={t('openAtQuote')} onClick={() => (onOpen ?? goToQuote)(source.id, annotation?.id ?? null)}>{name}{number === null ? '' : ` ${t('paragraph', { n: number })}`}</button> : <span>{name}{locator}, {t('citedOnly')}</span>)}
        grade={gradeOf(source, piece.credibility ?? fallback)}
        against={piece.stance === 'against'}
        action={onRemove ? <IconButton small label={t('remove')} onClick={onRemove}><X size={13} /></IconButton> : undefined}
      />
      {annotation && piece.note ? <p className={styles['note']}>{piece.note}</p> : null}
    </>
  )
}

const keyOf = (piece: Evidence, index: number) => `${piece.kind === 'quote' ? piece.annotationId : piece.sourceId}-${index}`

/** The words an item rests on, each one a way to its place in the reader. */
export function EvidenceList({ incident, evidence, fallback = null, onRemove, onOpen }: { incident: Incident; evidence: readonly Evidence[]; fallback?: Credibility | null; onRemove?: (index: number) => void; onOpen?: OpenWords }) {
  const t = useStrings(evidenceStrings)
  if (evidence.length === 0) return <p className={styles['none']}>{t('none')}</p>
  return (
    <ul className={styles['list']}>
      {evidence.map((piece, index) => (
        <li key={keyOf(piece, index)}>
          <EvidencePiece incident={incident} piece={piece} fallback={fallback} {...(onRemove ? { onRemove: () => onRemove(index) } : {})} {...(onOpen ? { onOpen } : {})} />
        </li>
      ))}
    </ul>
  )
}
