import { chromium, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLibrary } from '#main/store/index.ts'
import { makeIncident, texts } from '#main/store/testing.ts'
import { launch } from '../e2e/launch.ts'
import { installedChromium } from '../tools/runtime.mjs'
import { figure, median, p95, printTable, verify } from './lib.ts'

/**
 * How long the built program takes to show its list, beside a blank page of one paragraph in the same Chromium. Once
 * from nothing (a process is started), and once more in the running browser, where only the page is loaded. Times of
 * the first kind are read off the wall clock: the page's own time origin plus its first contentful paint.
 */
const rounds = 5
const pages = 8
const own = 60
const references = 24
const blankPage = 'https://blank.invalid/'
/** The page's policy allows no other page a style or a script, and a paragraph needs none. */
const blankHtml = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Blank</title><p>Blank</p></html>'

process.env['KRONIKA_RUNTIME'] = 'chromium'
process.env['KRONIKA_HEADLESS'] = '1'

/** Milliseconds from navigation to the first paint with content, once there is one. */
const firstPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ origin: number; paint: number; bytes: number }>((done) => {
        const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        const bytes = scripts.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0)
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0]
          if (entry) done({ origin: performance.timeOrigin, paint: entry.startTime, bytes })
        }).observe({ type: 'paint', buffered: true })
      }),
  )

/** Milliseconds from navigation until a row of the list stands where a person sees it and a click would reach it. */
const usableList = (page: Page) =>
  page
    .waitForFunction(() => {
      const row = document.querySelector('[role=grid] [role=row][aria-selected=true]')
      const box = row?.getBoundingClientRect()
      if (!row || !box || box.height === 0) return null
      return row.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)) ? performance.now() : null
    }, undefined, { polling: 'raf' })
    .then(async (handle) => Number(await handle.jsonValue()))

async function verifyList(page: Page) {
  const title = page.getByRole('heading', { level: 1, name: 'Library' })
  verify(await title.isVisible(), 'the library is on screen')
  const status = await page.getByRole('region', { name: 'Incidents' }).getByRole('status').innerText()
  verify(status === `Showing ${own + references} of ${own + references}`, `the list has all incidents: ${status}`)
  const shown = await page.locator('[role=grid] [role=row][aria-selected]').first().innerText()
  verify(shown.trim().length > 0, 'a row says something')
}

async function showBlank(page: Page) {
  await page.goto(blankPage)
  const measured = await firstPaint(page)
  verify(await page.getByText('Blank').isVisible(), 'the blank page shows its word')
  return measured
}
const serveBlank = (page: Page) => page.route(`${blankPage}**`, (route) => route.fulfill({ contentType: 'text/html', body: blankHtml }))

async function blankFromNothing(executablePath: string) {
  const start = Date.now()
  const context = await chromium.launchPersistentContext('', { executablePath, headless: true, args: ['--window-size=1440,900'], viewport: null, chromiumSandbox: process.getuid?.() !== 0 })
  const page = context.pages()[0] ?? (await context.newPage())
  await serveBlank(page)
  const { origin, paint } = await showBlank(page)
  await context.close()
  return origin + paint - start
}

async function programFromNothing<T>(library: string, userData: string, after: (page: Page) => Promise<T>) {
  const start = Date.now()
  const program = await launch({ library, userData })
  try {
    const listed = await usableList(program.page)
    const { origin, paint } = await firstPaint(program.page)
    await verifyList(program.page)
    const warm = await after(program.page)
    return { warm, paint: origin + paint - start, list: origin + listed - start }
  } finally {
    await program.quit()
  }
}

/** The two pages in one running browser, in turn; both have been loaded before. */
async function pageLoads(page: Page) {
  const beside = await page.context().newPage()
  await serveBlank(beside)
  const times = { blank: [] as number[], shell: [] as number[], list: [] as number[], bytes: 0 }
  for (let round = -2; round < pages; round += 1) {
    await beside.bringToFront()
    const blank = await showBlank(beside)
    await page.bringToFront()
    await page.reload({ waitUntil: 'commit' })
    const list = await usableList(page)
    const shell = await firstPaint(page)
    await verifyList(page)
    if (round < 0) continue
    times.blank.push(blank.paint)
    times.shell.push(shell.paint)
    times.list.push(list)
    times.bytes = shell.bytes
  }
  await beside.close()
  return times
}

const executablePath = installedChromium()
if (!executablePath) throw new Error('no Chromium to measure in: install one or set KRONIKA_CHROMIUM')
const root = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
const library = join(root, 'library')
try {
  const filled = await openLibrary(library, { author: () => 'Bench', now: () => new Date() })
  for (let index = 0; index < own; index += 1) await filled.create(makeIncident(`i-${index}`), texts)
  await filled.close()

  const cold = { blank: [] as number[], shell: [] as number[], list: [] as number[] }
  let warm: Awaited<ReturnType<typeof pageLoads>> | null = null
  const nothing = () => Promise.resolve(null)
  for (let round = -1; round < rounds; round += 1) {
    const blank = await blankFromNothing(executablePath)
    // A desk of its own each time: one that remembers an incident would open it instead of the list.
    const last = round === rounds - 1
    const program = await programFromNothing(library, join(root, `user-${round}`), last ? pageLoads : nothing)
    warm ??= program.warm
    if (round < 0) continue
    cold.blank.push(blank)
    cold.shell.push(program.paint)
    cold.list.push(program.list)
  }
  if (!warm) throw new Error('the pages were not measured')
  const row = (name: string, values: number[], base: number[]) => [name, figure(median(values)), figure(p95(values)), `${figure(median(values) / median(base))}×`]
  printTable(`Start, with ${own} own incidents and ${references} reference cases (${process.version})`, ['what', 'median ms', 'p95 ms', 'to a blank page'], [
    row('from nothing: Chromium with a blank page, painted', cold.blank, cold.blank),
    row('from nothing: Kronika, first paint', cold.shell, cold.blank),
    row('from nothing: Kronika, the list usable', cold.list, cold.blank),
    row('running: a blank page, painted', warm.blank, warm.blank),
    row('running: Kronika, first paint', warm.shell, warm.blank),
    row('running: Kronika, the list usable', warm.list, warm.blank),
  ])
  console.log(`\nScripts loaded by the usable list: ${figure(warm.bytes / 1000)} KB.`)
} finally {
  await rm(root, { recursive: true, force: true })
}
