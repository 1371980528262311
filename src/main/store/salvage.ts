import { z } from 'zod'
import type { Revision } from '#domain/command/index.ts'
import { StoreError } from './errors.ts'
import { decodeHistory, lineSchema, openLine, type History } from './history.ts'
import { migrateLine, type Schema, type Stored } from './schema.ts'

/** A line that is whole by its own checksum, wherever it stands: damage before it does not unmake it. */
export type WholeLine = { bytes: Buffer; revision: Revision }

/** Every line of a damaged history that is whole and readable, in the order of the file. Never throws. */
export function wholeLines(bytes: Buffer, schema: Schema): WholeLine[] {
  const found: WholeLine[] = []
  let start = 0
  while (start < bytes.length) {
    const at = bytes.indexOf(0x0a, start)
    const line = bytes.subarray(start, at === -1 ? bytes.length : at)
    const revision = revisionIn(line, schema)
    if (revision) found.push({ bytes: Buffer.concat([line, Buffer.from('\n')]), revision })
    start = at === -1 ? bytes.length : at + 1
  }
  return found
}

function revisionIn(line: Buffer, schema: Schema): Revision | null {
  const body = openLine(line)
  if (body === null) return null
  const { schemaVersion: version = 1, ...stored } = JSON.parse(body) as Stored
  if (!z.int().positive().max(schema.version).safeParse(version).success) return null
  const result = lineSchema.safeParse(migrateLine(stored, Number(version), schema))
  return result.success ? (result.data as Revision) : null
}

/**
 * The history of a backup, carried on by the lines of a damaged one that follow it without a gap. Null when that adds
 * nothing, or when the two are not the same history: where both have a revision, it must be the very same line.
 */
export function joined(backup: Buffer, damaged: Buffer, path: string, schema: Schema): { bytes: Buffer; history: History } | null {
  const known = wholeLines(backup, schema)
  const ours = wholeLines(damaged, schema)
  const same = (line: WholeLine) => known[line.revision.sequence - 1]?.bytes.equals(line.bytes) ?? true
  if (!ours.every(same)) return null
  const added: Buffer[] = []
  for (const line of ours) if (line.revision.sequence === known.length + added.length + 1) added.push(line.bytes)
  if (added.length === 0) return null
  const bytes = Buffer.concat([...known.map((line) => line.bytes), ...added])
  try {
    return { bytes, history: decodeHistory(bytes, path, schema) }
  } catch (error) {
    if (error instanceof StoreError) return null
    throw error
  }
}
