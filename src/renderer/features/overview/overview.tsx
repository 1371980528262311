import { useEffect, useRef } from 'react'
import { usePlace } from '../../state/navigation.ts'
import { useIncident } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import { Attributions, Responses } from './acts.tsx'
import { CaseCard } from './case-card.tsx'
import { Claims } from './claims.tsx'
import { Head } from './head.tsx'
import { Judgements } from './judgements.tsx'
import styles from './overview.module.css'
import { Entities, Facts, Gaps, Sources } from './registers.tsx'
import type { SectionName } from './section.tsx'

const size = (records: object) => Object.keys(records).length

function Contents() {
  const t = useStrings(overview)
  const incident = useIncident()
  const counts: [SectionName, number][] = [
    ['attributions', size(incident.attributions)], ['responses', size(incident.responses)], ['claims', size(incident.conflicts)], ['judgements', size(incident.judgements)],
    ['facts', size(incident.facts)], ['gaps', size(incident.gaps)], ['entities', size(incident.entities)], ['sources', size(incident.sources)],
  ]
  function jump(name: SectionName) {
    const section = document.getElementById(`overview-${name}`)
    section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
  }
  return (
    <nav className={styles['contents']} data-pane="sections" aria-label={t('sections')}>
      {counts.map(([name, count]) => (
        <button key={name} type="button" className={styles['entry']} onClick={() => jump(name)}>
          <span>{t(name)}</span>
          <span className={styles['count']}>{count}</span>
        </button>
      ))}
    </nav>
  )
}

/** Shows the item a jump asked for. */
function useJump() {
  const { itemKey, jump } = usePlace()
  const done = useRef(0)
  useEffect(() => {
    if (itemKey === null || done.current === jump) return
    done.current = jump
    const item = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(itemKey)}"]`)
    item?.scrollIntoView({ block: 'center' })
    item?.focus({ preventScroll: true })
  }, [itemKey, jump])
}

/** What is on record about the incident: its head, its case card, and every statement with the words behind it. */
export function Overview() {
  const t = useStrings(overview)
  const incident = useIncident()
  useJump()
  return (
    <main className={styles['overview']}>
      <Contents />
      <div className={styles['record']} data-pane="record" role="region" aria-label={t('record')} tabIndex={0}>
        <div className={styles['column']}>
          <Head />
          <Attributions />
          <Responses />
          <Claims />
          <Judgements />
          <Facts />
          <Gaps />
          <Entities />
          <Sources />
        </div>
        <datalist id="overview-entities">{Object.values(incident.entities).map((entity) => <option key={entity.id} value={entity.name} />)}</datalist>
      </div>
      <CaseCard />
    </main>
  )
}
