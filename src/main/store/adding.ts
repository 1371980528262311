import type { Command, Revision } from '#domain/command/index.ts'
import { stableJson } from '#domain/exchange/index.ts'
import { incidentSchema, integrityProblems, type Incident } from '#domain/incident/index.ts'
import { exists, writeDurably } from './durable-file.ts'
import { saving, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { everything, requireGrounds } from './grounds.ts'
import { decodeHistory, encodeLine, replay } from './history.ts'
import type { Layout } from './layout.ts'
import type { Schema } from './schema.ts'
import { sha256Of, type Sources } from './sources.ts'
import type { Summaries } from './summaries.ts'

export type Original = { sha256: string; bytes: Uint8Array }
/** A history as it is to be written, and what it ends with. */
type Written = { lines: Buffer; sequence: number; time: string }
/** An incident that is in the library now, at the revision its history ends with. */
export type Added = { incident: Incident; sequence: number }
export type AddingOptions = { at: Layout; author: () => string; now: () => Date; files: Files; schema: Schema; summaries: Summaries; sources: Sources }

/** Brings incidents into the library that were not there. All of one is checked before anything of it is written. */
export class Adding {
  readonly #options: AddingOptions
  readonly #underway = new Set<string>()

  constructor(options: AddingOptions) {
    this.#options = options
  }

  /** As its first revision. @throws StoreError exists, invalid · CommandError when an annotation's words are not in its text · NotSaved */
  async create(incident: Incident, texts: Record<string, string>, originals: Original[]): Promise<Added> {
    return this.#add(incident, texts, originals, (sound) => this.#firstLine(sound))
  }

  /** With the history it has elsewhere. @throws also StoreError invalid when that does not lead to the incident */
  async adopt(incident: Incident, revisions: readonly Revision[], texts: Record<string, string>, originals: Original[]): Promise<Added> {
    const { schema } = this.#options
    const lines = Buffer.concat(revisions.map((revision) => encodeLine(revision, schema.version)))
    const led = replay(decodeHistory(lines, incident.id, schema), incident.id, null, schema)
    if (stableJson(led) !== stableJson(incident)) throw new StoreError('invalid', incident.id, 'the history does not lead to this incident')
    return this.#add(incident, texts, originals, () => ({ lines, sequence: revisions.length, time: revisions.at(-1)?.time ?? incident.createdAt }))
  }

  async #add(incident: Incident, texts: Record<string, string>, originals: Original[], historyOf: (sound: Incident) => Written): Promise<Added> {
    const { at, files, summaries, sources } = this.#options
    const sound = await this.#requireSound(incident, texts, originals)
    const { id } = sound
    const path = at.history(id)
    const taken = () => new StoreError('exists', id, 'there is such an incident already')
    if (this.#underway.has(id)) throw taken()
    this.#underway.add(id)
    try {
      return await saving(async () => {
        // Also one whose history is missing: it may come back.
        if (summaries.sequenceOf(id) > 0 || (await exists(path, files))) throw taken()
        for (const text of Object.values(texts)) await sources.putText(text)
        for (const { bytes } of originals) await sources.putOriginal(bytes)
        const { lines, sequence, time } = historyOf(sound)
        await writeDurably(path, lines, files)
        summaries.set({ incident: sound, sequence, changedAt: time, historyBytes: lines.length })
        return { incident: sound, sequence }
      })
    } finally {
      this.#underway.delete(id)
    }
  }

  async #requireSound(incident: Incident, texts: Record<string, string>, originals: Original[]): Promise<Incident> {
    const parsed = incidentSchema.safeParse(incident)
    const issue = parsed.error?.issues[0]
    if (!parsed.success) throw new StoreError('invalid', issue?.path.join('.') ?? '', issue?.message ?? 'is not an incident')
    const problem = integrityProblems(parsed.data)[0]
    if (problem) throw new StoreError('invalid', problem.path, problem.message)
    const supplied = new Map(Object.entries(texts))
    for (const [sha256, text] of supplied) if (!text.isWellFormed() || sha256Of(text) !== sha256) throw new StoreError('invalid', `texts.${sha256}`, 'the text does not fit its hash')
    for (const { sha256, bytes } of originals) if (sha256Of(bytes) !== sha256) throw new StoreError('invalid', `originals.${sha256}`, 'the bytes do not fit their hash')
    await requireGrounds(parsed.data, everything, async (sha256) => supplied.get(sha256) ?? this.#options.sources.readText(sha256))
    return parsed.data
  }

  #firstLine(incident: Incident): Written {
    const { author, now, schema } = this.#options
    const time = now().toISOString()
    const command: Command = { type: 'incident.create', incident }
    return { lines: encodeLine({ sequence: 1, time, author: author(), kind: 'do', of: null, command, patches: [], inverse: [] }, schema.version), sequence: 1, time }
  }
}
