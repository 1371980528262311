import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { leastTlp } from '#domain/incident/index.ts'
import { readDestinations } from '#main/print/destinations.ts'
import { reportPdf, type PrintPage, type ReportRequest } from '#main/print/report.ts'
import { reportShelf, type ReportPage } from '#main/print/report-shelf.ts'
import { referenceCases } from '#main/reference/index.ts'
import { installedChromium } from '../tools/runtime.mjs'
import { figure, median, p95, printTable, timed, verify } from './lib.ts'

/**
 * The report of the Czech case as PDF, from the incident to the bytes, beside one bare printToPDF of the very same
 * finished page in the same browser, already laid out and with its fonts loaded. The report is printed more than once
 * when page numbers have to be looked up, so the cost of one pass (new page, load, print) stands in the table too.
 */
const rounds = 9
const printing = { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: true, generateDocumentOutline: true } as const

process.env['KRONIKA_HEADLESS'] = '1'
process.env['KRONIKA_CHROMIUM'] ??= installedChromium() ?? ''
await import('../tools/stand-in/hook.ts')
// Loaded only now, since they import "electron", which the line above provides.
const { app, BrowserWindow } = await import('electron')
const { origin } = await import('#main/desktop/origin.ts')
const { pagePrinter } = await import('#main/desktop/print-page.ts')
const { secureEarly, secureSession } = await import('#main/desktop/security.ts')

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

async function printer() {
  secureEarly()
  const shelf = reportShelf()
  app.on('window-all-closed', () => {})
  await app.whenReady()
  await secureSession(inRoot('out/renderer'), shelf)
  return { shelf, print: pagePrinter(shelf) }
}

/** What poppler reads in a PDF, or null where it is not installed. */
function poppler(tool: 'pdfinfo' | 'pdftotext', args: string[], pdf: Uint8Array): string | null {
  try {
    return execFileSync(tool, args, { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function verifyPdf(pdf: Uint8Array, tlp: string): number {
  const file = Buffer.from(pdf).toString('latin1')
  const pages = [...file.matchAll(/\/Type \/Page\b(?!s)/g)].length
  verify(pages >= 4, `the report has pages: ${pages}`)
  verify(/\/Marked true/.test(file) && /\/StructTreeRoot/.test(file), 'the report is tagged')
  verify(/\/Outlines \d+ 0 R/.test(file), 'the report has an outline')
  verify(readDestinations(pdf).size > 20, 'the report has destinations')
  const info = poppler('pdfinfo', ['-'], pdf)
  const text = poppler('pdftotext', ['-layout', '-', '-'], pdf)
  if (info === null || text === null) console.log('SKIPPED: poppler is not here, so the text of the pages is not checked.')
  else {
    verify(Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]) === pages, 'poppler counts the same pages')
    const unlabelled = text.split('\f').slice(0, pages).filter((page) => page.split(`TLP:${tlp}`).length < 3)
    verify(unlabelled.length === 0, 'each page bears its label twice')
  }
  return pages
}

async function measure() {
  const { shelf, print } = await printer()
  const template = await readFile(inRoot('out/renderer/report.html'), 'utf8')
  const document = await referenceCases(inRoot('resources')).open('cz-mfa-apt31-2022')
  const request: ReportRequest = { ...document, tlp: leastTlp(document.incident), language: 'cs', now: new Date('2025-06-02T08:00:00Z') }

  let prints = 0
  let finished: ReportPage | null = null
  const counting: PrintPage = (page) => {
    prints += 1
    finished = page
    return print(page)
  }
  const first = await reportPdf(template, request, counting)
  const page = finished as ReportPage | null
  if (!page) throw new Error('nothing was printed')
  const printsEach = prints

  const window = new BrowserWindow({ show: false })
  await window.loadURL(`${origin}${shelf.put(page)}`)
  await window.webContents.executeJavaScript('Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => true)')
  const times = { bare: [] as number[], pass: [] as number[], report: [] as number[] }
  let bare: Uint8Array = Buffer.alloc(0)
  for (let round = -2; round < rounds; round += 1) {
    const bareTime = await timed(async () => (bare = await window.webContents.printToPDF(printing)))
    const passTime = await timed(() => print(page))
    let again: Uint8Array = Buffer.alloc(0)
    const reportTime = await timed(async () => (again = await reportPdf(template, request, counting)))
    verify(Buffer.from(again).equals(Buffer.from(first)), 'the same report gives the same bytes')
    if (round < 0) continue
    times.bare.push(bareTime)
    times.pass.push(passTime)
    times.report.push(reportTime)
  }
  const pages = verifyPdf(first, request.tlp)
  verify(verifyPdf(bare, request.tlp) === pages, 'the bare print has the same pages')
  return { ...times, pages, prints: printsEach, kilobytes: first.length / 1000 }
}

const { bare, pass, report, pages, prints, kilobytes } = await measure()
const row = (name: string, values: number[], count: number) => [name, String(count), figure(median(values)), figure(p95(values)), figure(median(values) / pages), `${figure(median(values) / median(bare))}×`]
printTable(`PDF of the Czech case: ${pages} pages, ${figure(kilobytes)} KB, tagged (${process.version})`, ['what', 'prints', 'median ms', 'p95 ms', 'ms a page', 'to a bare print'], [
  row('printToPDF of the page laid out', bare, 1),
  row('new window, load, fonts, print', pass, 1),
  row('Kronika, from incident to bytes', report, prints),
])
app.quit()
