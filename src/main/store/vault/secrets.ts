import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { shortestPassphrase } from '#contract/vault.ts'
import { StoreError } from '../errors.ts'
import { signedText, slotText, type Header, type Kdf, type PassphraseSlot, type RecoverySlot, type Unsigned } from './header.ts'
import { derived, keyBytes, VaultKey } from './keys.ts'
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts'

/** What a person opens an encrypted library with. */
export type Secret = { passphrase: string } | { recoveryKey: string }

/** OWASP's password storage cheat sheet (2025) for scrypt: 128 MiB, about a third of a second. */
export const defaultKdf: Kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 }
const longestPassphrase = 1000

/** In the thread pool: nothing else waits for it. The same words typed on another keyboard are the same passphrase (NFC). */
function stretched(passphrase: string, salt: Buffer, { N, r, p }: Kdf): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(passphrase.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem: 2 ** 28 + 2 ** 24 }, (error, key) => (error ? reject(error) : resolve(key)))
  return promise
}

/** @throws StoreError invalid */
export function requirePassphrase(passphrase: string): void {
  const length = [...passphrase.normalize('NFC')].length
  if (length < shortestPassphrase || length > longestPassphrase) throw new StoreError('invalid', 'passphrase', `must have at least ${shortestPassphrase} characters`)
}

type Wrapped = Pick<RecoverySlot, 'nonce' | 'key'>

function wrap(wrapping: Buffer, text: string, key: VaultKey): Wrapped {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(Buffer.from(text))
  const bytes = key.wrappedBy((dataKey) => Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]))
  return { nonce: nonce.toString('base64'), key: bytes.toString('base64') }
}

/** The data key, or null when the wrapping key is not the one. */
function unwrap(wrapping: Buffer, text: string, { nonce, key }: Wrapped): Buffer | null {
  const bytes = Buffer.from(key, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(nonce, 'base64'), { authTagLength: 16 }).setAAD(Buffer.from(text))
  cipher.setAuthTag(bytes.subarray(keyBytes))
  try {
    return Buffer.concat([cipher.update(bytes.subarray(0, keyBytes)), cipher.final()])
  } catch {
    return null
  }
}

async function passphraseSlot(key: VaultKey, passphrase: string, generation: number, kdf: Kdf): Promise<PassphraseSlot> {
  const salt = randomBytes(32)
  const slot = { kdf, generation, salt: salt.toString('base64') }
  return { ...slot, ...wrap(await stretched(passphrase, salt, kdf), slotText(key.vaultId, 'passphrase', slot), key) }
}

/** A recovery key is random, so it needs no stretching: HKDF. */
function recoverySlot(key: VaultKey, recoveryKey: string, generation: number): RecoverySlot {
  const salt = randomBytes(32)
  const slot = { generation, salt: salt.toString('base64') }
  return { ...slot, ...wrap(derived(readRecoveryKey(recoveryKey) ?? Buffer.alloc(0), salt, 'recovery'), slotText(key.vaultId, 'recovery', slot), key) }
}

const signed = (key: VaultKey, header: Unsigned): Header => ({ ...header, mac: key.headerMac(signedText(header)) })

export type NewVault = { header: Header; key: VaultKey; recoveryKey: string }

/** A new data key under a passphrase and a recovery key, which is told once. Nothing is written. @throws StoreError invalid */
export async function newVault(passphrase: string, kdf: Kdf = defaultKdf): Promise<NewVault> {
  requirePassphrase(passphrase)
  const key = VaultKey.fresh()
  const recoveryKey = newRecoveryKey()
  const header = { format: 'kronika-vault', schemaVersion: 1, id: key.vaultId, generation: 1, passphrase: await passphraseSlot(key, passphrase, 1, kdf), recovery: recoverySlot(key, recoveryKey, 1) } as const
  return { header: signed(key, header), key, recoveryKey }
}

/**
 * @throws StoreError wrong-key when the passphrase or recovery key is not the one (or someone changed the file and its
 * checksum with it: without the key the two cannot be told apart) · invalid for a misspelt recovery key ·
 * corrupt when the key is right and the rest of the header is not what was written with it
 */
export async function openHeader(header: Header, secret: Secret, where: string): Promise<VaultKey> {
  const dataKey = 'passphrase' in secret ? await byPassphrase(header, secret.passphrase) : byRecoveryKey(header, secret.recoveryKey)
  if (!dataKey) throw new StoreError('wrong-key', where, `the ${'passphrase' in secret ? 'passphrase' : 'recovery key'} is not the one of this library`)
  const key = new VaultKey(header.id, dataKey)
  if (!key.fitsHeader(signedText(header), header.mac)) throw new StoreError('corrupt', where, 'was changed by someone without its key')
  return key
}

async function byPassphrase({ id, passphrase: slot }: Header, passphrase: string): Promise<Buffer | null> {
  if (passphrase.length > longestPassphrase) return null
  return unwrap(await stretched(passphrase, Buffer.from(slot.salt, 'base64'), slot.kdf), slotText(id, 'passphrase', slot), slot)
}

function byRecoveryKey({ id, recovery: slot }: Header, recoveryKey: string): Buffer | null {
  const secret = readRecoveryKey(recoveryKey)
  if (!secret) throw new StoreError('invalid', 'recovery key', 'is misspelt: it has nine groups of four letters and digits, and the last one does not fit the others')
  return unwrap(derived(secret, Buffer.from(slot.salt, 'base64'), 'recovery'), slotText(id, 'recovery', slot), slot)
}

/** The same data key under another passphrase; no file of the library is written anew. @throws StoreError invalid */
export async function withPassphrase(header: Header, key: VaultKey, passphrase: string, kdf: Kdf = defaultKdf): Promise<Header> {
  requirePassphrase(passphrase)
  return signed(key, { ...header, generation: header.generation + 1, passphrase: await passphraseSlot(key, passphrase, header.passphrase.generation + 1, kdf) })
}

/** The same data key under another recovery key; the one before opens nothing any more. */
export function withRecoveryKey(header: Header, key: VaultKey): { header: Header; recoveryKey: string } {
  const recoveryKey = newRecoveryKey()
  return { recoveryKey, header: signed(key, { ...header, generation: header.generation + 1, recovery: recoverySlot(key, recoveryKey, header.recovery.generation + 1) }) }
}
