import { join } from 'node:path'
import { idSchema } from '#domain/incident/index.ts'
import { backupReasons, decodeBackup, encodeBackup, partOf, type Backup, type BackupReason } from './backup-file.ts'
import { ensureFolder, syncFolder, writeDurably } from './durable-file.ts'
import { messageOf, StoreError, systemCode } from './errors.ts'
import type { Files } from './files.ts'
import { decodeHistory } from './history.ts'
import { stampOf, type Layout } from './layout.ts'
import { superfluous } from './rotation.ts'
import type { Schema } from './schema.ts'

/** `name` is what restore() takes. `problem`: why it cannot be used, found by reading all of it; null: verified. */
export type BackupInfo = { name: string; id: string; revision: number; time: string; reason: BackupReason; bytes: number; problem: string | null }
type Options = { at: Layout; now: () => Date; files: Files; schema: Schema }
type Named = { name: string; id: string; revision: number; time: string; reason: BackupReason }

const shape = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)_r([1-9]\d{0,9})_([a-z]+)\.gz$/

function named(id: string, file: string): Named | null {
  const [, hour, minute, rest, revision, reason] = shape.exec(file) ?? []
  const known = backupReasons.find((one) => one === reason)
  return known ? { name: `${id}/${file}`, id, revision: Number(revision), time: `${hour}:${minute}:${rest}`, reason: known } : null
}

const dated = ({ name, time }: Named) => ({ name, time: Date.parse(time) })

/** The backups of a library: of each incident its history and snapshot in one checksummed file, under backups/ID/. */
export class Backups {
  readonly #options: Options
  constructor(options: Options) {
    this.#options = options
  }

  /** Reads and verifies each. Newest first; of one incident, or of all. */
  async list(id?: string): Promise<BackupInfo[]> {
    const ids = id === undefined ? (await this.#names(this.#options.at.backups)).filter((name) => idSchema.safeParse(name).success) : [id]
    const found: BackupInfo[] = []
    for (const one of ids) for (const backup of await this.#of(one)) found.push(await this.#verified(backup))
    return found.toSorted((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
  }

  /** The newest sound backup of an incident with what it holds, or null. */
  async newest(id: string): Promise<{ info: BackupInfo; content: Backup } | null> {
    for (const backup of (await this.#of(id)).toReversed()) {
      const info = await this.#verified(backup)
      if (info.problem === null) return { info, content: await this.#read(info.name) }
    }
    return null
  }

  /** How many there are of each incident and how new, by their names alone: quick however many. The newest first. */
  async overview(): Promise<{ id: string; count: number; newest: string }[]> {
    const ids = (await this.#names(this.#options.at.backups)).filter((name) => idSchema.safeParse(name).success)
    const all: { id: string; count: number; newest: string }[] = []
    for (const id of ids) {
      const named = await this.#of(id)
      const newest = named.at(-1)
      if (newest) all.push({ id, count: named.length, newest: newest.time })
    }
    return all.toSorted((a, b) => (a.newest < b.newest ? 1 : -1))
  }

  /** What a backup holds. @throws StoreError not-found, unreadable, corrupt */
  async read(name: string): Promise<Backup> {
    const [id = '', file = ''] = name.split('/')
    if (!idSchema.safeParse(id).success || !named(id, file) || name !== `${id}/${file}`) throw new StoreError('not-found', name, 'is not the name of a backup')
    return this.#read(name)
  }

  /**
   * Copies an incident as it is on disk, reads the copy back, and lets superfluous ones go. A damaged history is not
   * copied: it would push sound backups out.
   * @returns null when the newest backup holds this very history
   * @throws StoreError, or what the system refuses; then no backup was lost
   */
  async make(id: string, reason: BackupReason): Promise<BackupInfo | null> {
    const { at, now, files, schema } = this.#options
    const bytes = await files.readFile(at.history(id))
    const { revisions, size } = decodeHistory(bytes, at.history(id), schema)
    const revision = revisions.length
    const older = await this.#of(id)
    const last = older.at(-1)
    if (last?.revision === revision && (await this.#holds(last, bytes.subarray(0, size)))) return null
    const snapshot = await files.readFile(at.snapshot(id)).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null
      throw error
    })
    const time = now()
    const content = await encodeBackup({ id, revision, time: time.toISOString(), reason }, bytes.subarray(0, size), snapshot)
    const file = `${stampOf(time)}_r${revision}_${reason}.gz`
    await ensureFolder(this.#folder(id), files)
    await writeDurably(join(this.#folder(id), file), content, files)
    await this.#read(`${id}/${file}`)
    await this.#rotate(id, `${id}/${file}`)
    return { name: `${id}/${file}`, id, revision, time: time.toISOString(), reason, bytes: content.length, problem: null }
  }

  /** The number of a revision is not enough: after a recovery, or for an id that was used before, another one may have it. */
  async #holds({ name }: Named, history: Buffer): Promise<boolean> {
    const known = await this.#read(name).catch(() => null)
    return known?.head.history.sha256 === partOf(history).sha256
  }

  /** The revision of the newest backup, judged by its name; 0: there is none. @param verified one that cannot be used counts as none */
  async revisionOf(id: string, verified: boolean): Promise<number> {
    const last = (await this.#of(id)).at(-1)
    if (!last || (verified && (await this.#verified(last)).problem !== null)) return 0
    return last.revision
  }

  /** Only backups that are sound count, and only they may go: a damaged one is left for people to look at. */
  async #rotate(id: string, made: string) {
    const { files, at } = this.#options
    const all = await this.#of(id)
    if (superfluous(all.map(dated)).length === 0) return
    const sound: Named[] = []
    for (const backup of all) if ((await this.#verified(backup)).problem === null) sound.push(backup)
    // By a clock that was ahead once, the one just made may look like the oldest.
    const gone = superfluous(sound.map(dated)).filter(({ name }) => name !== made)
    for (const { name } of gone) await files.unlink(join(at.backups, name))
    await syncFolder(this.#folder(id), files)
  }

  async #read(name: string): Promise<Backup> {
    const where = `backups/${name}`
    const bytes = await this.#options.files.readFile(join(this.#options.at.backups, name)).catch((error: unknown) => {
      throw new StoreError(systemCode(error) === 'ENOENT' ? 'not-found' : 'unreadable', where, messageOf(error), error)
    })
    const backup = await decodeBackup(bytes, where)
    const { id, revision } = backup.head
    const stated = named(id, name.slice(id.length + 1))
    if (stated?.name !== name || stated.revision !== revision) throw new StoreError('corrupt', where, `holds revision ${revision} of ${id}`)
    return backup
  }

  async #verified(backup: Named): Promise<BackupInfo> {
    const size = (await this.#options.files.stat(join(this.#options.at.backups, backup.name)).catch(() => null))?.size ?? 0
    const problem = await this.#read(backup.name).then(
      () => null,
      (error: unknown) => (error instanceof StoreError ? error.detail : messageOf(error)),
    )
    return { ...backup, bytes: size, problem }
  }

  /** Oldest first, as their names sort. */
  async #of(id: string): Promise<Named[]> {
    const names = await this.#names(this.#folder(id))
    return names.toSorted().flatMap((file) => named(id, file) ?? [])
  }

  async #names(folder: string): Promise<string[]> {
    return this.#options.files.readdir(folder).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return []
      throw error
    })
  }

  #folder(id: string) {
    if (!idSchema.safeParse(id).success) throw new StoreError('not-found', id, 'is not the id of an incident')
    return join(this.#options.at.backups, id)
  }
}
