import { isUtf8 } from 'node:buffer'
import type { Encoding } from '#domain/incident/index.ts'
import { encodingNamed } from './declared-encoding.ts'
import { likelyEncoding } from './likely-encoding.ts'

/** A head field with its folded lines, and the charset in it (RFC 5322, 2.2.3; RFC 2045, 5). */
const contentType = /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim
const charset = /(charset[ \t]*=[ \t]*"?)([^\s";]+)/i

/**
 * A mail whose letters stand in it as bytes that its parts do not declare, or deny: as UTF-8, said to be so, when it is
 * clear what they are. Old programs sent Czech as it was, under "us-ascii" or no name at all. A mail that names another
 * encoding, or has its letters in quoted-printable or base64, is left to what reads mails.
 */
export function readableMail(bytes: Uint8Array): { bytes: Uint8Array; encoding: Encoding | null } {
  const given = { bytes, encoding: null }
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/[\u0080-\u00ff]/.test(plain)) return given
  const labels = [...plain.matchAll(contentType)].flatMap(([field]) => charset.exec(field)?.[2] ?? [])
  const named = labels.map(encodingNamed)
  if (named.some((name) => name !== null && name !== 'utf-8' && name !== 'windows-1252')) return given
  const isWhole = isUtf8(bytes)
  if (isWhole && !named.includes('windows-1252')) return given
  const read = isWhole ? { encoding: 'utf-8', text: new TextDecoder().decode(bytes) } : likelyEncoding(bytes)
  if (!read || (labels.length > 0 && named.every((name) => name === read.encoding))) return given
  const [declared] = labels
  const text = read.text.replace(contentType, (field) => field.replace(charset, '$1utf-8'))
  return { bytes: Buffer.from(text), encoding: { name: read.encoding, from: 'bytes', ...(declared === undefined ? {} : { declared: declared.slice(0, 40) }) } }
}
