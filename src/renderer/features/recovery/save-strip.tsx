import { Save, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FailedSaveInfo } from '#contract/index.ts'
import { call } from '../../api.ts'
import { openIncident } from '../../state/incidents.ts'
import { notify, report } from '../../state/notices.ts'
import { useOpened } from '../../state/open-incident.ts'
import { confirm } from '../../state/overlays.ts'
import { useSession } from '../../state/session.ts'
import { common } from '../../strings/common.ts'
import { failureText } from '../../strings/failures.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { recovery } from '../../strings/recovery.ts'
import { timeInWords } from '../../strings/times.ts'
import { Button, Strip } from '../../ui/index.ts'
import { What } from '../history/index.ts'
import styles from './recovery.module.css'

const shownAtOnce = 3

const askFailures = (show: (failures: FailedSaveInfo[]) => void) => void call('save:failures', {}).then((answer) => show(answer.failures), report)

/** What could not be saved; the disk is read again for each answer, so that nothing is said that is not so. */
function useFailures(): { failures: FailedSaveInfo[]; again: () => void } {
  const save = useSession((session) => session.save)
  const [failures, setFailures] = useState<FailedSaveInfo[]>([])
  useEffect(() => {
    if (save.state === 'failed') askFailures(setFailures)
  }, [save])
  return { failures: save.state === 'saved' ? [] : failures, again: () => askFailures(setFailures) }
}

const lowerFirst = (text: string, language: string) => text.charAt(0).toLocaleLowerCase(language) + text.slice(1)

function Failure({ failure, again }: { failure: FailedSaveInfo; again: () => void }) {
  const t = useStrings(recovery)
  const words = useStrings(common)
  const language = useLanguage()
  const [tried, setTried] = useState<string | null>(null)
  const { id, title, waiting, disk, diskProblem } = failure
  const outside = failure.reason === 'changed-outside'
  const reason = lowerFirst(failureText(language, failure.reason, 'not-saved').replace(/\.$/, ''), language)

  async function retry() {
    try {
      useSession.setState({ save: await call('incident:retry-save', { id }) })
    } catch {
      // What went wrong stands in this very line.
      setTried(new Date().toISOString())
    }
    again()
  }
  async function saveCopy() {
    try {
      const { path } = await call('save:copy', { id })
      if (path !== null) notify({ tone: 'done', text: t('savedCopy', { path }) })
    } catch (error) {
      report(error)
    }
  }
  async function reload() {
    if (!(await confirm({ title: t('reloadTitle', { n: waiting.length }), text: t('reloadText'), action: t('reloadDo') }))) return
    await settle(() => call('save:reload', { id }))
  }
  async function keep() {
    const copy = t('copyTitle', { title, time: timeInWords(new Date().toISOString(), language) })
    await settle(() => call('save:keep', { id, title: copy }))
    notify({ tone: 'done', text: t('keptCopy', { title: copy }) })
  }
  async function settle(work: () => Promise<unknown>) {
    try {
      await work()
      if (useOpened.getState().current?.incident.id === id) await openIncident(id)
      useSession.setState({ save: (await call('app:bootstrap', {})).save })
    } catch (error) {
      report(error)
    }
    again()
  }
  return (
    <Strip
      tone="failed" icon={TriangleAlert} alert
      actions={
        <>
          <Button small look="primary" onClick={() => void retry()}>{outside ? t('retryMine') : words('retry')}</Button>
          {outside ? <Button small onClick={() => void keep()}>{t('keepMine')}</Button> : null}
          {outside ? <Button small onClick={() => void reload()}>{t('reload')}</Button> : null}
          <Button small onClick={() => void saveCopy()}><Save size={13} strokeWidth={1.75} aria-hidden="true" /> {t('saveCopy')}</Button>
        </>
      }
    >
      <strong>{t('notSaved', { reason })}</strong> {t('waiting', { n: waiting.length, title })}{' '}
      {waiting.slice(0, shownAtOnce).map((entry) => <span key={entry.sequence} className={styles['waiting']}><What entry={entry} /></span>)}
      {waiting.length > shownAtOnce ? <span className={styles['quiet']}>+{waiting.length - shownAtOnce}</span> : null}
      <span className={styles['quiet']}> {disk ? t('onDisk', { n: disk.sequence, time: timeInWords(disk.time, language), author: disk.author }) : t('diskUnknown', { detail: diskProblem ?? '' })} {tried === null ? null : t('triedAgain', { time: timeInWords(tried, language) })}</span>
    </Strip>
  )
}

/** What could not be saved stays here until it is saved, kept elsewhere or given up. */
export function SaveStrip() {
  const { failures, again } = useFailures()
  return failures.map((failure) => <Failure key={failure.id} failure={failure} again={again} />)
}
