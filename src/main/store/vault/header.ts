import { createHash } from 'node:crypto'
import { z } from 'zod'
import { messageOf, StoreError } from '../errors.ts'

/**
 * vault.json: how the data key of an encrypted library is wrapped. One line of JSON, written in exactly one way, so that
 * a byte that changed is seen whichever it is. `sha256` over the line tells damage from a wrong passphrase before any
 * key is known; `mac`, under a key derived from the data key, binds all of it once the key is.
 */
const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, { error: `is not ${bytes} bytes` })

/** Bounds on what a file may ask for: at most 256 MiB and a few seconds, and no less work than a passphrase deserves. */
const kdfSchema = z
  .strictObject({ name: z.literal('scrypt'), N: z.int().min(2 ** 14).max(2 ** 18), r: z.int().min(8).max(16), p: z.int().min(1).max(4) })
  .refine(({ N }) => (N & (N - 1)) === 0, { error: 'N is not a power of two' })
  .refine(({ N, r }) => 128 * N * r <= 2 ** 28, { error: 'asks for more than 256 MiB' })
export type Kdf = z.infer<typeof kdfSchema>

/** `generation` counts how often a slot was filled; `key`: the wrapped data key with its tag. */
const wrapped = { generation: z.int().positive(), salt: base64(32), nonce: base64(12), key: base64(48) }
const passphraseSlotSchema = z.strictObject({ kdf: kdfSchema, ...wrapped })
const recoverySlotSchema = z.strictObject(wrapped)
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>
export type RecoverySlot = z.infer<typeof recoverySlotSchema>

const headerSchema = z.strictObject({
  format: z.literal('kronika-vault'),
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  generation: z.int().positive(),
  passphrase: passphraseSlotSchema,
  recovery: recoverySlotSchema,
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Header = z.infer<typeof headerSchema>
export type Unsigned = Omit<Header, 'mac'>

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')

/** What the mac is over. */
export const signedText = ({ format, schemaVersion, id, generation, passphrase, recovery }: Unsigned): string => JSON.stringify({ format, schemaVersion, id, generation, passphrase: ordered(passphrase), recovery: ordered(recovery) })

/** What is authenticated with a wrapped key: which library, which slot, how the wrapping key is made. */
export const slotText = (id: string, kind: 'passphrase' | 'recovery', slot: Pick<RecoverySlot, 'generation' | 'salt'> & { kdf?: Kdf }): string => JSON.stringify(['kronika-vault', 1, id, kind, slot.generation, slot.kdf ? [slot.kdf.name, slot.kdf.N, slot.kdf.r, slot.kdf.p] : 'hkdf-sha256', slot.salt])

function ordered({ generation, salt, nonce, key, ...rest }: RecoverySlot & { kdf?: Kdf }) {
  const kdf = rest.kdf && { name: rest.kdf.name, N: rest.kdf.N, r: rest.kdf.r, p: rest.kdf.p }
  return { ...(kdf ? { kdf } : {}), generation, salt, nonce, key }
}

export function encodeHeader(header: Header): Buffer {
  const text = `${signedText(header).slice(0, -1)},"mac":"${header.mac}"}`
  return Buffer.from(`${text.slice(0, -1)},"sha256":"${sha256Of(text)}"}\n`)
}

/** @throws StoreError corrupt for bytes that are not as they were written, newer */
export function decodeHeader(bytes: Buffer, where: string): Header {
  const { sha256, ...value } = parsed(bytes, where)
  // A changed byte can make a number larger: only what is as it was written is believed to be newer, or its twin would not be asked.
  const isNewer = typeof value['schemaVersion'] === 'number' && value['schemaVersion'] > 1
  if (isNewer && typeof sha256 === 'string' && fits(bytes, sha256)) throw new StoreError('newer', where, `has version ${value['schemaVersion']}; this program knows 1`)
  const result = headerSchema.safeParse(value)
  if (!result.success) throw new StoreError('corrupt', where, z.prettifyError(result.error))
  if (!encodeHeader(result.data).equals(bytes)) throw new StoreError('corrupt', where, 'its checksum does not fit')
  return result.data
}

/** The checksum is the last field of every version. */
function fits(bytes: Buffer, sha256: string): boolean {
  const end = `,"sha256":"${sha256}"}\n`
  const text = bytes.toString('utf8')
  return text.endsWith(end) && sha256Of(`${text.slice(0, -end.length)}}`) === sha256
}

function parsed(bytes: Buffer, where: string): Record<string, unknown> {
  // Ours has about 900 bytes.
  if (bytes.length > 10_000) throw new StoreError('corrupt', where, 'is too long')
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch (error) {
    throw new StoreError('corrupt', where, messageOf(error), error)
  }
  throw new StoreError('corrupt', where, 'is no object')
}
