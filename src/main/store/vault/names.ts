import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { join, relative, sep } from 'node:path'
import { isTemp } from '../durable-file.ts'
import type { VaultKey } from './keys.ts'

const tagBytes = 12
const uuidAtEnd = /\.([0-9a-f-]{36})\.tmp$/

/**
 * Names below the folders of a library tell things: the id of a shipped case is its title, and the SHA-256 of a known
 * document is that document. So each is encrypted, the same name always to the same text: a tag (HMAC-SHA-256, cut to
 * 96 bits) is the nonce of AES-256-CTR over the name, and is checked when the name is read, as in SIV (RFC 5297). Their
 * lengths still show, and that two folders hold the same name.
 */
export function sealName(name: string, key: VaultKey): string {
  // Temps come and go under a name that says only that they are temps.
  if (isTemp(name)) return `.${uuidAtEnd.exec(name)?.[1]}.tmp`
  const plain = Buffer.from(name)
  const tag = tagOf(plain, key)
  const cipher = createCipheriv('aes-256-ctr', key.nameCipher(), counter(tag))
  return Buffer.concat([tag, cipher.update(plain), cipher.final()]).toString('base64url')
}

/** The name as it is for the store; one that is not ours as it stands there. */
export function openName(sealed: string, key: VaultKey): string {
  if (/^\.[0-9a-f-]{36}\.tmp$/.test(sealed)) return `.temp${sealed}`
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= tagBytes || bytes.toString('base64url') !== sealed) return sealed
  const tag = bytes.subarray(0, tagBytes)
  const cipher = createDecipheriv('aes-256-ctr', key.nameCipher(), counter(tag))
  const plain = Buffer.concat([cipher.update(bytes.subarray(tagBytes)), cipher.final()])
  return tagOf(plain, key).equals(tag) ? plain.toString('utf8') : sealed
}

const tagOf = (plain: Buffer, key: VaultKey): Buffer => createHmac('sha256', key.nameTags()).update(plain).digest().subarray(0, tagBytes)
const counter = (tag: Buffer): Buffer => Buffer.concat([tag, Buffer.alloc(4)])

/** The parts of a path below the library folder; null when it lies elsewhere. */
export function insideOf(root: string, path: string): string[] | null {
  const way = relative(root, path)
  if (way === '') return []
  const parts = way.split(sep)
  return parts[0] === '..' || way === path ? null : parts
}

/** Where a path of the store lies on disk. The folder's own files and folders keep their names, which are the same in every library. */
export const sealedPath = (root: string, [first, ...rest]: readonly string[], key: VaultKey): string => (first === undefined ? root : join(root, first, ...rest.map((name) => sealName(name, key))))
