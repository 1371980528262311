import { Eye, EyeOff } from 'lucide-react'
import { useState, type InputHTMLAttributes } from 'react'
import { encryption } from '../../strings/encryption.ts'
import { useStrings } from '../../strings/index.ts'
import { IconButton, TextField } from '../../ui/index.ts'
import styles from './encryption.module.css'
import { missingCharacters, strengthOf } from './strength.ts'

/** A passphrase is hidden while it is typed, unless asked. */
export function SecretField({ label, value, onValue, hint, ...rest }: { label: string; value: string; onValue: (value: string) => void; hint?: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'>) {
  const t = useStrings(encryption)
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className={styles['secret']}>
      <TextField {...rest} label={label} hint={hint} type={shown ? 'text' : 'password'} autoComplete="off" spellCheck={false} value={value} onChange={(event) => onValue(event.target.value)} />
      <IconButton label={t('show')} aria-pressed={shown} className={styles['eye']} onClick={() => setShown(!shown)}><Icon size={15} strokeWidth={1.75} aria-hidden="true" /></IconButton>
    </div>
  )
}

const keys = { short: 'strengthShort', weak: 'strengthWeak', fair: 'strengthFair', strong: 'strengthStrong' } as const

export type Fresh = { passphrase: string; repeated: string }
export const isFresh = ({ passphrase, repeated }: Fresh): boolean => strengthOf(passphrase) !== 'short' && passphrase.normalize('NFC') === repeated.normalize('NFC')

/** A new passphrase twice, with how hard it is to guess. */
export function NewPassphrase({ value, onValue, focus = false }: { value: Fresh; onValue: (value: Fresh) => void; focus?: boolean }) {
  const t = useStrings(encryption)
  const { passphrase, repeated } = value
  const strength = strengthOf(passphrase)
  const differs = repeated !== '' && !passphrase.normalize('NFC').startsWith(repeated.normalize('NFC'))
  return (
    <>
      <SecretField label={t('newPassphrase')} value={passphrase} autoFocus={focus} hint={t('passphraseHint')} onValue={(next) => onValue({ passphrase: next, repeated })} />
      <div className={styles['strength']} data-strength={passphrase === '' ? 'none' : strength}>
        <span className={styles['bars']} aria-hidden="true"><i /><i /><i /></span>
        <output title={t('strengthNote')}>{passphrase === '' ? '' : t(keys[strength], { n: missingCharacters(passphrase) })}</output>
      </div>
      <SecretField label={t('repeat')} value={repeated} aria-invalid={differs} onValue={(next) => onValue({ passphrase, repeated: next })} />
      <p className={styles['differs']} role="status">{differs ? t('differ') : ''}</p>
    </>
  )
}

/** In its groups, so that it can be written down and read again. */
export function RecoveryKey({ value }: { value: string }) {
  const t = useStrings(encryption)
  return (
    <ol className={styles['key']} aria-label={t('recoveryKey')}>
      {value.split('-').map((group, index) => <li key={`${index} ${group}`}>{group}</li>)}
    </ol>
  )
}
