import { createHash, hash, type Hash } from 'node:crypto'
import { z } from 'zod'
import { patchIncident, revisionSchema, type Revision } from '#domain/command/index.ts'
import { incidentSchema, type Incident } from '#domain/incident/index.ts'
import { HistoryDamaged, messageOf, StoreError, systemCode } from './errors.ts'
import type { Files } from './files.ts'
import { currentSchema, migrateIncident, migrateLine, type Schema, type Stored } from './schema.ts'

/** First 16 hex digits of the SHA-256 of the line as it is without its checksum. */
const checksumOf = (body: string | Uint8Array) => hash('sha256', body, 'hex').slice(0, 16)
const checksumLength = ',"checksum":""}'.length + 16
const newline = 0x0a

/**
 * One line of a history: the revision as JSON, with a checksum as its last field, and a newline. From version 2 on the
 * line says its version, so that old lines stay as they are when the program learns a new one.
 */
export function encodeLine(revision: Revision, version = currentSchema.version): Buffer {
  return sealLine(JSON.stringify(version === 1 ? revision : { schemaVersion: version, ...revision }))
}

/** A JSON object as a line that carries its checksum. */
export const sealLine = (body: string): Buffer => Buffer.from(`${body.slice(0, -1)},"checksum":"${checksumOf(body)}"}\n`)

/**
 * A line that carries its checksum was written by us from a parsed command, so the command's own fields are not parsed
 * again here: that would make opening cost a multiple. checkLibrary parses them.
 */
export const lineSchema = revisionSchema.extend({ command: z.looseObject({ type: z.string() }).nullable() })

/** The JSON object of a line, given without its newline; null when it does not fit its checksum. */
export function openLine(line: Buffer): string | null {
  const cut = line.length - checksumLength
  const end = /^,"checksum":"([0-9a-f]{16})"\}$/.exec(line.subarray(Math.max(cut, 0)).toString('latin1'))
  if (!end) return null
  const body = Buffer.concat([line.subarray(0, cut), Buffer.from('}')])
  return checksumOf(body) === end[1] ? body.toString('utf8') : null
}

export type History = {
  revisions: Revision[]
  /** The schema version of each line. */
  versions: number[]
  /** Bytes up to the end of the last whole line. */
  size: number
  /** Over those bytes; to be copied and carried on as lines are added. */
  hash: Hash
  /** What a write that was cut off left behind the last whole line. It was never acknowledged. */
  torn: Buffer | null
  /** The last line is whole but for its newline. */
  unterminated: boolean
}

/**
 * @throws StoreError missing, unreadable or newer
 * @throws HistoryDamaged when a line does not fit its checksum or the chain of sequences
 */
export async function readHistory(path: string, files: Files, schema = currentSchema): Promise<History> {
  try {
    return decodeHistory(await files.readFile(path), path, schema)
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(systemCode(error) === 'ENOENT' ? 'missing' : 'unreadable', path, messageOf(error), error)
  }
}

export function decodeHistory(bytes: Buffer, path: string, schema = currentSchema): History {
  const revisions: Revision[] = []
  const versions: number[] = []
  const upTo = (size: number, more: Partial<History> = {}): History => ({ revisions, versions, size, hash: createHash('sha256').update(bytes.subarray(0, size)), torn: null, unterminated: false, ...more })
  let start = 0
  while (start < bytes.length) {
    const at = bytes.indexOf(newline, start)
    const line = bytes.subarray(start, at === -1 ? bytes.length : at)
    const body = openLine(line)
    if (body === null && isTorn(bytes, start, at) && revisions.length > 0) return upTo(start, { torn: Buffer.from(bytes.subarray(start)) })
    if (body === null) throw new HistoryDamaged(path, revisions.length + 1, revisions.length, 'its checksum does not fit')
    const { revision, version } = revisionOf(body, path, { expected: revisions.length + 1, oldest: versions.at(-1) ?? 1, schema })
    revisions.push(revision)
    versions.push(version)
    if (at === -1) return upTo(bytes.length, { unterminated: true })
    start = at + 1
  }
  if (revisions.length === 0) throw new HistoryDamaged(path, 1, 0, 'the history is empty')
  return upTo(bytes.length)
}

/** The end of a file after a crash: no newline yet, or blocks that were allotted and never filled (JSON holds no NUL). */
function isTorn(bytes: Buffer, start: number, at: number) {
  return at === -1 || (at === bytes.length - 1 && bytes.subarray(start, at).includes(0))
}

type Line = { expected: number; oldest: number; schema: Schema }

function revisionOf(body: string, path: string, { expected, oldest, schema }: Line): { revision: Revision; version: number } {
  const damaged = (detail: string) => new HistoryDamaged(path, expected, expected - 1, detail)
  const { schemaVersion: version = 1, ...stored } = JSON.parse(body) as Stored
  if (typeof version !== 'number' || version < oldest) throw damaged(`has the version ${String(version)}`)
  if (version > schema.version) throw new HistoryDamaged(path, expected, expected - 1, `has version ${version}, this program knows ${schema.version}`, 'newer')
  const result = lineSchema.safeParse(migrateLine(stored, version, schema))
  if (!result.success) throw damaged(z.prettifyError(result.error))
  if (result.data.sequence !== expected) throw damaged(`has the sequence ${result.data.sequence}`)
  return { revision: result.data as Revision, version }
}

/** An incident as its own version stored it: only that of the current version has been checked. */
export type Base = { incident: Incident; sequence: number; version: number }

/** The incident that the first line of a history made. @throws HistoryDamaged */
function origin({ revisions, versions }: Lines, path: string, schema: Schema): Base {
  const command = revisions[0]?.command
  if (command?.type !== 'incident.create') throw new HistoryDamaged(path, 1, 0, 'does not hold the incident')
  const version = versions[0] ?? schema.version
  if (version < schema.version) return { incident: command.incident, sequence: 1, version }
  const result = incidentSchema.safeParse(command.incident)
  if (!result.success) throw new HistoryDamaged(path, 1, 0, 'does not hold the incident')
  return { incident: result.data, sequence: 1, version }
}

export type Lines = Pick<History, 'revisions' | 'versions'>

/** The first so many lines of a history. */
export const upTo = ({ revisions, versions }: Lines, count: number): Lines => ({ revisions: revisions.slice(0, count), versions: versions.slice(0, count) })

/**
 * The incident after all revisions, from a snapshot at `base.sequence` or from the beginning, in the current version:
 * lines of each version are applied in that version, and steps lead from one to the next.
 * @throws HistoryDamaged when patches do not fit what they are applied to
 */
export function replay(lines: Lines, path: string, base: Base | null, schema = currentSchema): Incident {
  let { incident, sequence, version } = base ?? origin(lines, path, schema)
  const step = (to: number) => {
    if (to > version) incident = migrateIncident(incident, version, to, schema) as Incident
    version = Math.max(version, to)
  }
  try {
    while (sequence < lines.revisions.length) {
      const of = lines.versions[sequence] ?? schema.version
      step(of)
      const next = lines.versions.findIndex((other, index) => index >= sequence && other !== of)
      const end = next === -1 ? lines.revisions.length : next
      incident = patchIncident(incident, lines.revisions.slice(sequence, end).flatMap(({ patches }) => patches))
      sequence = end
    }
    step(schema.version)
    return incident
  } catch (error) {
    throw new HistoryDamaged(path, sequence + 1, sequence, messageOf(error))
  }
}
