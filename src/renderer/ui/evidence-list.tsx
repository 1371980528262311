import { X } from 'lucide-react'
import type { Evidence, Incident, Source } from '#domain/incident/index.ts'
import { goToQuote } from '../state/navigation.ts'
import { evidenceStrings } from '../strings/evidence.ts'
import { useStrings } from '../strings/index.ts'
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

type Resolved = { source: Source | undefined; quote: string | undefined; annotationId: string | null }
function resolve(incident: Incident, piece: Evidence): Resolved {
  if (piece.kind === 'citation') return { source: incident.sources[piece.sourceId], quote: undefined, annotationId: null }
  const annotation = incident.annotations[piece.annotationId]
  return { source: annotation && incident.sources[annotation.sourceId], quote: annotation?.anchor.exact, annotationId: piece.annotationId }
}

/** The words an item rests on, each one a way to its place in the reader. */
export function EvidenceList({ incident, evidence, onRemove }: { incident: Incident; evidence: readonly Evidence[]; onRemove?: (index: number) => void }) {
  const t = useStrings(evidenceStrings)
  if (evidence.length === 0) return <p className={styles['none']}>{t('none')}</p>
  return (
    <ul className={styles['list']}>
      {evidence.map((piece, index) => {
        const { source, quote, annotationId } = resolve(incident, piece)
        const paraphrase = piece.note || (source ? source.citation.title : t('cited'))
        const name = source ? sourceName(source) : ''
        const locator = piece.kind === 'citation' && piece.locator ? `, ${piece.locator}` : ''
        return (
          <li key={`${piece.kind}-${annotationId ?? source?.id ?? ''}-${index}`}>
            <EvidenceQuote
              {...(quote === undefined ? { paraphrase } : { quote })}
              place={source && (source.text ? <button type="button" className={styles['place']} title={t('openAtQuote')} onClick={() => goToQuote(source.id, annotationId)}>{name}</button> : <span title={t('cited')}>{name}{locator}</span>)}
              grade={gradeOf(source, piece.credibility)}
              against={piece.stance === 'against'}
              action={onRemove ? <IconButton small label={t('remove')} onClick={() => onRemove(index)}><X size={13} /></IconButton> : undefined}
            />
          </li>
        )
      })}
    </ul>
  )
}
