import { _electron, chromium, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bridge } from '../src/contract/index.ts'
import { chooseRuntime, type Runtime } from '../tools/runtime.mjs'

declare global {
  interface Window {
    readonly api: Bridge
  }
}

export type LaunchOptions = {
  /** Folders; new temporary ones when left out. */
  library?: string
  userData?: string
  /** Opens the sample incident in an empty library. */
  sample?: boolean
  language?: 'en' | 'cs'
  theme?: 'system' | 'light' | 'dark'
  size?: { width: number; height: number }
}
export type Launched = {
  page: Page
  runtime: Runtime['name']
  library: string
  userData: string
  /** Answers the next file dialog: with paths, or with null as a person who cancels. */
  answerDialog: (paths: string[] | null) => Promise<void>
  /** Chooses an item of the native menu by its id. */
  chooseMenu: (id: string) => Promise<void>
  /** What is on the clipboard: its types, its text, and the bytes of a picture. */
  pasted: () => Promise<Pasted>
  /** Ends the program the way a person does, and waits until it has ended. */
  quit: () => Promise<void>
  /** Ends the program as a power cut or a crash would: at once, without a word. */
  kill: () => Promise<void>
  /** Resolves when the program has ended, by whatever way. */
  ended: Promise<void>
}

export type Pasted = { types: string[]; text: string; png: Buffer }

/** Starts the built program on whichever runtime this machine has, and hides which. Call quit() in the end. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const runtime = chooseRuntime()
  if (!runtime) throw new Error('nothing to run the program on')
  const library = options.library ?? join(await mkdtemp(join(tmpdir(), 'kronika-e2e-')), 'library')
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'kronika-user-')))
  const args = [...runtime.args, '--library', library, '--user-data', userData, options.sample === true ? '--sample' : '--no-sample']
  const started = runtime.name === 'electron' ? await onElectron(runtime, args) : await onChromium(runtime, args)
  await prepare(started.page, options)
  return { ...started, runtime: runtime.name, library, userData }
}

/** Language and theme are set as a person would, and the page is shown afresh with them. */
async function prepare(page: Page, { language, theme, size }: LaunchOptions) {
  if (size) await page.setViewportSize(size)
  await page.waitForFunction(() => 'api' in window)
  if (!language && !theme) return
  await page.evaluate((changes) => window.api.call('settings:update', changes), { ...(language ? { language } : {}), ...(theme ? { theme } : {}) })
  await page.reload()
}

type Started = Pick<Launched, 'page' | 'answerDialog' | 'chooseMenu' | 'pasted' | 'quit' | 'kill' | 'ended'>

async function onElectron(runtime: Runtime, args: string[]): Promise<Started> {
  const program = await _electron.launch({ executablePath: runtime.command, args })
  const page = await program.firstWindow()
  return {
    page,
    answerDialog: async (paths) => {
      await program.evaluate(({ dialog }, chosen) => {
        const canceled = chosen === null
        dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen ?? [] })
        dialog.showSaveDialog = async () => ({ canceled, filePath: chosen?.[0] ?? '' })
      }, paths)
    },
    chooseMenu: (id) => program.evaluate(({ Menu }, wanted) => void Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id),
    pasted: async () => {
      const { types, text, base64 } = await program.evaluate(async ({ clipboard }) => {
        const [item] = await clipboard.read()
        const picture = item?.types.includes('image/png') === true ? await item.getType('image/png') : null
        return { types: [...(item?.types ?? [])], text: await clipboard.readText(), base64: picture ? Buffer.from(await picture.arrayBuffer()).toString('base64') : '' }
      })
      return { types, text, png: Buffer.from(base64, 'base64') }
    },
    quit: () => program.close().catch(() => undefined),
    kill: async () => {
      const process = program.process()
      const gone = new Promise<void>((done) => process.once('exit', () => done()))
      process.kill('SIGKILL')
      await gone
    },
    ended: program.waitForEvent('close', { timeout: 0 }).then(() => undefined),
  }
}

async function onChromium(runtime: Runtime, args: string[]): Promise<Started> {
  const port = await freePort()
  const child = spawn(runtime.command, args, {
    env: { ...process.env, ...runtime.env, KRONIKA_TEST_PORT: String(port), KRONIKA_HEADLESS: process.env['KRONIKA_HEADLESS'] ?? '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await windowOf(child)
  // Without defaults: what the program set for its own page, such as the theme, stays.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
  const page = browser.contexts().flatMap((context) => context.pages()).find((one) => one.url().endsWith('/index.html'))
  if (!page) throw new Error('the program opened no window')
  return {
    page,
    answerDialog: async (paths) => void child.send({ type: 'answer-dialog', answer: { canceled: paths === null, filePaths: paths ?? [] } }),
    chooseMenu: async (id) => void child.send({ type: 'choose-menu', id }),
    pasted: () => pastedIn(page),
    quit: async () => {
      child.kill('SIGTERM')
      await ended
      await browser.close().catch(() => undefined)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      await browser.close().catch(() => undefined)
    },
    ended,
  }
}

/** Chromium lets a test read the clipboard through the page; the program itself may not. */
async function pastedIn(page: Page): Promise<Pasted> {
  await page.context().grantPermissions(['clipboard-read'])
  await page.bringToFront()
  const { types, text, bytes } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const blob = async (type: string) => (item?.types.includes(type) ? item.getType(type) : new Blob())
    return { types: [...(item?.types ?? [])], text: await (await blob('text/plain')).text(), bytes: [...new Uint8Array(await (await blob('image/png')).arrayBuffer())] }
  })
  return { types, text, png: Buffer.from(bytes) }
}

function windowOf(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'window') done()
    })
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`the program ended with ${code} before its window opened`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no free port'))))
    })
  })
}
