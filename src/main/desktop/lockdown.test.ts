import type { Session, WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { lockContents, lockSession } from './lockdown.ts'

/** Keeps what it is told: the way to see what Electron would be told, where Electron itself cannot run. */
function recorder(methods: readonly string[]) {
  const told = new Map<string, unknown[]>()
  const target = new EventEmitter()
  for (const name of methods) Object.assign(target, { [name]: (...args: unknown[]) => void told.set(name, args) })
  return { target, told: (name: string) => told.get(name) ?? [] }
}

async function lockedSession() {
  const { target, told } = recorder(['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'setDisplayMediaRequestHandler', 'setSpellCheckerEnabled', 'setProxy'])
  let onBeforeRequest: (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void = () => undefined
  Object.assign(target, { webRequest: { onBeforeRequest: (listener: typeof onBeforeRequest) => void (onBeforeRequest = listener) } })
  await lockSession(target as unknown as Session)
  return { target, told, request: (url: string) => new Promise((done) => onBeforeRequest({ url }, done)) }
}

describe('the session', () => {
  it('grants no permission, device or screen, whoever asks', async () => {
    const { told } = await lockedSession()
    const handler = (name: string) => told(name)[0] as (...args: unknown[]) => unknown
    for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'fullscreen', 'unknown']) {
      expect(await new Promise((done) => handler('setPermissionRequestHandler')(null, permission, done))).toBe(false)
      expect(handler('setPermissionCheckHandler')(null, permission, 'app://kronika')).toBe(false)
    }
    expect(handler('setDevicePermissionHandler')({ deviceType: 'hid' })).toBe(false)
    expect(await new Promise((done) => handler('setDisplayMediaRequestHandler')({}, done))).toBeNull()
  })

  it('cancels every request but to the program itself', async () => {
    const { request } = await lockedSession()
    expect(await request('app://kronika/index.html')).toEqual({ cancel: false })
    for (const url of ['https://example.org/', 'http://127.0.0.1/', 'ws://example.org/', 'file:///etc/passwd', 'app://elsewhere/', 'devtools://x/']) expect(await request(url)).toEqual({ cancel: true })
  })

  it('sends what would get past into a dead end, this machine included, and looks up no spelling', async () => {
    const { told } = await lockedSession()
    expect(told('setProxy')[0]).toEqual({ proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
    expect(told('setSpellCheckerEnabled')).toEqual([false])
  })

  it('downloads nothing', async () => {
    const { target } = await lockedSession()
    expect(preventedBy(target, 'will-download', {})).toBe(true)
  })
})

describe('a page', () => {
  const locked = () => {
    const contents = recorder(['setWebRTCIPHandlingPolicy', 'setWindowOpenHandler'])
    lockContents(contents.target as unknown as WebContents)
    return contents
  }

  it('opens no window and no webview, and talks to no peer', () => {
    const { target, told } = locked()
    expect((told('setWindowOpenHandler')[0] as (details: object) => unknown)({ url: 'app://kronika/index.html' })).toEqual({ action: 'deny' })
    expect(told('setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp'])
    expect(preventedBy(target, 'will-attach-webview', {})).toBe(true)
  })

  it.each([
    ['app://kronika/index.html', true, false],
    ['https://example.org/', true, true],
    ['https://example.org/', false, true],
    ['app://kronika/report-0a1b2c3d-0000-4000-8000-0123456789ab.html', false, false],
  ])('that would go to %s (main frame: %s) is held back: %s', (url, isMainFrame, held) => expect(preventedBy(locked().target, 'will-frame-navigate', { url, isMainFrame })).toBe(held))

  it('follows no redirect', () => expect(preventedBy(locked().target, 'will-redirect', { url: 'app://kronika/index.html' })).toBe(true))
})

function preventedBy(target: EventEmitter, name: string, details: object): boolean {
  let prevented = false
  target.emit(name, { ...details, preventDefault: () => void (prevented = true) })
  return prevented
}
