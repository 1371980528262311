import { basename, extname } from 'node:path'
import { docxType, type BinaryType, type TextType } from './extracted.ts'

const byExtension: Record<string, TextType | 'application/json'> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.json': 'application/json',
}
const known = new Set(Object.values(byExtension))

const startsWith = (bytes: Uint8Array, mark: string) => [...mark].every((character, index) => bytes[index] === character.charCodeAt(0))

/** The format of a document that is read by a program for it: by how it begins, a mail by its name; null: none of them. */
export function binaryKindOf(name: string, bytes: Uint8Array): BinaryType | null {
  if (startsWith(bytes, '%PDF-')) return 'application/pdf'
  const extension = extname(name).toLowerCase()
  if (extension === '.docx' && startsWith(bytes, 'PK\u0003\u0004')) return docxType
  return extension === '.eml' ? 'message/rfc822' : null
}

/** The ASCII of a file's first bytes in UTF-8, UTF-16 or any encoding of one byte a letter, enough to see what markup it begins with. */
export function beginningOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 2000)).toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '')
}

/** How to read a file: by the type it was supplied with, its extension, or how it begins; a text when none says. */
export function kindOf(name: string, beginning: string, mediaType?: string): TextType | 'application/json' {
  const supplied = mediaType?.split(';')[0]?.trim().toLowerCase()
  const byName = byExtension[extname(name).toLowerCase()]
  if (byName) return byName
  if (supplied && known.has(supplied as TextType)) return supplied as TextType
  return /^\ufeff?\s*<(?:!doctype\s+html|html)[\s>]/i.test(beginning.slice(0, 1000)) ? 'text/html' : 'text/plain'
}

/** A supplied name as it is shown: its last part, on one line, never a path to follow. */
export function shownName(supplied: string): string {
  const last = basename(supplied.replaceAll('\\', '/'))
  const name = last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd').toWellFormed().trim().slice(-255)
  return name === '' ? 'unnamed' : name
}
