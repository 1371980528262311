import type { FileHandle } from 'node:fs/promises'
import { writeFully } from './durable-file.ts'
import { ChangedOutside } from './errors.ts'
import { files as realFiles, type Files } from './files.ts'

type Waiting = { bytes: Buffer; resolve: () => void; reject: (error: unknown) => void }
type Options = {
  files?: Files
  /** Told of a failure before any caller is, in the same turn: the chance to take memory back. */
  onFailure?: (error: unknown) => void
}

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
  /** Bytes of a failed attempt that may still lie behind #size. */
  #leftover = 0
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  /** @param size the bytes known to be whole and ours */
  constructor(path: string, size: number, { files = realFiles, onFailure = () => undefined }: Options = {}) {
    this.#path = path
    this.#size = size
    this.#files = files
    this.#onFailure = onFailure
  }

  /** Durable bytes. */
  get size(): number {
    return this.#size
  }

  /** Cuts a file back to its whole lines, durably. */
  static async cut(path: string, size: number, files: Files = realFiles): Promise<void> {
    const handle = await files.open(path, 'r+')
    try {
      await handle.truncate(size)
      await handle.sync()
    } finally {
      await handle.close()
    }
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
    const found = await this.#files.stat(this.#path)
    if (found.ino !== this.#inode) throw new ChangedOutside(this.#path, 'the file was replaced')
    if (found.size < this.#size || found.size > this.#size + this.#leftover) throw new ChangedOutside(this.#path, `${found.size} bytes instead of ${this.#size}`)
    if (found.size > this.#size) await handle.truncate(this.#size)
    this.#leftover = bytes.length
    try {
      await writeFully(handle, bytes, this.#size)
      await handle.datasync()
    } catch (error) {
      await this.#takeBack(handle)
      throw error
    }
    this.#size += bytes.length
    this.#leftover = 0
  }

  async #takeBack(handle: FileHandle) {
    try {
      await handle.truncate(this.#size)
      await handle.datasync()
      this.#leftover = 0
    } catch {
      // The next attempt cuts it: #leftover still says how far it may reach.
    }
    // After a failed sync the kernel may hold pages it believes clean; a fresh handle reports the next error anew.
    await this.#release()
  }

  async #opened(): Promise<FileHandle> {
    if (this.#handle) return this.#handle
    const handle = await this.#files.open(this.#path, 'r+')
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
