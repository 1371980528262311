import type { RecoveryWay } from '#contract/index.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { recovery } from '../../strings/recovery.ts'
import { timeInWords } from '../../strings/times.ts'
import { What } from '../history/index.ts'
import styles from './recovery.module.css'

/** Said before anything is chosen: which edits a way gives up, when they were made and by whom. */
export function LostEdits({ way: { lost, lostEdits } }: { way: Pick<RecoveryWay, 'lost' | 'lostEdits'> }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  const untold = lost - lostEdits.length
  if (lost === 0) return <p className={styles['safe']}>{t('losesNothing')}</p>
  return (
    <div className={styles['lost']}>
      <p>{t('loses', { n: lost })}</p>
      <ul aria-label={t('lostList')} tabIndex={0}>
        {lostEdits.toReversed().map((entry) => (
          <li key={entry.sequence}>
            <span className={styles['lostHead']}>{entry.sequence} · {timeInWords(entry.time, language)} · {entry.author}</span>
            <span className={styles['lostWhat']}><What entry={entry} /></span>
          </li>
        ))}
        {untold > 0 ? <li className={styles['quiet']}>{t('losesUntold', { n: untold })}</li> : null}
      </ul>
    </div>
  )
}
