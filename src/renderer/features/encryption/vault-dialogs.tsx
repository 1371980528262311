import type { VaultDialog } from '../../state/overlays.ts'
import { EncryptDialog } from './encrypt-dialog.tsx'
import { DecryptDialog, PassphraseDialog, RecoveryKeyDialog } from './key-dialogs.tsx'

/** What is done about the keys of the library, one dialog a command. */
export function VaultDialogs({ dialog }: { dialog: VaultDialog }) {
  if (dialog === 'encrypt') return <EncryptDialog />
  if (dialog === 'passphrase') return <PassphraseDialog />
  return dialog === 'decrypt' ? <DecryptDialog /> : <RecoveryKeyDialog />
}
