import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { idSchema, instantSchema, sha256Schema } from '#domain/incident/index.ts'
import { messageOf, StoreError } from './errors.ts'

export const backupReasons = ['close', 'idle', 'migration', 'import', 'restore', 'asked'] as const
/** What a backup was made for. */
export type BackupReason = (typeof backupReasons)[number]

const partSchema = z.strictObject({ bytes: z.int().nonnegative(), sha256: sha256Schema })
const headSchema = z.strictObject({
  format: z.literal('kronika-backup'),
  schemaVersion: z.literal(1),
  id: idSchema,
  revision: z.int().positive(),
  time: instantSchema,
  reason: z.enum(backupReasons),
  history: partSchema,
  snapshot: partSchema.nullable(),
})
export type BackupHead = z.infer<typeof headSchema>
export type Backup = { head: BackupHead; history: Buffer; snapshot: Buffer | null }

/** More than this is no backup of ours: the guard against a file made to fill the memory. */
const largest = 1 << 30
export const partOf = (bytes: Buffer) => ({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })

/** One file: gzip (with its own CRC) of a line that says what it holds, then the bytes of the history and the snapshot. */
export async function encodeBackup(what: Pick<BackupHead, 'id' | 'revision' | 'time' | 'reason'>, history: Buffer, snapshot: Buffer | null): Promise<Buffer> {
  const head: BackupHead = { format: 'kronika-backup', schemaVersion: 1, ...what, history: partOf(history), snapshot: snapshot && partOf(snapshot) }
  return promisify(gzip)(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), history, snapshot ?? Buffer.alloc(0)]))
}

/** @throws StoreError corrupt, unless every byte is as it was written */
export async function decodeBackup(bytes: Uint8Array, where: string): Promise<Backup> {
  try {
    const all = await promisify(gunzip)(bytes, { maxOutputLength: largest })
    const end = all.indexOf(0x0a)
    const head = headSchema.parse(JSON.parse(all.subarray(0, end).toString('utf8')))
    const history = taken(all, end + 1, head.history)
    const snapshot = head.snapshot && taken(all, end + 1 + head.history.bytes, head.snapshot)
    if (all.length !== end + 1 + head.history.bytes + (head.snapshot?.bytes ?? 0)) throw new Error('its length does not fit')
    return { head, history, snapshot }
  } catch (error) {
    throw new StoreError('corrupt', where, `is not a sound backup: ${messageOf(error)}`, error)
  }
}

function taken(all: Buffer, start: number, part: z.infer<typeof partSchema>): Buffer {
  const bytes = all.subarray(start, start + part.bytes)
  if (partOf(bytes).sha256 !== part.sha256) throw new Error('its checksum does not fit')
  return bytes
}
