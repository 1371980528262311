import type { SaveState } from '#contract/ipc.ts'
import type { Command, Revision } from '#domain/command/index.ts'
import type { Incident, IncidentSummary } from '#domain/incident/index.ts'
import { Adding, type Added, type Original } from './adding.ts'
import type { BackupReason } from './backup-file.ts'
import { BackupKeeper } from './backup-keeper.ts'
import { Backups, type BackupInfo } from './backups.ts'
import { CodebookFile } from './codebook-file.ts'
import { placeOutside, writeCopy } from './copy.ts'
import type { Draft, Drafts } from './drafts.ts'
import { saving, StoreError } from './errors.ts'
import { decodeHistory, replay } from './history.ts'
import { loadIncident } from './incident-files.ts'
import { IncidentSession, type OpenView, type Saved, type SessionHost } from './incident-session.ts'
import type { Layout } from './layout.ts'
import type { LibraryEvent, Listener, Settled } from './library-options.ts'
import type { Holder, Lock } from './lock.ts'
import { joinBackupAndHistory, readWhatIsWhole, recoverFromHistory, recoverFromSnapshot, replaceByBackup, type RecoverOptions } from './recover.ts'
import { Safety } from './safety.ts'
import { noteSession, sessionHost } from './session-host.ts'
import { Sessions } from './sessions.ts'
import { Sources } from './sources.ts'
import { quarantineSnapshot } from './snapshot.ts'
import { incidentState, type IncidentState } from './state.ts'
import type { Page, Summaries, Unreadable } from './summaries.ts'
import { moveToTrash } from './trash.ts'

/** A library folder. Ids that do not exist answer StoreError not-found; a read-only library answers every change StoreError read-only. */
export class Library {
  readonly path: string
  readonly name: string
  readonly readOnly: boolean
  readonly encrypted: boolean
  /** Who writes here, when that is someone else. */
  readonly lockedBy: Holder | null
  /** Read-only because someone else writes here, also where it cannot be read who. */
  readonly locked: boolean
  readonly safety: Safety
  readonly codebook: CodebookFile
  readonly #at: Layout
  readonly #options: Settled
  readonly #lock: Lock | null
  readonly #summaries: Summaries
  readonly #sources: Sources
  readonly #sessions: Sessions
  readonly #host: SessionHost
  readonly #adding: Adding
  readonly #backups: Backups
  readonly #keeper: BackupKeeper
  readonly #drafts: Drafts
  readonly #listeners = new Set<Listener>()
  /** Writing that was begun and has not been answered. */
  readonly #underway = new Set<Promise<unknown>>()
  #closing: Promise<void> | null = null
  #closed = false

  constructor(at: Layout, options: Settled, parts: { name: string; lock: Lock | null; summaries: Summaries; drafts: Drafts }) {
    this.path = at.root
    this.name = parts.name
    this.readOnly = options.readOnly
    this.encrypted = options.key !== null
    this.lockedBy = parts.lock?.held === false ? parts.lock.by : null
    this.locked = parts.lock?.held === false
    this.codebook = new CodebookFile(at, options.files, (work) => this.#writing(work))
    this.#at = at
    this.#options = options
    this.#lock = parts.lock
    this.#summaries = parts.summaries
    this.#drafts = parts.drafts
    this.#sources = new Sources(at, options.now, options.files)
    this.#adding = new Adding({ ...options, at, summaries: parts.summaries, sources: this.#sources })
    this.#sessions = new Sessions((id) => this.#load(id))
    this.#backups = new Backups({ at, now: options.now, files: options.files, schema: options.schema })
    this.#keeper = new BackupKeeper(this.#backups, options.now)
    this.#host = sessionHost({ at, options, sources: this.#sources, summaries: parts.summaries, keeper: this.#keeper, emit: (event) => this.#emit(event) })
    this.safety = new Safety({
      at,
      files: options.files,
      schema: options.schema,
      sessions: this.#sessions,
      backups: this.#backups,
      requireWritable: () => this.#requireWritable(),
      create: (incident) => this.create(incident),
      reloaded: () => this.#emit({ type: 'list' }),
    })
  }

  /** From memory; no incident is read. In no particular order. */
  list(): IncidentSummary[] {
    return this.#summaries.list()
  }

  /** Some of the list, the incidents changed last first, and how many there are: quick however many. */
  page(offset: number, limit: number): Page {
    return this.#summaries.page(offset, limit)
  }

  /** What the list says of one incident; null when it does not have it. */
  summary(id: string): IncidentSummary | null {
    return this.#summaries.get(id)
  }

  /** Incidents whose files could not be followed when the library was opened. */
  get unreadable(): Unreadable[] {
    return this.#summaries.unreadable
  }

  /** The library as a whole: failed when anything failed, saving when anything is on its way. */
  get saveState(): SaveState {
    return this.#sessions.saveState()
  }

  /**
   * Adds an incident as its first revision. All of it is checked before anything is written.
   * @param texts frozen texts by their SHA-256; those already in the library need not be given
   * @throws StoreError exists, invalid · CommandError when an annotation's words are not in its text · NotSaved
   */
  async create(incident: Incident, texts: Record<string, string> = {}, originals: Original[] = []): Promise<OpenView> {
    return this.#writing(async () => this.#welcome(await this.#adding.create(incident, texts, originals)))
  }

  /**
   * Adds an incident with the history it has elsewhere, whose steps the caller has verified. Otherwise like create.
   * @throws StoreError invalid when the history does not lead to the incident
   */
  async adopt(incident: Incident, revisions: readonly Revision[], texts: Record<string, string> = {}, originals: Original[] = []): Promise<OpenView> {
    return this.#writing(async () => this.#welcome(await this.#adding.adopt(incident, revisions, texts, originals)))
  }

  /** The incident at its last durable revision; read-only: as it is on disk now, whoever writes there. */
  async open(id: string): Promise<OpenView> {
    if (this.readOnly) return (await this.#load(id)).view
    return this.#sessions.use(id, async (session) => session.view)
  }

  /**
   * Applies a command that commandSchema has parsed. Resolves when its line is durable.
   * @throws CommandError when it is refused; nothing has happened
   * @throws NotSaved when it could not be made durable; memory and disk are at the revision before, retry() does it again
   */
  async apply(id: string, command: Command): Promise<Saved> {
    return this.#writing(() => this.#sessions.use(id, (session) => session.apply(command)))
  }

  /** Takes back the last revision that still stands, as a further revision. Fails like apply. */
  async undo(id: string): Promise<Saved> {
    return this.#writing(() => this.#sessions.use(id, (session) => session.undo()))
  }

  async redo(id: string): Promise<Saved> {
    return this.#writing(() => this.#sessions.use(id, (session) => session.redo()))
  }

  /** Does again, in order, what could not be saved. Fails like apply; what fails again stays kept. */
  async retry(id: string): Promise<SaveState> {
    return this.#writing(() => this.#sessions.use(id, (session) => session.retry()))
  }

  async history(id: string): Promise<Revision[]> {
    if (this.readOnly) return (await this.#load(id)).history()
    return this.#sessions.use(id, async (session) => session.history())
  }

  /**
   * What is known of an incident's files, and the ways out when they are not sound. Changes nothing.
   * @throws StoreError not-found when nothing in the library speaks of it
   */
  state(id: string): Promise<IncidentState> {
    const { now, files, schema } = this.#options
    const expected = this.#summaries.sequenceOf(id)
    return incidentState(this.#at, id, { readOnly: true, now: now(), files, schema, expected, backup: () => this.#backups.newest(id) })
  }

  /** As much of an incident as is whole, for looking only: nothing is repaired. @throws StoreError when nothing is whole */
  async openReadOnly(id: string): Promise<{ incident: Incident; revisions: Revision[] }> {
    return readWhatIsWhole(this.#at, id, this.#options)
  }

  /** Keeps the revisions up to a line of the history; the old bytes go to quarantine/. @throws StoreError, NotSaved */
  recoverFromHistory(id: string, upToLine: number): Promise<OpenView> {
    return this.#recover(id, (options) => recoverFromHistory(this.#at, id, upToLine, options))
  }

  /** Puts the newest snapshot behind the revisions that are whole, as one more; the old bytes go to quarantine/. */
  recoverFromSnapshot(id: string): Promise<OpenView> {
    return this.#recover(id, (options) => recoverFromSnapshot(this.#at, id, options))
  }

  /** Puts a backup in place, carried on by the whole lines behind it; the old bytes go to quarantine/. */
  async joinBackupAndHistory(name: string): Promise<OpenView> {
    this.#requireWritable()
    const backup = await this.#backups.read(name)
    return this.#recover(backup.head.id, (options) => joinBackupAndHistory(this.#at, backup, options))
  }

  /** Takes an incident off the list whose files are gone and shall not come back. @throws StoreError invalid when they are there */
  async forget(id: string): Promise<void> {
    await this.#writing(async () => {
      if (!(await this.#summaries.forget(id))) throw new StoreError('invalid', id, 'is not missing')
      await saving(() => quarantineSnapshot(this.#at, id, this.#options.now(), this.#options.files))
    })
    this.#emit({ type: 'list' })
  }

  /** Newest first, each read and verified; of one incident or of all. */
  backups(id?: string): Promise<BackupInfo[]> {
    return this.#backups.list(id)
  }

  /** Why the last automatic backup could not be made; null when it could. */
  get backupProblem(): string | null {
    return this.#keeper.problem
  }

  /** Backs up every incident that changed since its newest backup. Call it before anything that touches many. */
  async backupNow(reason: BackupReason): Promise<{ made: BackupInfo[]; failed: { id: string; message: string }[] }> {
    return this.#writing(() => this.#keeper.make(reason, this.list()))
  }

  /** Backs up one incident, unless its newest backup is of this very revision. @throws StoreError, NotSaved; then there is none */
  async backUp(id: string, reason: BackupReason): Promise<void> {
    await this.#writing(() => saving(() => this.#backups.make(id, reason)))
  }

  /**
   * Brings a backup back: as a new revision where the incident is sound (it can be undone), in the place of files that
   * are missing or damaged (those go to quarantine/).
   * @throws StoreError not-found, corrupt; also unreadable and newer, when that is how the incident is · NotSaved
   */
  async restore(name: string): Promise<OpenView> {
    return this.#writing(() => this.#restore(name))
  }

  async #restore(name: string): Promise<OpenView> {
    const backup = await this.#backups.read(name)
    const { id, revision } = backup.head
    const state = await this.state(id)
    if (state.state === 'unreadable' || state.state === 'newer') throw new StoreError(state.state, state.where, state.detail)
    if (state.state !== 'ok') return this.#recover(id, (options) => replaceByBackup(this.#at, backup, options))
    const path = this.#at.history(id)
    const incident = replay(decodeHistory(backup.history, path, this.#options.schema), path, null, this.#options.schema)
    await saving(() => this.#backups.make(id, 'restore'))
    await this.apply(id, { type: 'incident.restore', incident, sequence: revision })
    return this.open(id)
  }

  /** Moves the incident's files to trash/. Its frozen texts stay: others may rest on them. */
  async remove(id: string): Promise<void> {
    return this.#writing(() => this.#remove(id))
  }

  async #remove(id: string): Promise<void> {
    const { files, now } = this.#options
    await this.#sessions.use(id, async () => undefined)
    await this.#sessions.without(id, () =>
      saving(async () => {
        await this.#summaries.remove(id)
        await moveToTrash(this.#at, id, now(), files)
      }),
    )
    this.#keeper.gone(id)
    this.#emit({ type: 'list' })
  }

  /**
   * Writes an incident with its texts elsewhere as a Kronika document, together with what could not be saved here.
   * @param path a file outside the library; one that is there is replaced
   * @throws StoreError invalid for a path in the library, missing when a text is · NotSaved
   */
  async saveCopy(id: string, path: string): Promise<void> {
    const target = placeOutside(this.path, path)
    const incident = this.readOnly ? (await this.#load(id)).inHand : await this.#sessions.use(id, async (session) => session.inHand)
    await writeCopy(target, incident, (sha256) => this.readText(sha256), this.#options.files)
  }

  /**
   * Keeps typing that is no command yet, such as a note being written. Durable within a second or so of the call.
   * @param key who it belongs to, as the window says; a later text of the same key takes its place
   * @returns when it is durable · @throws NotSaved
   */
  async putDraft(key: string, text: string): Promise<void> {
    this.#requireWritable()
    return saving(() => this.#drafts.put(key, text))
  }

  /** Newest last. */
  listDrafts(): Draft[] {
    return this.#drafts.list()
  }

  async dropDraft(key: string): Promise<void> {
    this.#requireWritable()
    return saving(() => this.#drafts.drop(key))
  }

  /** Stores a frozen text once. @returns its SHA-256 as UTF-8 */
  async putText(text: string): Promise<string> {
    return this.#writing(() => saving(() => this.#sources.putText(text)))
  }

  /** @throws StoreError missing, unreadable, or corrupt when the bytes do not fit their hash */
  readText(sha256: string): Promise<string> {
    return this.#sources.readText(sha256)
  }

  async putOriginal(bytes: Uint8Array): Promise<string> {
    return this.#writing(() => saving(() => this.#sources.putOriginal(bytes)))
  }

  readOriginal(sha256: string): Promise<Buffer> {
    return this.#sources.readOriginal(sha256)
  }

  /** @returns the undoing */
  on(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Lets everything that was begun end, writes snapshots and index, and gives the lock back: after that nothing of this
   * library is written any more, so that its files may be replaced. What waits for a retry is lost.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    while (this.#underway.size > 0) await Promise.allSettled(this.#underway)
    this.#closed = true
    await this.#sessions.close()
    await this.#drafts.close()
    await this.#keeper.close()
    await this.#summaries.close()
    if (this.#lock?.held) await this.#lock.release()
  }

  /** Tells listeners that the list is another one. */
  announceList(): void {
    this.#emit({ type: 'list' })
  }

  #requireWritable() {
    if (this.#closed) throw new StoreError('closed', this.path, 'the library is closed')
    if (this.readOnly) throw new StoreError('read-only', this.path, 'the library is open for reading only')
  }

  #recover(id: string, work: (options: RecoverOptions) => Promise<void>): Promise<OpenView> {
    const { now, author, files, schema } = this.#options
    return this.#writing(async () => {
      await this.#sessions.without(id, () => saving(() => work({ now: now(), author: author(), files, schema })))
      await this.#summaries.remove(id)
      const view = await this.open(id)
      this.#keeper.changed(id)
      this.#emit({ type: 'list' })
      return view
    })
  }

  /** @throws StoreError closed, read-only */
  async #writing<T>(work: () => Promise<T>): Promise<T> {
    this.#requireWritable()
    const done = work()
    this.#underway.add(done)
    try {
      return await done
    } finally {
      this.#underway.delete(done)
    }
  }

  async #welcome({ incident, sequence }: Added): Promise<OpenView> {
    this.#keeper.changed(incident.id)
    this.#emit({ type: 'list' })
    return sequence === 1 ? { incident, sequence, undo: null, redo: null } : this.open(incident.id)
  }

  async #load(id: string): Promise<IncidentSession> {
    if (this.#closed) throw new StoreError('closed', this.path, 'the library is closed')
    const { readOnly, now, files, schema } = this.#options
    const expected = this.#summaries.sequenceOf(id)
    const loaded = await loadIncident(this.#at, id, { readOnly, now: now(), files, schema, expected }).catch((error: unknown) => {
      const isGone = error instanceof StoreError && error.code === 'not-found'
      if (isGone && expected === 0) throw error
      if (this.#summaries.damaged(id, error)) this.#emit({ type: 'list' })
      throw isGone ? new StoreError('missing', id, 'its history is not there any more') : error
    })
    if (readOnly) this.#summaries.sound(id)
    if (!readOnly && loaded.olderUntil > 0) await saving(() => this.#backups.make(id, 'migration'))
    const session = new IncidentSession(this.#host, id, loaded)
    // What was read may be newer than the index: a crash, or another computer's work.
    if (!readOnly) noteSession(this.#summaries, session)
    return session
  }

  #emit(event: LibraryEvent) {
    for (const listener of this.#listeners) listener(event)
  }
}
