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

export type Invoked = { value: unknown } | { error: string }

/** Calls the handler of a channel. As in Electron, only an error's message gets back to the page. */
export async function invoke(event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<Invoked> {
  const handler = handlers.get(channel)
  if (!handler) return { error: `No handler registered for '${channel}'` }
  try {
    return { value: structuredClone(await handler(event, ...args)) }
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}
