import { isUtf8 } from 'node:buffer'
import { Refusal } from '#domain/exchange/refusal.ts'
import { certainlyNotText, looksLike } from './signatures.ts'

/** Bytes of a file the product reads at all: 50 MB. */
export const sizeLimit = 50_000_000

export function refuseSize(name: string, byteLength: number, limit = sizeLimit): void {
  if (byteLength > limit) throw new Refusal('too-large', name, `${(byteLength / 1e6).toFixed(1)} MB; at most ${limit / 1e6} MB can be read`)
}

/** Tab, line feed, form feed and carriage return are text; so is ESC in mail of old, but nobody reads it. */
export const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d

function utf16Kind(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little-endian'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big-endian'
  const head = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Text in Latin letters has a zero as every second byte.
  if (odd > head.length * 0.3 && even <= head.length * 0.05) return 'little-endian, without a byte order mark'
  if (even > head.length * 0.3 && odd <= head.length * 0.05) return 'big-endian, without a byte order mark'
  return null
}

const continues = (byte: number | undefined, from = 0x80, to = 0xbf) => byte !== undefined && byte >= from && byte <= to

/** The length of the UTF-8 sequence at an offset, 0 when it is none (Unicode 16, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const second = bytes[at + 1]
  if (first < 0x80) return 1
  if (first >= 0xc2 && first <= 0xdf) return continues(second) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const fits = continues(second, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf)
    return fits && continues(bytes[at + 2]) ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const fits = continues(second, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf)
    return fits && continues(bytes[at + 2]) && continues(bytes[at + 3]) ? 4 : 0
  }
  return 0
}

function firstInvalid(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

const hex = (byte: number | undefined) => (byte ?? 0).toString(16).padStart(2, '0')

/** @throws Refusal not-text for what is text by none of its bytes' meanings: a format of its own, or control characters */
export function refuseNotText(name: string, bytes: Uint8Array): void {
  const other = certainlyNotText(bytes)
  if (other) throw new Refusal('not-text', name, `looks like ${other}; txt, Markdown, HTML, PDF, docx, eml and Kronika JSON can be imported`)
  const control = bytes.findIndex(isControl)
  if (control < 0) return
  const kind = looksLike(bytes)
  throw new Refusal('not-text', name, `${kind ? `looks like ${kind}` : 'not a text'}: byte 0x${hex(bytes[control])} at offset ${control}`)
}

/** @throws Refusal not-utf8 with the byte's place and what else there is to say */
export function refuseNotUtf8(name: string, bytes: Uint8Array, also = ''): never {
  const at = firstInvalid(bytes)
  const kind = looksLike(bytes)
  throw new Refusal('not-utf8', name, `${kind ? `looks like ${kind}; ` : ''}not UTF-8: byte 0x${hex(bytes[at])} at offset ${at}${also}`)
}

/**
 * The text of bytes that have to be UTF-8, as JSON has (RFC 8259), one byte order mark still on it.
 * @param name the file's name, for messages alone
 * @throws Refusal too-large, empty, utf-16, not-text or not-utf8, with the byte's place
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  refuseSize(name, bytes.length)
  if (bytes.length === 0) throw new Refusal('empty', name, 'the file is empty')
  const utf16 = utf16Kind(bytes)
  if (utf16) throw new Refusal('utf-16', name, `UTF-16 (${utf16}); save it as UTF-8`)
  refuseNotText(name, bytes)
  if (!isUtf8(bytes)) refuseNotUtf8(name, bytes)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (text.replace(/^\ufeff/, '').trim() === '') throw new Refusal('empty', name, 'the file holds nothing but white space')
  return text
}
