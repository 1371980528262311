import type { FileHandle } from 'node:fs/promises'
import type { Files } from '../files.ts'
import { emptyTail, newSeal, openSealed, plainEndOf, readSeal, sealFrame, tailOf, tornSize, type FileSeal, type Tail } from './frames.ts'
import type { VaultKey } from './keys.ts'

/** What is written at once into a whole file is sealed in parts of this size. */
const partBytes = 1_000_000
/** How much of the end is remembered, as it is on disk and in plain text, to see whether it is still ours. */
const watchedBytes = 64
const newline = 0x0a

/** Each line of a journal is sealed by itself: then damage takes a line, and a file can be cut behind each. */
const isJournal = (path: string) => /(history|drafts)\.jsonl(\.|$)/.test(path)

type Known = { seal: FileSeal; boundaries: Tail[]; torn: number; isNew: boolean }
type Place = { files: Files; key: VaultKey; onDisk: string; path: string }

const refusal = (path: string, why: string) => Object.assign(new Error(`${path}: ${why}`), { code: 'EIO' })

/**
 * An open file whose positions and sizes are those of its plain text. It is written only at its end and cut only behind
 * a frame, which is all that the store asks of a file; the bytes on disk are sealed before they leave this class.
 */
export class SealedHandle {
  readonly #handle: FileHandle
  readonly #place: Place
  readonly #seal: FileSeal
  readonly #appends: boolean
  readonly #boundaries: Tail[]
  /** Bytes behind the last whole frame that are no frame. */
  #torn: number
  #headPending: boolean
  /** Of a write that failed: how far its bytes may reach behind the end, on disk and in plain text. */
  #pending = { disk: 0, plain: 0 }
  #watched: { disk: Buffer; plain: Buffer } | null = null

  constructor(handle: FileHandle, place: Place, { seal, boundaries, torn, isNew }: Known) {
    this.#handle = handle
    this.#place = place
    this.#seal = seal
    this.#boundaries = boundaries
    this.#torn = torn
    this.#headPending = isNew
    this.#appends = !isNew || isJournal(place.path)
  }

  /**
   * @param use look: only to be read, so that it may be damaged anywhere
   * @throws the system's error; EIO for a file that is damaged before its end: nothing may be written behind that
   */
  static async open(handle: FileHandle, place: Place, use: 'new' | 'append' | 'look'): Promise<SealedHandle> {
    const bytes = use === 'new' ? Buffer.alloc(0) : await place.files.readFile(place.onDisk)
    if (bytes.length === 0) return new SealedHandle(handle, place, { seal: newSeal(place.key), boundaries: [emptyTail], torn: 0, isNew: true })
    const seal = readSeal(bytes, place.key)
    const known = seal && tailOf(bytes)
    // Counted as torn, so that it can be read and never written.
    if (!known && use === 'look') return new SealedHandle(handle, place, { seal: seal ?? newSeal(place.key), boundaries: [emptyTail], torn: bytes.length, isNew: false })
    if (!known) throw refusal(place.path, 'is damaged, so nothing is written behind it')
    const opened = new SealedHandle(handle, place, { seal, ...known, isNew: false })
    opened.#watch(bytes, plainEndOf(bytes, place.key, watchedBytes))
    return opened
  }

  get #tail(): Tail {
    return this.#boundaries.at(-1) ?? emptyTail
  }

  /** The size in plain text of a file that has so many bytes on disk; null when that is not what was written here. */
  plainSize(onDisk: number): number | null {
    const tail = this.#tail
    const more = onDisk - (this.#headPending ? 0 : tail.end)
    if (more === 0) return tail.plainEnd
    if (more === this.#torn) return tail.plainEnd + tornSize(more)
    return more > 0 && more <= this.#pending.disk ? tail.plainEnd + Math.min(more, this.#pending.plain) : null
  }

  async write(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesWritten: number }> {
    if (position !== this.#tail.plainEnd || this.#torn > 0) throw refusal(this.#place.path, `cannot be written at ${position}`)
    const plain = Buffer.from(bytes.buffer, bytes.byteOffset + offset, length)
    const boundaries: Tail[] = []
    const sealed: Buffer[] = this.#headPending ? [this.#seal.head] : []
    for (const part of this.#partsOf(plain)) {
      const frame = sealFrame(this.#seal, boundaries.at(-1) ?? this.#tail, part)
      sealed.push(frame.bytes)
      boundaries.push(frame.tail)
    }
    const out = sealed.length === 1 && sealed[0] ? sealed[0] : Buffer.concat(sealed)
    this.#pending = { disk: out.length, plain: length }
    await this.#writeFully(out, this.#headPending ? 0 : this.#tail.end)
    this.#pending = { disk: 0, plain: 0 }
    this.#headPending = false
    this.#boundaries.push(...boundaries)
    this.#watched = { disk: Buffer.from(out.subarray(-watchedBytes)), plain: Buffer.from(Buffer.concat([this.#watched?.plain ?? Buffer.alloc(0), plain]).subarray(-watchedBytes)) }
    return { bytesWritten: length }
  }

  async read(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }> {
    const sealed = await this.#place.files.readFile(this.#place.onDisk)
    const plain = await openSealed(sealed, this.#place.key)
    const part = plain.subarray(position, position + length)
    bytes.set(part, offset)
    this.#watch(sealed, plain)
    return { bytesRead: part.length }
  }

  /** For the end alone: as it was written when the sealed bytes on disk are still the ones that were written. @returns 0 when they are not */
  readNow(bytes: Buffer, position: number): number {
    const watched = this.#watched
    if (!watched || position + bytes.length !== this.#tail.plainEnd || bytes.length > watched.plain.length) return 0
    const found = Buffer.alloc(watched.disk.length)
    if (this.#place.files.readNow(this.#handle, found, this.#tail.end - found.length) !== found.length || !found.equals(watched.disk)) return 0
    watched.plain.copy(bytes, 0, watched.plain.length - bytes.length)
    return bytes.length
  }

  async stat(options?: { bigint: boolean }): Promise<unknown> {
    const facts = await this.#handle.stat({ bigint: true })
    const plain = this.plainSize(Number(facts.size))
    // What is not as it was written must not look as if it were.
    const size = plain ?? Number(facts.size) - 1
    return options?.bigint ? Object.assign(facts, { size: BigInt(size) }) : Object.assign(await this.#handle.stat(), { size })
  }

  async truncate(length: number): Promise<void> {
    const at = this.#boundaries.findLastIndex(({ plainEnd }) => plainEnd === length)
    const kept = this.#boundaries[at]
    if (!kept) throw refusal(this.#place.path, `cannot be cut at ${length}`)
    await this.#handle.truncate(this.#headPending ? 0 : kept.end)
    if (kept !== this.#tail) this.#watched = null
    this.#boundaries.length = at + 1
    this.#torn = 0
    this.#pending = { disk: 0, plain: 0 }
  }

  async sync(): Promise<void> {
    await this.#writeHead()
    await this.#handle.sync()
  }

  async datasync(): Promise<void> {
    await this.#writeHead()
    await this.#handle.datasync()
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  async #writeHead() {
    if (!this.#headPending) return
    await this.#writeFully(this.#seal.head, 0)
    this.#headPending = false
  }

  async #writeFully(bytes: Buffer, position: number) {
    let done = 0
    while (done < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, position + done)
      if (bytesWritten === 0) throw refusal(this.#place.path, `${done} of ${bytes.length} bytes were written`)
      done += bytesWritten
    }
  }

  /** Remembers the end as it was just read; something longer or shorter than what was written here is not remembered. */
  #watch(sealed: Buffer, plain: Buffer) {
    const { end, plainEnd } = this.#tail
    const isOurs = sealed.length >= end && plain.length > 0
    this.#watched = isOurs ? { disk: Buffer.from(sealed.subarray(Math.max(0, end - watchedBytes), end)), plain: Buffer.from(plain.subarray(0, sealed.length > end ? plainEnd : undefined).subarray(-watchedBytes)) } : null
  }

  /** Whole files in parts of one size; what is appended line by line. */
  *#partsOf(plain: Buffer): Generator<Buffer> {
    for (let start = 0; start < plain.length; ) {
      const at = this.#appends ? plain.indexOf(newline, start) : start + partBytes - 1
      const end = at === -1 ? plain.length : Math.min(at + 1, plain.length)
      yield plain.subarray(start, end)
      start = end
    }
  }
}
