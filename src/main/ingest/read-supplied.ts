import type { Revision } from '#domain/command/index.ts'
import type { IncidentDocument } from '#domain/exchange/document.ts'
import type { Encoding } from '#domain/incident/index.ts'
import { bundleExtension } from '../bundle/format.ts'
import type { Bundle } from '../bundle/read-bundle.ts'
import { decodeText, refuseSize } from './decode.ts'
import { decodeDocument } from './decode-document.ts'
import { spoken, type Extracted, type MediaType, type Proposed, type Structure } from './extracted.ts'
import { beginningOf, binaryKindOf, kindOf, shownName } from './file-kind.ts'
import { sha256 } from './hash.ts'
import { bundleType, inProcess, type DocumentTask } from './in-process.ts'
import { readDocument } from './perform.ts'
import { extract } from './extract.ts'

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
  /** How the bytes became text; null: as UTF-8, or by their format's own rules. */
  encoding: Encoding | null
  /** Characters that stand as U+FFFD, because the document's own encoding has no letter for their bytes. */
  unreadable: number
  /** Headings, list items and page breaks that the text itself does not show; null: none. */
  structure: Structure | null
  proposed: Proposed
}
export type SuppliedDocument = {
  kind: 'document'
  fileName: string
  document: IncidentDocument
  /** What a bundle carries beside the document. */
  originals: Bundle['originals']
  revisions: Revision[] | null
}
export type Supplied = SuppliedText | SuppliedDocument

/** Characters of JSON that are read in less time than a thread takes to start. */
const smallDocument = 1_000_000
/** 50 MB of incident take some 15 s on two busy cores; nobody's window waits for it. */
const documentLimits = { milliseconds: 60_000 }
/** Hundreds of pages take a while. */
const binaryLimits = { milliseconds: 60_000 }

const readJson = async (task: DocumentTask, signal?: AbortSignal): Promise<IncidentDocument> => (task.decoded.length <= smallDocument ? readDocument(task) : inProcess(task, documentLimits, signal))

/**
 * Reads what was supplied: a text with what it says about itself, or a whole Kronika document.
 * @throws Refusal when it is neither; says what and where · the signal's reason when it was cancelled
 */
export async function readSupplied({ name, bytes, mediaType }: SuppliedFile, signal?: AbortSignal): Promise<Supplied> {
  const fileName = shownName(name)
  if (fileName.toLowerCase().endsWith(bundleExtension)) {
    const { originals, revisions, ...document } = await inProcess({ name: fileName, mediaType: bundleType, bytes }, documentLimits, signal)
    return { kind: 'document', fileName, document, originals, revisions }
  }
  const original = { fileName, bytes, originalSha256: sha256(bytes), encoding: null }
  const binary = binaryKindOf(fileName, bytes)
  if (binary) {
    refuseSize(fileName, bytes.length)
    return suppliedText(original, binary, await inProcess({ name: fileName, mediaType: binary, bytes }, binaryLimits, signal))
  }
  const kind = kindOf(fileName, beginningOf(bytes), mediaType)
  if (kind === 'application/json') return { kind: 'document', fileName, document: await readJson({ name: fileName, mediaType: kind, decoded: decodeText(fileName, bytes) }, signal), originals: [], revisions: null }
  const { text: decoded, encoding } = decodeDocument(fileName, bytes, kind === 'text/html')
  const task = { name: fileName, mediaType: kind, decoded }
  // A plain text is taken as it is; only markup has a parser to guard against.
  return suppliedText({ ...original, encoding }, kind, kind === 'text/plain' ? extract(task) : await inProcess(task, undefined, signal))
}

function suppliedText(original: Pick<SuppliedText, 'fileName' | 'bytes' | 'originalSha256' | 'encoding'>, mediaType: MediaType, { text, proposed, structure, encoding, unreadable = 0 }: Extracted): SuppliedText {
  return { kind: 'text', ...original, encoding: original.encoding ?? encoding ?? null, unreadable, mediaType, text, textSha256: sha256(text), structure: structure?.length ? structure : null, proposed: spoken(proposed, text) }
}
