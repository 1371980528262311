import { createHash } from 'node:crypto'
import { z } from 'zod'
import { patchIncident, revisionSchema, type Revision } from '#domain/command/index.ts'
import { incidentSchema, type Incident } from '#domain/incident/index.ts'
import { HistoryDamaged, messageOf, StoreError, systemCode } from './errors.ts'
import { files as realFiles, type Files } from './files.ts'

/** First 16 hex digits of the SHA-256 of the line as it is without its checksum. */
const checksumOf = (body: string | Uint8Array) => createHash('sha256').update(body).digest('hex').slice(0, 16)
const checksumLength = ',"checksum":""}'.length + 16
const newline = 0x0a

/** One line of a history: the revision as JSON, with a checksum as its last field, and a newline. */
export function encodeLine(revision: Revision): Buffer {
  const body = JSON.stringify(revision)
  return Buffer.from(`${body.slice(0, -1)},"checksum":"${checksumOf(body)}"}\n`)
}

/**
 * A line that carries its checksum was written by us from a parsed command, so the command's own fields are not parsed
 * again here: that would make opening cost a multiple. checkLibrary parses them.
 */
const lineSchema = revisionSchema.extend({ command: z.looseObject({ type: z.string() }).nullable() })

/** The text of a line without its checksum, or null when the two do not fit. */
function verified(line: Buffer): string | null {
  const cut = line.length - checksumLength
  const end = /^,"checksum":"([0-9a-f]{16})"\}$/.exec(line.subarray(Math.max(cut, 0)).toString('latin1'))
  if (!end) return null
  const body = Buffer.concat([line.subarray(0, cut), Buffer.from('}')])
  return checksumOf(body) === end[1] ? body.toString('utf8') : null
}

export type History = {
  revisions: Revision[]
  /** Bytes up to the end of the last whole line. */
  size: number
  /** What a write that was cut off left behind the last whole line. It was never acknowledged. */
  torn: Buffer | null
  /** The last line is whole but for its newline. */
  unterminated: boolean
}

/**
 * @throws StoreError missing or unreadable
 * @throws HistoryDamaged when a line does not fit its checksum or the chain of sequences
 */
export async function readHistory(path: string, files: Files = realFiles): Promise<History> {
  try {
    return decodeHistory(await files.readFile(path), path)
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(systemCode(error) === 'ENOENT' ? 'missing' : 'unreadable', path, messageOf(error), error)
  }
}

export function decodeHistory(bytes: Buffer, path: string): History {
  const revisions: Revision[] = []
  let start = 0
  while (start < bytes.length) {
    const at = bytes.indexOf(newline, start)
    const line = bytes.subarray(start, at === -1 ? bytes.length : at)
    const body = verified(line)
    if (body === null && isTorn(bytes, start, at) && revisions.length > 0) return { revisions, size: start, torn: Buffer.from(bytes.subarray(start)), unterminated: false }
    if (body === null) throw new HistoryDamaged(path, revisions.length + 1, revisions.length, 'its checksum does not fit')
    revisions.push(revisionOf(body, path, revisions.length + 1))
    if (at === -1) return { revisions, size: bytes.length, torn: null, unterminated: true }
    start = at + 1
  }
  if (revisions.length === 0) throw new HistoryDamaged(path, 1, 0, 'the history is empty')
  return { revisions, size: bytes.length, torn: null, unterminated: false }
}

/** The end of a file after a crash: no newline yet, or blocks that were allotted and never filled (JSON holds no NUL). */
function isTorn(bytes: Buffer, start: number, at: number) {
  return at === -1 || (at === bytes.length - 1 && bytes.subarray(start, at).includes(0))
}

function revisionOf(body: string, path: string, expected: number): Revision {
  const result = lineSchema.safeParse(JSON.parse(body))
  if (!result.success) throw new HistoryDamaged(path, expected, expected - 1, z.prettifyError(result.error))
  if (result.data.sequence !== expected) throw new HistoryDamaged(path, expected, expected - 1, `has the sequence ${result.data.sequence}`)
  return result.data as Revision
}

/** The incident that the first line of a history made. @throws HistoryDamaged */
function origin(revisions: Revision[], path: string): Incident {
  const command = revisions[0]?.command
  const result = command?.type === 'incident.create' ? incidentSchema.safeParse(command.incident) : null
  if (!result?.success) throw new HistoryDamaged(path, 1, 0, 'does not hold the incident')
  return result.data
}

/**
 * The incident after all revisions, from a snapshot at `base.sequence` or from the beginning.
 * @throws HistoryDamaged when patches do not fit what they are applied to
 */
export function replay(revisions: Revision[], path: string, base: { incident: Incident; sequence: number } | null): Incident {
  const from = base ?? { incident: origin(revisions, path), sequence: 1 }
  const rest = revisions.slice(from.sequence)
  if (rest.length === 0) return from.incident
  try {
    return patchIncident(from.incident, rest.flatMap(({ patches }) => patches))
  } catch (error) {
    throw new HistoryDamaged(path, from.sequence + 1, from.sequence, messageOf(error))
  }
}
