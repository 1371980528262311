import type { IncidentSummary } from '#domain/incident/index.ts'
import { StoreError } from '../../store/index.ts'
import { done, optionText, type Context } from '../context.ts'
import { clipped, plural, printJson, table } from '../output.ts'
import { UsageError } from '../problem.ts'
import { reading } from '../with-library.ts'

/** The user's own library need not exist yet; one that was named must. */
async function ownIncidents(context: Context): Promise<IncidentSummary[]> {
  try {
    return await reading(context, async (library) => library.list())
  } catch (error) {
    const isNamed = optionText(context.options, 'library') !== undefined
    if (!isNamed && error instanceof StoreError && error.code === 'missing') return []
    throw error
  }
}

const byTitle = (a: IncidentSummary, b: IncidentSummary) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1)

const row = (one: IncidentSummary) => [
  one.id,
  `TLP:${one.tlp}`,
  one.attributed ?? one.activity ?? 'undated',
  plural(one.counts.sources, 'source'),
  plural(one.counts.events + one.counts.attributions + one.counts.responses, 'dated record'),
  clipped(one.title, 70),
]

/** kronika list: the incidents of the library, with --references also the shipped cases. */
export async function runList(context: Context): Promise<number> {
  if (context.operands.length > 0) throw new UsageError('list takes no arguments')
  const incidents = (await ownIncidents(context)).toSorted(byTitle)
  const references = context.options['references'] === true ? await context.deps.references.list() : null
  if (context.json) printJson(context.io, references === null ? incidents : [...incidents, ...references])
  else if (incidents.length + (references?.length ?? 0) === 0) context.io.stdout.write('No incidents yet. Begin one with: kronika import FILE\n')
  else context.io.stdout.write(table([...incidents, ...(references ?? [])].map(row)))
  return done
}
