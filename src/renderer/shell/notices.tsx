import { Check, TriangleAlert, X } from 'lucide-react'
import type { Failure } from '#contract/index.ts'
import { dismiss, useNotices, type Notice } from '../state/notices.ts'
import { useOpened } from '../state/open-incident.ts'
import { failureText } from '../strings/failures.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { itemName } from '../strings/item-names.ts'
import { shell } from '../strings/shell.ts'
import { Button, IconButton } from '../ui/index.ts'
import styles from './notices.module.css'

const mostDependents = 6

function Dependents({ ids }: { ids: string[] }) {
  const t = useStrings(shell)
  const language = useLanguage()
  const incident = useOpened((state) => state.current?.incident)
  if (!incident) return null
  const distinct = [...new Set(ids)]
  return (
    <ul className={styles['dependents']} aria-label={t('restsOnIt')}>
      {distinct.slice(0, mostDependents).map((id) => <li key={id}>{itemName(incident, id, language)}</li>)}
      {distinct.length > mostDependents ? <li>{t('andMore', { n: distinct.length - mostDependents })}</li> : null}
    </ul>
  )
}

function FailureWords({ failure }: { failure: Failure }) {
  const language = useLanguage()
  const words = failureText(language, failure.reason ?? failure.code, failure.code)
  return (
    <>
      <p>{failure.code === 'not-saved' ? `${failureText(language, 'not-saved')} ${failure.reason ? words : ''}` : words}</p>
      {failure.where && failure.code === 'refused' ? <p className={styles['where']}>{failure.where}</p> : null}
      {failure.code === 'unexpected' ? <p className={styles['where']}>{failure.message}</p> : null}
      {failure.dependents ? <Dependents ids={failure.dependents} /> : null}
    </>
  )
}

function Line({ notice }: { notice: Notice }) {
  const t = useStrings(shell)
  const { action } = notice
  const Icon = notice.tone === 'failed' ? TriangleAlert : Check
  return (
    <li className={styles['notice']} data-tone={notice.tone}>
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <div className={styles['words']} role={notice.tone === 'failed' ? 'alert' : 'status'}>
        {typeof notice.text === 'string' ? <p>{notice.text}</p> : <FailureWords failure={notice.text} />}
        {action ? <Button small className={styles['action']} onClick={() => { dismiss(notice.id); action.run() }}>{action.label === 'delete-together' ? t('deleteTogether') : action.label}</Button> : null}
      </div>
      <IconButton small label={t('dismiss')} onClick={() => dismiss(notice.id)}><X size={14} strokeWidth={1.75} /></IconButton>
    </li>
  )
}

/** What happened, above the status bar. Failures stay until they are put away. */
export function Notices() {
  const t = useStrings(shell)
  const notices = useNotices((state) => state.notices)
  return (
    <section aria-label={t('notices')} className={styles['area']}>
      <ul>{notices.map((notice) => <Line key={notice.id} notice={notice} />)}</ul>
    </section>
  )
}
