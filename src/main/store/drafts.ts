import { createHash } from 'node:crypto'
import { z } from 'zod'
import { instantSchema } from '#domain/incident/index.ts'
import { createExclusively, keepCopy, syncFolder, writeDurably } from './durable-file.ts'
import { messageOf, StoreError, systemCode } from './errors.ts'
import type { Files } from './files.ts'
import { openLine, sealLine } from './history.ts'
import { Journal } from './journal.ts'
import { stampOf, type Layout } from './layout.ts'

/** A text that someone is typing. `time`: when it was last changed. */
export type Draft = { key: string; text: string; time: string }
type Options = { readOnly: boolean; now: () => Date; files: Files }

/** A line of the journal: what became of one draft; text null: it was dropped. */
const entrySchema = z.strictObject({ key: z.string().min(1).max(500), text: z.string().max(5_000_000).nullable(), time: instantSchema })
type Entry = z.infer<typeof entrySchema>

/** Typing is written at most so often. */
const spacingMilliseconds = 1000
/** A journal of this size that holds four times what still counts is written anew. */
const compactBytes = 1_000_000

const encode = (entry: Entry) => sealLine(JSON.stringify(entry))

/** Drafts in memory, and every change of them in one journal. Texts that follow each other quickly share a line. */
export class Drafts {
  readonly #at: Layout
  readonly #options: Options
  readonly #drafts: Map<string, Draft>
  #journal: Journal | null
  readonly #changed = new Set<string>()
  #last = 0
  #next: Promise<void> | null = null
  #hurry: () => void = () => undefined
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(at: Layout, options: Options, drafts: Map<string, Draft>) {
    this.#at = at
    this.#options = options
    this.#drafts = drafts
    this.#journal = null
  }

  /**
   * Reads what is there. Lines that are not whole are passed over; unless read-only the journal is written anew without
   * them, and the old bytes are kept in quarantine/.
   * @throws StoreError unreadable
   */
  static async open(at: Layout, options: Options): Promise<Drafts> {
    const bytes = await bytesOf(at, options.files)
    const { drafts, damaged } = decode(bytes ?? Buffer.alloc(0))
    const opened = new Drafts(at, options, drafts)
    if (options.readOnly) return opened
    if (damaged && bytes) await keepCopy(at.draftJournal, at.quarantine, `drafts.${stampOf(options.now())}.jsonl`, options.files)
    if (bytes && (damaged || isWasteful(bytes.length, drafts))) await opened.#compact()
    else opened.#journal = bytes && new Journal(at.draftJournal, { size: bytes.length, hash: createHash('sha256').update(bytes) }, { files: options.files })
    return opened
  }

  list(): Draft[] {
    return [...this.#drafts.values()].map((draft) => ({ ...draft }))
  }

  /** Resolves when the text, or a later one of the same key, is durable. @throws the system's error */
  put(key: string, text: string): Promise<void> {
    if (!text.isWellFormed() || !entrySchema.safeParse({ key, text, time: this.#time() }).success) return Promise.reject(new StoreError('invalid', 'draft', 'its key or text is too long, empty, or no text'))
    // Last in the map: changed last.
    this.#drafts.delete(key)
    this.#drafts.set(key, { key, text, time: this.#time() })
    this.#changed.delete(key)
    this.#changed.add(key)
    return this.#soon()
  }

  drop(key: string): Promise<void> {
    if (!this.#drafts.delete(key)) return Promise.resolve()
    this.#changed.add(key)
    const done = this.#soon()
    this.#hurry()
    return done
  }

  /** Writes what waits. What cannot be written any more is lost with the process. */
  async close(): Promise<void> {
    this.#hurry()
    await this.#next?.catch(() => undefined)
    await this.#turn
    await this.#journal?.close()
  }

  #time = () => this.#options.now().toISOString()

  #soon(): Promise<void> {
    this.#next ??= this.#wait().then(() => {
      this.#next = null
      const turn = this.#turn.then(() => this.#write())
      this.#turn = turn.catch(() => undefined)
      return turn
    })
    return this.#next
  }

  /** At once after a pause, else when a second has passed since the last time. */
  #wait(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, Math.max(0, this.#last + spacingMilliseconds - performance.now()))
    this.#hurry = () => {
      clearTimeout(timer)
      resolve()
    }
    return promise
  }

  async #write() {
    this.#last = performance.now()
    const keys = [...this.#changed]
    this.#changed.clear()
    const lines = keys.map((key) => encode({ key, text: null, time: this.#time(), ...this.#drafts.get(key) }))
    try {
      this.#journal ??= await this.#create()
      await this.#journal.append(Buffer.concat(lines))
      if (isWasteful(this.#journal.size, this.#drafts)) await this.#compact()
    } catch (error) {
      // They go with the next text that is typed.
      for (const key of keys) this.#changed.add(key)
      throw error
    }
  }

  async #create(): Promise<Journal> {
    const { files } = this.#options
    await createExclusively(this.#at.draftJournal, Buffer.alloc(0), files).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error
    })
    await syncFolder(this.#at.drafts, files)
    return new Journal(this.#at.draftJournal, { size: 0, hash: createHash('sha256') }, { files })
  }

  async #compact() {
    const { files } = this.#options
    const bytes = Buffer.concat([...this.#drafts.values()].map(encode))
    await this.#journal?.close()
    await writeDurably(this.#at.draftJournal, bytes, files)
    this.#journal = new Journal(this.#at.draftJournal, { size: bytes.length, hash: createHash('sha256').update(bytes) }, { files })
  }
}

function isWasteful(size: number, drafts: Map<string, Draft>): boolean {
  if (size < compactBytes) return false
  let live = 0
  for (const { text } of drafts.values()) live += text.length
  return size > 4 * live
}

async function bytesOf(at: Layout, files: Files): Promise<Buffer | null> {
  return files.readFile(at.draftJournal).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null
    throw new StoreError('unreadable', at.draftJournal, messageOf(error), error)
  })
}

function decode(bytes: Buffer): { drafts: Map<string, Draft>; damaged: boolean } {
  const drafts = new Map<string, Draft>()
  let damaged = false
  let start = 0
  while (start < bytes.length) {
    const at = bytes.indexOf(0x0a, start)
    const entry = at === -1 ? null : entryOf(bytes.subarray(start, at))
    if (entry) {
      const { key, text, time } = entry
      drafts.delete(key)
      if (text !== null) drafts.set(key, { key, text, time })
    } else damaged = true
    start = at === -1 ? bytes.length : at + 1
  }
  return { drafts, damaged }
}

function entryOf(line: Buffer): Entry | null {
  const body = openLine(line)
  return body === null ? null : (entrySchema.safeParse(JSON.parse(body)).data ?? null)
}
