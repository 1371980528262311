import { summarise, type Incident, type IncidentSummary } from '#domain/incident/index.ts'
import { moveDurably } from './durable-file.ts'
import { openLow, type Kind, type Low, type Numbered } from './durable-low.ts'
import { messageOf, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { loadIncident } from './incident-files.ts'
import { idOfHistory, stampOf, type Layout } from './layout.ts'
import type { Schema } from './schema.ts'

/** What the index knows of an incident; the size of the history says whether it is still so. */
type Entry = { historyBytes: number; summary: IncidentSummary }
type Index = Record<string, Entry>
type Newest = { incident: Incident; sequence: number; changedAt: string; historyBytes: number }
export type Unreadable = { id: string; message: string }
type Options = { readOnly: boolean; now: () => Date; files: Files; schema: Schema }

/** Summaries are derived and checksummed, so their shape is looked at, and not every field of ten thousand of them. */
function parseIndex(body: unknown): Index {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('is not an index')
  for (const [id, entry] of Object.entries(body as Record<string, Partial<Entry> | null>)) {
    if (entry?.summary?.id !== id || typeof entry.historyBytes !== 'number') throw new Error(`the entry ${id} is not one`)
  }
  return body as Index
}

const kind: Kind<Index> = { format: 'kronika-index', schemaVersion: 1, parse: parseIndex, defaults: () => ({}) }

/** Edits of so many incidents wait as they are; beyond that they are summarised, so that their bodies can go. */
const newestLimit = 64
/** Statistics of so many files are asked for at once. */
const statsAtOnce = 64
/** The index is derived, so it is written rarely: a crash costs re-reading what changed since. */
const writeMilliseconds = 30_000

/** The list of a library, kept in memory and, when there is time, on disk. */
export class Summaries {
  readonly #entries: Map<string, Entry>
  readonly #newest = new Map<string, Newest>()
  readonly #low: Low<Numbered<Index>> | null
  readonly unreadable: Unreadable[]
  #timer: NodeJS.Timeout | null = null
  #dirty: boolean

  private constructor(low: Low<Numbered<Index>> | null, entries: Map<string, Entry>, unreadable: Unreadable[], dirty: boolean) {
    this.#low = low
    this.#entries = entries
    this.unreadable = unreadable
    this.#dirty = dirty
  }

  /** Reads the index and reads anew every incident that it is silent or out of date about. */
  static async open(at: Layout, options: Options): Promise<Summaries> {
    const low = await readIndex(at, options)
    const known = low?.data.body ?? {}
    const sizes = await historySizes(at, options.files)
    const entries = new Map<string, Entry>()
    const unreadable: Unreadable[] = []
    let dirty = Object.keys(known).length !== sizes.size
    for (const [id, size] of sizes) {
      const entry = Object.hasOwn(known, id) ? known[id] : undefined
      if (entry?.historyBytes === size) entries.set(id, entry)
      else {
        dirty = true
        await readAnew(at, id, options, entry?.summary.sequence).then(
          (fresh) => entries.set(id, fresh),
          (error: unknown) => {
            unreadable.push({ id, message: messageOf(error) })
            if (entry) entries.set(id, entry)
          },
        )
      }
    }
    return new Summaries(options.readOnly ? null : low, entries, unreadable, dirty)
  }

  list(): IncidentSummary[] {
    this.#fold()
    return [...this.#entries.values()].map(({ summary }) => summary)
  }

  /** The last revision that was seen of an incident; 0: none. */
  sequenceOf(id: string): number {
    return this.#newest.get(id)?.sequence ?? this.#entries.get(id)?.summary.sequence ?? 0
  }

  set(newest: Newest): void {
    const { id } = newest.incident
    const entry = this.#entries.get(id)
    if (!this.#newest.has(id) && entry?.historyBytes === newest.historyBytes && entry.summary.sequence === newest.sequence) return
    this.#newest.set(id, newest)
    if (this.#newest.size > newestLimit) this.#fold()
    this.#later()
  }

  remove(id: string): void {
    this.#newest.delete(id)
    this.#entries.delete(id)
    this.#later()
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    await this.#write()
  }

  #fold() {
    for (const [id, { incident, sequence, changedAt, historyBytes }] of this.#newest) {
      this.#entries.set(id, { historyBytes, summary: summarise(incident, { sequence, changedAt }) })
    }
    this.#newest.clear()
  }

  #later() {
    this.#dirty = true
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#write()
    }, writeMilliseconds).unref()
  }

  async #write() {
    if (!this.#low || !this.#dirty) return
    this.#fold()
    this.#dirty = false
    this.#low.data = { sequence: this.#low.data.sequence + 1, body: Object.fromEntries(this.#entries) }
    await this.#low.write().catch(() => (this.#dirty = true))
  }
}

async function readIndex(at: Layout, { readOnly, now, files }: Options) {
  try {
    return await openLow(at.index, kind, files)
  } catch (error) {
    if (readOnly) return null
    if (!(error instanceof StoreError) || error.code !== 'corrupt') throw error
    await moveDurably(at.index, at.quarantine, `index.json.${stampOf(now())}`, files)
    return openLow(at.index, kind, files)
  }
}

/** How the index on disk differs from the histories. Every difference heals when the library is opened. */
export async function indexDisagreements(at: Layout, files: Files): Promise<string[]> {
  const known = (await openLow(at.index, kind, files)).data.body
  const sizes = await historySizes(at, files)
  const gone = Object.keys(known).filter((id) => !sizes.has(id))
  const differing = [...sizes].filter(([id, size]) => known[id]?.historyBytes !== size)
  return [...gone.map((id) => `lists ${id}, which is not there`), ...differing.map(([id]) => `is not up to date about ${id}; it is put right when the library is opened`)]
}

async function historySizes(at: Layout, files: Files): Promise<Map<string, number>> {
  const ids = (await files.readdir(at.incidents)).flatMap((name) => idOfHistory(name) ?? [])
  const sizes = new Map<string, number>()
  for (let start = 0; start < ids.length; start += statsAtOnce) {
    const part = ids.slice(start, start + statsAtOnce)
    const found = await Promise.all(part.map((id) => files.stat(at.history(id))))
    for (const [index, id] of part.entries()) sizes.set(id, found[index]?.size ?? 0)
  }
  return sizes
}

async function readAnew(at: Layout, id: string, { readOnly, now, files, schema }: Options, expected = 0): Promise<Entry> {
  const { incident, revisions, size } = await loadIncident(at, id, { readOnly, now: now(), files, schema, expected })
  return { historyBytes: size, summary: summarise(incident, { sequence: revisions.length, changedAt: revisions.at(-1)?.time ?? incident.createdAt }) }
}
