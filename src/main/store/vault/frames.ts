import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { VaultKey } from './keys.ts'

/**
 * A sealed file: a head, then frames. Numbers are little-endian.
 *
 *   head    "KRNKSEAL" · version u8 · 3 zero bytes · file id (16 random bytes) · CRC-32 of these
 *   frame   length u32 · index u32 · nonce (12 random bytes) · nonce of the frame before (zeros for the first) · CRC-32 of these
 *           · ciphertext · tag (16 bytes) · end u64
 *
 * AES-256-GCM under the key of the file; authenticated with it: the head, the frame's own head and `end`, which is how
 * many bytes of plain text the file holds up to here. So a frame opens only in its file, at its index, behind the frame
 * it was written behind. The CRCs are no protection against people: they tell a frame that was cut off while it was
 * written from one that was damaged later.
 */
const magic = Buffer.from('KRNKSEAL')
const version = 1
export const headBytes = 32
const frameHeadBytes = 36
const tagBytes = 16
export const endBytes = 8
const overhead = frameHeadBytes + tagBytes + endBytes
const firstLink = Buffer.alloc(12)
/** So much is sealed or opened between two pauses. */
const pauseBytes = 2_000_000

export type FileSeal = { head: Buffer; key: Buffer }

export function newSeal(key: VaultKey): FileSeal {
  const start = Buffer.concat([magic, Buffer.from([version, 0, 0, 0]), randomBytes(16)])
  return sealOf(Buffer.concat([start, u32(crc32(start))]), key)
}

const sealOf = (head: Buffer, key: VaultKey): FileSeal => ({ head, key: key.fileKey(head.subarray(12, 28)) })

/** The seal of a file by its first bytes; null when they are not a sound head. */
export function readSeal(bytes: Buffer, key: VaultKey): FileSeal | null {
  const head = bytes.subarray(0, headBytes)
  const sound = head.length === headBytes && head.subarray(0, 8).equals(magic) && head.readUInt32LE(8) === version && crc32(head.subarray(0, 28)) === head.readUInt32LE(28)
  return sound ? sealOf(Buffer.from(head), key) : null
}

/** Whether bytes are those of a sealed file, without any key. */
export const looksSealed = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 8)).equals(magic)

/** Where the next frame goes. `plainEnd`: bytes of plain text before it. */
export type Tail = { index: number; link: Buffer; plainEnd: number; end: number }
export const emptyTail: Tail = { index: 0, link: firstLink, plainEnd: 0, end: headBytes }

export function sealFrame({ head, key }: FileSeal, tail: Tail, plain: Uint8Array): { bytes: Buffer; tail: Tail } {
  const nonce = randomBytes(12)
  const start = Buffer.concat([u32(plain.length), u32(tail.index), nonce, tail.link])
  const frameHead = Buffer.concat([start, u32(crc32(start))])
  const end = u64(tail.plainEnd + plain.length)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.concat([head, frameHead, end]))
  const bytes = Buffer.concat([frameHead, cipher.update(plain), cipher.final(), cipher.getAuthTag(), end])
  return { bytes, tail: { index: tail.index + 1, link: nonce, plainEnd: tail.plainEnd + plain.length, end: tail.end + bytes.length } }
}

type Frame = { kind: 'frame'; start: number; length: number; index: number; nonce: Buffer; link: Buffer }
type Part = Frame | { kind: 'damaged' | 'torn'; start: number; end: number }

/** The frames of a file by their heads, without opening them. */
export function partsOf(bytes: Buffer): Part[] {
  const parts: Part[] = []
  let at = headBytes
  while (at < bytes.length) {
    const frame = frameAt(bytes, at)
    if (frame && at + frame.length + overhead <= bytes.length) {
      parts.push(frame)
      at += frame.length + overhead
      continue
    }
    const next = frame || bytes.length - at < frameHeadBytes ? -1 : nextFrame(bytes, at + 1)
    const torn = next === -1 && (frame !== null || bytes.length - at < frameHeadBytes || hasHole(bytes.subarray(at)))
    const end = next === -1 ? bytes.length : next
    parts.push({ kind: torn ? 'torn' : 'damaged', start: at, end })
    at = end
  }
  return parts
}

function frameAt(bytes: Buffer, start: number): Frame | null {
  const head = bytes.subarray(start, start + frameHeadBytes)
  if (head.length < frameHeadBytes || crc32(head.subarray(0, 32)) !== head.readUInt32LE(32)) return null
  return { kind: 'frame', start, length: head.readUInt32LE(0), index: head.readUInt32LE(4), nonce: head.subarray(8, 20), link: head.subarray(20, 32) }
}

/** Behind a damaged head the next sound one is looked for, so that damage takes no more than the frame it struck. */
function nextFrame(bytes: Buffer, from: number): number {
  for (let at = from; at + overhead <= bytes.length; at += 1) {
    const frame = frameAt(bytes, at)
    if (frame && at + frame.length + overhead <= bytes.length) return at
  }
  return -1
}

/** Blocks that were allotted and never filled, as a power cut leaves them. Sealed bytes do not hold so many zeros. */
const hasHole = (bytes: Buffer): boolean => bytes.includes(Buffer.alloc(32))

/** The last whole frame that something may be written behind; null when the file is not sound up to its end. */
export function tailOf(bytes: Buffer): { boundaries: Tail[]; torn: number } | null {
  const boundaries: Tail[] = [emptyTail]
  for (const part of partsOf(bytes)) {
    const last = boundaries.at(-1) ?? emptyTail
    if (part.kind === 'torn') return { boundaries, torn: part.end - part.start }
    if (part.kind !== 'frame' || part.index !== last.index || !part.link.equals(last.link)) return null
    boundaries.push({ index: part.index + 1, link: Buffer.from(part.nonce), plainEnd: last.plainEnd + part.length, end: part.start + part.length + overhead })
  }
  return { boundaries, torn: 0 }
}

const filler = Buffer.from('(does not decrypt) ')
/** What was cut off counts as no more plain text than was meant to be written. */
export const tornSize = (onDisk: number): number => (onDisk === 0 ? 0 : Math.max(1, onDisk - overhead + 1))

/** Stands for bytes that cannot be opened: as a line that no checksum fits, or, torn, as one without an end. */
const inPlaceOf = (length: number, torn = false): Buffer => (torn ? Buffer.alloc(length, filler) : Buffer.concat([Buffer.alloc(Math.max(length - 1, filler.length), filler), Buffer.from('\n')]))

/**
 * The plain text of a sealed file. Nothing that does not authenticate is handed on: a damaged, foreign, missing or
 * repeated frame reads as a line "(does not decrypt)", which every reader of the store recognises as damage; what was
 * cut off at the very end while it was written reads as a line without an end, which they recognise as torn.
 */
export const openSealed = async (bytes: Buffer, key: VaultKey): Promise<Buffer> => (await openAsFarAsPossible(bytes, key)).bytes

/** The same; `whole`: all of it opened. */
export async function openAsFarAsPossible(bytes: Buffer, key: VaultKey): Promise<{ bytes: Buffer; whole: boolean }> {
  if (bytes.length === 0) return { bytes, whole: true }
  const seal = readSeal(bytes, key)
  if (!seal) return { bytes: inPlaceOf(bytes.length, bytes.length < headBytes && magic.subarray(0, bytes.length).equals(bytes.subarray(0, 8))), whole: false }
  const parts = partsOf(bytes)
  const plain: Buffer[] = []
  let expected: { index: number; link: Buffer } | null = emptyTail
  let since = 0
  let whole = true
  for (const part of parts) {
    if (part.kind !== 'frame') {
      whole = false
      plain.push(part.kind === 'torn' ? inPlaceOf(tornSize(part.end - part.start), true) : inPlaceOf(part.end - part.start))
      expected = null
      continue
    }
    const opened = openFrame(seal, bytes, part)
    const gap = expected !== null && part.index > expected.index
    const follows = expected === null || gap || (part.index === expected.index && part.link.equals(expected.link))
    const cutOff = opened === null && part === parts.at(-1) && hasHole(bytes.subarray(part.start))
    if (gap || !opened || !follows) whole = false
    if (gap) plain.push(inPlaceOf(0))
    plain.push(opened && follows ? opened : inPlaceOf(part.length, cutOff))
    expected = { index: part.index + 1, link: part.nonce }
    since += part.length
    if (since > pauseBytes) {
      since = 0
      await setImmediate()
    }
  }
  return { bytes: plain.length === 1 && plain[0] ? plain[0] : Buffer.concat(plain), whole }
}

/** At least so many bytes of the plain text's end, from the whole frames that hold them; what does not open is left out with all before it. */
export function plainEndOf(bytes: Buffer, key: VaultKey, wanted: number): Buffer {
  const seal = readSeal(bytes, key)
  let plain = Buffer.alloc(0)
  for (const part of partsOf(bytes).reverse()) {
    if (!seal || plain.length >= wanted) break
    if (part.kind === 'torn') continue
    const opened = part.kind === 'frame' ? openFrame(seal, bytes, part) : null
    if (!opened) break
    plain = Buffer.concat([opened, plain])
  }
  return plain
}

function openFrame({ head, key }: FileSeal, bytes: Buffer, { start, length, nonce }: Frame): Buffer | null {
  const body = start + frameHeadBytes
  const end = body + length + tagBytes
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.concat([head, bytes.subarray(start, body), bytes.subarray(end, end + endBytes)]))
  cipher.setAuthTag(bytes.subarray(body + length, end))
  try {
    return Buffer.concat([cipher.update(bytes.subarray(body, body + length)), cipher.final()])
  } catch {
    return null
  }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(endBytes)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
