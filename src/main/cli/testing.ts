import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { referenceCases, vocabularies } from '../reference/index.ts'
import { run } from './run.ts'
import type { ReportJob } from './context.ts'

/** A folder of its own for one test, with the command line run in it. For tests alone. */

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

export type Ran = { code: number; out: string; err: string; data: any; error: { code: string; where: string; message: string } | null } // oxlint-disable-line typescript/no-explicit-any -- a test looks into any answer

/** One answer of JSON, or null where several lines or words were printed. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export async function workshop() {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-cli-'))
  const library = join(folder, 'library')
  const jobs: ReportJob[] = []
  const kronika = async (args: string[], stdin = '', env: Record<string, string> = {}): Promise<Ran> => {
    const out: Buffer[] = []
    let err = ''
    const io = {
      stdout: { write: (chunk: string | Uint8Array) => out.push(Buffer.from(chunk)) },
      stderr: { write: (chunk: string) => (err += chunk) },
      stdin: (async function* () {
        yield stdin
      })(),
      cwd: folder,
      env: { HOME: folder, KRONIKA_LIBRARY: library, KRONIKA_AUTHOR: 'A. Analyst', ...env },
    }
    const exportReport = async (job: ReportJob) => {
      jobs.push(job)
      return Buffer.from(`${job.format} ${job.tlp} ${job.language} ${job.incident.id}`)
    }
    const code = await run(args, io, { version: '1.2.3', now: () => new Date(), timeOfIssue: () => new Date('2026-11-25T12:00:00Z'), references: referenceCases(resources), vocabularies: () => vocabularies(resources).suggestions(), exportReport, drawPicture: async (svg) => Buffer.from(`png of ${svg.length}`) })
    const text = Buffer.concat(out).toString()
    return { code, out: text, err, data: asJson(text), error: (asJson(err.split('\n')[0] ?? '') as { error: Ran['error'] } | null)?.error ?? null }
  }
  return { folder, library, jobs, kronika, remove: () => rm(folder, { recursive: true, force: true }) }
}
export type Workshop = Awaited<ReturnType<typeof workshop>>

/** Every file of a folder with the hash of its bytes; null when there is no folder. */
export async function fingerprint(folder: string): Promise<Record<string, string> | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return null
  const prints: Record<string, string> = {}
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    prints[relative(folder, path)] = entry.isFile() ? createHash('sha256').update(await readFile(path)).digest('hex') : 'folder'
  }
  return prints
}
