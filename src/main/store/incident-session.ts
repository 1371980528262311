import type { Change, SaveState } from '#contract/ipc.ts'
import { advance, applyCommand, CommandError, nameOf, patchIncident, undoState, type Command, type Patch, type Revision, type UndoState } from '#domain/command/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { messageOf, notSaved, NotSaved, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { requireGrounds, type TextReader } from './grounds.ts'
import { encodeLine } from './history.ts'
import { loadIncident, type Loaded } from './incident-files.ts'
import { Journal, type Known } from './journal.ts'
import type { Layout } from './layout.ts'
import type { Schema } from './schema.ts'

export type UndoName = NonNullable<Change['undo']>
export type OpenView = { incident: Incident; sequence: number; undo: UndoName | null; redo: UndoName | null }
export type Saved = Change & { incident: Incident }
/** What someone wanted to do; undo and redo hold the very revision they meant, so that a late retry never hits another. */
type Intent = { kind: 'do'; command: Command } | { kind: 'undo' | 'redo'; of: Revision | undefined }
type Attempt = { intent: Intent; revision: Revision }
type Step = { patches: Patch[]; inverse: Patch[]; incident: Incident }

export type SessionHost = {
  at: Layout
  files: Files
  author: () => string
  now: () => Date
  readText: TextReader
  /** Before the first change in a while: notes durably that there will be one. Never fails. */
  touched: (id: string) => Promise<void>
  changed: (saved: Saved, size: number, changedAt: string) => void
  reloaded: (session: IncidentSession) => void
  saveState: (id: string, state: SaveState) => void
  schema: Schema
}

/** How long an incident rests before its snapshot is written. */
const idleMilliseconds = 2000

/**
 * One open incident. Commands take effect one after another in memory, ahead of the disk; each is answered when its
 * line is durable. When a line fails, memory goes back to the last durable revision and what was wanted is kept.
 */
export class IncidentSession {
  readonly id: string
  readonly #host: SessionHost
  #journal: Journal
  #snapshot: Loaded['snapshot']
  #snapshotAt: number
  #timer: NodeJS.Timeout | null = null
  /** Of the revisions, the first `#view.sequence` are durable; the others are on their way. */
  #revisions: Revision[]
  #incident: Incident
  readonly #olderUntil: number
  #undo: UndoState
  #view: OpenView
  #onTheWay: Attempt[] = []
  #kept: Attempt[] = []
  /** From a revision that could not be saved to the one that took its place. */
  readonly #renewed = new WeakMap<Revision, Revision>()
  #turn: Promise<unknown> = Promise.resolve()
  #state: SaveState
  #closed = false

  constructor(host: SessionHost, id: string, loaded: Loaded) {
    this.#host = host
    this.id = id
    this.#revisions = loaded.revisions
    this.#incident = loaded.incident
    this.#olderUntil = loaded.olderUntil
    this.#undo = this.#undoable(loaded.revisions)
    this.#view = this.#viewOf(loaded.incident, loaded.revisions.length)
    this.#journal = this.#journalAt(loaded)
    this.#snapshot = loaded.snapshot
    this.#snapshotAt = loaded.snapshotAt
    this.#state = { state: 'saved', at: Date.parse(loaded.revisions.at(-1)?.time ?? ''), reason: null, detail: '' }
  }

  get view(): OpenView {
    return this.#view
  }
  get size(): number {
    return this.#journal.size
  }
  get saveState(): SaveState {
    return this.#state
  }
  /** Nothing is on its way and nothing waits for a retry. */
  get atRest(): boolean {
    return this.#onTheWay.length === 0 && this.#kept.length === 0
  }
  get changedAt(): string {
    return this.#revisions[this.#view.sequence - 1]?.time ?? this.#view.incident.createdAt
  }
  history(): Revision[] {
    return this.#revisions.slice(0, this.#view.sequence)
  }

  apply(command: Command): Promise<Saved> {
    return this.#revise(() => ({ kind: 'do', command }))
  }

  undo(): Promise<Saved> {
    return this.#revise(() => ({ kind: 'undo', of: this.#revisionAt(this.#undo.undo.at(-1)) }))
  }

  redo(): Promise<Saved> {
    return this.#revise(() => ({ kind: 'redo', of: this.#revisionAt(this.#undo.redo.at(-1)) }))
  }

  /**
   * Does again, in order, what could not be saved. When the history was changed outside it is read again first.
   * @throws NotSaved; what failed again and what comes after it stays kept
   * @throws CommandError when something no longer applies; that one is given up, the others are done
   */
  async retry(): Promise<SaveState> {
    if (this.#state.reason === 'changed-outside') await this.#enqueue(() => this.#reload())
    const kept = this.#kept.splice(0)
    let refusal: unknown = null
    for (const [index, attempt] of kept.entries()) {
      try {
        await this.#revise(() => attempt.intent, attempt.revision)
      } catch (error) {
        if (error instanceof NotSaved) {
          this.#kept.push(...kept.slice(index + 1))
          throw error
        }
        refusal ??= error
      }
    }
    if (kept.length === 0 || refusal) this.#announce('saved')
    if (refusal) throw refusal
    return this.#state
  }

  /** What could not be saved, as the revisions it would have been. */
  get waiting(): Revision[] {
    return this.#kept.map(({ revision }) => revision)
  }

  /** The incident with what could not be saved, as far as it still applies: what a copy elsewhere should hold. */
  get inHand(): Incident {
    return this.#kept.reduce((incident, { revision: { patches } }) => {
      try {
        return patchIncident(incident, patches)
      } catch {
        return incident
      }
    }, this.#incident)
  }

  /** Waits for what is on its way, writes the snapshot and lets go of the file. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#turn
    await this.#journal.close()
    await this.#writeSnapshot()
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #revise(intentOf: () => Intent, earlier?: Revision): Promise<Saved> {
    // In an object, so that the turn ends when the line is on its way and the next command may join its group.
    const { durable } = await this.#enqueue(async () => {
      if (this.#closed) throw new StoreError('closed', this.id, 'is closed')
      this.#journal.prepare()
      const intent = intentOf()
      const step = await this.#founded(intent)
      const revision = this.#revisionOf(intent, step)
      if (earlier) this.#renewed.set(earlier, revision)
      return { durable: this.#record({ intent, revision }, step.incident) }
    })
    return durable
  }

  async #founded(intent: Intent): Promise<Step> {
    const base = this.#incident
    const step = this.#step(intent)
    if (intent.kind === 'do') await requireGrounds(step.incident, step.patches, this.#host.readText)
    await this.#host.touched(this.id)
    // Meanwhile an earlier line may have failed and taken memory back: then begin anew.
    return base === this.#incident ? step : this.#founded(intent)
  }

  /** @throws CommandError; then nothing has happened */
  #step(intent: Intent): Step {
    if (intent.kind === 'do') return this.#applied(intent.command)
    const next = this.#revisionAt((intent.kind === 'undo' ? this.#undo.undo : this.#undo.redo).at(-1))
    const revision = this.#newest(intent.of)
    if (!next || !revision) throw new CommandError('not-found', '', `there is nothing to ${intent.kind}`)
    if (next !== revision) throw new CommandError('not-found', '', `what was to ${intent.kind} is no longer the next one to ${intent.kind}`)
    const [patches, inverse] = intent.kind === 'undo' ? [revision.inverse, revision.patches] : [revision.patches, revision.inverse]
    return { patches, inverse, incident: patchIncident(this.#incident, patches) }
  }

  #revisionAt(sequence: number | undefined): Revision | undefined {
    return sequence === undefined ? undefined : this.#revisions[sequence - 1]
  }

  #newest(revision: Revision | undefined): Revision | undefined {
    const renewed = revision && this.#renewed.get(revision)
    return renewed ? this.#newest(renewed) : revision
  }

  #applied(command: Command): Step {
    const commands = command.type === 'batch' ? command.commands : [command]
    if (commands.some(({ type }) => type === 'incident.create')) throw new CommandError('exists', 'incident', 'this incident already exists')
    const step = applyCommand(this.#incident, command)
    if (step.incident.id !== this.id) throw new CommandError('invalid', 'incident.id', 'an id never changes')
    return step
  }

  #revisionOf(intent: Intent, { patches, inverse }: Step): Revision {
    return {
      sequence: this.#revisions.length + 1,
      time: this.#host.now().toISOString(),
      author: this.#host.author(),
      kind: intent.kind,
      of: intent.kind === 'do' ? null : (this.#newest(intent.of)?.sequence ?? null),
      command: intent.kind === 'do' ? intent.command : null,
      patches,
      inverse,
    }
  }

  #record(attempt: Attempt, incident: Incident): Promise<Saved> {
    const { revision } = attempt
    const line = encodeLine(revision, this.#host.schema.version)
    this.#revisions.push(revision)
    this.#incident = incident
    advance(this.#undo, revision)
    this.#onTheWay.push(attempt)
    const view = this.#viewOf(incident, revision.sequence)
    this.#announce('saving')
    return this.#journal.append(line).then(
      () => this.#settle(view, revision.patches),
      (error: unknown) => {
        throw notSaved(error)
      },
    )
  }

  #settle(view: OpenView, patches: Revision['patches']): Saved {
    this.#onTheWay.shift()
    this.#view = view
    const { incident, ...rest } = view
    const saved: Saved = { id: this.id, ...rest, patches, incident }
    this.#announce(this.#onTheWay.length > 0 ? 'saving' : 'saved')
    this.#host.changed(saved, this.#journal.size, this.changedAt)
    this.#rest()
    return saved
  }

  #takeBack(error: unknown) {
    const { reason, detail } = notSaved(error)
    this.#revisions.length = this.#view.sequence
    this.#incident = this.#view.incident
    this.#undo = this.#undoable(this.#revisions)
    this.#kept.push(...this.#onTheWay.splice(0))
    this.#state = { ...this.#state, state: 'failed', reason, detail }
    this.#host.saveState(this.id, this.#state)
  }

  #announce(state: 'saving' | 'saved') {
    const at = state === 'saved' ? this.#host.now().getTime() : this.#state.at
    // Something that failed earlier and still waits is not covered by a later success.
    if (state === 'saved' && this.#kept.length > 0) this.#state = { ...this.#state, state: 'failed', at }
    else this.#state = { state, at, reason: this.#kept.length > 0 ? this.#state.reason : null, detail: this.#kept.length > 0 ? this.#state.detail : '' }
    this.#host.saveState(this.id, this.#state)
  }

  #journalAt(known: Known) {
    return new Journal(this.#host.at.history(this.id), known, { files: this.#host.files, onFailure: (error) => this.#takeBack(error) })
  }

  /** What an older version did cannot be taken back patch by patch; it can be restored as a whole. */
  #undoable(revisions: Revision[]): UndoState {
    const { undo, redo } = undoState(revisions)
    const ours = (sequence: number) => sequence > this.#olderUntil
    return { undo: undo.filter(ours), redo: redo.filter(ours) }
  }

  #viewOf(incident: Incident, sequence: number): OpenView {
    return { incident, sequence, undo: this.#nameOf(this.#undo.undo.at(-1)), redo: this.#nameOf(this.#undo.redo.at(-1)) }
  }

  #nameOf(sequence: number | undefined): UndoName | null {
    const command = this.#revisionAt(sequence)?.command
    return command && sequence !== undefined ? { sequence, ...nameOf(command) } : null
  }

  /** Takes over a history that grew outside. One that does not continue ours is left for people to look at. */
  async #reload() {
    await this.#journal.close()
    const disk = await loadIncident(this.#host.at, this.id, { readOnly: false, now: this.#host.now(), files: this.#host.files, schema: this.#host.schema }).catch((error: unknown) => {
      throw new NotSaved('changed-outside', messageOf(error), error)
    })
    const ours = this.#view.sequence
    const same = JSON.stringify(disk.revisions.slice(0, ours)) === JSON.stringify(this.history())
    if (!same) throw new NotSaved('changed-outside', 'the history on disk is another one than the history that was open')
    this.#revisions.push(...disk.revisions.slice(ours))
    this.#incident = disk.incident
    this.#undo = this.#undoable(disk.revisions)
    this.#view = this.#viewOf(disk.incident, disk.revisions.length)
    this.#journal = this.#journalAt(disk)
    this.#snapshot = disk.snapshot
    this.#snapshotAt = disk.snapshotAt
    this.#host.reloaded(this)
  }

  #rest() {
    if (this.#timer) this.#timer.refresh()
    else if (!this.#closed) this.#timer = setTimeout(() => void this.#writeSnapshot(), idleMilliseconds).unref()
  }

  /** The history holds everything, so a snapshot that cannot be written is no loss: the next one makes up for it. */
  async #writeSnapshot() {
    const { incident, sequence } = this.#view
    // Of a history that another one took the place of, a snapshot would tell what is not there.
    if (!this.#snapshot || sequence === this.#snapshotAt || this.#state.reason === 'changed-outside') return
    this.#snapshot.data = { sequence, body: incident }
    await this.#snapshot.write().then(
      () => (this.#snapshotAt = sequence),
      () => undefined,
    )
  }
}
