import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readIncidentDocument, type IncidentDocument } from '#domain/exchange/index.ts'
import { incidentSummarySchema, summarise, type Incident, type IncidentSummary } from '#domain/incident/index.ts'

/** The list of the shipped cases, so that the start reads one small file; a test fails when it is stale. */
export const caseIndexSchema = z.strictObject({
  format: z.literal('kronika-case-index'),
  schemaVersion: z.literal(1),
  cases: z.array(incidentSummarySchema),
})
export type CaseIndex = z.infer<typeof caseIndexSchema>

const czechCase = 'cz-mfa-apt31-2022'
/** The id of the sample incident: a copy of the Czech case that belongs to the library and can be edited. */
export const sampleId = 'sample-czech-mfa-apt31'

export class UnknownCase extends Error {
  readonly id: string
  constructor(id: string) {
    super(`there is no reference case "${id}"`)
    this.name = 'UnknownCase'
    this.id = id
  }
}

/** One case file, fully checked: schema, references, hashes of its texts, every anchor. */
export async function readCaseFile(path: string): Promise<IncidentDocument> {
  return readIncidentDocument(await readFile(path, 'utf8'), (text) => hash('sha256', text))
}

/** The index of the cases, in the order of their ids. Reference cases have no history: sequence 0, changed when made. */
export function caseIndex(incidents: readonly Incident[]): CaseIndex {
  const cases = incidents.map((incident) => summarise(incident, { sequence: 0, changedAt: incident.createdAt }))
  return { format: 'kronika-case-index', schemaVersion: 1, cases: cases.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

export type ReferenceCases = {
  /** Summaries of all cases, from the index alone. */
  list: () => Promise<IncidentSummary[]>
  /** One case with its frozen texts, fully checked. Throws UnknownCase, or Refusal when the file is damaged. */
  open: (id: string) => Promise<IncidentDocument>
  /** The Czech case as the sample incident of a new library: origin "sample", in progress, an id of its own. */
  sampleIncident: () => Promise<IncidentDocument>
}

/**
 * The reference cases shipped with the program; they are read, never written.
 * @param resourcesDir the folder that holds `cases/`, resolved by the caller
 */
export function referenceCases(resourcesDir: string): ReferenceCases {
  const file = (name: string) => join(resourcesDir, 'cases', name)
  let index: Promise<IncidentSummary[]> | null = null
  const list = () => (index ??= readFile(file('index.json'), 'utf8').then((text) => caseIndexSchema.parse(JSON.parse(text)).cases))

  // The index is the list of allowed names, so an id never becomes a path by itself.
  const open = async (id: string) => {
    if (!(await list()).some((entry) => entry.id === id)) throw new UnknownCase(id)
    return readCaseFile(file(`${id}.json`))
  }

  const sampleIncident = async () => {
    const { incident, texts } = await open(czechCase)
    return { incident: { ...incident, id: sampleId, origin: 'sample' as const, status: 'in-progress' as const }, texts }
  }
  return { list, open, sampleIncident }
}
