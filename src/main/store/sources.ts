import { createHash } from 'node:crypto'
import { exists, moveDurably, writeDurably } from './durable-file.ts'
import { messageOf, StoreError, systemCode } from './errors.ts'
import type { Files } from './files.ts'
import { stampOf, type Layout } from './layout.ts'

export const sha256Of = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** Characters of frozen texts kept in memory, so that marking a passage need not read its source again. */
const cachedCharacters = 8_000_000

/** Frozen texts and original bytes, each stored once under its SHA-256 and checked against it on every read. */
export class Sources {
  readonly #at: Layout
  readonly #files: Files
  readonly #now: () => Date
  readonly #cache = new Map<string, string>()
  #cached = 0

  constructor(at: Layout, now: () => Date, files: Files) {
    this.#at = at
    this.#now = now
    this.#files = files
  }

  /** @returns the SHA-256 of the text as UTF-8. @throws StoreError invalid when UTF-8 cannot carry the text */
  async putText(text: string): Promise<string> {
    if (!text.isWellFormed()) throw new StoreError('invalid', 'text', 'holds half a character (a lone surrogate)')
    const bytes = Buffer.from(text)
    const sha256 = sha256Of(bytes)
    await this.#put(this.#at.text(sha256), sha256, bytes)
    return sha256
  }

  async putOriginal(bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Of(bytes)
    await this.#put(this.#at.original(sha256), sha256, bytes)
    return sha256
  }

  /** @throws StoreError missing, unreadable, or corrupt when the bytes do not fit their name */
  async readText(sha256: string): Promise<string> {
    const known = this.#cache.get(sha256)
    if (known !== undefined) return known
    const text = (await this.#read(this.#at.text(sha256), sha256)).toString('utf8')
    this.#remember(sha256, text)
    return text
  }

  readOriginal(sha256: string): Promise<Buffer> {
    return this.#read(this.#at.original(sha256), sha256)
  }

  #remember(sha256: string, text: string) {
    this.#cache.set(sha256, text)
    this.#cached += text.length
    for (const [oldest, { length }] of this.#cache) {
      if (this.#cached <= cachedCharacters || oldest === sha256) break
      this.#cache.delete(oldest)
      this.#cached -= length
    }
  }

  async #read(path: string, sha256: string): Promise<Buffer> {
    const bytes = await this.#files.readFile(path).catch((error: unknown) => {
      throw new StoreError(systemCode(error) === 'ENOENT' ? 'missing' : 'unreadable', path, messageOf(error), error)
    })
    if (sha256Of(bytes) !== sha256) throw new StoreError('corrupt', path, 'its bytes do not fit its name')
    return bytes
  }

  async #put(path: string, sha256: string, bytes: Uint8Array) {
    if (await exists(path, this.#files)) {
      const state = await this.#read(path, sha256).catch((error: unknown) => error)
      if (Buffer.isBuffer(state)) return
      if (!(state instanceof StoreError) || state.code !== 'corrupt') throw state
      // The very bytes it should hold are at hand: keep the bad ones aside and put them in their place.
      await moveDurably(path, this.#at.quarantine, `${sha256}.${stampOf(this.#now())}`, this.#files)
    }
    await writeDurably(path, bytes, this.#files)
  }
}
