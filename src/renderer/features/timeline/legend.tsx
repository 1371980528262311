import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import canvas from './canvas.module.css'
import styles from './timeline.module.css'

const entries = [['solid', 'certain'], ['hatch', 'limitInHere'], ['openEnd', 'endNotKnown'], ['diamond', 'context']] as const

/** What the marks mean; the same elements as on the lanes. */
export function Legend() {
  const t = useStrings(timelineStrings)
  return (
    <ul className={styles['legend']}>
      {entries.map(([look, key]) => (
        <li key={key}>
          <span className={`${canvas['mark']} ${styles['sample']}`} data-context={look === 'diamond'} data-look={look} aria-hidden="true"><span className={`${look === 'diamond' ? '' : canvas['part']} ${canvas[look]}`} /></span>
          {t(key)}
        </li>
      ))}
    </ul>
  )
}
