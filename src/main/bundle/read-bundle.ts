import type { Revision } from '#domain/command/index.ts'
import { parseStrictJson, readIncidentDocument, Refusal, type IncidentDocument } from '#domain/exchange/index.ts'
import { sha256Of } from '../store/sources.ts'
import { readZip } from '../zip/read-zip.ts'
import { bundleFormat, bundleLimits, bundleVersion, historyName, incidentName, manifestName, manifestSchema, sourceName, type Manifest } from './format.ts'
import { readForeignHistory } from './foreign-history.ts'

export type Bundle = IncidentDocument & {
  originals: { sha256: string; bytes: Uint8Array }[]
  revisions: Revision[] | null
}

/**
 * Reads a portable case. Everything is checked before anything is given back: the archive, the manifest, the SHA-256
 * of every file, that there is nothing but what the manifest says, the incident as strictly as a Kronika document,
 * originals against the sources that name them, and the history step by step.
 * @param where the file's name, for messages
 * @throws Refusal that says what and where
 */
export function readBundle(bytes: Uint8Array, where: string): Bundle {
  const files = readZip(bytes, where, bundleLimits)
  const manifest = manifestOf(files, where)
  const content = (name: string) => files.get(name) ?? new Uint8Array()
  requireManifest(files, manifest, where)
  const document = readIncident(text(content(incidentName), `${where}: ${incidentName}`), `${where}: ${incidentName}`)
  if (document.incident.id !== manifest.incidentId) throw new Refusal('invalid', `${where}: ${manifestName}`, `speaks of the incident ${manifest.incidentId}, the bundle holds ${document.incident.id}`)
  const wanted = new Set(Object.values(document.incident.sources).flatMap(({ capture }) => capture?.sha256 ?? []))
  const originals = [...files.keys()].filter((name) => name.startsWith('sources/')).map((name) => original(name, content(name), wanted, where))
  const history = files.get(historyName)
  const revisions = history ? readForeignHistory(Buffer.from(history.buffer, history.byteOffset, history.length), `${where}: ${historyName}`, document.incident) : null
  return { ...document, originals, revisions }
}

function manifestOf(files: ReadonlyMap<string, Uint8Array>, where: string): Manifest {
  const bytes = files.get(manifestName)
  if (!bytes) throw new Refusal('not-kronika', where, `is a zip without ${manifestName}, so no Kronika bundle`)
  const value = inFile(`${where}: ${manifestName}`, () => parseStrictJson(text(bytes, manifestName)))
  const { format, schemaVersion } = Object(value) as { format?: unknown; schemaVersion?: unknown }
  if (format !== bundleFormat) throw new Refusal('not-kronika', `${where}: ${manifestName}`, `has no "format": "${bundleFormat}"`)
  if (typeof schemaVersion === 'number' && schemaVersion > bundleVersion) throw new Refusal('newer-version', `${where}: ${manifestName}`, `has version ${schemaVersion}; this program knows ${bundleVersion}`)
  const parsed = manifestSchema.safeParse(value)
  const issue = parsed.error?.issues[0]
  if (!parsed.success) throw new Refusal('invalid', `${where}: ${manifestName}: ${issue?.path.join('.') ?? ''}`, issue?.message ?? 'is not a manifest')
  return parsed.data
}

/** Nothing missing, nothing more, and every byte as stated. */
function requireManifest(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest, where: string) {
  const known = (name: string) => name === incidentName || name === historyName || /^sources\/[0-9a-f]{64}$/.test(name)
  for (const name of files.keys()) {
    if (name === manifestName) continue
    if (!Object.hasOwn(manifest.files, name)) throw new Refusal('altered', `${where}: ${name}`, 'the manifest does not have this file')
    if (!known(name)) throw new Refusal('altered', `${where}: ${name}`, 'does not belong in a bundle')
  }
  for (const [name, stated] of Object.entries(manifest.files)) {
    const bytes = files.get(name)
    if (!bytes) throw new Refusal('altered', `${where}: ${name}`, 'the manifest has this file, the bundle does not')
    if (bytes.length !== stated.bytes || sha256Of(bytes) !== stated.sha256) throw new Refusal('altered', `${where}: ${name}`, 'is not as the manifest says: its SHA-256 differs')
  }
  if (!files.has(incidentName)) throw new Refusal('altered', where, `has no ${incidentName}`)
}

function original(name: string, bytes: Uint8Array, wanted: ReadonlySet<string>, where: string) {
  const sha256 = name.slice(sourceName('').length)
  if (sha256Of(bytes) !== sha256) throw new Refusal('altered', `${where}: ${name}`, 'does not have the SHA-256 it is named by')
  if (!wanted.has(sha256)) throw new Refusal('broken-reference', `${where}: ${name}`, 'no source of the incident is made from this file')
  return { sha256, bytes }
}

const readIncident = (json: string, where: string): IncidentDocument => inFile(where, () => readIncidentDocument(json, sha256Of))

function inFile<T>(where: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.where === '' ? where : `${where}: ${error.where}`, error.detail)
    throw error
  }
}

function text(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal('not-utf8', where, 'not UTF-8')
  }
}
