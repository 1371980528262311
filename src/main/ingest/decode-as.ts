/**
 * What windows-1252 has for the bytes 80–9F (WHATWG Encoding standard, index windows-1252; a space: not defined). Releases
 * of Node 20.18 to 24.6, on which the command line may run, read them as control characters (nodejs/node #60888, #59515).
 */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Control characters of ISO 6429 and code points for private use: decoders give them for bytes that their encoding does not define. */
const undefinedBytes = /[\u0080-\u009f\ufdd0-\ufdef\ufffd-\uffff\p{Co}]/u

/**
 * The text of bytes by an encoding of the Encoding standard, without its byte order mark.
 * @returns null when bytes are not of that encoding; a replacement character is never the answer
 */
export function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
  if (encoding.startsWith('utf-')) return text
  if (encoding === 'windows-1252') text = text.replace(/[\u0080-\u009f]/g, (control) => (windows1252[control.charCodeAt(0) - 0x80] ?? ' ').replace(' ', control))
  return undefinedBytes.test(text) ? null : text
}
