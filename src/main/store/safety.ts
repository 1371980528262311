import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Revision } from '#domain/command/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import type { BackupInfo, Backups } from './backups.ts'
import { messageOf, saving, StoreError, systemCode, type NotSavedReason } from './errors.ts'
import type { Files } from './files.ts'
import { decodeHistory, readHistory, replay, upTo, type History } from './history.ts'
import type { OpenView } from './incident-session.ts'
import type { Layout } from './layout.ts'
import { keptFor, type KeptFor } from './rotation.ts'
import type { Schema } from './schema.ts'
import type { Sessions } from './sessions.ts'

/** An incident as it stood at some revision, with the revision itself. */
export type Then = { incident: Incident; revision: Revision }
/** `kept`: why the rotation keeps it; null: the next backup lets it go. */
export type KeptBackup = BackupInfo & { kept: KeptFor | null }
/** Bytes that could not be followed, or were replaced by a choice. `bytes`: how many. */
export type Quarantined = { name: string; bytes: number; time: string }
/** `incident`: as it was saved last. `disk`: the newest revision that was read from the disk just now; null: it could not be read, `diskProblem` says why. */
export type FailedSave = { id: string; title: string; incident: Incident; reason: NotSavedReason | null; detail: string; waiting: Revision[]; disk: Revision | null; diskProblem: string | null }

type Host = {
  at: Layout
  files: Files
  schema: Schema
  sessions: Sessions
  backups: Backups
  /** @throws StoreError closed, read-only */
  requireWritable: () => void
  create: (incident: Incident) => Promise<OpenView>
  /** Tells that an incident was read anew. */
  reloaded: () => void
}

/** What people look at and decide about when something went wrong: earlier states, backups, failed saves, what was put aside. */
export class Safety {
  readonly #host: Host
  constructor(host: Host) {
    this.#host = host
  }

  /** The incident at a revision of its history, read from disk. @throws StoreError not-found, unreadable; HistoryDamaged */
  async revision(id: string, sequence: number): Promise<Then> {
    const { at, files, schema } = this.#host
    const history = await readHistory(at.history(id), files, schema).catch((error: unknown) => {
      throw error instanceof StoreError && error.code === 'missing' ? new StoreError('not-found', id, 'there is no such incident') : error
    })
    return thenOf(history, sequence, at.history(id), schema)
  }

  /** What a backup holds, as an incident. @throws StoreError not-found, unreadable, corrupt */
  async backup(name: string): Promise<Then> {
    const { at, schema, backups } = this.#host
    const { head, history } = await backups.read(name)
    const path = at.history(head.id)
    return thenOf(decodeHistory(history, path, schema), head.revision, path, schema)
  }

  /** The backups of one incident, newest first, each read and verified, with what it is kept for. */
  async backups(id: string): Promise<KeptBackup[]> {
    const all = await this.#host.backups.list(id)
    const kept = keptFor(all.map(({ name, time }) => ({ name, time: Date.parse(time) })))
    const reasons = new Map([...kept].map(([{ name }, reason]) => [name, reason]))
    return all.map((backup) => ({ ...backup, kept: reasons.get(backup.name) ?? null }))
  }

  /** How many backups each incident has, the newest first. Nothing is read but names. */
  backupOverview(): Promise<{ id: string; count: number; newest: string }[]> {
    return this.#host.backups.overview()
  }

  /** What lies in quarantine/, newest first. */
  async quarantined(): Promise<Quarantined[]> {
    const { at, files } = this.#host
    const names = await files.readdir(at.quarantine).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return []
      throw error
    })
    const all = await Promise.all(names.filter((name) => !name.startsWith('.')).map(async (name) => ({ name, facts: await files.stat(join(at.quarantine, name)).catch(() => null) })))
    return all.flatMap(({ name, facts }) => (facts?.isFile() ? [{ name, bytes: facts.size, time: facts.mtime.toISOString() }] : [])).toSorted((a, b) => (a.time < b.time ? 1 : -1))
  }

  /** Incidents with changes that could not be saved. For each the disk is read again, so that nothing is said that is not so. */
  async failures(): Promise<FailedSave[]> {
    const { at, files, schema } = this.#host
    const failed = this.#host.sessions.failed()
    return Promise.all(
      failed.map(async ({ id, saveState: { reason, detail }, waiting, view }) => {
        const found = await readHistory(at.history(id), files, schema).then(
          ({ revisions }) => ({ disk: revisions.at(-1) ?? null, diskProblem: null }),
          (error: unknown) => ({ disk: null, diskProblem: error instanceof StoreError ? error.detail : messageOf(error) }),
        )
        return { id, title: view.incident.shortTitle || view.incident.title, incident: view.incident, reason, detail, waiting, ...found }
      }),
    )
  }

  /** Gives up what could not be saved and takes what is on the disk. */
  async reload(id: string): Promise<void> {
    this.#host.requireWritable()
    await this.#host.sessions.without(id, async () => undefined)
    this.#host.reloaded()
  }

  /**
   * Keeps what could not be saved as an incident of its own, then takes what is on the disk for the old one.
   * @param title what the copy is called · @returns the copy's id · @throws NotSaved
   */
  async keepAsCopy(id: string, title: string): Promise<string> {
    this.#host.requireWritable()
    const inHand = await this.#host.sessions.use(id, async (session) => session.inHand)
    const copy: Incident = { ...inHand, id: randomUUID(), title: title.slice(0, 300), shortTitle: '' }
    await saving(() => this.#host.create(copy))
    await this.reload(id)
    return copy.id
  }
}

function thenOf(history: History, sequence: number, path: string, schema: Schema): Then {
  const revision = history.revisions[sequence - 1]
  if (!revision) throw new StoreError('not-found', String(sequence), `the history ends at revision ${history.revisions.length}`)
  return { incident: replay(upTo(history, sequence), path, null, schema), revision }
}
