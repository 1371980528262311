import { likelihoodScales, type Judgement } from '#domain/incident/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import styles from './judgements.module.css'
import { Section, SomeEvidence } from './section.tsx'

const scaleNames = { nato: 'NATO / FIRST', phia: 'PHIA', icd203: 'ICD 203' } as const
const confidences = ['low', 'moderate', 'high'] as const

function Ladder({ cells, filled, label }: { cells: readonly string[]; filled: string | null; label: string }) {
  return (
    <span className={styles['ladder']} role="img" aria-label={label}>
      {cells.map((cell) => <span key={cell} title={cell} data-filled={cell === filled} />)}
    </span>
  )
}

/** Likelihood is of the event, confidence is in the sources: two ladders, never one. */
function Ladders({ judgement }: { judgement: Judgement }) {
  const t = useStrings(overview)
  const words = useStrings(common)
  const { likelihood, confidence, scale } = judgement
  return (
    <dl className={styles['ladders']}>
      <div>
        <dt>{t('likelihood')}</dt>
        <dd>{likelihood === null ? words('notStated') : <><Ladder cells={likelihoodScales[scale].map(({ term }) => term)} filled={likelihood} label={likelihood} /> {likelihood} <span className={styles['quiet']}>{t('likelihoodOn', { scale: scaleNames[scale] })}</span></>}</dd>
      </div>
      <div>
        <dt>{t('confidence')}</dt>
        <dd>{confidence === null ? words('notStated') : <><Ladder cells={confidences} filled={confidence} label={t(`confidence_${confidence}`)} /> {t(`confidence_${confidence}`)}</>}</dd>
      </div>
    </dl>
  )
}

export function Judgements() {
  const t = useStrings(overview)
  const words = useStrings(common)
  const incident = useIncident()
  const list = Object.values(incident.judgements).toSorted((a, b) => a.order - b.order)
  return (
    <Section name="judgements" count={list.length} none={t('noneJudgements')}>
      <ol>
        {list.map((judgement, index) => (
          <li key={judgement.id} className={styles['judgement']} data-key={`judgements/${judgement.id}`} tabIndex={-1}>
            <span className={styles['number']}>{index + 1}</span>
            <div className={styles['body']}>
              <p className={styles['statement']}>{judgement.statement}</p>
              <Ladders judgement={judgement} />
              <p><span className={styles['quiet']}>{t('why')}:</span> {judgement.why || words('notStated')}</p>
              <p><span className={styles['quiet']}>{t('wouldChange')}:</span> {judgement.wouldChange || words('notStated')}</p>
              <SomeEvidence incident={incident} evidence={judgement.evidence} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
