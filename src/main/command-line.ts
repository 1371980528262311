import { readFile } from 'node:fs/promises'
import { run, type Deps, type Io, type ReportJob } from './cli/index.ts'
import { askHidden } from './cli/ask-hidden.ts'
import { places } from './places.ts'
import { reportPdf, reportSvg } from './print/report.ts'
import { referenceCases, vocabularies } from './reference/index.ts'

declare const kronikaVersion: string

/** SOURCE_DATE_EPOCH (reproducible-builds.org, seconds since 1970) fixes the time of issue, so that a report can be printed again bit for bit. */
function timeOfIssue(): Date {
  const fixed = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN)
  return Number.isFinite(fixed) ? new Date(fixed * 1000) : new Date()
}

/** Only a PDF and a PNG need a page, and so a browser. */
async function exportReport({ format, ...job }: ReportJob): Promise<Uint8Array> {
  if (format === 'svg') return reportSvg(job)
  const { openPrinter } = await import('./desktop/printer.ts')
  const template = await readFile(places.reportTemplate, 'utf8')
  const { print, draw } = await openPrinter()
  return format === 'png' ? draw(Buffer.from(reportSvg(job)).toString()) : reportPdf(template, { ...job, now: timeOfIssue() }, print)
}

async function drawPicture(svg: string): Promise<Uint8Array> {
  const { openPrinter } = await import('./desktop/printer.ts')
  return (await openPrinter()).draw(svg)
}

const io: Io = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, cwd: process.cwd(), env: process.env, ...(process.stdin.isTTY && process.stderr.isTTY ? { askHidden } : {}) }

const deps = (): Deps => ({ version: kronikaVersion, now: () => new Date(), timeOfIssue, references: referenceCases(places.resources), vocabularies: () => vocabularies(places.resources).suggestions(), exportReport, drawPicture })

/** Runs one verb and ends the process with its exit code, once everything has been written. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  // Electron may not be run as Node, so Node's own way to start a process is closed to it.
  if (process.versions['electron'] !== undefined) (await import('./desktop/reader-process.ts')).readInUtilityProcesses()
  const code = args[0] === 'demo' ? await (await import('./demo.ts')).runDemo(args.slice(1), io, deps()) : await run(args, io, deps())
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))))
  process.exit(code)
}
