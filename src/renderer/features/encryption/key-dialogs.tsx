import { useState } from 'react'
import { call } from '../../api.ts'
import { closeOverlay } from '../../state/overlays.ts'
import { beginAnew } from '../../state/vault.ts'
import { encryption } from '../../strings/encryption.ts'
import { useStrings } from '../../strings/index.ts'
import styles from './encryption.module.css'
import { failureWords } from './failure.ts'
import { isFresh, NewPassphrase, RecoveryKey, SecretField, type Fresh } from './passphrase-fields.tsx'
import { VaultForm, Working } from './vault-form.tsx'

/** Runs one thing at a time and keeps why it failed. */
function useAttempt() {
  const t = useStrings(encryption)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    await work().catch((error: unknown) => setFailure(failureWords(t, error)))
    setBusy(false)
  }
  return { t, busy, failure, attempt }
}

export function PassphraseDialog() {
  const { t, busy, failure, attempt } = useAttempt()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState<Fresh>({ passphrase: '', repeated: '' })
  const [changed, setChanged] = useState(false)
  const change = () => attempt(async () => {
    await call('vault:passphrase', { secret: { passphrase: old }, passphrase: fresh.passphrase })
    setChanged(true)
  })
  if (changed) return <VaultForm title={t('changedTitle')} text={t('changeText')} action={t('close')} onAction={closeOverlay} />
  return (
    <VaultForm title={t('changeTitle')} text={t('changeText')} action={t('change')} cancel={t('cancel')} busy={busy} failure={failure} ready={old !== '' && isFresh(fresh)} onAction={() => void change()}>
      <div className={styles['fields']}>
        <SecretField label={t('oldPassphrase')} value={old} onValue={setOld} autoFocus />
        <NewPassphrase value={fresh} onValue={setFresh} />
      </div>
    </VaultForm>
  )
}

export function RecoveryKeyDialog() {
  const { t, busy, failure, attempt } = useAttempt()
  const [passphrase, setPassphrase] = useState('')
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const renew = () => attempt(async () => setRecoveryKey((await call('vault:recovery-key', { passphrase })).recoveryKey))
  if (recoveryKey !== null) {
    return (
      <VaultForm title={t('writeTitle')} text={t('writeText')} action={t('wroteIt')} onAction={closeOverlay}>
        <RecoveryKey value={recoveryKey} />
      </VaultForm>
    )
  }
  return (
    <VaultForm title={t('renewTitle')} text={t('renewText')} action={t('renew')} cancel={t('cancel')} busy={busy} failure={failure} ready={passphrase !== ''} onAction={() => void renew()}>
      <div className={styles['fields']}><SecretField label={t('passphrase')} value={passphrase} onValue={setPassphrase} autoFocus /></div>
    </VaultForm>
  )
}

export function DecryptDialog() {
  const { t, busy, failure, attempt } = useAttempt()
  const [passphrase, setPassphrase] = useState('')
  const [off, setOff] = useState(false)
  const decrypt = () => attempt(async () => {
    await call('vault:decrypt', { passphrase })
    setOff(true)
  })
  if (off) return <VaultForm title={t('offDone')} text={t('offText')} action={t('done')} onAction={beginAnew} />
  if (busy) return <Working title={t('offTitle')} decrypting />
  return (
    <VaultForm title={t('offTitle')} text={t('offText')} action={t('off')} cancel={t('cancel')} failure={failure} ready={passphrase !== ''} onAction={() => void decrypt()}>
      <div className={styles['fields']}><SecretField label={t('passphrase')} value={passphrase} onValue={setPassphrase} autoFocus /></div>
    </VaultForm>
  )
}
