import { basename, extname } from 'node:path'
import type { MediaType } from './extracted.ts'

const byExtension: Record<string, MediaType | 'application/json'> = {
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

/** How to read a file: by the type it was supplied with, its extension, or how it begins; a text when none says. */
export function kindOf(name: string, decoded: string, mediaType?: string): MediaType | 'application/json' {
  const supplied = mediaType?.split(';')[0]?.trim().toLowerCase()
  const byName = byExtension[extname(name).toLowerCase()]
  if (byName) return byName
  if (supplied && known.has(supplied as MediaType)) return supplied as MediaType
  return /^\ufeff?\s*<(?:!doctype\s+html|html)[\s>]/i.test(decoded.slice(0, 1000)) ? 'text/html' : 'text/plain'
}

/** A supplied name as it is shown: its last part, on one line, never a path to follow. */
export function shownName(supplied: string): string {
  const last = basename(supplied.replaceAll('\\', '/'))
  const name = last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd').toWellFormed().trim().slice(-255)
  return name === '' ? 'unnamed' : name
}
