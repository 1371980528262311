import type { Revision } from '#domain/command/index.ts'
import type { IncidentDocument } from '#domain/exchange/document.ts'
import { bundleExtension } from '../bundle/format.ts'
import type { Bundle } from '../bundle/read-bundle.ts'
import { decodeText } from './decode.ts'
import type { MediaType, Proposed } from './extracted.ts'
import { kindOf, shownName } from './file-kind.ts'
import { sha256 } from './hash.ts'
import { bundleType, inWorker, type DocumentTask } from './in-worker.ts'
import { perform } from './perform.ts'

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
const documentLimits = { milliseconds: 60_000, megabytes: 2048 }

const readDocument = async (task: DocumentTask): Promise<IncidentDocument> => (task.decoded.length <= smallDocument ? perform(task) : inWorker(task, documentLimits))

/**
 * Reads what was supplied: a text with what it says about itself, or a whole Kronika document.
 * @throws Refusal when it is neither; says what and where
 */
export async function readSupplied({ name, bytes, mediaType }: SuppliedFile): Promise<Supplied> {
  const fileName = shownName(name)
  if (fileName.toLowerCase().endsWith(bundleExtension)) {
    const { originals, revisions, ...document } = await inWorker({ name: fileName, mediaType: bundleType, bytes }, documentLimits)
    return { kind: 'document', fileName, document, originals, revisions }
  }
  const decoded = decodeText(fileName, bytes)
  const kind = kindOf(fileName, decoded, mediaType)
  if (kind === 'application/json') return { kind: 'document', fileName, document: await readDocument({ name: fileName, mediaType: kind, decoded }), originals: [], revisions: null }
  const task = { name: fileName, mediaType: kind, decoded }
  // A plain text is taken as it is; only markup has a parser to guard against.
  const { text, proposed } = kind === 'text/plain' ? perform(task) : await inWorker(task)
  return { kind: 'text', fileName, mediaType: kind, text, textSha256: sha256(text), bytes, originalSha256: sha256(bytes), proposed }
}
