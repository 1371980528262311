import { useState, type ReactNode } from 'react'
import type { Evidence, Incident } from '#domain/incident/index.ts'
import { useStrings } from '../../strings/index.ts'
import { common } from '../../strings/common.ts'
import { overview } from '../../strings/overview.ts'
import { EvidenceList } from '../../ui/index.ts'
import styles from './section.module.css'

export type SectionName = 'attributions' | 'responses' | 'claims' | 'judgements' | 'facts' | 'gaps' | 'entities' | 'sources'

/** One part of the record with its head, its count and what can be added to it. */
export function Section({ name, count, none, action, children }: { name: SectionName; count: number; none?: string; action?: ReactNode; children: ReactNode }) {
  const t = useStrings(overview)
  return (
    <section id={`overview-${name}`} data-key={`section/${name}`} className={styles['section']} aria-labelledby={`overview-${name}-head`} tabIndex={-1}>
      <header className={styles['head']}>
        <h2 id={`overview-${name}-head`}>{t(name)}</h2>
        <span className={styles['count']}>{count}</span>
        <span className={styles['spring']} />
        {action}
      </header>
      {count === 0 && none ? <p className={styles['none']}>{none}</p> : null}
      {children}
    </section>
  )
}

/** The word that marks what no cited source confirms; never a colour. */
export function BackgroundMark({ standing }: { standing: 'confirmed' | 'background' }) {
  const words = useStrings(common)
  return standing === 'background' ? <span className={styles['background']}>{words('background')}</span> : null
}

const shownAtFirst = 2

/** The first pieces of evidence, and the others on demand. */
export function SomeEvidence({ incident, evidence, atFirst = shownAtFirst }: { incident: Incident; evidence: readonly Evidence[]; atFirst?: number }) {
  const t = useStrings(overview)
  const [all, setAll] = useState(false)
  const hidden = evidence.length - atFirst
  // Words before citations: what can be read comes first.
  const ordered = evidence.toSorted((a, b) => Number(a.kind === 'citation') - Number(b.kind === 'citation'))
  return (
    <div className={styles['evidence']}>
      <EvidenceList incident={incident} evidence={all ? ordered : ordered.slice(0, atFirst)} />
      {hidden > 0 ? <button type="button" className={styles['more']} aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('fewerEvidence') : t('moreEvidence', { n: hidden })}</button> : null}
    </div>
  )
}
