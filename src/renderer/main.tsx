import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/fonts.ts'
import './ui/tokens.css'
import { AppError, call } from './api.ts'
import { registerAppCommands } from './commands/app-commands.ts'
import { listenForShortcuts } from './commands/keys.ts'
import { App } from './shell/app.tsx'
import { followChanges } from './state/open-incident.ts'
import { loadDrafts } from './state/drafts.ts'
import { followList } from './state/incident-list.ts'
import { showSettings, startSession } from './state/session.ts'
import { openFirst } from './shell/start.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// On its way while main answers.
void import('./features/library/index.ts')
followChanges()
registerAppCommands()
listenForShortcuts()
const render = (screen: ReactNode) =>
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>{screen}</CSPProvider>
    </StrictMode>,
  )

try {
  await startSession()
  followList()
  await openFirst()
  void loadDrafts()
  render(<App />)
} catch (error) {
  // No library is open: a person has to choose first.
  if (!(error instanceof AppError) || error.failure.reason !== 'closed') throw error
  const [trouble, { LibraryRecovery }] = await Promise.all([call('library:state', {}), import('./features/recovery/index.ts')])
  showSettings(trouble)
  render(<LibraryRecovery first={trouble} />)
}
