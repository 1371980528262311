import type { Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateLibrary } from '#main/store/generate.ts'
import { launch } from '../e2e/launch.ts'
import { figure, median, p95, printTable, verify } from './lib.ts'

/**
 * The list in the window at 10,000 incidents (with --long 50,000), beside the same window at 100: until a first row
 * stands there after a reload, until the whole list is there, and how long the page is busy for a step down and for a
 * letter typed into the filter.
 */
const isLong = process.argv.includes('--long') || process.env['KRONIKA_LONG'] === '1'
const sizes = [100, isLong ? 50_000 : 10_000]
const references = 24
const reloads = 5
const seed = 20250528

process.env['KRONIKA_RUNTIME'] = 'chromium'
process.env['KRONIKA_HEADLESS'] = '1'

const status = (page: Page) => page.getByRole('region', { name: 'Incidents' }).getByRole('status')
const now = (page: Page) => page.evaluate(() => performance.now())

/** Milliseconds from pressing a key until the frame that follows it has ended. */
const busy = (page: Page, key: string) =>
  page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<number>()
    addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => void setTimeout(() => resolve(performance.now() - timeStamp))), { once: true, capture: true })
    Object.assign(window, { busy: promise })
  }).then(async () => {
    await page.keyboard.press(key)
    return page.evaluate(() => (window as unknown as { busy: Promise<number> }).busy)
  })

async function measure(root: string, count: number) {
  const library = join(root, String(count))
  await generateLibrary(library, count, seed)
  const program = await launch({ library, size: { width: 1280, height: 800 } })
  const { page } = program
  const times = { first: [] as number[], whole: [] as number[], step: [] as number[], letter: [] as number[] }
  try {
    for (let round = -1; round < reloads; round += 1) {
      await page.reload({ waitUntil: 'commit' })
      await page.locator('[role=grid] [role=row][aria-selected=true]').waitFor()
      const first = await now(page)
      const all = (count + references).toLocaleString('en-US').replaceAll(',', ',?')
      await page.waitForFunction((words) => new RegExp(words).test(document.querySelector('[role=status]')?.textContent ?? ''), `^Showing ${all} of ${all}$`, { timeout: 120_000 })
      const whole = await now(page)
      if (round < 0) continue
      times.first.push(first)
      times.whole.push(whole)
    }
    await page.locator('[role=grid] [role=row][tabindex="0"]').focus()
    for (let step = 0; step < 20; step += 1) times.step.push(await busy(page, 'ArrowDown'))
    verify((await page.locator('[role=grid] [role=row]:focus').getAttribute('aria-selected')) === 'true', 'the focus went along')
    await page.getByRole('searchbox').focus()
    for (const letter of 'ministry') times.letter.push(await busy(page, letter))
    await page.waitForFunction(() => !/^Showing (\S+) of \1$/.test(document.querySelector('[role=status]')?.textContent ?? ''))
    verify((await status(page).innerText()).startsWith('Showing'), 'the filter narrowed the list')
    return times
  } finally {
    await program.quit()
  }
}

const root = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
try {
  const rows: string[][] = []
  let base: Awaited<ReturnType<typeof measure>> | null = null
  for (const count of sizes) {
    const times = await measure(root, count)
    base ??= times
    for (const [name, what] of [['first', 'reload to a first row'], ['whole', 'reload to the whole list'], ['step', 'a step down, page busy'], ['letter', 'a letter in the filter, page busy']] as const) {
      rows.push([what, count.toLocaleString('en-US'), figure(median(times[name])), figure(p95(times[name])), `${figure(median(times[name]) / median(base[name]))}×`])
    }
  }
  printTable(`The list in the window (${process.version})`, ['what', 'incidents', 'median ms', 'p95 ms', 'to 100'], rows)
} finally {
  await rm(root, { recursive: true, force: true })
}
