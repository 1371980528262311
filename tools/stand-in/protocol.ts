import type { Protocol } from 'electron'

type Handler = Parameters<Protocol['handle']>[1]
const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged: (_schemes) => {},
  handle: (scheme, handler) => void handlers.set(scheme, handler),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>

/** The program's answer for one of its own addresses, or null when it serves no such scheme. */
export async function ask(address: string, method: string): Promise<Response | null> {
  const handler = handlers.get(new URL(address).protocol.slice(0, -1))
  return handler ? handler(new Request(address, { method })) : null
}
