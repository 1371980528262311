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

/** How to read a file: by the type it was supplied with, its extension, or how it begins; a text when none says. */
export function kindOf(name: string, decoded: string, mediaType?: string): TextType | 'application/json' {
  const supplied = mediaType?.split(';')[0]?.trim().toLowerCase()
  const byName = byExtension[extname(name).toLowerCase()]
  if (byName) return byName
  if (supplied && known.has(supplied as TextType)) return supplied as TextType
  return /^\ufeff?\s*<(?:!doctype\s+html|html)[\s>]/i.test(decoded.slice(0, 1000)) ? 'text/html' : 'text/plain'
}

/** A supplied name as it is shown: its last part, on one line, never a path to follow. */
export function shownName(supplied: string): string {
  const last = basename(supplied.replaceAll('\\', '/'))
  const name = last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd').toWellFormed().trim().slice(-255)
  return name === '' ? 'unnamed' : name
}
