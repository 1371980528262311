import type { Claim, Incident } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { formatInZone } from '#domain/dates/index.ts'
import { goToQuote } from '../../state/navigation.ts'
import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { Kbd } from '../../ui/index.ts'
import { competitionOf, rivalsOf } from './competition.ts'
import inspector from './inspector.module.css'
import styles from './rivals.module.css'
import { showItem } from './show-item.ts'
import { useReading } from './use-reading.ts'

const mostListed = 12
const reasons = { disputes: 'rivalDisputes', denies: 'rivalDenies', contradicts: 'rivalContradicts', dates: 'rivalDates', claims: 'rivalClaims' } as const
const stances = { asserted: 'asserted', denied: 'denied', doubted: 'doubted' } as const

/** What disagrees with a record: other records, each a step away, and the claims of conflicts that its words are part of. */
export function Rivals({ incident, item, items }: { incident: Incident; item: TimelineItem; items: readonly TimelineItem[] }) {
  const t = useStrings(workStrings)
  const more = useStrings(timelineStrings)
  const { language, zone } = useReading()
  const rivals = rivalsOf(incident, item.key, items)
  const conflicts = competitionOf(incident).conflicts.get(item.key) ?? []
  if (rivals.length + conflicts.length === 0) return null
  return (
    <section className={inspector['section']} aria-label={t('competing')}>
      <h4 className={styles['head']}>{t('competing')}{rivals.length > 0 ? <Kbd>C</Kbd> : null}</h4>
      {rivals.length > 0 ? (
        <ul className={styles['list']}>
          {rivals.slice(0, mostListed).map(({ item: rival, reason }) => (
            <li key={rival.key}>
              <button type="button" className={styles['rival']} onClick={() => showItem(rival)}>
                <span className={styles['title']}>{rival.title}</span>
                <span className={styles['facts']}>{t(reasons[reason])} · {formatInZone(rival.edtf, language, zone)}</span>
              </button>
            </li>
          ))}
          {rivals.length > mostListed ? <li className={styles['facts']}>{more('more', { n: rivals.length - mostListed })}</li> : null}
        </ul>
      ) : null}
      {conflicts.map(({ id, question, claims, state }) => (
        <div key={id} className={styles['conflict']}>
          <p className={styles['title']}>{question} <span className={styles['facts']}>{t(state === 'open' ? 'conflictOpen' : 'conflictKept')}</span></p>
          <ul className={styles['list']}>{claims.map((claim) => <li key={claim.id}><ClaimLine incident={incident} claim={claim} /></li>)}</ul>
        </div>
      ))}
    </section>
  )
}

/** A claim with who makes it; where it rests on marked words, the way to them. */
function ClaimLine({ incident, claim }: { incident: Incident; claim: Claim }) {
  const t = useStrings(workStrings)
  const quote = claim.evidence.find((piece) => piece.kind === 'quote')
  const annotation = quote?.kind === 'quote' ? incident.annotations[quote.annotationId] : undefined
  const words = <><span>{claim.statement}</span><span className={styles['facts']}>{t(stances[claim.stance], { who: claim.claimant })}</span></>
  return annotation ? <button type="button" className={styles['rival']} title={t('toWords')} onClick={() => goToQuote(annotation.sourceId, annotation.id)}>{words}</button> : <div className={styles['rival']}>{words}</div>
}
