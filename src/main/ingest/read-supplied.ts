import { readIncidentDocument } from '#domain/exchange/json-read.ts'
import type { IncidentDocument } from '#domain/exchange/document.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { decodeText } from './decode.ts'
import { extract } from './extract.ts'
import { extractLimited } from './extract-limited.ts'
import type { MediaType, Proposed } from './extracted.ts'
import { kindOf, shownName } from './file-kind.ts'
import { sha256 } from './hash.ts'

/** A file as it was dropped, pasted, chosen or named; `name` is shown and never followed as a path. */
export type SuppliedFile = { name: string; bytes: Uint8Array; mediaType?: string }

export type SuppliedText = {
  kind: 'text'
  fileName: string
  mediaType: MediaType
  /** Normalised; frozen from here on. */
  text: string
  textSha256: string
  bytes: Uint8Array
  originalSha256: string
  proposed: Proposed
}
export type SuppliedDocument = { kind: 'document'; fileName: string; document: IncidentDocument }
export type Supplied = SuppliedText | SuppliedDocument

function readDocument(fileName: string, decoded: string): IncidentDocument {
  try {
    return readIncidentDocument(decoded.replace(/^\ufeff/, ''), sha256)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.where === '' ? fileName : `${fileName}: ${error.where}`, error.detail)
    throw error
  }
}

/**
 * Reads what was supplied: a text with what it says about itself, or a whole Kronika document.
 * @throws Refusal when it is neither; says what and where
 */
export async function readSupplied({ name, bytes, mediaType }: SuppliedFile): Promise<Supplied> {
  const fileName = shownName(name)
  const decoded = decodeText(fileName, bytes)
  const kind = kindOf(fileName, decoded, mediaType)
  if (kind === 'application/json') return { kind: 'document', fileName, document: readDocument(fileName, decoded) }
  const task = { name: fileName, mediaType: kind, decoded }
  // A plain text is taken as it is; only markup has a parser to guard against.
  const { text, proposed } = kind === 'text/plain' ? extract(task) : await extractLimited(task)
  return { kind: 'text', fileName, mediaType: kind, text, textSha256: sha256(text), bytes, originalSha256: sha256(bytes), proposed }
}
