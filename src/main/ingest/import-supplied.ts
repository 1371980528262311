import type { ImportResult } from '#contract/index.ts'
import { edtfSchema } from '#domain/dates/edtf.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import type { Library } from '../store/library.ts'
import { copyOf, documentState, importDocument } from './import-document.ts'
import { addSources, startIncident, type Addition } from './import-texts.ts'
import { shownName } from './file-kind.ts'
import { readSupplied, type Supplied, type SuppliedDocument, type SuppliedFile } from './read-supplied.ts'
import type { Stated } from './source-from.ts'

export type ImportOptions = Stated & {
  /** The incident that gets the sources; null: a new one. */
  incidentId: string | null
  /** Of the new incident; without it the first document's. */
  title?: string
  now: () => Date
  /** Documents whose id is taken come in under a new one, with a history of their own. */
  asCopy?: boolean
  /** One refused file refuses them all; then only the refused ones are answered. */
  together?: boolean
  /** More files follow this one: the incident is backed up before it changes. */
  backUp?: boolean
  /** Gives up what is being read; nothing is written after it. */
  signal?: AbortSignal
}
export type ImportAnswer = { results: ImportResult[]; incidentId: string | null }

/** A supplied file and what it was read as, or why not. */
export type ReadFile = { name: string; supplied: Supplied | Refusal }

const blank = { incidentId: null, sourceId: null, code: null, where: '', detail: '' }
const refused = (name: string, { code, where, detail }: Refusal): ImportResult => ({ ...blank, name, outcome: 'refused', code, where, detail })

async function orRefusal<T>(work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Reads files without a library, so that a refused one is known before anything is opened. @throws the signal's reason */
export async function readFiles(files: readonly SuppliedFile[], signal?: AbortSignal): Promise<ReadFile[]> {
  const reads: ReadFile[] = []
  for (const file of files) reads.push({ name: shownName(file.name), supplied: await orRefusal(readSupplied(file, signal)) })
  signal?.throwIfAborted()
  return reads
}

async function requireFree(library: Library, supplied: SuppliedDocument, taken: Set<string>): Promise<SuppliedDocument> {
  const { fileName, document } = supplied
  const { id } = document.incident
  if (taken.has(id)) throw new Refusal('exists', fileName, `the incident "${id}" is given twice`)
  taken.add(id)
  if ((await documentState(library, document)) === 'other') {
    throw new Refusal('exists', fileName, `the library has an incident "${id}" with other content; nothing was overwritten`)
  }
  return supplied
}

/** Documents whose id is taken become refusals. */
async function judged(library: Library, reads: readonly ReadFile[], asCopy: boolean): Promise<ReadFile[]> {
  const taken = new Set<string>()
  const list: ReadFile[] = []
  for (const { name, supplied } of reads) {
    const isDocument = !(supplied instanceof Refusal) && supplied.kind === 'document'
    list.push({ name, supplied: isDocument ? await orRefusal(requireFree(library, asCopy ? copyOf(supplied) : supplied, taken)) : supplied })
  }
  return list
}

/** The texts into one incident, the given one or a new one. */
async function importTexts(library: Library, reads: readonly ReadFile[], options: ImportOptions): Promise<Addition | null> {
  const texts = reads.flatMap(({ supplied }) => (!(supplied instanceof Refusal) && supplied.kind === 'text' ? [supplied] : []))
  if (texts.length === 0) return null
  return options.incidentId === null ? startIncident(library, texts, options) : addSources(library, options.incidentId, texts, options)
}

function requireDate(date: string | undefined): void {
  if (date !== undefined && !edtfSchema.safeParse(date).success) throw new Refusal('invalid', 'source date', `"${date}" is not an EDTF date such as 2025-05-28, 2025-05 or 2022/..`)
}

/**
 * Brings files that were read into a library, after everything has been checked.
 * @throws Refusal when an option is wrong · StoreError, NotSaved from the library
 */
export async function importRead(library: Library, options: ImportOptions, files: readonly ReadFile[]): Promise<ImportAnswer> {
  requireDate(options.sourceDate)
  if (options.incidentId !== null) await library.open(options.incidentId)
  const reads = await judged(library, files, options.asCopy ?? false)
  const writing = !(options.together && reads.some(({ supplied }) => supplied instanceof Refusal))
  const added = writing ? await importTexts(library, reads, options) : null
  const results: ImportResult[] = []
  for (const { name, supplied } of reads) {
    if (supplied instanceof Refusal) results.push(refused(name, supplied))
    else if (!writing) continue
    else if (supplied.kind === 'document') results.push({ ...blank, name, ...(await importDocument(library, supplied)) })
    else results.push({ ...blank, name, incidentId: added?.incidentId ?? null, ...(added?.outcomes.get(supplied) ?? { outcome: 'duplicate' }), ...(supplied.encoding === null ? {} : { encoding: supplied.encoding }) })
  }
  return { results, incidentId: added?.incidentId ?? results.find(({ incidentId }) => incidentId !== null)?.incidentId ?? options.incidentId }
}

/**
 * Brings files into a library: texts become sources of one incident, Kronika documents become incidents. The one
 * way in for drop, paste, the menu and, in its two steps, the command line. What is refused leaves no trace.
 * @returns one result a file, in order, and the incident that now holds the sources
 * @throws as importRead · the signal's reason when it was cancelled; then nothing was written
 */
export async function importSupplied(library: Library, options: ImportOptions, files: readonly SuppliedFile[]): Promise<ImportAnswer> {
  return importRead(library, options, await readFiles(files, options.signal))
}
