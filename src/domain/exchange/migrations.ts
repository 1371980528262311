import { schemaVersion } from '../incident/index.ts'

/** A document of some version, parsed but not yet checked. */
export type RawDocument = Record<string, unknown>
type Step = (document: RawDocument) => RawDocument

/**
 * One pure step per released version: the step under 1 turns a document of version 1 into one of version 2.
 * Version 1 is the first, so there is none yet; each comes with a fixture of the version it leaves behind.
 */
const steps: ReadonlyMap<number, Step> = new Map<number, Step>()

/** True when documents of this version can be read. */
export const isKnownVersion = (version: number): boolean => version === schemaVersion || steps.has(version)

/** The document in today's version. `version` must be known. */
export function migrate(document: RawDocument, version: number): RawDocument {
  let current = document
  for (let at = version; at < schemaVersion; at += 1) {
    const step = steps.get(at)
    if (!step) throw new RangeError(`no step leads from version ${at}`)
    current = { ...step(current), schemaVersion: at + 1 }
  }
  return current
}
