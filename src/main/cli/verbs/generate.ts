import { readdir } from 'node:fs/promises'
import { generateLibrary } from '../../store/generate.ts'
import { done, optionText, type Context } from '../context.ts'
import { libraryFolder } from '../default-library.ts'
import { plural, printJson } from '../output.ts'
import { CliError, UsageError } from '../problem.ts'

/** More than anybody has, and what the list of a library was measured with. */
const most = 200_000

function whole(options: Context['options'], name: string, least: number, largest: number): number | undefined {
  const given = optionText(options, name)
  if (given === undefined) return undefined
  const value = Number(given)
  if (!Number.isInteger(value) || value < least || value > largest) throw new UsageError(`--${name} must be a whole number from ${least} to ${largest}`)
  return value
}

/** kronika generate --incidents N [--seed S] --library DIR: a library of invented incidents, the same for the same seed. */
export async function runGenerate(context: Context): Promise<number> {
  if (context.operands.length > 0) throw new UsageError('generate takes no arguments')
  const incidents = whole(context.options, 'incidents', 1, most)
  if (incidents === undefined) throw new UsageError('generate needs --incidents N')
  const seed = whole(context.options, 'seed', 0, 2 ** 32 - 1) ?? 1
  if (optionText(context.options, 'library') === undefined) throw new UsageError('generate needs --library DIR: invented incidents do not belong among your own')
  const folder = await libraryFolder(context)
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (found.length > 0) throw new CliError('exists', folder, 'is not empty; invented incidents are only put into a new folder')
  const start = performance.now()
  await generateLibrary(folder, incidents, seed)
  const seconds = (performance.now() - start) / 1000
  if (context.json) printJson(context.io, { library: folder, incidents, seed, seconds })
  else context.io.stdout.write(`${plural(incidents, 'incident')} in ${folder} (seed ${seed}, ${seconds.toFixed(1)} s)\n`)
  return done
}
