import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { IncidentSummary } from '#domain/incident/index.ts'
import { messageOf, StoreError, systemCode } from './errors.ts'
import type { Files } from './files.ts'
import { openLine, sealLine } from './history.ts'

/** What the index knows of an incident; the size of the history says whether it is still so. */
export type Entry = { historyBytes: number; summary: IncidentSummary }

/**
 * The index is one file: a head, the entries as they were when it was last written as a whole (newest first, one a
 * line, under one checksum in the head), and behind them what happened since, each line with its own checksum. So an
 * edit adds a line whatever the size of the library, and a list can be shown after parsing the lines that are looked at.
 */
const headSchema = z.strictObject({ format: z.literal('kronika-index'), schemaVersion: z.literal(2), count: z.int().nonnegative(), bytes: z.int().nonnegative(), crc32: z.int() })

const entrySchema = z.looseObject({ historyBytes: z.int(), summary: z.looseObject({ id: z.string() }) })
const newsSchema = z.union([
  /** `isNew`: the entries above do not have it. */
  z.strictObject({ entry: entrySchema, isNew: z.boolean() }),
  /** An incident that is about to change, or could not be read: to be looked at when the index is read. */
  z.strictObject({ dirty: z.string() }),
  z.strictObject({ removed: z.string(), isNew: z.boolean() }),
  /** Everything above holds for the folder of incidents as the system last saw it change (nanoseconds). */
  z.strictObject({ closed: z.strictObject({ folder: z.string() }) }),
])
export type News = { entry: Entry; isNew: boolean } | { dirty: string } | { removed: string; isNew: boolean } | { closed: { folder: string } }

export const encodeEntry = ({ historyBytes, summary }: Entry): string => JSON.stringify({ id: summary.id, historyBytes, summary })
export const encodeNews = (news: News): Buffer => sealLine(JSON.stringify(news))

/** Whole lines with their newlines, and how many. */
export type Lines = { lines: Buffer; count: number }

export function encodeIndex({ lines, count }: Lines, news: readonly News[]): Buffer {
  const head = { format: 'kronika-index', schemaVersion: 2, count, bytes: lines.length, crc32: crc32(lines) }
  return Buffer.concat([sealLine(JSON.stringify(head)), lines, ...news.map(encodeNews)])
}

export type IndexFile = Lines & {
  news: News[]
  /** Bytes of the whole file that are sound; what lies behind was cut off while it was written. */
  size: number
}

/** @throws StoreError missing, unreadable, corrupt, newer */
export async function readIndexFile(path: string, files: Files): Promise<IndexFile> {
  const summing = new Summing(path)
  const bytes = await readInParts(path, files, (whole, known) => summing.upTo(whole, known)).catch((error: unknown) => {
    if (error instanceof StoreError) throw error
    throw new StoreError(systemCode(error) === 'ENOENT' ? 'missing' : 'unreadable', path, messageOf(error), error)
  })
  const { head, start } = summing.head(bytes)
  const end = start + head.bytes
  if (bytes.length < end || summing.upTo(bytes, bytes.length) !== head.crc32) throw new StoreError('corrupt', path, 'its checksum does not fit')
  return { lines: bytes.subarray(start, end), count: head.count, ...newsOf(path, bytes, end) }
}

/** The checksum of the lines, carried on as more of the file is known. */
class Summing {
  readonly #path: string
  #found: { head: Head; start: number } | null = null
  #summed = 0
  #sum = 0

  constructor(path: string) {
    this.#path = path
  }

  /** @throws StoreError corrupt, newer */
  head(bytes: Buffer): { head: Head; start: number } {
    if (this.#found) return this.#found
    const start = bytes.indexOf(0x0a) + 1
    this.#found = { head: headOf(this.#path, bytes.subarray(0, Math.max(0, start - 1))), start }
    return this.#found
  }

  upTo(bytes: Buffer, known: number): number {
    const { head, start } = this.head(bytes.subarray(0, known))
    const end = Math.min(known, start + head.bytes)
    const from = start + this.#summed
    if (end > from) {
      this.#sum = crc32(bytes.subarray(from, end), this.#sum)
      this.#summed = end - start
    }
    return this.#sum
  }
}

/** Large enough that there are few, small enough that the first is soon there; the head is shorter by far. */
const partBytes = 2_000_000

/** A whole file, in parts: while the disk gives the next part, `look` is shown the file as far as it is known. */
async function readInParts(path: string, files: Files, look: (bytes: Buffer, known: number) => void): Promise<Buffer> {
  const handle = await files.open(path, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.allocUnsafeSlow(size)
    const readPart = (from: number) => handle.read(bytes, from, Math.min(partBytes, size - from), from)
    let known = 0
    while (known < size) {
      const reading = readPart(known)
      if (known > 0) look(bytes, known)
      const { bytesRead } = await reading
      if (bytesRead === 0) break
      known += bytesRead
    }
    return bytes.subarray(0, known)
  } finally {
    await handle.close()
  }
}

type Head = z.infer<typeof headSchema>

function headOf(path: string, line: Buffer): Head {
  const body = openLine(line)
  if (body === null) throw new StoreError('corrupt', path, 'has no head')
  const value = JSON.parse(body) as { schemaVersion?: unknown }
  if (typeof value.schemaVersion === 'number' && value.schemaVersion > 2) throw new StoreError('newer', path, `has version ${value.schemaVersion}; this program knows 2`)
  const head = headSchema.safeParse(value)
  if (!head.success) throw new StoreError('corrupt', path, z.prettifyError(head.error))
  return head.data
}

function newsOf(path: string, bytes: Buffer, from: number): { news: News[]; size: number } {
  const news: News[] = []
  let start = from
  while (start < bytes.length) {
    const at = bytes.indexOf(0x0a, start)
    if (at === -1) break
    const body = openLine(bytes.subarray(start, at))
    const one = body === null ? null : newsSchema.safeParse(JSON.parse(body))
    if (!one?.success) throw new StoreError('corrupt', path, 'a line of it does not fit its checksum')
    news.push(one.data as News)
    start = at + 1
  }
  return { news, size: start }
}

/** An entry of the checksummed part, which we wrote; its shape is not looked at field by field. */
export const parseEntry = (line: Buffer): Entry => JSON.parse(line.toString('utf8')) as Entry

/** Calls for each line, until it answers false. @returns where the next line begins */
export function eachLine(lines: Buffer, visit: (line: Buffer) => boolean, from = 0): number {
  let start = from
  while (start < lines.length) {
    const at = lines.indexOf(0x0a, start)
    const goOn = visit(lines.subarray(start, at))
    start = at + 1
    if (!goOn) break
  }
  return start
}

/** The line of one incident, without parsing the others: no line can hold a newline, so the pattern is found only at its beginning. */
export function findLine(lines: Buffer, id: string): Buffer | null {
  const pattern = `{"id":"${id}","historyBytes":`
  const at = lines.subarray(0, pattern.length).equals(Buffer.from(pattern)) ? 0 : lines.indexOf(`\n${pattern}`) + 1
  if (at === 0 && !lines.subarray(0, pattern.length).equals(Buffer.from(pattern))) return null
  return lines.subarray(at, lines.indexOf(0x0a, at))
}

/** The id a line begins with. */
export const idOfLine = (line: Buffer): string => line.toString('latin1', 7, line.indexOf(0x22, 7))
