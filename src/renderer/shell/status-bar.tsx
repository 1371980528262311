import { Check, HardDrive, LoaderCircle, LockKeyhole, TriangleAlert, WifiOff } from 'lucide-react'
import { runCommand } from '../commands/registry.ts'
import { usePlace } from '../state/navigation.ts'
import { useHasHistory, useOpened } from '../state/open-incident.ts'
import { usePane } from '../state/panes.ts'
import { useSession } from '../state/session.ts'
import { useVault } from '../state/vault.ts'
import { encryption } from '../strings/encryption.ts'
import { failureText } from '../strings/failures.ts'
import { historyStrings } from '../strings/history.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { Kbd, TlpChip } from '../ui/index.ts'
import styles from './status-bar.module.css'

const clock = (language: 'en' | 'cs', at: number) => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cs', { hour: '2-digit', minute: '2-digit' }).format(at)

/** "Saved" only when the bytes are durable; a failure stays here, and what can be done about it stands below the top bar. */
function SaveState() {
  const t = useStrings(shell)
  const language = useLanguage()
  const save = useSession((session) => session.save)
  const hasHistory = useHasHistory()
  if (save.state === 'failed') {
    const reason = failureText(language, save.reason, 'not-saved').replace(/\.$/, '')
    return (
      <span className={styles['failed']} title={save.detail}>
        <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" /> {t('notSaved', { reason: reason.charAt(0).toLocaleLowerCase(language) + reason.slice(1) })}
      </span>
    )
  }
  if (save.state === 'saving') return <span><LoaderCircle size={14} strokeWidth={1.75} aria-hidden="true" /> {t('saving')}</span>
  const words = <><Check size={14} strokeWidth={1.75} aria-hidden="true" /> {save.at === null ? t('savedNever') : t('saved', { time: clock(language, save.at) })}</>
  if (!hasHistory) return <span>{words}</span>
  return <button type="button" className={styles['switch']} title={t('showHistory')} onClick={() => runCommand('go.history')}>{words}</button>
}

function Place() {
  const t = useStrings(shell)
  const pane = usePane((state) => state.name)
  return pane === '' ? null : <span className={styles['wideOnly']}>{t('pane', { name: pane })}</span>
}

function LanguageSwitch() {
  const t = useStrings(shell)
  const language = useLanguage()
  const other = language === 'en' ? 'cs' : 'en'
  return (
    <button type="button" className={styles['switch']} lang={other} title={t('switchLanguage')} aria-label={t('switchLanguage')} onClick={() => runCommand(`view.language.${other}`)}>
      <span lang={language}>{t(language === 'en' ? 'english' : 'czech')}</span>
    </button>
  )
}

/** That the library is encrypted, and the way to lock it. */
function VaultMark() {
  const t = useStrings(encryption)
  const isOpen = useVault((vault) => vault.state === 'open')
  const canLock = useVault((vault) => !vault.readOnly)
  if (!isOpen) return null
  const mark = <><LockKeyhole size={14} strokeWidth={1.75} aria-hidden="true" /> {t('encrypted')}</>
  return canLock ? <button type="button" className={styles['switch']} title={t('lockNow')} aria-label={`${t('encrypted')}. ${t('lockNow')}`} onClick={() => runCommand('vault.lock')}>{mark}</button> : <span>{mark}</span>
}

export function StatusBar() {
  const t = useStrings(shell)
  const { view } = usePlace()
  const library = useSession((session) => session.library)
  const tlp = useOpened((state) => state.current?.incident.tlp)
  const readOnly = useOpened((state) => state.current?.readOnly ?? false)
  const past = useOpened((state) => state.past !== null)
  const words = useStrings(historyStrings)
  const first = view === 'first-run'
  return (
    <footer className={styles['bar']}>
      {first ? null : past ? <span>{words('pastShort')}</span> : readOnly && !library.readOnly ? <span>{t('readOnly')}</span> : <SaveState />}
      {first ? null : <button type="button" className={styles['switch']} title={`${library.path}\n${t('showBackups')}`} onClick={() => runCommand('go.backups')}><HardDrive size={14} strokeWidth={1.75} aria-hidden="true" /> {library.name}{library.readOnly ? `, ${t('libraryReadOnly')}` : ''}</button>}
      {first ? null : <VaultMark />}
      <span><WifiOff size={14} strokeWidth={1.75} aria-hidden="true" /> {t(first ? 'networkBlockedLong' : 'networkBlocked')}</span>
      <span className={styles['spring']} />
      {first ? <button type="button" className={styles['switch']} onClick={() => runCommand('shortcuts.open')}>{t('keyboard')} <Kbd>?</Kbd></button> : <Place />}
      {tlp ? <span className={styles['wideOnly']}>{t('datesAsPublished')}</span> : null}
      <LanguageSwitch />
      {tlp ? <TlpChip label={tlp} /> : null}
    </footer>
  )
}
