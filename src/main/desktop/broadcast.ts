import { BrowserWindow } from 'electron'
import type { EventName, EventPayload } from '#contract/index.ts'

/** Tells every window of the program. */
export function broadcast<N extends EventName>(name: N, payload: EventPayload<N>): void {
  for (const window of BrowserWindow.getAllWindows()) if (!window.isDestroyed()) window.webContents.send(name, payload)
}
