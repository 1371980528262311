import { Archive, Eye, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ListedBackup, Output } from '#contract/index.ts'
import { call } from '../../api.ts'
import { select, usePlace } from '../../state/navigation.ts'
import { notify, report } from '../../state/notices.ts'
import { useOpened } from '../../state/open-incident.ts'
import { openIncident } from '../../state/incidents.ts'
import { showPast } from '../../state/past.ts'
import { useSession } from '../../state/session.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { recovery } from '../../strings/recovery.ts'
import { bytesInWords, exactTime, timeInWords } from '../../strings/times.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { offerPutBack } from '../history/index.ts'
import styles from './backups.module.css'
import { IncidentPicker } from './incident-picker.tsx'

type Overview = Output<'backups:overview'>

/** An answer of main that is asked for again on each `round`; the last one stays in sight meanwhile. */
function useAnswer<Answer>(ask: () => Promise<Answer>, key: string): Answer | null {
  const [answer, setAnswer] = useState<{ key: string; value: Answer } | null>(null)
  useEffect(() => {
    let gone = false
    ask().then((value) => gone || setAnswer({ key, value }), report)
    return () => {
      gone = true
    }
    // The key says all that the question depends on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  return answer?.key.split('@')[0] === key.split('@')[0] ? (answer?.value ?? null) : null
}

function BackupRow({ backup, isListed, onPutBack }: { backup: ListedBackup; isListed: boolean; onPutBack: () => void }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  const { time, kept, revision, reason, bytes, problem, id, name } = backup
  const at = { kind: 'backup', name } as const
  const readOnly = useSession((session) => session.library.readOnly)
  const spoken = timeInWords(time, language)
  return (
    <tr>
      <th scope="row" title={exactTime(time, language)}>{spoken}</th>
      <td>{t(`kept_${kept ?? 'none'}`)}</td>
      <td data-number>{revision}</td>
      <td>{t(`reason_${reason}`)}</td>
      <td data-number>{bytesInWords(bytes, language)}</td>
      <td data-broken={problem !== null}>{problem === null ? t('verified') : t('broken', { detail: problem })}</td>
      <td className={styles['rowActions']}>
        {problem === null ? <Button small aria-label={`${t('viewBackup')}: ${spoken}`} onClick={() => void showPast(id, at)}><Eye size={13} strokeWidth={1.75} aria-hidden="true" /> {t('viewBackup')}</Button> : null}
        {problem === null && isListed && !readOnly ? <Button small aria-label={`${t('restoreBackup')}: ${spoken}`} onClick={onPutBack}><RotateCcw size={13} strokeWidth={1.75} aria-hidden="true" /> {t('restoreBackup')}</Button> : null}
      </td>
    </tr>
  )
}

function BackupTable({ id, title, round, onChanged }: { id: string; title: string; round: number; onChanged: () => void }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  const incidents = useSession((session) => session.incidents)
  const answer = useAnswer(() => call('backups:list', { id }), `${id}@${round}`)
  async function putBack({ name, revision, time }: ListedBackup) {
    if (!(await offerPutBack(id, { kind: 'backup', name }, { sequence: revision, time, language }))) return
    onChanged()
    if (useOpened.getState().current === null) await openIncident(id)
  }
  if (!answer) return <p className={styles['quiet']} role="status">{t('checking')}</p>
  if (answer.backups.length === 0) return <EmptyState title={t('noBackups')} />
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>{(['made1', 'kind', 'revision', 'why', 'size', 'state'] as const).map((name) => <th key={name} scope="col" {...(name === 'revision' || name === 'size' ? { 'data-number': true } : {})}>{t(name)}</th>)}<th scope="col"><span className="visually-hidden">{t('actions')}</span></th></tr>
      </thead>
      <tbody>{answer.backups.map((backup) => <BackupRow key={backup.name} backup={backup} isListed={incidents.some((one) => one.id === id)} onPutBack={() => void putBack(backup)} />)}</tbody>
    </table>
  )
}

function Quarantine({ round }: { round: number }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  const answer = useAnswer(() => call('quarantine:list', {}), `quarantine@${round}`)
  return (
    <section className={styles['quarantine']} aria-label={t('quarantine')}>
      <h2>{t('quarantine')}</h2>
      <p className={styles['quiet']}>{t('quarantineText')} {answer && answer.files.length > 0 ? t('quarantineIn', { folder: answer.folder }) : null}</p>
      {answer && answer.files.length === 0 ? <p className={styles['quiet']}>{t('quarantineNone')}</p> : null}
      {answer && answer.files.length > 0 ? (
        <table className={styles['table']}>
          <thead><tr><th scope="col">{t('name')}</th><th scope="col" data-number>{t('size')}</th><th scope="col">{t('putAside')}</th></tr></thead>
          <tbody>{answer.files.map(({ name, bytes, time }) => <tr key={name}><th scope="row" className="mono">{name}</th><td data-number>{bytesInWords(bytes, language)}</td><td>{timeInWords(time, language)}</td></tr>)}</tbody>
        </table>
      ) : null}
    </section>
  )
}

const chosenOf = (overview: Overview, about: string | null) => overview.incidents.find(({ id }) => id === about) ?? overview.incidents[0]

/** All backups, incident by incident: when, what for, whether they are sound; to look at, to put back, to make. */
export function Backups() {
  const t = useStrings(recovery)
  const opened = useOpened((state) => state.current?.incident.id ?? null)
  const about = usePlace().about ?? opened
  const { readOnly } = useSession((session) => session.library)
  const [round, setRound] = useState(0)
  const [busy, setBusy] = useState(false)
  const overview = useAnswer(() => call('backups:overview', {}), `overview@${round}`)
  const again = () => setRound((old) => old + 1)
  async function make() {
    setBusy(true)
    try {
      const { made, failed } = await call('backups:make', {})
      notify({ tone: 'done', text: made > 0 ? t('made', { n: made }) : t('madeNone') })
      if (failed.length > 0) notify({ tone: 'failed', text: t('makeFailed', { ids: failed.map(({ id, message }) => `${id} (${message})`).join(', ') }) })
    } catch (error) {
      report(error)
    }
    setBusy(false)
    again()
  }
  const chosen = overview && chosenOf(overview, about)
  return (
    <main className={styles['backups']}>
      {overview ? <IncidentPicker incidents={overview.incidents} chosen={chosen?.id ?? null} onChoose={(id) => select({ about: id })} /> : <aside className={styles['picker']} />}
      <section className={styles['right']} data-pane="backups" aria-label={t('backupsTitle')}>
        <header className={styles['head']}>
          <div>
            <h2>{chosen ? chosen.title : t('backupsTitle')}</h2>
            <p className={styles['quiet']}>{t('backupsText')}</p>
            {overview?.problem ? <p className={styles['problem']} role="alert">{t('backupProblem', { detail: overview.problem })}</p> : null}
          </div>
          {readOnly ? null : <Button look="primary" disabled={busy} onClick={() => void make()}><Archive size={14} strokeWidth={1.75} aria-hidden="true" /> {t(busy ? 'making' : 'makeNow')}</Button>}
        </header>
        {chosen ? <BackupTable id={chosen.id} title={chosen.title} round={round} onChanged={again} /> : <EmptyState title={t('noBackups')} />}
        <Quarantine round={round} />
      </section>
    </main>
  )
}
