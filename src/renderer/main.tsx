import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/fonts.ts'
import './ui/tokens.css'
import { AppError, call } from './api.ts'
import { registerAppCommands } from './commands/app-commands.ts'
import { listenForShortcuts } from './commands/keys.ts'
import { App } from './shell/app.tsx'
import { followImports } from './state/imports.ts'
import { followChanges } from './state/open-incident.ts'
import { loadDrafts } from './state/drafts.ts'
import { followList } from './state/incident-list.ts'
import { showSettings, startSession } from './state/session.ts'
import { isLocked, loadVault } from './state/vault.ts'
import { openFirst } from './shell/start.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// On its way while main answers.
void import('./features/library/index.ts')
followChanges()
followImports()
registerAppCommands()
listenForShortcuts()
const render = (screen: ReactNode) =>
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>{screen}</CSPProvider>
    </StrictMode>,
  )

const vaultKnown = loadVault()

try {
  await Promise.all([startSession(), vaultKnown])
  followList()
  await openFirst()
  void loadDrafts()
  render(<App />)
} catch (error) {
  if (isLocked(error)) await showLock()
  // No library is open: a person has to choose first.
  else if (error instanceof AppError && error.failure.reason === 'closed') await showRecovery()
  else throw error
}

async function showLock() {
  const [vault, { LockScreen }] = await Promise.all([vaultKnown, import('./features/encryption/index.ts')])
  showSettings(vault)
  render(<LockScreen />)
}

async function showRecovery() {
  const [trouble, { LibraryRecovery }] = await Promise.all([call('library:state', {}), import('./features/recovery/index.ts')])
  showSettings(trouble)
  render(<LibraryRecovery first={trouble} />)
}
