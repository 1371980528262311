import { createHash, randomBytes } from 'node:crypto'

/** Crockford's Base32: no I, L, O or U, which are read as 1, 1, 0 and not at all. https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretBytes = 20
const groupLength = 4

/** 160 random bits as eight groups of four, and a ninth that tells a slip of the pen from a wrong key. */
export const newRecoveryKey = (): string => formatted(randomBytes(secretBytes))

function formatted(secret: Buffer): string {
  const text = encode(secret) + encode(checkOf(secret)).slice(0, groupLength)
  return text.match(/.{4}/g)?.join('-') ?? text
}

/** The secret of a recovery key as a person typed it, with any spaces, dashes and case; null when it is misspelt. */
export function readRecoveryKey(typed: string): Buffer | null {
  const text = typed.toUpperCase().replace(/[\s-–—]+/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (text.length !== 36 || [...text].some((letter) => !alphabet.includes(letter))) return null
  const secret = decode(text.slice(0, 32))
  return encode(checkOf(secret)).slice(0, groupLength) === text.slice(32) ? secret : null
}

const checkOf = (secret: Buffer) => createHash('sha256').update('kronika recovery key').update(secret).digest().subarray(0, 5)

function encode(bytes: Buffer): string {
  let value = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  for (let left = (bytes.length * 8) / 5; left > 0; left -= 1) {
    text = (alphabet[Number(value & 31n)] ?? '') + text
    value >>= 5n
  }
  return text
}

function decode(text: string): Buffer {
  let value = 0n
  for (const letter of text) value = (value << 5n) | BigInt(alphabet.indexOf(letter))
  return Buffer.from(value.toString(16).padStart(secretBytes * 2, '0'), 'hex')
}
