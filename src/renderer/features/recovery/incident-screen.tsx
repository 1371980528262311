import { FileWarning, RefreshCw } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { IncidentTrouble, RecoveryWay } from '#contract/index.ts'
import { call } from '../../api.ts'
import { openIncident } from '../../state/incidents.ts'
import { go, restart, usePlace } from '../../state/navigation.ts'
import { notify, report } from '../../state/notices.ts'
import { confirm } from '../../state/overlays.ts'
import { showPast } from '../../state/past.ts'
import { useSession } from '../../state/session.ts'
import { useLanguage, useStrings, type Translate } from '../../strings/index.ts'
import { recovery } from '../../strings/recovery.ts'
import { timeInWords } from '../../strings/times.ts'
import { Button } from '../../ui/index.ts'
import { LostEdits } from './lost-edits.tsx'
import styles from './recovery.module.css'

type Key = keyof typeof recovery.en

/** What was found, in plain words. */
function foundText({ state, line, whole, lastKnown: last }: IncidentTrouble, t: Translate<Key>): string {
  if (state !== 'corrupt') return t(state)
  if (line === null) return t('corrupt', { whole, last })
  return whole === 0 ? t('corruptFirst', { last }) : t('corruptLine', { line, whole, last })
}

const wayKeys = { 'join-backup-and-history': 'join', 'recover-from-snapshot': 'snapshot', 'recover-from-history': 'history', 'restore-backup': 'backup', 'open-read-only': 'look' } as const satisfies Record<RecoveryWay['choice'], Key>

function wayText({ choice, revision: n, backup }: RecoveryWay, { whole, state }: IncidentTrouble, { t, language }: { t: Translate<Key>; language: 'en' | 'cs' }): string {
  if (choice === 'open-read-only' && state === 'newer') return t('lookUnderstood')
  const time = backup ? timeInWords(backup.time, language) : ''
  return t(`${wayKeys[choice]}Text`, { n, whole, time, backup: backup?.revision ?? 0 })
}

function WayCard({ way, trouble, first, busy, onChoose }: { way: RecoveryWay; trouble: IncidentTrouble; first: boolean; busy: boolean; onChoose: () => void }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  const key = wayKeys[way.choice]
  return (
    <li className={styles['way']} data-way={way.choice}>
      <div className={styles['wayWords']}>
        <h4>{t(key)}{first ? <span className={styles['badge']}>{t('recommended')}</span> : null}</h4>
        <p>{wayText(way, trouble, { t, language })}</p>
        {way.choice === 'open-read-only' ? null : <LostEdits way={way} />}
      </div>
      <Button look={first ? 'primary' : 'plain'} disabled={busy} onClick={onChoose}>{t(`${key}Do`, { n: way.revision })}</Button>
    </li>
  )
}

/** The state of an incident's files, and the way to look again. */
function useTrouble(id: string): [IncidentTrouble | null, () => void] {
  const [trouble, setTrouble] = useState<IncidentTrouble | null>(null)
  const look = useCallback(() => void call('incident:state', { id }).then(setTrouble, report), [id])
  useEffect(look, [look])
  return [trouble?.id === id ? trouble : null, look]
}

/** An incident whose files cannot be followed: what was found, the ways out, and what each gives up. */
export function IncidentRecovery() {
  const t = useStrings(recovery)
  const id = usePlace().about ?? ''
  const readOnly = useSession((session) => session.library.readOnly)
  const [busy, setBusy] = useState(false)
  const [trouble, look] = useTrouble(id)
  if (!trouble) return <main aria-busy="true" />

  async function recover({ choice, revision, backup, lost }: RecoveryWay) {
    if (choice === 'open-read-only') return showPast(id, { kind: 'whole' })
    if (lost > 0 && !(await confirm({ title: t('sureTitle', { n: lost }), text: t('sureText'), action: t(`${wayKeys[choice]}Do`, { n: revision }) }))) return
    setBusy(true)
    try {
      const { kept } = await call('incident:recover', { id, choice, revision, backup: backup?.name ?? null })
      notify({ tone: 'kept', text: `${t('done')} ${t('kept', { names: kept.map((name) => `quarantine/${name}`).join(', ') })}` })
      await openIncident(id)
    } catch (error) {
      report(error)
      look()
    } finally {
      setBusy(false)
    }
  }
  async function forget(title: string) {
    if (!(await confirm({ title: t('forgetTitle', { title }), text: t('forgetText'), action: t('forget') }))) return
    await call('incident:forget', { id }).then(() => restart({ view: 'library' }), report)
  }
  const ways = readOnly ? trouble.ways.filter(({ choice }) => choice === 'open-read-only') : trouble.ways
  const isWhole = trouble.state === 'ok'
  return (
    <main className={styles['screen']}>
      <div className={styles['column']} data-pane="recovery" role="region" aria-label={t('title')}>
        <header className={styles['head']}>
          <FileWarning size={20} strokeWidth={1.75} aria-hidden="true" />
          <div>
            <h2>{trouble.title}</h2>
            <p className={styles['found']}>{foundText(trouble, t)}</p>
            {isWhole ? null : <p>{t('nothingChanged')}</p>}
          </div>
        </header>
        {isWhole ? null : (
          <>
            <dl className={styles['facts']}>
              <div><dt>{t('file')}</dt><dd className="mono">{trouble.where}</dd></div>
              <div><dt>{t('detail')}</dt><dd>{trouble.detail}</dd></div>
            </dl>
            <h3>{t('ways')}</h3>
            {ways.length === 0 ? <p>{t('noWay')}</p> : <ul className={styles['ways']}>{ways.map((way, index) => <WayCard key={way.choice} way={way} trouble={trouble} first={index === 0} busy={busy} onChoose={() => void recover(way)} />)}</ul>}
            {ways.some(({ choice }) => choice !== 'open-read-only') ? <p className={styles['quiet']}>{t('keptWhere')}</p> : null}
          </>
        )}
        <footer className={styles['foot']}>
          {isWhole ? <Button look="primary" onClick={() => void openIncident(id)}>{t('openIt')}</Button> : <Button onClick={() => void openIncident(id).then(look)}><RefreshCw size={14} strokeWidth={1.75} aria-hidden="true" /> {t('tryAgain')}</Button>}
          <Button onClick={() => go({ view: 'backups', about: id })}>{t('otherBackups')}</Button>
          {trouble.state === 'missing' && !readOnly ? <Button onClick={() => void forget(trouble.title)}>{t('forget')}</Button> : null}
          <Button look="quiet" onClick={() => restart({ view: 'library' })}>{t('toLibrary')}</Button>
        </footer>
      </div>
    </main>
  )
}
