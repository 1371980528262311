import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/fonts.ts'
import './ui/tokens.css'
import { registerAppCommands } from './commands/app-commands.ts'
import { listenForShortcuts } from './commands/keys.ts'
import { App } from './shell/app.tsx'
import { followChanges } from './state/open-incident.ts'
import { followList } from './state/incident-list.ts'
import { startSession } from './state/session.ts'
import { openFirst } from './shell/start.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// On its way while main answers.
void import('./features/library/index.ts')
followChanges()
registerAppCommands()
listenForShortcuts()
await startSession()
followList()
await openFirst()
createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <App />
    </CSPProvider>
  </StrictMode>,
)
