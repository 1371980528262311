import { Dialog } from '@base-ui/react/dialog'
import type { FormEvent, ReactNode } from 'react'
import type { VaultProgress } from '#contract/index.ts'
import { call } from '../../api.ts'
import { closeOverlay } from '../../state/overlays.ts'
import { useVault } from '../../state/vault.ts'
import { encryption } from '../../strings/encryption.ts'
import { useStrings } from '../../strings/index.ts'
import { Button } from '../../ui/index.ts'
import styles from './encryption.module.css'

type Props = {
  title: string
  text: string
  children?: ReactNode
  action: string
  ready?: boolean
  busy?: boolean
  failure?: string | null
  /** Absent: there is nothing to go back to. */
  cancel?: string
  onAction: () => void
}

/** One step of what is done about keys: words, fields, one action. Enter does it, Escape leaves while that is possible. */
export function VaultForm({ title, text, children, action, ready = true, busy = false, failure = null, cancel, onAction }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) onAction()
  }
  return (
    <Dialog.Root open disablePointerDismissal onOpenChange={(open) => open || busy || cancel === undefined || closeOverlay()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['scrim']} />
        <Dialog.Popup className={styles['dialog']}>
          <form onSubmit={submit}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
            <Dialog.Description className={styles['text']}>{text}</Dialog.Description>
            {children}
            <p className={styles['failure']} role="alert">{failure ?? ''}</p>
            <div className={styles['actions']}>
              {cancel === undefined ? null : <Button disabled={busy} onClick={closeOverlay}>{cancel}</Button>}
              <Button look="primary" type="submit" disabled={!ready || busy}>{action}</Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const stepKeys = { writing: 'writing', verifying: 'verifying', replacing: 'replacing' } as const satisfies Record<VaultProgress['step'], string>

/** While a library is written anew: how far, and the way to stop before anything is replaced. */
export function Working({ title, decrypting = false }: { title: string; decrypting?: boolean }) {
  const t = useStrings(encryption)
  const progress = useVault((vault) => vault.progress)
  const { step, done, all } = progress ?? { step: 'writing' as const, done: 0, all: 0 }
  const key = step === 'writing' && decrypting ? 'decrypting' : stepKeys[step]
  const half = step === 'writing' ? 0 : step === 'verifying' ? 0.5 : 1
  return (
    <Dialog.Root open disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['scrim']} />
        <Dialog.Popup className={styles['dialog']}>
          <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
          <p className={styles['text']} role="status">{t(key, { done, all })}</p>
          <progress className={styles['progress']} aria-label={title} value={all === 0 || step === 'replacing' ? half : half + done / all / 2} max={1} />
          <div className={styles['actions']}><Button disabled={step === 'replacing'} onClick={() => void call('vault:stop', {})}>{t('stop')}</Button></div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
