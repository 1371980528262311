import { basename } from 'node:path'
import { z } from 'zod'
import { codebookSchema } from '#domain/codebook/index.ts'
import { ensureFolder, exists, sweepTemps } from './durable-file.ts'
import { openLow, type Kind, type Low, type Numbered } from './durable-low.ts'
import { StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { ownNames, type Layout } from './layout.ts'

const librarySchema = z.strictObject({ name: z.string().min(1).max(255), createdAt: z.iso.datetime(), codebook: codebookSchema.optional() })
type LibraryFile = z.infer<typeof librarySchema>
/** library.json: what belongs to the library as a whole. */
export const libraryKind: Kind<LibraryFile | null> = { format: 'kronika-library', schemaVersion: 1, parse: (body) => librarySchema.parse(body), defaults: () => null }

/**
 * Makes sure the folder is a library or may become one.
 * @throws StoreError missing when there is none to read, not-a-library when it holds something else
 */
export async function requireFolder(at: Layout, readOnly: boolean, files: Files): Promise<void> {
  if (!(await exists(at.root, files))) {
    if (readOnly) throw new StoreError('missing', at.root, 'there is no library')
    return ensureFolder(at.root, files)
  }
  if ((await exists(at.library, files)) || (await exists(at.conversion, files))) return
  const names = await files.readdir(at.root)
  const foreign = names.find((name) => !ownNames.includes(name) && !name.startsWith('.'))
  // Our own folders without library.json: its creation was cut off, or the file was lost; nothing else hangs on it.
  if (foreign !== undefined && !names.includes('incidents')) throw new StoreError('not-a-library', at.root, `holds ${foreign}, but no library.json`)
  if (readOnly && !names.includes('incidents')) throw new StoreError('missing', at.root, 'there is no library')
}

/**
 * Creates what is missing and clears what killed writers left. Only for the one who holds the lock.
 * @param crashed temps may lie in the folders that are large; a writer that gave its lock back has left none
 */
export async function prepareFolders(at: Layout, files: Files, crashed: boolean): Promise<void> {
  for (const folder of [at.incidents, at.sources, at.backups, at.trash, at.quarantine, at.cache, at.drafts]) await ensureFolder(folder, files)
  for (const folder of [at.root, at.quarantine, at.drafts, ...(crashed ? [at.incidents, at.sources] : [])]) await sweepTemps(folder, files)
}

/** The name of a library that is only looked at, whatever its library.json is like. */
export const nameAnyway = (at: Layout, now: Date, files: Files): Promise<string> => readName(at, { readOnly: true, now, files }).catch(() => nameOfFolder(at))

const nameOfFolder = (at: Layout) => basename(at.root) || 'library'

type LibraryLow = Low<Numbered<LibraryFile | null>>

/** library.json; what its copy holds where it is not there. @throws StoreError unreadable, corrupt, newer */
export async function openLibraryFile(at: Layout, files: Files): Promise<LibraryLow> {
  const low = await openLow(at.library, libraryKind, files)
  const kept = low.data.body ? null : await openLow(at.libraryCopy, libraryKind, files).catch(() => null)
  if (kept?.data.body) low.data = kept.data
  return low
}

/** People's own types and tags are kept twice. The copy is for the day on which the first is lost, and in nobody's way before. */
export async function keepLibraryFile(at: Layout, { data }: LibraryLow, files: Files): Promise<void> {
  if (!data.body?.codebook) return
  const low = await openLow(at.libraryCopy, libraryKind, files).catch(() => null)
  if (!low || low.data.sequence === data.sequence) return
  low.data = data
  await low.write().catch(() => undefined)
}

/** The name of the library; a new one is called like its folder. @throws StoreError unreadable, corrupt, newer */
export async function readName(at: Layout, options: { readOnly: boolean; now: Date; files: Files }): Promise<string> {
  const { readOnly, now, files } = options
  const low = await openLibraryFile(at, files)
  const { body } = low.data
  const name = body?.name ?? nameOfFolder(at)
  if (readOnly) return name
  if (!body) low.data = { sequence: 1, body: { name, createdAt: now.toISOString() } }
  if (!body || !(await exists(at.library, files))) await low.write()
  else await keepLibraryFile(at, low, files)
  return name
}
