/** What bytes begin with, for a message that names what a file is rather than what it is not. */
const signatures: [name: string, bytes: string, offset?: number][] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive or an office document (docx, xlsx, odt)', 'PK\x03\x04'],
  ['an older Office document (doc, xls, msg)', '\xd0\xcf\x11\xe0'],
  ['an RTF document', '{\\rtf'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a WebP image', 'WEBP', 8],
  ['a TIFF image', 'II*\x00'],
  ['a TIFF image', 'MM\x00*'],
  ['a BMP image', 'BM'],
  ['a gzip archive', '\x1f\x8b'],
  ['a 7z archive', '7z\xbc\xaf'],
  ['a RAR archive', 'Rar!\x1a'],
  ['an xz archive', '\xfd7zXZ'],
  ['a SQLite database', 'SQLite format 3\x00'],
  ['a program', '\x7fELF'],
  ['a program', 'MZ'],
  ['a video', 'ftyp', 4],
  ['an MP3 recording', 'ID3'],
]
/** These are text by their bytes, yet no text to read. */
const neverText = new Set(['a PDF', 'an RTF document'])

const begins = (bytes: Uint8Array, mark: string, offset = 0) => [...mark].every((character, index) => bytes[offset + index] === character.charCodeAt(0))

/** Such as "a PDF"; null when the beginning says nothing. */
export function looksLike(bytes: Uint8Array): string | null {
  return signatures.find(([, mark, offset]) => begins(bytes, mark, offset))?.[0] ?? null
}

/** What the bytes are, when their beginning alone rules out a text. */
export function certainlyNotText(bytes: Uint8Array): string | null {
  const name = looksLike(bytes)
  return name !== null && neverText.has(name) ? name : null
}
