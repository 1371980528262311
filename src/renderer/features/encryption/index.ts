export { LockScreen } from './lock-screen.tsx'
export { VaultDialogs } from './vault-dialogs.tsx'
