import type { App } from 'electron'
import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { prevented } from './events.ts'
import { claim, type Claim } from './single-instance.ts'

type PathName = Parameters<App['getPath']>[0]
type Package = { productName?: string; version: string }

const appPath = packageFolder(dirname(resolve(process.argv[1] ?? '.')))
const about = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as Package

function packageFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : packageFolder(dirname(folder))
}

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

/** Closes what has to be closed before the process ends. Windows and browsers put themselves here. */
export const closers = { windows: async () => {}, browsers: async () => {} }

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  name = about.productName ?? 'app'
  #paths = new Map<string, string>()
  #ready = new Promise<void>((done) => setImmediate(done))
  #claim: Claim | null = null
  #ending = false

  whenReady() {
    return this.#ready
  }
  getVersion() {
    return about.version
  }
  getAppPath() {
    return appPath
  }
  getLocale() {
    return (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'en').replace(/[.@].*$/, '').replace('_', '-')
  }
  /** Chromium has its sandbox on; there is nothing more to switch. */
  enableSandbox() {}
  setPath(name: string, path: string) {
    this.#paths.set(name, path)
  }
  getPath(name: PathName): string {
    const known: Partial<Record<PathName, string>> = { home: homedir(), appData: appData(), userData: join(appData(), this.name), temp: tmpdir(), documents: join(homedir(), 'Documents'), downloads: join(homedir(), 'Downloads') }
    const path = this.#paths.get(name) ?? known[name]
    if (path === undefined) throw new Error(`the stand-in knows no path called ${name}`)
    return path
  }
  requestSingleInstanceLock(): boolean {
    this.#claim ??= claim(this.getPath('userData'), (argv, folder) => this.emit('second-instance', {}, argv, folder, null))
    return this.#claim.first
  }
  quit() {
    if (!this.#ending) void this.#quit()
  }
  async #quit() {
    if (prevented(this, 'before-quit', {})) return
    await closers.windows()
    if (prevented(this, 'will-quit', {})) return
    this.exit(0)
  }
  exit(code = 0) {
    if (this.#ending) return
    this.#ending = true
    this.emit('quit', {}, code)
    void Promise.allSettled([closers.browsers(), this.#claim?.release()]).then(() => process.exit(code))
  }
}

type Used = Pick<App, 'isPackaged' | 'whenReady' | 'getVersion' | 'getAppPath' | 'getLocale' | 'enableSandbox' | 'setPath' | 'getPath' | 'requestSingleInstanceLock' | 'quit' | 'exit'>
export const app = new StandInApp() satisfies Used
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
// A test that started this program and has gone will not end it any more.
process.on('disconnect', () => app.quit())
