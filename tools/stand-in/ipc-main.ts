import type { IpcMain, IpcMainInvokeEvent } from 'electron'

type Handler = Parameters<IpcMain['handle']>[1]
const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle: (channel, handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel) => void handlers.delete(channel),
} satisfies Pick<IpcMain, 'handle' | 'removeHandler'>

/** The value as JSON: what carries answers to the page walks every value that it is given, which for a long list takes a second. */
export type Invoked = { json: string | null } | { error: string }

/** Calls the handler of a channel. As in Electron, only an error's message gets back to the page. */
export async function invoke(event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<Invoked> {
  const handler = handlers.get(channel)
  if (!handler) return { error: `No handler registered for '${channel}'` }
  try {
    // Electron clones and so refuses what has no clone, such as a function; JSON would drop it in silence.
    return { json: JSON.stringify(structuredClone(await handler(event, ...args))) ?? null }
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}
