import { chromium, type Page } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { installedChromium } from '../tools/runtime.mjs'
import { figure, median, p95, printTable, verify } from './lib.ts'
import type { Measured, Variant } from './timeline-page.ts'

/**
 * The timeline's lanes with thousands of events beside plain vis-timeline and events on a plain canvas, in one page of
 * the same run. First view: from the list of events until lanes are visible. Frames: the work of the main thread from a
 * frame's first callback to after its paint, while the window moves by 1/200 of itself or closes by 2 % in each.
 */
const rounds = 3
const month = 30

async function page(folder: string): Promise<string> {
  const entry = fileURLToPath(new URL('timeline-page.ts', import.meta.url))
  await build({ configFile: false, logLevel: 'silent', mode: 'production', define: { 'process.env.NODE_ENV': '"production"' }, build: { outDir: folder, emptyOutDir: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench', fileName: () => 'page.js', cssFileName: 'page' } } })
  const vis = createRequire(import.meta.url).resolve('vis-timeline/standalone/umd/vis-timeline-graph2d.min.js')
  // As the renderer's own page does: it says which sheets rank above which.
  const layers = new URL('../src/renderer/public/layers.css', import.meta.url).href
  const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${layers}"><link rel="stylesheet" href="page.css"><body><script src="${pathToFileURL(vis).href}"></script><script src="page.js"></script>`
  await writeFile(join(folder, 'page.html'), html)
  return pathToFileURL(join(folder, 'page.html')).href
}

const measure = (at: Page, variant: Variant, count: number, days: number | null): Promise<Measured> =>
  at.evaluate(([variant, count, days]) => (globalThis as unknown as { run: (variant: Variant, count: number, days: number | null) => Promise<Measured> }).run(variant, count, days), [variant, count, days] as const)

async function several(at: Page, variant: Variant, count: number, days: number | null, times = rounds) {
  const runs: Measured[] = []
  // The first run compiles; it is not counted, except of what takes seconds.
  for (let nth = times === 1 ? 1 : 0; nth <= times; nth++) {
    const measured = await measure(at, variant, count, days)
    verify(measured.visible, `${variant} with ${count} is visible`)
    verify(measured.misplaced === 0, `${variant} with ${count}: ${measured.misplaced} marks stand elsewhere`)
    if (variant === 'kronika') verify(measured.counted === measured.expected, `${count} events: ${measured.counted} drawn of ${measured.expected}`)
    verify(measured.marks > 0, `${variant} with ${count} draws something`)
    if (nth > 0) runs.push(measured)
  }
  return { first: median(runs.map(({ first }) => first)), pan: runs.flatMap(({ pan }) => pan), zoom: runs.flatMap(({ zoom }) => zoom), marks: runs[0]?.marks ?? 0 }
}

const folder = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
const executablePath = installedChromium()
if (!executablePath) throw new Error('The timeline is measured in Chromium, and none is here.')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const at = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await at.goto(await page(folder))
  const rows: string[][] = []
  const bars: string[][] = []
  const note = (name: string, count: number, { first, pan, zoom, marks }: Awaited<ReturnType<typeof several>>) =>
    rows.push([name, count.toLocaleString('en-US'), figure(first), figure(median(pan)), figure(p95(pan)), figure(Math.max(...pan)), figure(median(zoom)), figure(p95(zoom)), figure(Math.max(...zoom)), String(marks)])
  for (const count of [5000, 20_000, 100_000]) {
    const ours = await several(at, 'kronika', count, null)
    const drawn = await several(at, 'canvas', count, null)
    note('all in view: Kronika', count, ours)
    note('all in view: plain canvas', count, drawn)
    if (count === 5000) {
      const plain = await several(at, 'vis', count, null, 1)
      note('all in view: plain vis-timeline', count, plain)
      bars.push([`first view of ${count.toLocaleString('en-US')}: faster than plain vis-timeline`, '≥ 100×', `${figure(plain.first / ours.first)}×`])
      continue
    }
    bars.push([`first view of ${count.toLocaleString('en-US')}`, count === 20_000 ? '≤ 250 ms' : '≤ 400 ms', `${figure(ours.first)} ms`], [`first view of ${count.toLocaleString('en-US')}: of a plain canvas`, '≤ 4×', `${figure(ours.first / drawn.first)}×`])
    const close = await several(at, 'kronika', count, month)
    note('30 days in view: Kronika', count, close)
    if (count === 100_000) for (const [name, times] of [['panning', [...ours.pan, ...close.pan]], ['zooming', [...ours.zoom, ...close.zoom]]] as const) bars.push([`${name} at ${count.toLocaleString('en-US')}: p95 of a frame`, '≤ 16.7 ms', `${figure(p95(times))} ms`], [`${name} at ${count.toLocaleString('en-US')}: longest frame`, '≤ 50 ms', `${figure(Math.max(...times))} ms`])
  }
  printTable(`Timeline (${browser.version()}); ms; every run's marks verified as visible, in their places and complete`, ['what', 'events', 'first', 'pan p50', 'p95', 'max', 'zoom p50', 'p95', 'max', 'marks'], rows)
  printTable('Beside the bars', ['what', 'bar', 'measured'], bars)
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
