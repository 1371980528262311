import type { Hash } from 'node:crypto'
import type { Revision } from '#domain/command/index.ts'
import { incidentSchema, integrityProblems, type Incident } from '#domain/incident/index.ts'
import { keepAside, keepCopy } from './durable-file.ts'
import type { Low, Numbered } from './durable-low.ts'
import { HistoryDamaged, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { readHistory, replay } from './history.ts'
import { Journal } from './journal.ts'
import { stampOf, type Layout } from './layout.ts'
import { currentSchema, type Schema } from './schema.ts'
import { quarantineSnapshot, readSnapshot } from './snapshot.ts'

export type Loaded = {
  incident: Incident
  revisions: Revision[]
  /** Bytes of the history that are whole. */
  size: number
  hash: Hash
  /** The revision the snapshot on disk stands at; 0: there is none. */
  snapshotAt: number
  /** What was found and, unless read-only, put right. For people to read. */
  repairs: string[]
  snapshot: Low<Numbered<Incident | null>> | null
  /** The last revision an older version wrote; 0: none. Its patches do not fit today's incident. */
  olderUntil: number
}

export type LoadOptions = {
  readOnly: boolean
  now: Date
  files: Files
  /** A revision that is known to have been durable. */
  expected?: number
  schema?: Schema
}

/**
 * Reads an incident: its snapshot, and what the history has beyond it; the whole history when the snapshot is unusable.
 * Unless `readOnly`, a torn end is cut and a corrupt snapshot put aside, both kept in quarantine/.
 * @throws StoreError not-found, unreadable, newer, invalid
 * @throws HistoryDamaged; then nothing was changed
 */
export async function loadIncident(at: Layout, id: string, options: LoadOptions): Promise<Loaded> {
  const { readOnly, now, files, expected = 0, schema = currentSchema } = options
  const path = at.history(id)
  const read = () =>
    readHistory(path, files, schema).catch((error: unknown) => {
      throw error instanceof StoreError && error.code === 'missing' ? new StoreError('not-found', id, 'there is no such incident') : error
    })
  let history = await read()
  const found = await readSnapshot(at, id, files, schema)
  // Someone else may have added lines and a snapshot of them since the history was read.
  if (found.base && found.base.sequence > history.revisions.length) history = await read()
  const last = history.revisions.length
  if (found.base && found.base.sequence > last) throw new HistoryDamaged(path, last + 1, last, `the snapshot stands at ${found.base.sequence}, so saved revisions are missing`)
  if (expected > last) throw new HistoryDamaged(path, last + 1, last, `revision ${expected} was saved, so revisions are missing`)
  const incident = replay(history, path, found.base, schema)
  requireSound(id, incident, found.base?.sequence === last && found.base.version === schema.version)
  const repairs: string[] = []
  if (found.corrupt !== null) repairs.push(`snapshot: ${found.corrupt}`)
  if (history.torn) repairs.push(`history: ${history.torn.length} bytes of an unfinished write`)
  const olderUntil = history.versions.findLastIndex((version) => version < schema.version) + 1
  // A snapshot in an older version is written anew at the next occasion.
  const snapshotAt = found.base?.version === schema.version ? found.base.sequence : 0
  const loaded = { incident, revisions: history.revisions, hash: history.hash, snapshotAt, repairs, olderUntil }
  if (readOnly) return { ...loaded, size: history.size, snapshot: null }
  if (!found.low) await quarantineSnapshot(at, id, now, files)
  const snapshot = found.low ?? (await readSnapshot(at, id, files, schema)).low
  if (history.torn) await cutTorn(at, id, history, now, files)
  return { ...loaded, snapshot, size: history.unterminated ? await terminate(path, history, files) : history.size }
}

function requireSound(id: string, incident: Incident, parsedAlready: boolean) {
  const parsed = parsedAlready ? null : incidentSchema.safeParse(incident)
  if (parsed?.error) throw new StoreError('invalid', id, parsed.error.issues[0]?.message ?? 'is not an incident')
  if (incident.id !== id) throw new StoreError('invalid', id, `holds the incident ${incident.id}`)
  const problem = integrityProblems(incident)[0]
  if (problem) throw new StoreError('invalid', `${id}.${problem.path}`, problem.message)
}

async function cutTorn(at: Layout, id: string, history: { size: number; torn: Buffer | null }, now: Date, files: Files) {
  if (!history.torn) return
  const name = `${id}.history.${stampOf(now)}.torn`
  // What was cut off in a sealed file does not open, so there the file is kept as it is.
  if (files.under) await keepCopy(at.history(id), at.quarantine, name, files)
  else await keepAside(at.quarantine, name, history.torn, files)
  await Journal.cut(at.history(id), history.size, files)
}

async function terminate(path: string, { size, hash }: { size: number; hash: Hash }, files: Files): Promise<number> {
  const journal = new Journal(path, { size, hash }, { files })
  await journal.append(Buffer.from('\n'))
  await journal.close()
  return journal.size
}
