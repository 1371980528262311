import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { EventEmitter } from 'node:events'
import { app, closers } from './app.ts'
import { browserFor, isHeadless } from './chromium.ts'
import { preventable, prevented } from './events.ts'
import { tellTest } from './test-messages.ts'
import { StandInContents } from './web-contents.ts'

const windows = new Set<StandInWindow>()

class StandInWindow extends EventEmitter {
  readonly webContents: StandInContents
  readonly #options: BrowserWindowConstructorOptions
  #maximized = false
  #destroyed = false
  #closePage: (() => Promise<void>) | null = null
  #focus: (() => Promise<void>) | null = null

  static getAllWindows() {
    return [...windows]
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    this.#options = options
    this.webContents = new StandInContents(options.webPreferences?.preload)
    windows.add(this)
    app.emit('web-contents-created', preventable(), this.webContents)
  }

  async loadURL(address: string): Promise<void> {
    const shown = this.#isShown()
    if (!this.#closePage) await this.#open(shown)
    await this.webContents.load(address)
    if (shown && !isHeadless()) await this.webContents.fitToScreen()
    this.emit('ready-to-show')
    if (shown) tellTest({ type: 'window' })
  }

  /** Chromium cannot keep a window back until it has painted: one that is going to be shown is opened as such. */
  #isShown() {
    return this.#options.show !== false || this.listenerCount('ready-to-show') > 0
  }

  async #open(shown: boolean) {
    const { width = 800, height = 600, x, y } = this.#options
    const context = await browserFor({ shown, width, height, x, y, maximized: this.#maximized, webRtc: this.webContents.rtcPolicy })
    const blank = context.pages().find((page) => page.url() === 'about:blank' || page.url().startsWith('data:'))
    const page = blank ?? (await context.newPage())
    this.#closePage = () => page.close()
    this.#focus = () => page.bringToFront()
    page.on('close', () => this.#gone())
    context.on('close', () => this.#gone())
    await this.webContents.attach(page)
  }

  show() {}
  focus() {
    void this.#focus?.()
  }
  restore() {}
  isMinimized() {
    return false
  }
  isDestroyed() {
    return this.#destroyed
  }
  setBackgroundColor(_color: string) {}
  maximize() {
    this.#maximized = true
  }
  isMaximized() {
    return isHeadless() ? this.#maximized : (this.webContents.seen?.maximized ?? this.#maximized)
  }
  getNormalBounds(): Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options
    const outer = this.webContents.seen?.outer
    return outer && !this.isMaximized() && outer.width > 0 ? outer : { x, y, width, height }
  }

  close() {
    if (!this.#destroyed && !prevented(this, 'close', {})) this.destroy()
  }
  destroy() {
    this.#gone(false)
    void this.#closePage?.().catch(() => undefined)
  }

  /** The page is going or has gone; when a person closed it, it is too late to prevent that. */
  #gone(tell = true) {
    if (this.#destroyed) return
    if (tell) this.emit('close', preventable())
    this.#destroyed = true
    windows.delete(this)
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }
}

closers.windows = async () => {
  for (const window of windows) window.close()
}

type Used = Pick<BrowserWindow, 'loadURL' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed' | 'setBackgroundColor' | 'maximize' | 'isMaximized' | 'getNormalBounds' | 'close' | 'destroy'>
/** Compiles only while the class has what Electron's has, with the same types. */
export const asElectron = (window: StandInWindow): Used => window
export { StandInWindow as BrowserWindow }
