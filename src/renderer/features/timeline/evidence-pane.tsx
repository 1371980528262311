import type { Credibility, Evidence, Incident } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { goToQuote } from '../../state/navigation.ts'
import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { sourceName } from '../../ui/evidence-list.tsx'
import { EvidenceQuote } from '../../ui/index.ts'
import styles from './inspector.module.css'
import { firstQuote, gradeOfPiece, sourceOf } from './rows.ts'
import { useParagraphNumber } from './use-paragraph.ts'
import { useTimelineView } from './view-state.ts'

/** What an item rests on: for, then against. Each quote leads to its place in the reader. */
export function EvidencePane({ incident, item }: { incident: Incident; item: TimelineItem }) {
  const t = useStrings(timelineStrings)
  const wordless = useTimelineView((view) => view.wordless) === item.key
  const credibility = item.collection === 'events' ? (incident.events[item.id]?.credibility ?? null) : null
  const groups = (['for', 'against'] as const).map((stance) => ({ stance, list: item.evidence.filter((piece) => piece.stance === stance) }))
  const noWords = firstQuote(incident, item) === null
  return (
    <section className={styles['section']}>
      {noWords ? <p className={styles['wordless']} role={wordless ? 'alert' : undefined} data-asked={wordless}>{t(item.evidence.length === 0 ? 'wordlessBare' : 'wordless')}</p> : null}
      {groups.filter(({ list }) => list.length > 0).map(({ stance, list }) => (
        <div key={stance} className={styles['group']} data-stance={stance}>
          <h4>{t(stance === 'for' ? 'evidenceFor' : 'evidenceAgainst')} <span>{list.length}</span></h4>
          <ul>{list.map((piece, index) => <li key={`${piece.kind === 'quote' ? piece.annotationId : piece.sourceId}-${index}`}><Piece incident={incident} piece={piece} fallback={credibility} /></li>)}</ul>
        </div>
      ))}
    </section>
  )
}

function Piece({ incident, piece, fallback }: { incident: Incident; piece: Evidence; fallback: Credibility | null }) {
  const t = useStrings(timelineStrings)
  const source = sourceOf(incident, piece)
  const annotation = piece.kind === 'quote' ? incident.annotations[piece.annotationId] : undefined
  const number = useParagraphNumber(annotation ? (source?.text?.sha256 ?? null) : null, annotation?.anchor.start ?? 0)
  const name = source ? sourceName(source) : ''
  const place = annotation && source
    ? <button type="button" className={styles['place']} title={t('openAtQuote')} onClick={() => goToQuote(source.id, annotation.id)}>{name}{number === null ? '' : ` ${t('paragraph', { n: number })}`}</button>
    : <span>{name}{piece.kind === 'citation' && piece.locator ? `, ${piece.locator}` : ''}, {t('cited')}</span>
  const grade = gradeOfPiece(incident, piece, fallback)
  const words = annotation ? { quote: annotation.anchor.exact } : { paraphrase: piece.note || source?.citation.title || name }
  return (
    <>
      <EvidenceQuote {...words} place={place} grade={grade} against={piece.stance === 'against'} />
      {annotation && piece.note ? <p className={styles['note']}>{piece.note}</p> : null}
    </>
  )
}
