import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Handlers, ImportResult } from '#contract/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { bundleExtension, bundleSizeLimit } from '../bundle/index.ts'
import { refuseSize, sizeLimit } from '../ingest/decode.ts'
import { ImportJob, type SuppliedFile } from '../ingest/index.ts'
import type { Ports } from './ports.ts'

/** Reads a chosen file. Its size is asked before it is read. @throws Refusal · the system's errors */
async function readChosen(path: string): Promise<SuppliedFile> {
  const name = basename(path)
  const handle = await open(path, 'r')
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw new Refusal('unsupported-type', name, 'is not a file')
    refuseSize(name, facts.size, name.toLowerCase().endsWith(bundleExtension) ? bundleSizeLimit : sizeLimit)
    return { name, bytes: await handle.readFile() }
  } finally {
    await handle.close()
  }
}

type Names = 'document:import' | 'document:choose' | 'document:import-copy' | 'document:cancel'

export function documentHandlers({ library, desk, dialogs, now, importProgress }: Ports): Pick<Handlers, Names> {
  /** Those that run, and those whose results a window still shows. */
  const jobs = new Map<string, ImportJob>()
  return {
    'document:import': async ({ job: id, total, incidentId, files }) => {
      const job = jobs.get(id) ?? new ImportJob({ library, now, incidentId, total })
      jobs.set(id, job)
      const results: ImportResult[] = []
      for (const { name, base64, mediaType } of files) results.push(await job.take(name, async () => ({ name, bytes: Buffer.from(base64, 'base64'), ...(mediaType === undefined ? {} : { mediaType }) })))
      return { results, incidentId: job.incidentId ?? results.find((result) => result.incidentId !== null)?.incidentId ?? null }
    },
    'document:choose': async ({ job: id, incidentId, supersedes }) => {
      const paths = (await dialogs.chooseDocuments(desk.settings().language)) ?? []
      if (paths.length === 0) return { results: [], incidentId: null }
      // Two files cannot both be the newer version of one.
      if (supersedes !== undefined && paths.length > 1) throw new Refusal('invalid', 'supersedes', 'a new version is one file')
      const job = new ImportJob({ library, now, incidentId, total: paths.length, ...(supersedes === undefined ? {} : { stated: { supersedes } }), told: (told) => importProgress({ job: id, ...told }) })
      jobs.set(id, job)
      const results: ImportResult[] = []
      for (const path of paths) results.push(await job.take(basename(path), () => readChosen(path)))
      return { results, incidentId: job.incidentId ?? results.find((result) => result.incidentId !== null)?.incidentId ?? null }
    },
    'document:import-copy': async ({ token }) => {
      for (const job of jobs.values()) {
        const answer = await job.copy(token)
        if (answer) return answer
      }
      throw new Refusal('invalid', token, 'is no file of an import that is still shown')
    },
    'document:cancel': async ({ job: id }) => {
      const job = jobs.get(id)
      if (job?.hasEnded) jobs.delete(id)
      else job?.cancel()
      return {}
    },
  }
}
