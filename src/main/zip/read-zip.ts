import { unzipSync } from 'fflate'
import { crc32 } from 'node:zlib'
import { Refusal } from '#domain/exchange/refusal.ts'

export type ZipLimits = {
  entries: number
  /** Bytes of all entries together, inflated. */
  bytes: number
  /** How many times larger than the archive its content may be, beyond the first megabyte. */
  ratio: number
}

/** Small archives may be squeezed hard: a text of one sentence repeated is no bomb. */
const freeBytes = 1_000_000

/** A name that could mean a place outside of where it is unpacked, or that no two systems read alike. */
function nameProblem(name: string): string | null {
  if (name === '' || name.length > 255) return 'has no name that can be used'
  if (/[\\:\p{Cc}\p{Bidi_Control}]/u.test(name)) return 'has a name with characters that are not allowed'
  if (name.startsWith('/') || name.split('/').some((part) => part === '..' || part === '.')) return 'has a name that leads elsewhere'
  return null
}

/**
 * The files of a zip, in memory: no name ever becomes a path, so a link is only its bytes. Sizes are checked as the
 * archive states them before anything is inflated, and inflating stops at the stated size, so a false one cannot take
 * more memory; what is then cut short does not fit its CRC-32, which the library leaves to us.
 * @param where the archive's name, for messages
 * @throws Refusal too-large, damaged-archive
 */
export function readZip(bytes: Uint8Array, where: string, limits: ZipLimits): Map<string, Uint8Array> {
  const stated = new Map<string, number>()
  let total = 0
  const refuse = (code: 'too-large' | 'damaged-archive', detail: string) => {
    throw new Refusal(code, where, detail)
  }
  const admit = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    const problem = nameProblem(name)
    if (problem) refuse('damaged-archive', `an entry ${problem}`)
    if (stated.has(name)) refuse('damaged-archive', `has the entry ${name} twice`)
    stated.set(name, originalSize)
    total += originalSize
    if (stated.size > limits.entries) refuse('too-large', `has more than ${limits.entries} entries`)
    if (total > limits.bytes) refuse('too-large', `holds more than ${limits.bytes / 1e6} MB`)
    if (total > freeBytes && total > limits.ratio * bytes.length) refuse('too-large', `unpacks to more than ${limits.ratio} times its size`)
    return !name.endsWith('/')
  }
  const files = unpacked(bytes, where, admit)
  const sums = sumsOf(bytes)
  for (const [name, content] of Object.entries(files)) {
    if (content.length !== stated.get(name) || crc32(content) !== sums.get(name)) refuse('damaged-archive', `the entry ${name} does not fit its length or checksum`)
  }
  return new Map(Object.entries(files))
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** The CRC-32 of each entry, from the central directory (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function sumsOf(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const sums = new Map<string, number>()
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1
  let at = end < 0 ? bytes.length : view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
    sums.set(Buffer.from(bytes.subarray(at + 46, at + 46 + name)).toString('utf8'), view.getUint32(at + 16, true))
    at += 46 + name + extra + comment
  }
  return sums
}

function unpacked(bytes: Uint8Array, where: string, filter: (file: { name: string; originalSize: number }) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('damaged-archive', where, `is not a sound zip: ${error instanceof Error ? error.message : String(error)}`)
  }
}
