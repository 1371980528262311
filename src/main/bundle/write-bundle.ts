import type { Revision } from '#domain/command/index.ts'
import { stableJson, writeIncidentDocument, type IncidentDocument } from '#domain/exchange/index.ts'
import { sha256Of } from '../store/sources.ts'
import { encodeLine } from '../store/history.ts'
import { writeZip } from '../zip/write-zip.ts'
import { bundleFormat, bundleVersion, historyName, incidentName, manifestName, sourceName, type Manifest } from './format.ts'

export type Portable = IncidentDocument & {
  revision: number
  /** Original bytes of sources by their SHA-256; those that are not kept are simply not there. */
  originals: ReadonlyMap<string, Uint8Array>
  /** Null: the history stays at home. */
  revisions: readonly Revision[] | null
}

/** A case as one file. The same case gives the same bytes. */
export function writeBundle({ incident, texts, revision, originals, revisions }: Portable): Uint8Array {
  const files = new Map<string, Uint8Array>([[incidentName, Buffer.from(writeIncidentDocument(incident, texts))]])
  for (const [sha256, bytes] of originals) files.set(sourceName(sha256), bytes)
  if (revisions) files.set(historyName, Buffer.concat(revisions.map((one) => encodeLine(one))))
  const manifest: Manifest = {
    format: bundleFormat,
    schemaVersion: bundleVersion,
    incidentId: incident.id,
    revision,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256Of(bytes) }])),
  }
  return writeZip(new Map([...files, [manifestName, Buffer.from(stableJson(manifest))]]))
}
