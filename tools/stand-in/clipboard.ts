import type { Clipboard } from 'electron'
import { BrowserWindow } from './browser-window.ts'

type Payload = string | Blob

/** As Electron's: one entry of the clipboard, by MIME type. */
export class ClipboardItem {
  readonly #items: Record<string, Payload>
  constructor(items: Record<string, Payload>) {
    this.#items = items
  }
  get types(): string[] {
    return Object.keys(this.#items)
  }
  async getType(type: string): Promise<Blob> {
    const item = this.#items[type]
    if (item === undefined) throw new Error(`the entry has no ${type}`)
    return typeof item === 'string' ? new Blob([item], { type }) : item
  }
}

/** Chromium lets only a page write to the clipboard, so the window of the program does it, for this once. */
async function put(items: readonly ClipboardItem[]): Promise<void> {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Error('there is no window to write to the clipboard with')
  const entries = await Promise.all(items.map(async (item) => Promise.all(item.types.map(async (type) => [type, Buffer.from(await (await item.getType(type)).arrayBuffer()).toString('base64')] as const))))
  await window.webContents.writeClipboard(entries)
}

export const clipboard = {
  write: (data: readonly ClipboardItem[]) => put(data),
  writeText: (text: string) => put([new ClipboardItem({ 'text/plain': text })]),
} satisfies { [Name in 'write' | 'writeText']: (given: never) => ReturnType<Clipboard[Name]> }
