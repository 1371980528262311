import { join } from 'node:path'
import type { Revision } from '#domain/command/index.ts'
import { incidentSchema, integrityProblems, type Incident } from '#domain/incident/index.ts'
import { writeDurably } from './durable-file.ts'
import type { Low, Numbered } from './durable-low.ts'
import { HistoryDamaged, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { readHistory, replay } from './history.ts'
import { Journal } from './journal.ts'
import { stampOf, type Layout } from './layout.ts'
import { quarantineSnapshot, readSnapshot } from './snapshot.ts'

export type Loaded = {
  incident: Incident
  revisions: Revision[]
  /** Bytes of the history that are whole. */
  size: number
  /** The revision the snapshot on disk stands at; 0: there is none. */
  snapshotAt: number
  /** What was found and, unless read-only, put right. For people to read. */
  repairs: string[]
  snapshot: Low<Numbered<Incident | null>> | null
}

/**
 * Reads an incident: its snapshot, and what the history has beyond it; the whole history when the snapshot is unusable.
 * Unless `readOnly`, a torn end is cut and a corrupt snapshot put aside, both kept in quarantine/.
 * @throws StoreError not-found, unreadable, newer, invalid
 * @throws HistoryDamaged; then nothing was changed
 */
export async function loadIncident(at: Layout, id: string, options: { readOnly: boolean; now: Date; files?: Files }): Promise<Loaded> {
  const { readOnly, now, files } = options
  const path = at.history(id)
  const history = await readHistory(path, files).catch((error: unknown) => {
    throw error instanceof StoreError && error.code === 'missing' ? new StoreError('not-found', id, 'there is no such incident') : error
  })
  const found = await readSnapshot(at, id, files)
  const last = history.revisions.length
  if (found.base && found.base.sequence > last) throw new HistoryDamaged(path, last + 1, last, `the snapshot stands at ${found.base.sequence}, so saved revisions are missing`)
  const incident = replay(history.revisions, path, found.base)
  requireSound(id, incident, found.base?.sequence === last)
  const repairs: string[] = []
  if (found.corrupt !== null) repairs.push(`snapshot: ${found.corrupt}`)
  if (history.torn) repairs.push(`history: ${history.torn.length} bytes of an unfinished write`)
  const loaded = { incident, revisions: history.revisions, snapshotAt: found.base?.sequence ?? 0, repairs }
  if (readOnly) return { ...loaded, size: history.size, snapshot: null }
  const snapshot = found.low ?? (await quarantineSnapshot(at, id, now, files))
  if (history.torn) await cutTorn(at, id, history, now, files)
  return { ...loaded, snapshot, size: history.unterminated ? await terminate(path, history.size, files) : history.size }
}

function requireSound(id: string, incident: Incident, parsedAlready: boolean) {
  const parsed = parsedAlready ? null : incidentSchema.safeParse(incident)
  if (parsed?.error) throw new StoreError('invalid', id, parsed.error.issues[0]?.message ?? 'is not an incident')
  if (incident.id !== id) throw new StoreError('invalid', id, `holds the incident ${incident.id}`)
  const problem = integrityProblems(incident)[0]
  if (problem) throw new StoreError('invalid', `${id}.${problem.path}`, problem.message)
}

async function cutTorn(at: Layout, id: string, history: { size: number; torn: Buffer | null }, now: Date, files?: Files) {
  if (!history.torn) return
  await writeDurably(join(at.quarantine, `${id}.history.${stampOf(now)}.torn`), history.torn, files)
  await Journal.cut(at.history(id), history.size, files)
}

async function terminate(path: string, size: number, files?: Files): Promise<number> {
  const journal = new Journal(path, size, files ? { files } : {})
  await journal.append(Buffer.from('\n'))
  await journal.close()
  return size + 1
}
