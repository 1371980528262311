import { useState } from 'react'
import { call } from '../../api.ts'
import { beginAnew } from '../../state/vault.ts'
import { encryption } from '../../strings/encryption.ts'
import { useStrings } from '../../strings/index.ts'
import { TextField } from '../../ui/index.ts'
import styles from './encryption.module.css'
import { failureWords } from './failure.ts'
import { isFresh, NewPassphrase, RecoveryKey, type Fresh } from './passphrase-fields.tsx'
import { VaultForm, Working } from './vault-form.tsx'

type Step = { at: 'passphrase' | 'making' } | { at: 'write'; recoveryKey: string } | { at: 'working'; recoveryKey: string } | { at: 'done'; foreign: string[] }

/** Passphrase, recovery key, then the work, then what is true afterwards. */
export function EncryptDialog() {
  const t = useStrings(encryption)
  const [step, setStep] = useState<Step>({ at: 'passphrase' })
  const [fresh, setFresh] = useState<Fresh>({ passphrase: '', repeated: '' })
  const [written, setWritten] = useState('')
  const [failure, setFailure] = useState<string | null>(null)

  async function prepare() {
    setStep({ at: 'making' })
    setFailure(null)
    try {
      const { recoveryKey } = await call('vault:prepare', { passphrase: fresh.passphrase })
      setFresh({ passphrase: '', repeated: '' })
      setStep({ at: 'write', recoveryKey })
    } catch (error) {
      setFailure(failureWords(t, error))
      setStep({ at: 'passphrase' })
    }
  }

  async function encrypt(recoveryKey: string) {
    if (written.trim().toUpperCase() !== recoveryKey.slice(-4)) return setFailure(t('otherGroup'))
    setStep({ at: 'working', recoveryKey })
    setFailure(null)
    try {
      setStep({ at: 'done', foreign: (await call('vault:encrypt', { written })).foreign })
    } catch (error) {
      setFailure(failureWords(t, error))
      setStep({ at: 'write', recoveryKey })
    }
  }

  if (step.at === 'working') return <Working title={t('encryptTitle')} />
  if (step.at === 'done') {
    return (
      <VaultForm title={t('encryptedTitle')} text={t('encryptedText')} action={t('done')} onAction={beginAnew}>
        {step.foreign.length === 0 ? null : <p className={styles['text']}>{t('foreign', { names: step.foreign.join(', ') })}</p>}
      </VaultForm>
    )
  }
  if (step.at === 'write') {
    return (
      <VaultForm title={t('writeTitle')} text={t('writeText')} action={t('encrypt')} cancel={t('cancel')} failure={failure} ready={written.trim().length === 4} onAction={() => void encrypt(step.recoveryKey)}>
        <RecoveryKey value={step.recoveryKey} />
        <div className={styles['short']}><TextField key="written" label={t('lastGroup')} hint={t('lastGroupHint')} autoFocus maxLength={4} spellCheck={false} value={written} onChange={(event) => setWritten(event.target.value)} /></div>
      </VaultForm>
    )
  }
  return (
    <VaultForm title={t('encryptTitle')} text={t('encryptText')} action={step.at === 'making' ? t('making') : t('next')} busy={step.at === 'making'} cancel={t('cancel')} failure={failure} ready={isFresh(fresh)} onAction={() => void prepare()}>
      <div className={styles['fields']}><NewPassphrase value={fresh} onValue={setFresh} focus /></div>
    </VaultForm>
  )
}
