import type { IpcMainInvokeEvent, PrintToPDFOptions, WebContents, WebFrameMain } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Frame, Page, Route } from 'playwright-core'
import { toPage, toProgram } from './addresses.ts'
import { prevented } from './events.ts'
import { invoke } from './ipc-main.ts'
import { nativeTheme } from './native-theme.ts'
import { bindingName, preloadScript, type Delivery, type PageMessage } from './preload-script.ts'
import { ask } from './protocol.ts'
import { session } from './session.ts'

type Rtc = Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0]
type Seen = Extract<PageMessage, { kind: 'seen' }>

/** A page of Chromium behind the face of Electron's WebContents. */
export class StandInContents extends EventEmitter {
  rtcPolicy: Rtc = 'default'
  seen: Seen | null = null
  readonly #preload: string | null
  #page: Page | null = null
  #debugger: Promise<CDPSession> | null = null
  #waiting: Delivery = []
  #deliver: ((delivery: Delivery) => void) | null = null
  /** The address the program itself goes to: that is no navigation of the page. */
  #going: string | null = null
  #agent = ''

  constructor(preload: string | undefined) {
    super()
    this.#preload = preload === undefined ? null : preloadScript(readFileSync(preload, 'utf8'))
  }

  setWebRTCIPHandlingPolicy(policy: Rtc) {
    this.rtcPolicy = policy
  }
  // Chromium is started so that no page can open another; the answer could only be "deny".
  setWindowOpenHandler(_handler: Parameters<WebContents['setWindowOpenHandler']>[0]) {}
  /** A page that is gone takes its window along. */
  isCrashed() {
    return false
  }
  getUserAgent() {
    return this.#agent
  }
  getURL() {
    return this.#page ? toProgram(this.#page.url()) : ''
  }
  isDestroyed() {
    return this.#page?.isClosed() ?? false
  }
  send(channel: string, ...args: unknown[]) {
    this.#waiting.push({ channel, args: structuredClone(args) })
    this.#pass()
  }
  #pass() {
    if (!this.#deliver || this.#waiting.length === 0) return
    this.#deliver(this.#waiting)
    this.#deliver = null
    this.#waiting = []
  }

  async attach(page: Page) {
    this.#page = page
    const preload = this.#preload
    if (preload !== null) {
      await page.exposeBinding(bindingName, ({ frame }, message: PageMessage) => this.#hear(frame, message))
      await page.addInitScript({ content: preload })
    }
    await page.route('**/*', (route) => this.#answer(route))
    const follow = () => page.emulateMedia({ colorScheme: nativeTheme.themeSource === 'system' ? null : nativeTheme.themeSource })
    await follow()
    const onSource = () => void follow().catch(() => undefined)
    nativeTheme.on('source', onSource)
    page.on('close', () => nativeTheme.off('source', onSource))
  }

  async load(address: string) {
    const page = this.#opened()
    this.#going = toPage(address)
    await page.goto(this.#going)
    this.#agent = String(await this.executeJavaScript('navigator.userAgent'))
  }

  #opened(): Page {
    if (!this.#page) throw new Error('no page is loaded yet')
    return this.#page
  }

  #hear(frame: Frame, message: PageMessage): unknown {
    if (message.kind === 'invoke') return invoke(this.#eventOf(frame), message.channel, message.args)
    if (message.kind === 'seen') {
      this.seen = message
      nativeTheme.heardFromPage(message.dark)
      return null
    }
    // Only the newest document of the page is told: an earlier one is gone.
    return new Promise<Delivery>((deliver) => {
      this.#deliver = deliver
      this.#pass()
    })
  }

  #eventOf(frame: Frame): IpcMainInvokeEvent {
    const senderFrame = { url: toProgram(frame.url()), parent: frame.parentFrame() === null ? null : ({} as WebFrameMain) }
    return { type: 'frame', sender: this as unknown as WebContents, senderFrame: senderFrame as WebFrameMain } as IpcMainInvokeEvent
  }

  async #answer(route: Route) {
    const request = route.request()
    const url = toProgram(request.url())
    // As in Electron, a navigation is asked about before it becomes a request. Aborted, it leaves the page as it is.
    if (request.isNavigationRequest() && this.#mayNot(route, url)) return route.abort('aborted')
    if (await session.defaultSession.cancels({ url, method: request.method() })) return route.abort('blockedbyclient')
    const response = url === request.url() ? null : await ask(url, request.method())
    // What the program does not serve itself has nowhere to come from.
    if (!response) return route.abort('blockedbyclient')
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) })
  }

  #mayNot(route: Route, url: string): boolean {
    const request = route.request()
    if (request.url() === this.#going) {
      this.#going = null
      return false
    }
    const isMainFrame = request.frame() === this.#page?.mainFrame()
    return prevented(this, 'will-frame-navigate', { url, isMainFrame, isSameDocument: false })
  }

  /** Chromium's own protocol, which can do what a page's policy forbids its scripts. */
  #cdp(): Promise<CDPSession> {
    const page = this.#opened()
    this.#debugger ??= page.context().newCDPSession(page)
    return this.#debugger
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const cdp = await this.#cdp()
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Writes to the clipboard as the page, which is allowed to for this one call. @param entries of MIME type and base64 */
  async writeClipboard(entries: readonly (readonly (readonly [string, string])[])[]): Promise<void> {
    const page = this.#opened()
    const cdp = await this.#cdp()
    const allow = (setting: 'granted' | 'prompt') => cdp.send('Browser.setPermission', { permission: { name: 'clipboard-write' }, setting, origin: new URL(page.url()).origin })
    const bytes = '(text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))'
    const items = entries.map((entry) => `new ClipboardItem({${entry.map(([type, base64]) => `${JSON.stringify(type)}: new Blob([(${bytes})(${JSON.stringify(base64)})], { type: ${JSON.stringify(type)} })`).join(', ')}})`)
    await page.bringToFront()
    await allow('granted')
    try {
      const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression: `navigator.clipboard.write([${items.join(', ')}])`, awaitPromise: true, userGesture: true })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    } finally {
      await allow('prompt')
    }
  }

  /** A window larger than its screen, or partly beside it, is moved and shrunk until all of it is seen. */
  async fitToScreen(): Promise<void> {
    const page = this.#opened()
    const screen = await page.evaluate(() => ({ width: window.screen.availWidth, height: window.screen.availHeight }))
    const cdp = await this.#cdp()
    const { windowId, bounds } = await cdp.send('Browser.getWindowForTarget')
    if (bounds.windowState !== 'normal') return
    const width = Math.min(bounds.width ?? screen.width, screen.width)
    const height = Math.min(bounds.height ?? screen.height, screen.height)
    const left = Math.max(0, Math.min(bounds.left ?? 0, screen.width - width))
    const top = Math.max(0, Math.min(bounds.top ?? 0, screen.height - height))
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } })
  }

  /** The files a person picks in Chromium's own dialog, as paths; empty when they think better of it. */
  async pickFiles(accept: string, several: boolean): Promise<string[]> {
    const cdp = await this.#cdp()
    const expression = `new Promise((done) => { const input = document.createElement('input'); input.type = 'file'; input.accept = ${JSON.stringify(accept)}; input.multiple = ${several}; input.onchange = () => done([...input.files]); input.oncancel = () => done([]); input.click() })`
    const { result } = await cdp.send('Runtime.evaluate', { expression, awaitPromise: true, userGesture: true })
    if (!result.objectId) return []
    const { result: properties } = await cdp.send('Runtime.getProperties', { objectId: result.objectId, ownProperties: true })
    const files = properties.flatMap(({ value }) => (value?.className === 'File' && value.objectId ? [value.objectId] : []))
    return Promise.all(files.map(async (objectId) => (await cdp.send('DOM.getFileInfo', { objectId })).path))
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const cdp = await this.#cdp()
    const { pageSize: _pageSize, margins: _margins, ...same } = options
    const { data } = await cdp.send('Page.printToPDF', same)
    return Buffer.from(data, 'base64')
  }
}

type Used = Pick<WebContents, 'setWebRTCIPHandlingPolicy' | 'setWindowOpenHandler' | 'getUserAgent' | 'getURL' | 'isDestroyed' | 'send' | 'executeJavaScript' | 'printToPDF'>
/** Compiles only while the class has what Electron's has, with the same types. */
export const asElectron = (contents: StandInContents): Used => contents
