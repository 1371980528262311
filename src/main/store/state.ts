import type { Revision } from '#domain/command/index.ts'
import type { Backup } from './backup-file.ts'
import type { BackupInfo } from './backups.ts'
import { HistoryDamaged, StoreError } from './errors.ts'
import { readHistory } from './history.ts'
import { loadIncident, type LoadOptions } from './incident-files.ts'
import type { Layout } from './layout.ts'
import { joined, wholeLines as linesThatAreWhole } from './salvage.ts'
import { currentSchema } from './schema.ts'
import { readSnapshot } from './snapshot.ts'

/** What is wrong with files that are there, or should be. */
export type Trouble = 'missing' | 'unreadable' | 'corrupt' | 'newer'

/**
 * A way out that a person may choose. `revision`: the one it leads back to; `lost`: how many known revisions that gives
 * up. Nothing is deleted by any of them: what is replaced goes to quarantine/.
 */
export type Way =
  /** The newest sound backup, carried on by the lines of the damaged history that follow it. */
  | { choice: 'join-backup-and-history'; revision: number; lost: number; backup: BackupInfo }
  | { choice: 'recover-from-history' | 'open-read-only'; revision: number; lost: number }
  /** The newest text of the incident is whole; only the steps between are not known any more. */
  | { choice: 'recover-from-snapshot'; revision: number; lost: number }
  | { choice: 'restore-backup'; revision: number; lost: number; backup: BackupInfo }

/** What is known of an incident's files. Only "ok", or a way that a person chose, permits writing. */
export type IncidentState =
  | { state: 'ok'; id: string; revision: number }
  | {
      state: Trouble
      id: string
      /** A path in the library. */
      where: string
      detail: string
      /** The first line of the history that is not whole, counted from 1; null: the trouble is not in a line. */
      line: number | null
      /** So many revisions, from the first on, are whole. */
      whole: number
      /** The last revision that anything here speaks of: history, snapshot, list or backup. */
      lastKnown: number
      /** Revisions that are known line by line, from the history, its whole lines behind the damage, or the newest backup. In order. */
      known: Revision[]
      ways: Way[]
    }
export type Damage = Exclude<IncidentState, { state: 'ok' }>

type Options = LoadOptions & { backup: () => Promise<{ info: BackupInfo; content: Backup } | null> }

/** Looks at the files of an incident and changes nothing. `expected`: the revision that the list says it had. */
export async function incidentState(at: Layout, id: string, options: Options): Promise<IncidentState> {
  try {
    const { revisions } = await loadIncident(at, id, { ...options, readOnly: true })
    return { state: 'ok', id, revision: revisions.length }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return damageOf(at, id, error, options)
  }
}

/** What an error means for the files it speaks of. */
export const troubleOf = ({ code }: StoreError): Trouble => (code === 'unreadable' || code === 'newer' ? code : code === 'not-found' || code === 'missing' ? 'missing' : 'corrupt')

async function damageOf(at: Layout, id: string, error: StoreError, options: Options): Promise<IncidentState> {
  const { files, schema, expected = 0 } = options
  const state = troubleOf(error)
  const whole = error instanceof HistoryDamaged ? error.knownUntil : await wholeLines(at, id, options)
  const snapshot = (await readSnapshot(at, id, files, schema).catch(() => null))?.base?.sequence ?? 0
  const newest = await options.backup()
  const backup = newest?.info ?? null
  const damaged = await files.readFile(at.history(id)).catch(() => Buffer.alloc(0))
  const carried = newest && joined(newest.content.history, damaged, at.history(id), schema ?? currentSchema)
  const known = knownIn([newest?.content.history ?? Buffer.alloc(0), damaged], schema ?? currentSchema)
  // Nothing anywhere speaks of it: it was never here.
  if (state === 'missing' && expected + snapshot + (backup?.revision ?? 0) === 0) throw error
  const lastKnown = Math.max(whole, snapshot, expected, backup?.revision ?? 0, known.at(-1)?.sequence ?? 0)
  const lost = (revision: number) => lastKnown - revision
  const ways: Way[] = []
  // What a newer version wrote is sound, and what the system refuses may be handed over later: neither is replaced.
  const repairable = state === 'corrupt' || state === 'missing'
  if (repairable && backup && carried) ways.push({ choice: 'join-backup-and-history', revision: carried.history.revisions.length, lost: lost(carried.history.revisions.length), backup })
  if (repairable && whole > 0) ways.push({ choice: 'recover-from-history', revision: whole, lost: lost(whole) })
  if (repairable && backup) ways.push({ choice: 'restore-backup', revision: backup.revision, lost: lost(backup.revision), backup })
  // Behind those that keep the steps: of two that give up as much, it gives up those too.
  if (repairable && snapshot > whole) ways.push({ choice: 'recover-from-snapshot', revision: snapshot, lost: lost(snapshot) })
  const readable = Math.max(whole, snapshot)
  if (readable > 0) ways.push({ choice: 'open-read-only', revision: readable, lost: lost(readable) })
  const line = error instanceof HistoryDamaged ? error.line : null
  return { state, id, where: error.where === id ? at.history(id) : error.where, detail: error.detail, line, whole, lastKnown, known, ways: ways.toSorted((a, b) => a.lost - b.lost) }
}

/** One revision each; where two files tell of the same one the later file has the word. */
function knownIn(histories: Buffer[], schema: typeof currentSchema): Revision[] {
  const bySequence = new Map<number, Revision>()
  for (const bytes of histories) for (const { revision } of linesThatAreWhole(bytes, schema)) bySequence.set(revision.sequence, revision)
  return [...bySequence.values()].toSorted((a, b) => a.sequence - b.sequence)
}

async function wholeLines(at: Layout, id: string, { files, schema }: Options): Promise<number> {
  return readHistory(at.history(id), files, schema).then(
    ({ revisions }) => revisions.length,
    () => 0,
  )
}
