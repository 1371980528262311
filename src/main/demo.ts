import { mkdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { run, type Deps, type Io } from './cli/index.ts'
import { openSample } from './handlers/index.ts'
import { referenceCases, sampleId } from './reference/index.ts'
import { openLibrary } from './store/index.ts'
import { places } from './places.ts'

const exports = [
  ['pdf', 'report.pdf'],
  ['json', 'incident.json'],
  ['svg', 'timeline.svg'],
] as const

async function addSample(folder: string, { now }: Deps): Promise<string> {
  const library = await openLibrary(folder, { author: () => 'demo', now })
  try {
    return (await openSample({ library, references: referenceCases(places.resources) })).incident.title
  } finally {
    await library.close()
  }
}

/**
 * The main job without a window, for a machine that cannot show one: the sample incident in a library, its report
 * and timeline exported. Says what it did and where.
 * @returns the exit code
 */
export async function runDemo(args: readonly string[], io: Io, deps: Deps): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string', default: 'kronika-demo' } } })
  const out = resolve(io.cwd, values.out)
  const library = join(out, 'library')
  await mkdir(out, { recursive: true })
  io.stdout.write(`Library   ${relative(io.cwd, library) || library}\nIncident  ${await addSample(library, deps)}\n`)
  for (const [format, name] of exports) {
    const code = await run(['export', sampleId, '--library', library, '--format', format, '--lang', 'cs', '--out', join(out, name)], io, deps)
    if (code !== 0) return code
  }
  return 0
}
