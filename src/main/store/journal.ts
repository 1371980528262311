import { createHash, type Hash } from 'node:crypto'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { writeFully } from './durable-file.ts'
import { ChangedOutside } from './errors.ts'
import type { Files } from './files.ts'

type Waiting = { bytes: Buffer; resolve: () => void; reject: (error: unknown) => void }
type Options = {
  files: Files
  /** Told of a failure before any caller is, in the same turn: the chance to take memory back. */
  onFailure?: (error: unknown) => void
}

/** The bytes known to be whole and ours: how many, and a hash over them that the journal carries on. Null: the file is derived, and looked at only by its size and end. */
export type Known = { size: number; hash: Hash | null }
/** When the system last saw a change of the file: of its bytes, and of anything about it. */
type Mark = { mtimeNs: bigint; ctimeNs: bigint }

/** The end of the file is compared before every write: clocks of file systems tick too slowly to tell all changes apart. */
const tailBytes = 64

/**
 * Linux makes a write durable in the very call when the file was opened for that (open(2), O_DSYNC: as if each write
 * were followed by fdatasync), which spares one way to the disk. Elsewhere the flag is missing or promises less.
 */
const writesThrough = process.platform === 'linux'
const openFlags = writesThrough ? constants.O_RDWR | constants.O_DSYNC : 'r+'

/**
 * Appends to a file that exists. Lines that arrive while the disk is busy share the next fdatasync, and each caller is
 * answered when its own line is durable. After a failure every waiting line is refused, in order, and the file is cut
 * back to what was durable, so that a refused line cannot come back at the next start.
 */
export class Journal {
  readonly #path: string
  readonly #files: Files
  readonly #onFailure: (error: unknown) => void
  #handle: FileHandle | null = null
  #inode = 0
  #size: number
  readonly #hash: Hash | null
  #tail: Buffer | null = null
  /** Null: not known, so the whole file is compared. */
  #marking: Promise<Mark | null> = Promise.resolve(null)
  #prepared: Promise<void> | null = null
  /** Bytes of a failed attempt that may still lie behind #size. */
  #leftover = 0
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  constructor(path: string, { size, hash }: Known, { files, onFailure = () => undefined }: Options) {
    this.#path = path
    this.#size = size
    this.#hash = hash
    this.#files = files
    this.#onFailure = onFailure
  }

  /** Durable bytes. */
  get size(): number {
    return this.#size
  }

  /** Cuts a file back to its whole lines, durably. */
  static async cut(path: string, size: number, files: Files): Promise<void> {
    const handle = await files.open(path, 'r+')
    try {
      await handle.truncate(size)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  /** Begins to look for changes from outside while the line to be appended is still being made. */
  prepare(): void {
    if (this.#running) return
    // With the file open the question goes to the disk in this very turn: a promise would wait until the line is made.
    this.#prepared = this.#handle && !this.#prepared ? this.#requireOurs(this.#handle) : this.#opened().then((handle) => this.#requireOurs(handle))
    this.#prepared.catch(() => undefined)
  }

  append(bytes: Buffer): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ bytes, resolve, reject })
    this.#running ??= this.#run()
    return promise
  }

  /** Resolves when nothing waits any more, and lets go of the file. */
  async close(): Promise<void> {
    await this.#running
    await this.#prepared?.catch(() => undefined)
    await this.#marking
    await this.#release()
  }

  async #run() {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0)
      try {
        await this.#commit(batch.length === 1 && batch[0] ? batch[0].bytes : Buffer.concat(batch.map(({ bytes }) => bytes)))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        const refused = [...batch, ...this.#waiting.splice(0)]
        this.#onFailure(error)
        for (const { reject } of refused) reject(error)
      }
    }
    this.#running = null
  }

  async #commit(bytes: Buffer) {
    const handle = await this.#opened()
    const prepared = this.#prepared
    this.#prepared = null
    await (prepared ?? this.#requireOurs(handle))
    this.#leftover = bytes.length
    try {
      await writeFully(handle, bytes, this.#size)
      if (!writesThrough) await handle.datasync()
    } catch (error) {
      await this.#takeBack(handle)
      throw error
    }
    this.#size += bytes.length
    this.#tail = Buffer.from((bytes.length < tailBytes ? Buffer.concat([this.#tail ?? Buffer.alloc(0), bytes]) : bytes).subarray(-tailBytes))
    this.#leftover = 0
    this.#marking = this.#marked(handle, bytes)
  }

  /** What only the next write waits for: done when those who wait for this one have been answered. */
  async #marked(handle: FileHandle, bytes: Buffer): Promise<Mark | null> {
    await setImmediate()
    this.#hash?.update(bytes)
    return handle.stat({ bigint: true }).then(
      ({ mtimeNs, ctimeNs }) => ({ mtimeNs, ctimeNs }),
      () => null,
    )
  }

  /** @throws ChangedOutside when the file is not, byte for byte, what was read and written here */
  async #requireOurs(handle: FileHandle) {
    const found = await this.#files.stat(this.#path, { bigint: true })
    const size = Number(found.size)
    if (Number(found.ino) !== this.#inode) throw new ChangedOutside(this.#path, 'the file was replaced')
    if (size < this.#size || size > this.#size + this.#leftover) throw new ChangedOutside(this.#path, `${size} bytes instead of ${this.#size}`)
    if (size > this.#size) await handle.truncate(this.#size)
    const mark = await this.#marking
    const untouched = mark?.mtimeNs === found.mtimeNs && mark.ctimeNs === found.ctimeNs && size === this.#size
    if (this.#tail && !this.#endsIn(handle, this.#tail)) throw new ChangedOutside(this.#path, 'it ends in other bytes')
    if (untouched && this.#tail) return
    if (!this.#hash) return
    const all = await readPart(handle, 0, this.#size)
    if (!createHash('sha256').update(all).digest().equals(this.#hash.copy().digest())) throw new ChangedOutside(this.#path, 'as long as before, with other bytes')
    this.#tail = Buffer.from(all.subarray(-tailBytes))
  }

  /** The bytes were written a moment ago and lie in memory: asking in this turn is cheaper than sending a thread. */
  #endsIn(handle: FileHandle, tail: Buffer): boolean {
    const found = Buffer.alloc(tail.length)
    return this.#files.readNow(handle, found, this.#size - tail.length) === tail.length && found.equals(tail)
  }

  async #takeBack(handle: FileHandle) {
    try {
      await handle.truncate(this.#size)
      await handle.datasync()
      this.#leftover = 0
    } catch {
      // The next attempt cuts it: #leftover still says how far it may reach.
    }
    this.#marking = Promise.resolve(null)
    // After a failed sync the kernel may hold pages it believes clean; a fresh handle reports the next error anew.
    await this.#release()
  }

  async #opened(): Promise<FileHandle> {
    // A check that began before must end first: it may be opening the file.
    await this.#prepared?.catch(() => undefined)
    if (this.#handle) return this.#handle
    const handle = await this.#files.open(this.#path, openFlags)
    this.#inode = (await handle.stat()).ino
    this.#handle = handle
    return handle
  }

  async #release() {
    const handle = this.#handle
    this.#handle = null
    await handle?.close().catch(() => undefined)
  }
}

async function readPart(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, start + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
