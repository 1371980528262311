import { app, protocol, session } from 'electron'
import { lockContents, lockSession } from './lockdown.ts'
import { scheme } from './origin.ts'
import type { ReportShelf } from '../print/report-shelf.ts'
import { answer } from './protocol.ts'

/** What has to be said before Electron is ready. */
export function secureEarly(): void {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, codeCache: true } }])
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

/** Locks the session, and then serves the program's own pages into it. */
export async function secureSession(folder: string, reports: ReportShelf): Promise<void> {
  await lockSession(session.defaultSession)
  protocol.handle(scheme, answer(folder, reports))
}
