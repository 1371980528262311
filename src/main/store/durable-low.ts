import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { Low, type Adapter } from 'lowdb'
import { writeDurably } from './durable-file.ts'
import { messageOf, StoreError, systemCode } from './errors.ts'
import type { Files } from './files.ts'

/** What one kind of file holds. `parse` throws on a body that is not one, and is told the version it was written in; `defaults` makes the value of a missing file. */
export type Kind<Body> = {
  format: string
  schemaVersion: number
  parse: (body: unknown, schemaVersion: number) => Body
  defaults: () => Body
  /** Reads large bytes back in another thread. Answers why they cannot be read, or null; rejects when it cannot tell. */
  readBackElsewhere?: (bytes: Uint8Array) => Promise<string | null>
}
/** A body with the number of the revision it stands for; 0: there is no file yet. `version`: the one it was read in. */
export type Numbered<Body> = { sequence: number; body: Body; version?: number }

type Envelope = { format: string; schemaVersion: number; sequence: number; sha256: string; body: unknown }

const hashOf = ({ format, schemaVersion, sequence, body }: Omit<Envelope, 'sha256'>) =>
  createHash('sha256').update(JSON.stringify({ format, schemaVersion, sequence, body })).digest('hex')

/** Bytes that take longer to read back than a thread takes to start. */
const largeBytes = 1_000_000

/** In steps with pauses between them: a large body must not keep the windows waiting. */
async function encode<Body>(path: string, kind: Kind<Body>, { sequence, body }: Numbered<Body>): Promise<Buffer> {
  const { format, schemaVersion } = kind
  const head = JSON.stringify({ format, schemaVersion, sequence }).slice(0, -1)
  // Once, and before the first pause: the value may change during it.
  const json = JSON.stringify(body)
  await setImmediate()
  const written = Buffer.from(json)
  await setImmediate()
  const sha256 = createHash('sha256').update(`${head},"body":`).update(written).update('}').digest('hex')
  await setImmediate()
  const bytes = Buffer.concat([Buffer.from(`${head},"sha256":"${sha256}","body":`), written, Buffer.from('}\n')])
  await setImmediate()
  // What cannot be read back is never put in the place of something that can.
  const judged = bytes.length > largeBytes && (await kind.readBackElsewhere?.(bytes).then((problem) => ({ problem }), () => null))
  if (judged && judged.problem !== null) throw new StoreError('corrupt', path, judged.problem)
  if (judged) return bytes
  const envelope = readEnvelope(path, bytes)
  await setImmediate()
  requireWhole(path, kind, envelope)
  await setImmediate()
  parseBody(path, kind, envelope)
  return bytes
}

/** @throws StoreError corrupt or newer */
export function decode<Body>(path: string, kind: Kind<Body>, bytes: Uint8Array): Numbered<Body> {
  const envelope = readEnvelope(path, bytes)
  requireWhole(path, kind, envelope)
  return parseBody(path, kind, envelope)
}

function requireWhole<Body>(path: string, kind: Kind<Body>, { format, schemaVersion, sequence, sha256, body }: Envelope) {
  if (format !== kind.format) throw new StoreError('corrupt', path, `is not a ${kind.format} file`)
  if (hashOf({ format, schemaVersion, sequence, body }) !== sha256) throw new StoreError('corrupt', path, 'its checksum does not fit')
  if (schemaVersion > kind.schemaVersion) throw new StoreError('newer', path, `has version ${schemaVersion}; this program knows ${kind.schemaVersion}`)
}

function parseBody<Body>(path: string, kind: Kind<Body>, { schemaVersion, sequence, body }: Envelope): Numbered<Body> {
  try {
    return { sequence, version: schemaVersion, body: kind.parse(body, schemaVersion) }
  } catch (error) {
    throw new StoreError('corrupt', path, messageOf(error), error)
  }
}

function readEnvelope(path: string, bytes: Uint8Array): Envelope {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isEnvelope(value)) return value
  } catch (error) {
    throw new StoreError('corrupt', path, messageOf(error), error)
  }
  throw new StoreError('corrupt', path, 'has no header')
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const { format, schemaVersion, sequence, sha256 } = value as Record<keyof Envelope, unknown>
  return typeof format === 'string' && Number.isInteger(schemaVersion) && Number.isInteger(sequence) && typeof sha256 === 'string' && 'body' in value
}

/** lowdb's adapter over durable files: writes follow one another, and none happens unless the last read was sound. */
class DurableAdapter<Body> implements Adapter<Numbered<Body>> {
  readonly #path: string
  readonly #kind: Kind<Body>
  readonly #files: Files
  #sound = false
  #last: Promise<void> = Promise.resolve()

  constructor(path: string, kind: Kind<Body>, files: Files) {
    this.#path = path
    this.#kind = kind
    this.#files = files
  }

  async read(): Promise<Numbered<Body> | null> {
    this.#sound = false
    const bytes = await this.#bytes()
    const data = bytes === null ? null : decode(this.#path, this.#kind, bytes)
    this.#sound = true
    return data
  }

  write(data: Numbered<Body>): Promise<void> {
    const { sequence, body } = data
    const turn = this.#last.then(async () => {
      if (!this.#sound) throw new StoreError('unreadable', this.#path, 'could not be read, so it is not overwritten')
      return writeDurably(this.#path, await encode(this.#path, this.#kind, { sequence, body }), this.#files)
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #bytes(): Promise<Buffer | null> {
    try {
      return await this.#files.readFile(this.#path)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null
      throw new StoreError('unreadable', this.#path, messageOf(error), error)
    }
  }
}

/**
 * Opens one JSON file through lowdb. Only "no such file" means "no data yet"; then `data` is the default, sequence 0.
 * @throws StoreError unreadable, corrupt or newer; the file stays as it is and nothing can be written over it
 */
export async function openLow<Body>(path: string, kind: Kind<Body>, files: Files): Promise<Low<Numbered<Body>>> {
  const low = new Low<Numbered<Body>>(new DurableAdapter(path, kind, files), { sequence: 0, body: kind.defaults() })
  await low.read()
  return low
}
export type { Low }
