import { create } from 'zustand'
import type { VaultProgress, VaultState } from '#contract/index.ts'
import { AppError, call, listen } from '../api.ts'
import { sendDrafts } from './drafts.ts'

/** Whether the library is encrypted, as main said when the window began; every change of it begins the window anew. */
export const useVault = create<VaultState & { progress: VaultProgress | null }>(() => ({ state: 'plain', path: '', detail: '', readOnly: true, language: 'en', theme: 'system', progress: null }))

export const isLocked = (error: unknown): boolean => error instanceof AppError && error.failure.reason === 'encrypted'

export async function loadVault(): Promise<VaultState> {
  listen('vault:progress', (progress) => useVault.setState({ progress }))
  const vault = await call('vault:state', {})
  useVault.setState(vault)
  return vault
}

/** Everything the window knows belongs to the library as it was: it begins anew. */
export const beginAnew = (): void => window.location.reload()

export async function lockLibrary(): Promise<void> {
  sendDrafts()
  await call('vault:lock', {})
  beginAnew()
}
