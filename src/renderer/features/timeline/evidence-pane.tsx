import type { Incident } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { EvidenceList } from '../../ui/index.ts'
import styles from './inspector.module.css'
import { firstQuote } from './rows.ts'
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
          <EvidenceList incident={incident} evidence={list} fallback={credibility} />
        </div>
      ))}
    </section>
  )
}
