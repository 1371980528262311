import { LockKeyhole, TriangleAlert } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { call } from '../../api.ts'
import { beginAnew, useVault } from '../../state/vault.ts'
import { encryption } from '../../strings/encryption.ts'
import { useStrings } from '../../strings/index.ts'
import { Button, TextField } from '../../ui/index.ts'
import styles from './encryption.module.css'
import { failureWords } from './failure.ts'
import { isFresh, NewPassphrase, SecretField, type Fresh } from './passphrase-fields.tsx'

type By = 'passphrase' | 'recoveryKey'

/** Shown instead of everything else while the library is locked. */
export function LockScreen() {
  const [recovered, setRecovered] = useState<string | null>(null)
  const isDamaged = useVault((vault) => vault.state === 'damaged')
  if (isDamaged) return <Damaged />
  return recovered === null ? <Unlock onRecovered={setRecovered} /> : <SetNew recoveryKey={recovered} />
}

function Screen({ icon, title, text, children }: { icon: ReactNode; title: string; text: string; children: ReactNode }) {
  const t = useStrings(encryption)
  const path = useVault((vault) => vault.path)
  return (
    <main className={styles['screen']}>
      <div className={styles['column']}>
        <header className={styles['head']}>
          {icon}
          <div><h1>{title}</h1><p>{text}</p></div>
        </header>
        <dl className={styles['facts']}><div><dt>{t('folder')}</dt><dd className="mono" title={path}>{path}</dd></div></dl>
        {children}
      </div>
    </main>
  )
}

const Quit = () => <Button look="quiet" onClick={() => void call('app:quit', {})}>{useStrings(encryption)('quit')}</Button>

function Unlock({ onRecovered }: { onRecovered: (recoveryKey: string) => void }) {
  const t = useStrings(encryption)
  const [by, setBy] = useState<By>('passphrase')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function unlock(event: FormEvent) {
    event.preventDefault()
    if (typed === '' || busy) return
    setBusy(true)
    setFailure(null)
    try {
      await call('vault:unlock', { secret: by === 'passphrase' ? { passphrase: typed } : { recoveryKey: typed } })
      if (by === 'passphrase') return beginAnew()
      onRecovered(typed)
    } catch (error) {
      setFailure(failureWords(t, error, by))
    }
    setBusy(false)
  }

  function change(next: By) {
    setBy(next)
    setTyped('')
    setFailure(null)
  }

  return (
    <Screen icon={<LockKeyhole size={20} strokeWidth={1.75} aria-hidden="true" />} title={t('lockedTitle')} text={t('lockedText')}>
      <form className={styles['fields']} onSubmit={(event) => void unlock(event)}>
        {by === 'passphrase' ? (
          <SecretField key={by} label={t('passphrase')} value={typed} onValue={setTyped} autoFocus aria-invalid={failure !== null} />
        ) : (
          <TextField key={by} label={t('recoveryKey')} hint={t('recoveryHint')} className="mono" value={typed} autoFocus spellCheck={false} aria-invalid={failure !== null} onChange={(event) => setTyped(event.target.value)} />
        )}
        <p className={styles['failure']} role="alert">{failure ?? ''}</p>
        <div className={styles['lockActions']}>
          <Button look="primary" type="submit" disabled={typed === '' || busy}>{busy ? t('unlocking') : t('unlock')}</Button>
          <Button look="quiet" disabled={busy} onClick={() => change(by === 'passphrase' ? 'recoveryKey' : 'passphrase')}>{t(by === 'passphrase' ? 'useRecovery' : 'usePassphrase')}</Button>
          <span className={styles['spring']} />
          <Quit />
        </div>
      </form>
    </Screen>
  )
}

/** Who needed the recovery key has no passphrase any more. */
function SetNew({ recoveryKey }: { recoveryKey: string }) {
  const t = useStrings(encryption)
  const [fresh, setFresh] = useState<Fresh>({ passphrase: '', repeated: '' })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  async function set(event: FormEvent) {
    event.preventDefault()
    if (!isFresh(fresh) || busy) return
    setBusy(true)
    try {
      await call('vault:passphrase', { secret: { recoveryKey }, passphrase: fresh.passphrase })
      beginAnew()
    } catch (error) {
      setFailure(failureWords(t, error, 'recoveryKey'))
      setBusy(false)
    }
  }
  return (
    <Screen icon={<LockKeyhole size={20} strokeWidth={1.75} aria-hidden="true" />} title={t('setNewTitle')} text={t('setNewText')}>
      <form className={styles['fields']} onSubmit={(event) => void set(event)}>
        <NewPassphrase value={fresh} onValue={setFresh} focus />
        <p className={styles['failure']} role="alert">{failure ?? ''}</p>
        <div className={styles['lockActions']}>
          <Button look="primary" type="submit" disabled={!isFresh(fresh) || busy}>{t('setIt')}</Button>
          <Button onClick={beginAnew}>{t('later')}</Button>
        </div>
      </form>
    </Screen>
  )
}

function Damaged() {
  const t = useStrings(encryption)
  const detail = useVault((vault) => vault.detail)
  return (
    <Screen icon={<TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />} title={t('damagedTitle')} text={t('damagedText')}>
      {detail === '' ? null : <dl className={styles['facts']}><div><dt>{t('detail')}</dt><dd title={detail}>{detail}</dd></div></dl>}
      <div className={styles['lockActions']}>
        <Button look="primary" autoFocus onClick={beginAnew}>{t('tryAgain')}</Button>
        <span className={styles['spring']} />
        <Quit />
      </div>
    </Screen>
  )
}
