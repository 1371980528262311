import type { OnBeforeRequestListenerDetails, CallbackResponse, ProxyConfig, Session } from 'electron'
import { EventEmitter } from 'node:events'

type BeforeRequest = (details: OnBeforeRequestListenerDetails, callback: (response: CallbackResponse) => void) => void
type PermissionCheck = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

/** One session, as the program uses one. What it is told becomes flags and routes of Chromium when the first page opens. */
class StandInSession extends EventEmitter {
  proxy: ProxyConfig = {}
  permissionCheck: PermissionCheck | null = null
  #beforeRequest: BeforeRequest | null = null

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => {
      this.#beforeRequest = listener
    },
  }
  setProxy(config: ProxyConfig) {
    this.proxy = config
    return Promise.resolve()
  }
  setPermissionCheckHandler(handler: PermissionCheck | null) {
    this.permissionCheck = handler
  }
  // Chromium is started without any permission granted and headless or in application mode, where none can be asked for.
  setPermissionRequestHandler(_handler: Parameters<Session['setPermissionRequestHandler']>[0]) {}
  setDevicePermissionHandler(_handler: Parameters<Session['setDevicePermissionHandler']>[0]) {}
  setDisplayMediaRequestHandler(_handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]) {}
  setSpellCheckerEnabled(_enabled: boolean) {}

  /** Whether the program cancels a request. */
  cancels(details: Pick<OnBeforeRequestListenerDetails, 'url' | 'method'>): Promise<boolean> {
    const listener = this.#beforeRequest
    if (!listener) return Promise.resolve(false)
    return new Promise((done) => listener(details as OnBeforeRequestListenerDetails, ({ cancel }) => done(cancel ?? false)))
  }
}

type Used = Pick<Session, 'setProxy' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setSpellCheckerEnabled'>
const defaultSession = new StandInSession() satisfies Used
export const session = { defaultSession }
