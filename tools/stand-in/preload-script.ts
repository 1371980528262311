/** The name under which Chromium hands the page its one line to the program; the script below takes it away at once. */
export const bindingName = '__kronikaStandIn'

export type PageMessage =
  | { kind: 'invoke'; channel: string; args: unknown[] }
  | { kind: 'receive' }
  | { kind: 'seen'; dark: boolean; outer: { x: number; y: number; width: number; height: number }; maximized: boolean }
export type Delivery = { channel: string; args: unknown[] }[]

type Line = (message: PageMessage) => Promise<unknown>
type Listener = (event: object, ...args: unknown[]) => void

/**
 * Runs in the page before its own scripts, written out as text: so it may use nothing from outside itself.
 * It is what Electron's renderer offers to a sandboxed preload: contextBridge and ipcRenderer.
 */
function before(name: string, preload: (require: (id: string) => unknown, module: object, exports: object) => void) {
  const holder = globalThis as unknown as Record<string, Line | undefined>
  const line = holder[name]
  delete holder[name]
  if (!line || window.top !== window) return
  const listeners = new Map<string, Set<Listener>>()
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const answer = (await line({ kind: 'invoke', channel, args })) as { json: string | null } | { error: string }
      if ('error' in answer) throw new Error(answer.error)
      return answer.json === null ? undefined : (JSON.parse(answer.json) as unknown)
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const contextBridge = {
    exposeInMainWorld(key: string, api: Record<string, unknown>) {
      Object.defineProperty(window, key, { value: Object.freeze({ ...api }), enumerable: true, writable: false, configurable: false })
    },
  }
  const deliver = async () => {
    for (;;) {
      for (const { channel, args } of (await line({ kind: 'receive' })) as Delivery) {
        for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
      }
    }
  }
  const darkness = matchMedia('(prefers-color-scheme: dark)')
  const say = () =>
    void line({
      kind: 'seen',
      dark: darkness.matches,
      outer: { x: screenX, y: screenY, width: outerWidth, height: outerHeight },
      maximized: outerWidth >= screen.availWidth && outerHeight >= screen.availHeight,
    }).catch(() => undefined)
  for (const event of ['load', 'resize', 'blur', 'focus', 'mouseout']) addEventListener(event, say)
  darkness.addEventListener('change', say)
  const module = { exports: {} }
  const require = (id: string) => {
    if (id === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${id}`)
  }
  // The page may go away while it waits; then nobody is left to be told.
  deliver().catch(() => undefined)
  preload(require, module, module.exports)
}

/** The script for a page: the part above around the bundle of the program's preload. */
export const preloadScript = (bundle: string): string => `(${before.toString()})(${JSON.stringify(bindingName)}, function (require, module, exports) {\n${bundle}\n})`
