import { isUtf8 } from 'node:buffer'
import { Refusal } from '#domain/exchange/refusal.ts'
import type { Encoding } from '#domain/incident/index.ts'
import { decodeAs } from './decode-as.ts'
import { isControl, refuseNotText, refuseNotUtf8, refuseSize } from './decode.ts'
import { declaredEncoding, encodingNamed } from './declared-encoding.ts'
import { likelyEncoding, looksMisread } from './likely-encoding.ts'

/** A document's text, its byte order mark gone, and how its bytes were read; null: as UTF-8, which nothing speaks against. */
export type Decoded = { text: string; encoding: Encoding | null }

const marks: [name: string, bytes: number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]]
const byMark = (bytes: Uint8Array) => marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? null

/** Of the bytes looked at for it: text in Latin letters has a zero as every second byte. */
const zeroShare = 0.3
const leastUnits = 8

/** UTF-16 without its mark, when the zeros among its first bytes say so. */
function byZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 2000)
  const zeros = head.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  const even = head.reduce((sum, byte, index) => sum + (byte === 0 && index % 2 === 0 ? 1 : 0), 0)
  const odd = zeros - even
  if (head.length < 2 * leastUnits) return null
  if (odd > head.length * zeroShare && even === 0) return 'utf-16le'
  return even > head.length * zeroShare && odd === 0 ? 'utf-16be' : null
}

const inWords: Record<string, string> = { 'utf-16le': 'UTF-16 (little-endian)', 'utf-16be': 'UTF-16 (big-endian)', 'utf-8': 'UTF-8' }

function utf16(name: string, bytes: Uint8Array, encoding: string, from: Encoding['from']): Decoded {
  const text = decodeAs(encoding, bytes)
  if (text === null) throw new Refusal('utf-16', name, `${inWords[encoding] ?? encoding} that is broken${bytes.length % 2 === 1 ? ': it ends within a character' : ': it holds half a character'}`)
  const control = Array.prototype.findIndex.call(text, (character: string) => isControl(character.charCodeAt(0)))
  if (control >= 0) throw new Refusal('not-text', name, `not a text, though it begins as ${inWords[encoding] ?? encoding}: U+${text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0')} at character ${control}`)
  return { text, encoding: { name: encoding, from } }
}

const known = (declared: string | null) => (declared === null ? null : encodingNamed(declared))
/** The declaration, where it says other than what was found to be so. */
const against = (declared: string | null, read: string) => (declared === null || known(declared) === read ? {} : { declared: declared.slice(0, 40) })

/** Characters beyond ASCII that bytes spell in UTF-8 by accident: "ÍŽ" in windows-1250 does, and not much more. */
const accidental = 3

/** Bytes that are UTF-8. A declaration of something else is followed only where little speaks against it. */
function asUtf8(bytes: Uint8Array, declared: string | null): Decoded {
  const text = decodeAs('utf-8', bytes) ?? ''
  const other = known(declared)
  if (other === null || other === 'utf-8') return { text, encoding: null }
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const read = beyond > accidental ? null : decodeAs(other, bytes)
  if (read === null || looksMisread(other, read)) return { text, encoding: { name: 'utf-8', from: 'bytes', ...against(declared, 'utf-8') } }
  return { text: read, encoding: read === text ? null : { name: other, from: 'declaration' } }
}

/** Bytes that are not: by their declaration unless their letters deny it, else by their letters. */
function asOther(name: string, bytes: Uint8Array, declared: string | null): Decoded {
  const other = known(declared)
  const read = other === null || other === 'utf-8' ? null : decodeAs(other, bytes)
  const likely = other !== null && read !== null && !looksMisread(other, read) ? null : likelyEncoding(bytes)
  if (likely !== null && likely.text !== read) return { text: likely.text, encoding: { name: likely.encoding, from: 'bytes', ...against(declared, likely.encoding) } }
  if (other !== null && read !== null) return { text: read, encoding: { name: other, from: 'declaration' } }
  return refuseNotUtf8(name, bytes, declared === null ? ', and no other encoding is clear' : `, though the page says its characters are ${declared.slice(0, 40)}; no other encoding is clear`)
}

/**
 * The text of a document in whatever encoding it is, as far as that is certain: by its byte order mark; by what a page
 * declares; as UTF-8, which hardly anything else is by accident; by its letters. What contradicts the bytes is told.
 * @param name the file's name, for messages alone
 * @param isPage whether it may declare its encoding, as HTML does
 * @throws Refusal too-large, empty, not-text, utf-16 or not-utf8, with the byte's place; never a replacement character
 */
export function decodeDocument(name: string, bytes: Uint8Array, isPage: boolean): Decoded {
  refuseSize(name, bytes.length)
  if (bytes.length === 0) throw new Refusal('empty', name, 'the file is empty')
  const decoded = decodedBy(name, bytes, isPage)
  if (decoded.text.trim() === '') throw new Refusal('empty', name, 'the file holds nothing but white space')
  return decoded
}

function decodedBy(name: string, bytes: Uint8Array, isPage: boolean): Decoded {
  const mark = byMark(bytes)
  const zeros = mark === null ? byZeros(bytes) : null
  if (mark !== null && mark !== 'utf-8') return utf16(name, bytes, mark, 'byte-order-mark')
  if (zeros !== null) return utf16(name, bytes, zeros, 'bytes')
  refuseNotText(name, bytes)
  const declared = isPage ? declaredEncoding(bytes) : null
  if (mark === null) return isUtf8(bytes) ? asUtf8(bytes, declared) : asOther(name, bytes, declared)
  const text = decodeAs('utf-8', bytes)
  if (text === null) return refuseNotUtf8(name, bytes, ', though its byte order mark says so')
  const said = against(declared, 'utf-8')
  return { text, encoding: 'declared' in said ? { name: 'utf-8', from: 'byte-order-mark', ...said } : null }
}
