import { chromium, expect, test, type Page } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { installedChromium } from '../tools/runtime.mjs'
import { collector, type Collector } from './collector.ts'
import { launch, type Launched } from './launch.ts'
import { vectorNames, vectors } from './vectors.ts'

test.describe.configure({ mode: 'serial' })

let program: Launched
let outside: Collector

test.beforeAll(async () => {
  outside = await collector()
  program = await launch({ sample: true })
})
const target = () => ({ http: outside.http, udp: outside.udp })

test.afterAll(async () => {
  await program.quit()
  await outside.close()
})

test('the page is in its box: no Node, no Electron, and two functions to the program', async () => {
  const seen = await program.page.evaluate(() => {
    const global = window as unknown as Record<string, unknown>
    const api = global['api'] as object
    let changed = true
    try {
      Object.assign(api, { call: null })
    } catch {
      changed = false
    }
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in global),
      api: Object.keys(api).toSorted(),
      types: Object.values(api).map((value) => typeof value),
      frozen: Object.isFrozen(api),
      changed,
      replaced: Reflect.defineProperty(window, 'api', { value: null }),
    }
  })
  expect(seen).toEqual({ node: [], api: ['call', 'on'], types: ['function', 'function'], frozen: true, changed: false, replaced: false })
})

test('an unknown channel, a wrong input and an unknown event are refused', async () => {
  const answers = await program.page.evaluate(async () => {
    const { api } = window as unknown as { api: { call: (channel: string, input: unknown) => Promise<unknown>; on: (name: string, listener: () => void) => () => void } }
    const words = (error: unknown) => String(error)
    let event = ''
    try {
      api.on('no:such', () => undefined)
    } catch (error) {
      event = words(error)
    }
    return { channel: await api.call('no:such', {}).catch(words), input: await api.call('incident:open', { id: '../../etc/passwd' }), event }
  })
  expect(answers.channel).toContain('unknown channel')
  expect(answers.event).toContain('unknown event')
  expect(answers.input).toMatchObject({ ok: false, error: { code: 'invalid', where: 'id' } })
})

test('the policy comes as a header, without unsafe-inline, and holds', async () => {
  const response = await program.page.reload()
  const policy = (await response?.allHeaders())?.['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const blocked = await program.page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective))
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ranInline = true' }))
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { outline: 9px solid red }' }))
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red" onclick="window.ranInline = true">x</p>')
    // Later, so that the code is the page's own and not the test's. Its violation is told later still.
    const evaluated = await new Promise<string>((done) => setTimeout(() => {
      try {
        done(String(new Function('return 1')()))
      } catch (error) {
        done((error as Error).name)
      }
    }, 0))
    return { violations: [...new Set(violations)].filter((directive) => directive !== 'script-src').toSorted(), ran: 'ranInline' in window, outline: getComputedStyle(document.body).outlineStyle, evaluated }
  })
  expect(blocked).toEqual({ violations: ['script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem'], ran: false, outline: 'none', evaluated: 'EvalError' })
})

test('nothing reaches a listener on this very machine, by any of the ways', async () => {
  const { page } = program
  const address = page.url()
  for (const name of vectorNames) {
    await test.step(name, async () => {
      await page.evaluate(vectors[name], target())
      await page.waitForTimeout(150)
    })
  }
  await page.waitForTimeout(2000)
  expect([...outside.hits]).toEqual([])
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => 'api' in window)).toBe(true)
})

test('control: in a plain Chromium each of these ways does reach it', async () => {
  const executablePath = installedChromium()
  test.skip(executablePath === null, 'no Chromium to compare with')
  const blank = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><body>'))
  await new Promise<void>((done) => blank.listen(0, '127.0.0.1', done))
  const browser = await chromium.launch({ executablePath: executablePath ?? '', chromiumSandbox: process.getuid?.() !== 0 })
  try {
    const home = `http://127.0.0.1:${(blank.address() as AddressInfo).port}/`
    for (const name of vectorNames) await tryVector(await browser.newPage(), home, name)
    await expect.poll(() => vectorNames.filter((name) => !outside.hits.has(name)), { timeout: 10_000 }).toEqual([])
  } finally {
    await browser.close()
    await new Promise((done) => blank.close(done))
  }
})

async function tryVector(page: Page, home: string, name: (typeof vectorNames)[number]) {
  await page.goto(home)
  await page.evaluate(vectors[name], target()).catch((error: unknown) => {
    // A page that leaves takes the answer of the call with it.
    if (!String(error).includes('navigat')) throw error
  })
}
