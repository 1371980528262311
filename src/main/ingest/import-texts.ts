import { randomUUID } from 'node:crypto'
import { Refusal } from '#domain/exchange/refusal.ts'
import { emptyIncident, sourceSchema, titleSchema, type Incident, type Source } from '#domain/incident/index.ts'
import type { Library } from '../store/library.ts'
import type { SuppliedText } from './read-supplied.ts'
import { sourceFrom, titleOf, type Stated } from './source-from.ts'

type Outcome = { outcome: 'imported' | 'duplicate'; sourceId: string }
export type Addition = { incidentId: string; outcomes: Map<SuppliedText, Outcome> }
type Options = Stated & { title?: string; now: () => Date; backUp?: boolean }
type Plan = { outcomes: Map<SuppliedText, Outcome>; sources: Source[]; fresh: SuppliedText[] }

/** The source that already stands on these bytes or on this text. */
const sameAs = (sources: readonly Source[], { originalSha256, textSha256 }: SuppliedText) =>
  sources.find((source) => source.capture?.sha256 === originalSha256 || source.text?.sha256 === textSha256)

function checkedSource(source: Source, fileName: string): Source {
  const parsed = sourceSchema.safeParse(source)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Refusal('invalid', fileName, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit the schema'}`)
}

function plan(incident: Incident, texts: readonly SuppliedText[], options: Options): Plan {
  const made: Plan = { outcomes: new Map(), sources: [], fresh: [] }
  const capturedAt = options.now().toISOString()
  for (const supplied of texts) {
    const known = sameAs([...Object.values(incident.sources), ...made.sources], supplied)
    if (known) {
      made.outcomes.set(supplied, { outcome: 'duplicate', sourceId: known.id })
      continue
    }
    const source = checkedSource(sourceFrom(supplied, { id: randomUUID(), capturedAt, tlp: incident.tlp }, options), supplied.fileName)
    made.sources.push(source)
    made.fresh.push(supplied)
    made.outcomes.set(supplied, { outcome: 'imported', sourceId: source.id })
  }
  return made
}

/** A new incident with the texts as its sources, in one revision. */
export async function startIncident(library: Library, texts: readonly SuppliedText[], options: Options): Promise<Addition> {
  const first = texts[0]
  const title = titleSchema.safeParse(options.title ?? (first ? titleOf(first) : ''))
  if (!title.success) throw new Refusal('invalid', 'title', title.error.issues[0]?.message ?? 'is not a title')
  const language = first?.proposed.language?.startsWith('cs') ? 'cs' : 'en'
  const incident = emptyIncident({ id: randomUUID(), title: title.data, createdAt: options.now().toISOString(), language })
  const { outcomes, sources, fresh } = plan(incident, texts, options)
  await library.create(
    { ...incident, sources: Object.fromEntries(sources.map((source) => [source.id, source])) },
    Object.fromEntries(fresh.map((one) => [one.textSha256, one.text])),
    fresh.map((one) => ({ sha256: one.originalSha256, bytes: one.bytes })),
  )
  return { incidentId: incident.id, outcomes }
}

/** The texts as sources of an incident of the library, in one revision; none when it has them all. */
export async function addSources(library: Library, incidentId: string, texts: readonly SuppliedText[], options: Options): Promise<Addition> {
  const { incident } = await library.open(incidentId)
  const { outcomes, sources, fresh } = plan(incident, texts, options)
  // Many at once are hard to look through afterwards, so there is something to go back to; without it nothing is done.
  if (fresh.length > 1 || (options.backUp && fresh.length > 0)) await library.backUp(incidentId, 'import')
  for (const { text, bytes } of fresh) {
    await library.putText(text)
    await library.putOriginal(bytes)
  }
  const commands = sources.map((item) => ({ type: 'source.add' as const, item }))
  const [only] = commands
  if (only && commands.length === 1) await library.apply(incidentId, only)
  else if (only) await library.apply(incidentId, { type: 'batch', label: `${commands.length} documents`, commands })
  return { incidentId, outcomes }
}
