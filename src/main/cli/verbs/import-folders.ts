import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ImportResult } from '#contract/index.ts'
import { bundleExtension, bundleSizeLimit } from '../../bundle/index.ts'
import { ImportJob, sizeLimit, type ImportOptions } from '../../ingest/index.ts'
import { done, partlyCode, refusedCode, type Context, type Io } from '../context.ts'
import { fileError, readNamed } from '../files.ts'
import { CliError } from '../problem.ts'
import { printable, printJson, plural, readAs } from '../output.ts'
import { writing } from '../with-library.ts'

type Found = { path: string } | { path: string; error: unknown }

/**
 * The files of a folder and of the folders in it, by name. What begins with a dot is left out, and links are not
 * followed: they could lead round in a circle, or out of the folder. A folder that cannot be listed is found as that.
 */
async function* filesIn(io: Io, folder: string): AsyncGenerator<Found> {
  let entries
  try {
    entries = await readdir(resolve(io.cwd, folder), { withFileTypes: true })
  } catch (error) {
    yield { path: folder, error: fileError(folder, error) }
    return
  }
  for (const entry of entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(io, path)
    else if (entry.isFile()) yield { path }
  }
}

const isFolder = (io: Io, path: string) => stat(resolve(io.cwd, path)).then((facts) => facts.isDirectory(), () => false)

/** The files that the operands name, folders walked through; null when there is no folder among them. */
export async function withFolders({ io, operands }: Context): Promise<Found[] | null> {
  const folders = await Promise.all(operands.map((path) => isFolder(io, path)))
  if (!folders.includes(true)) return null
  const found: Found[] = []
  for (const [index, path] of operands.entries()) {
    if (folders[index]) for await (const one of filesIn(io, path)) found.push(one)
    else found.push({ path })
  }
  if (found.length === 0) throw new CliError('empty', operands.join(', '), 'holds no files')
  return found
}

type Line = ImportResult & { path: string }
const words = ({ outcome, path, code, where, detail, encoding }: Line) => printable([outcome, path, ...(encoding ? [readAs(encoding)] : []), ...(outcome === 'refused' ? [`${where === '' || path.endsWith(where) ? '' : `${where}: `}${detail === '' ? (code ?? '') : detail}`] : [])].join('  '))

/** One file after another, each with a line of its own as soon as it is done. A refused one stops nobody else. */
export function importFolders(context: Context, found: readonly Found[], options: Omit<ImportOptions, 'now'>): Promise<number> {
  const { io, json } = context
  return writing(context, async (library) => {
    const { incidentId, ...stated } = options
    const job = new ImportJob({ library, now: context.deps.now, incidentId, total: Math.max(1, found.length), stated })
    const lines: Line[] = []
    for (const one of found) {
      const limit = one.path.toLowerCase().endsWith(bundleExtension) ? bundleSizeLimit : sizeLimit
      const result = await job.take(one.path, async () => {
        if ('error' in one) throw one.error
        return { name: one.path, bytes: await readNamed(io, one.path, limit) }
      })
      const line = { ...result, path: one.path }
      lines.push(line)
      if (!json) (line.outcome === 'refused' ? io.stderr : io.stdout).write(`${words(line)}\n`)
    }
    const refused = lines.filter(({ outcome }) => outcome === 'refused').length
    if (json) printJson(io, { results: lines, incidentId: job.incidentId })
    else io.stdout.write(`${plural(lines.length - refused, 'file')} in, ${refused} refused${job.incidentId === null ? '' : `, incident ${job.incidentId}`}\n`)
    if (refused === 0) return done
    return refused === lines.length ? refusedCode : partlyCode
  })
}
