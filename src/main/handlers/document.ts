import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Handlers, ImportResult } from '#contract/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { bundleExtension, bundleSizeLimit } from '../bundle/index.ts'
import { refuseSize, sizeLimit } from '../ingest/decode.ts'
import { importSupplied, type ImportAnswer, type SuppliedFile } from '../ingest/index.ts'
import type { Ports } from './ports.ts'

/** Reads a chosen file. Its size is asked before it is read. @throws Refusal */
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

const refusedOf = (path: string, error: unknown): ImportResult => {
  const { code, where, detail } = error instanceof Refusal ? error : new Refusal('invalid', basename(path), error instanceof Error ? error.message : String(error))
  return { name: basename(path), outcome: 'refused', incidentId: null, sourceId: null, code, where, detail }
}

async function readAll(paths: readonly string[]): Promise<{ files: SuppliedFile[]; refused: ImportResult[] }> {
  const files: SuppliedFile[] = []
  const refused: ImportResult[] = []
  for (const path of paths) {
    try {
      files.push(await readChosen(path))
    } catch (error) {
      refused.push(refusedOf(path, error))
    }
  }
  return { files, refused }
}

export function documentHandlers({ library, desk, dialogs, now }: Ports): Pick<Handlers, 'document:import' | 'document:choose' | 'document:import-copy'> {
  /** Of the last import: the files that were refused because their id is taken, should the person want a copy. */
  let taken = new Map<string, SuppliedFile>()
  const importing = async (incidentId: string | null, files: SuppliedFile[]): Promise<ImportAnswer> => {
    taken = new Map()
    const answer = await importSupplied(library, { incidentId, now }, files)
    const results = answer.results.map((result, index) => {
      const file = files[index]
      if (result.code !== 'exists' || !file) return result
      const copyToken = randomUUID()
      taken.set(copyToken, file)
      return { ...result, copyToken }
    })
    return { ...answer, results }
  }
  return {
    'document:import': ({ incidentId, files }) =>
      importing(incidentId, files.map(({ name, base64, mediaType }) => ({ name, bytes: Buffer.from(base64, 'base64'), ...(mediaType === undefined ? {} : { mediaType }) }))),
    'document:choose': async ({ incidentId }) => {
      const { files, refused } = await readAll((await dialogs.chooseDocuments(desk.settings().language)) ?? [])
      const answer = await importing(incidentId, files)
      return { ...answer, results: [...refused, ...answer.results] }
    },
    'document:import-copy': async ({ token }) => {
      const file = taken.get(token)
      if (!file) throw new Refusal('invalid', token, 'is no file of the last import')
      const answer = await importSupplied(library, { incidentId: null, now, asCopy: true }, [file])
      taken.delete(token)
      return answer
    },
  }
}
