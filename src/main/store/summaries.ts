import { summarise, type Incident, type IncidentSummary } from '#domain/incident/index.ts'
import { moveDurably, writeDurably } from './durable-file.ts'
import { openLow, type Kind } from './durable-low.ts'
import { Entries } from './entries.ts'
import { messageOf, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { loadIncident } from './incident-files.ts'
import { encodeIndex, encodeNews, encodeEntry, readIndexFile, type Entry, type News } from './index-file.ts'
import { Journal } from './journal.ts'
import { idOfHistory, stampOf, type Layout } from './layout.ts'
import type { Schema } from './schema.ts'
import { troubleOf, type Trouble } from './state.ts'

type Newest = { incident: Incident; sequence: number; changedAt: string; historyBytes: number }
/** An incident whose files cannot be followed. `state` says in which way. */
export type Unreadable = { id: string; message: string; state: Trouble }
export type Page = { total: number; incidents: IncidentSummary[] }
type Options = {
  readOnly: boolean
  now: () => Date
  files: Files
  schema: Schema
  /** The last writer did not close the library: the index is compared with every history. */
  crashed: boolean
  /** Told when the list changed without anyone asking for it. */
  healed?: () => void
}

/** Edits of so many incidents wait as they are; beyond that they are summarised, so that their bodies can go. */
const newestLimit = 64
/** Statistics of so many files are asked for at once. */
const statsAtOnce = 64
/** The index is derived, so it is written rarely: a crash costs re-reading what changed since. */
const writeMilliseconds = 30_000
/** When, and in what steps, the histories are compared with the index while people work. */
const compareAfterMilliseconds = 5000
const compareStepMilliseconds = 25
/** News of this size, and of half of what they are news about, are worked into the whole. */
const compactBytes = 256_000

/** The list of a library, kept in memory and, when there is time, on disk. */
export class Summaries {
  readonly #at: Layout
  readonly #options: Options
  readonly #entries: Entries
  /** Edits that are not summarised yet. */
  readonly #newest = new Map<string, Newest>()
  /** Entries the file does not have yet. */
  readonly #unwritten = new Set<string>()
  /** What the file says is about to change. */
  readonly #dirty: Set<string>
  readonly #damaged = new Map<string, Pick<Unreadable, 'message' | 'state'>>()
  /** Null: there is no file that could be added to, so the next writing makes it anew. */
  #journal: Journal | null
  #wholeSize: number
  /** The mark the file ends in. */
  #closedAt: string | null
  #timer: NodeJS.Timeout | null = null
  #comparing: Promise<void> = Promise.resolve()
  #turn: Promise<unknown> = Promise.resolve()
  #writing: Promise<unknown> = Promise.resolve()
  #closed = false
  #wake: () => void = () => undefined

  private constructor(at: Layout, options: Options, known: Known) {
    this.#at = at
    this.#options = options
    this.#entries = new Entries(known.lines, known.count)
    this.#entries.take(known.news)
    this.#dirty = dirtyIn(known.news)
    this.#wholeSize = known.size
    this.#closedAt = closedIn(known.news.slice(-1))
    this.#journal = known.size > 0 && !options.readOnly ? new Journal(at.index, { size: known.size, hash: null }, { files: options.files }) : null
  }

  /**
   * Reads the index. Where the last writer closed it and the folder has not changed since, it is taken as it is, and
   * compared with the histories later, without haste; otherwise every incident it is silent or out of date about is read.
   */
  static async open(at: Layout, options: Options): Promise<Summaries> {
    const known = await readKnown(at, options)
    const summaries = new Summaries(at, options, known)
    const trusted = !options.crashed && closedIn(known.news) === (await folderMark(at, options.files))
    if (trusted) for (const id of summaries.#dirty) await summaries.#readAnew(id, options.readOnly)
    else await summaries.#compareNow()
    if (trusted) summaries.#comparing = summaries.#compareLater()
    return summaries
  }

  get unreadable(): Unreadable[] {
    return [...this.#damaged].map(([id, damage]) => ({ id, ...damage }))
  }

  list(): IncidentSummary[] {
    this.#fold()
    return [...this.#entries.all().values()].map(({ summary }) => summary)
  }

  /** A part of the list, the incidents changed last first: what is not asked for is not parsed. */
  page(offset: number, limit: number): Page {
    this.#fold()
    return { total: this.#entries.count, incidents: this.#entries.page(offset, limit) }
  }

  get(id: string): IncidentSummary | null {
    const newest = this.#newest.get(id)
    return newest ? summarise(newest.incident, newest) : (this.#entries.get(id)?.summary ?? null)
  }

  /** The last revision that was seen of an incident; 0: none. */
  sequenceOf(id: string): number {
    return this.#newest.get(id)?.sequence ?? this.#entries.get(id)?.summary.sequence ?? 0
  }

  set(newest: Newest): void {
    const { id } = newest.incident
    const entry = this.#newest.has(id) ? null : this.#entries.get(id)
    const isKnown = entry?.historyBytes === newest.historyBytes && entry.summary.sequence === newest.sequence
    if (!this.#damaged.delete(id) && isKnown) return
    this.#newest.set(id, newest)
    if (this.#newest.size > newestLimit) this.#fold()
    this.#later()
  }

  /**
   * Notes durably that an incident is about to change, so that it is looked at after a crash and by other readers. Once
   * for each incident between two writings of the index. Never fails: the index is derived.
   */
  async touch(id: string): Promise<void> {
    if (this.#dirty.has(id)) return
    this.#dirty.add(id)
    await this.#append([{ dirty: id }])
  }

  /** Notes durably that an incident is about to go. */
  async remove(id: string): Promise<void> {
    for (const known of [this.#newest, this.#damaged, this.#unwritten, this.#dirty]) known.delete(id)
    const isNew = this.#entries.set(id, null)
    await this.#append([{ removed: id, isNew }])
    this.#later()
  }

  /** Takes an incident off the list whose files are gone, as a person decided. @returns whether it was such a one */
  async forget(id: string): Promise<boolean> {
    if (this.#damaged.get(id)?.state !== 'missing') return false
    await this.remove(id)
    return true
  }

  /** Notes that an incident's files could not be followed when someone opened it. @returns whether that is news */
  damaged(id: string, error: unknown): boolean {
    const before = this.#damaged.get(id)
    const now = damageOf(error)
    this.#damaged.set(id, now)
    return before?.state !== now.state
  }

  /** Notes that an incident can be followed again. */
  sound(id: string): void {
    this.#damaged.delete(id)
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#wake()
    await this.#comparing
    await this.#write(true)
    await this.#journal?.close()
  }

  #fold() {
    for (const [id, { incident, sequence, changedAt, historyBytes }] of this.#newest) this.#put(id, { historyBytes, summary: summarise(incident, { sequence, changedAt }) })
    this.#newest.clear()
  }

  #put(id: string, entry: Entry) {
    this.#entries.set(id, entry)
    this.#unwritten.add(id)
  }

  #later() {
    if (this.#options.readOnly || this.#closed) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#write(false)
    }, writeMilliseconds).unref()
  }

  /** What cannot be noted is found out by comparing: then the file is made anew. */
  #append(news: News[]): Promise<void> {
    const turn = this.#turn.then(async () => {
      this.#closedAt = null
      await this.#journal?.append(Buffer.concat(news.map(encodeNews)))
      this.#closedAt = closedIn(news.slice(-1))
    })
    this.#turn = turn.catch(async () => {
      const journal = this.#journal
      this.#journal = null
      await journal?.close()
    })
    return turn.catch(() => undefined)
  }

  #write(closing: boolean): Promise<unknown> {
    if (!this.#options.readOnly) this.#writing = this.#writing.then(() => this.#writeNow(closing)).catch(() => undefined)
    return this.#writing
  }

  async #writeNow(closing: boolean) {
    this.#fold()
    await this.#turn
    const mark = closing ? await folderMark(this.#at, this.#options.files) : null
    const again = [...this.#damaged.keys()].filter((id) => !this.#dirty.has(id))
    const stale = [...(closing ? this.#dirty : [])].filter((id) => !this.#damaged.has(id))
    const ids = [...new Set([...this.#unwritten, ...stale])]
    if (this.#journal && ids.length + again.length === 0 && (mark === null || mark === this.#closedAt)) return
    this.#unwritten.clear()
    for (const id of ids) this.#dirty.delete(id)
    const closed: News[] = mark === null ? [] : [{ closed: { folder: mark } }]
    const grown = (this.#journal?.size ?? 0) - this.#wholeSize
    if (!this.#journal || (grown > compactBytes && grown > this.#wholeSize / 4)) return this.#compact([...[...this.#dirty, ...again].map((id) => ({ dirty: id })), ...closed])
    for (const id of again) this.#dirty.add(id)
    await this.#append([...ids.flatMap((id) => this.#entries.newsOf(id)), ...again.map((id) => ({ dirty: id })), ...closed])
  }

  async #compact(news: News[]) {
    const { files } = this.#options
    const whole = this.#entries.encode()
    const bytes = encodeIndex(whole, news)
    try {
      await this.#journal?.close()
      this.#journal = null
      await writeDurably(this.#at.index, bytes, files)
      await files.unlink(this.#at.oldIndex).catch(() => undefined)
      this.#entries.settle(whole)
      this.#journal = new Journal(this.#at.index, { size: bytes.length, hash: null }, { files })
      this.#wholeSize = bytes.length
      this.#closedAt = closedIn(news.slice(-1))
    } catch {
      // Derived: the next opening makes it anew.
    }
  }

  async #readAnew(id: string, readOnly: boolean) {
    const { now, files, schema } = this.#options
    const entry = this.#entries.get(id)
    try {
      const { incident, revisions, size } = await loadIncident(this.#at, id, { readOnly, now: now(), files, schema, expected: entry?.summary.sequence ?? 0 })
      this.#damaged.delete(id)
      this.#put(id, { historyBytes: size, summary: summarise(incident, { sequence: revisions.length, changedAt: revisions.at(-1)?.time ?? incident.createdAt }) })
      this.#later()
    } catch (error) {
      const isGone = error instanceof StoreError && error.code === 'not-found'
      if (entry || !isGone) this.#damaged.set(id, damageOf(error))
    }
  }

  async #compareNow() {
    const sizes = await historySizes(this.#at, this.#options.files)
    for (const id of this.#entries.all().keys()) if (!sizes.has(id)) this.#damaged.set(id, gone)
    for (const [id, size] of sizes) if (this.#entries.get(id)?.historyBytes !== size) await this.#readAnew(id, this.#options.readOnly)
  }

  /** In small steps, so that it is not felt; what is being edited is left to those who edit it. */
  async #compareLater() {
    const { files, healed } = this.#options
    try {
      if (!(await this.#pause(compareAfterMilliseconds))) return
      const all = await this.#entries.allSoon(() => this.#pause(0))
      const ids = all ? (await files.readdir(this.#at.incidents)).flatMap((name) => idOfHistory(name) ?? []) : []
      for (let start = 0; start < ids.length; start += statsAtOnce) {
        const part = ids.slice(start, start + statsAtOnce)
        const found = await Promise.all(part.map((id) => files.stat(this.#at.history(id)).catch(() => null)))
        const differs = part.filter((id, index) => found[index] && found[index].size !== this.#entries.get(id)?.historyBytes && !this.#newest.has(id) && !this.#dirty.has(id))
        for (const id of differs) await this.#readAnew(id, true)
        if (differs.length > 0) healed?.()
        if (!(await this.#pause(compareStepMilliseconds))) return
      }
    } catch {
      // The folder cannot be read just now; whoever opens an incident is told.
    }
  }

  /** @returns false when the list is being closed */
  #pause(milliseconds: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => resolve(!this.#closed), milliseconds).unref()
    this.#wake = () => {
      clearTimeout(timer)
      resolve(false)
    }
    if (this.#closed) this.#wake()
    return promise
  }
}

const gone = { state: 'missing', message: 'its history is missing' } as const

function damageOf(error: unknown): Pick<Unreadable, 'message' | 'state'> {
  if (!(error instanceof StoreError)) return { state: 'unreadable', message: messageOf(error) }
  return error.code === 'not-found' ? gone : { state: troubleOf(error), message: error.message }
}

type Known = { lines: Buffer; count: number; news: News[]; size: number }
const nothing: Known = { lines: Buffer.alloc(0), count: 0, news: [], size: 0 }

function dirtyIn(news: readonly News[]): Set<string> {
  const dirty = new Set<string>()
  for (const one of news) {
    if ('dirty' in one) dirty.add(one.dirty)
    else if ('entry' in one) dirty.delete(one.entry.summary.id)
    else if ('removed' in one) dirty.delete(one.removed)
  }
  return dirty
}

/** The newest mark of a writer that closed the library. */
const closedIn = (news: readonly News[]) => news.reduce<string | null>((mark, one) => ('closed' in one ? one.closed.folder : mark), null)

/** Changes when a file comes, goes or is replaced in the folder of incidents. */
const folderMark = async (at: Layout, files: Files) => String((await files.stat(at.incidents, { bigint: true })).mtimeNs)

async function readKnown(at: Layout, { readOnly, now, files }: Options): Promise<Known> {
  try {
    return await readIndexFile(at.index, files)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    if (error.code === 'missing') return readOld(at, files)
    if (readOnly) return nothing
    if (error.code !== 'corrupt') throw error
    await moveDurably(at.index, at.quarantine, `index.jsonl.${stampOf(now())}`, files)
    return nothing
  }
}

type OldIndex = Record<string, Entry>
const oldKind: Kind<OldIndex> = { format: 'kronika-index', schemaVersion: 1, parse: (body) => Object(body) as OldIndex, defaults: () => ({}) }

/** The index as version 1 of it was: one JSON value. One that cannot be read is of no use, and is left alone. */
async function readOld(at: Layout, files: Files): Promise<Known> {
  const old = await openLow(at.oldIndex, oldKind, files).catch(() => null)
  const lines = Object.values(old?.data.body ?? {}).map((entry) => `${encodeEntry(entry)}\n`)
  return { ...nothing, lines: Buffer.from(lines.join('')), count: lines.length }
}

/** How the index on disk differs from the histories. Every difference heals when the library is opened. */
export async function indexDisagreements(at: Layout, files: Files): Promise<string[]> {
  const known = await readIndexFile(at.index, files).catch((error: unknown) => {
    if (error instanceof StoreError && error.code === 'missing') return readOld(at, files)
    throw error
  })
  const entries = new Entries(known.lines, known.count)
  entries.take(known.news)
  const all = entries.all()
  const sizes = await historySizes(at, files)
  const absent = [...all.keys()].filter((id) => !sizes.has(id))
  const differing = [...sizes].filter(([id, size]) => all.get(id)?.historyBytes !== size)
  return [...absent.map((id) => `lists ${id}, which is not there`), ...differing.map(([id]) => `is not up to date about ${id}; it is put right when the library is opened`)]
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
