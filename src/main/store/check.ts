import { join, relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { advance, revisionSchema, undoState, type Revision } from '#domain/command/index.ts'
import { readIncidentDocument, Refusal, textsOf, writeIncidentDocument } from '#domain/exchange/index.ts'
import { incidentSchema, integrityProblems, references, sha256Schema, type Incident } from '#domain/incident/index.ts'
import { Backups } from './backups.ts'
import { messageOf, StoreError } from './errors.ts'
import { files as realFiles, type Files } from './files.ts'
import { readName, requireFolder } from './folder.ts'
import { misplaced } from './grounds.ts'
import { readHistory, replay, upTo, type Lines } from './history.ts'
import { idOfHistory, layout, type Layout } from './layout.ts'
import { currentSchema } from './schema.ts'
import { readSnapshot } from './snapshot.ts'
import { sha256Of, Sources } from './sources.ts'
import { indexDisagreements } from './summaries.ts'
import type { VaultKey } from './vault/keys.ts'
import { waysTo } from './vault/unlock.ts'

/** `where` is a path in the library, with the place inside it after a colon. */
export type CheckProblem = { where: string; message: string }
export type CheckReport = {
  problems: CheckProblem[]
  /** What the next opening puts right without loss: an unfinished write that was never acknowledged, an old index. */
  notes: CheckProblem[]
  /** missingOriginals: sources whose original bytes are not kept, which is allowed. */
  counts: { incidents: number; revisions: number; references: number; anchors: number; texts: number; originals: number; missingOriginals: number }
}

/**
 * Reads the whole library and verifies every checksum, every revision against its schema, every snapshot against its
 * history, every reference, every anchor against its frozen text, every backup, and that each incident could be carried
 * elsewhere. Changes nothing and takes no lock.
 * @param key for an encrypted library
 * @throws StoreError missing or not-a-library when there is nothing to check; encrypted, wrong-key
 */
export async function checkLibrary(folder: string, disk: Files = realFiles, key: VaultKey | null = null): Promise<CheckReport> {
  const at = layout(resolve(folder))
  await requireFolder(at, true, disk)
  const { files, damaged } = await waysTo(at, key, disk)
  return new Check(at, files).run(damaged)
}

class Check {
  readonly #at: Layout
  readonly #files: Files
  readonly #sources: Sources
  readonly #names = new Set<string>()
  readonly #problems: CheckProblem[] = []
  readonly #notes: CheckProblem[] = []
  readonly #counts = { incidents: 0, revisions: 0, references: 0, anchors: 0, texts: 0, originals: 0, missingOriginals: 0 }

  constructor(at: Layout, files: Files) {
    this.#at = at
    this.#files = files
    this.#sources = new Sources(at, () => new Date(0), files)
  }

  async run(vault: StoreError | null): Promise<CheckReport> {
    if (vault) this.#add(relative(this.#at.root, vault.where), vault.detail)
    await this.#note('library.json', () => readName(this.#at, { readOnly: true, now: new Date(0), files: this.#files }))
    await this.#note('sources', () => this.#checkSources())
    const names = (await this.#note('incidents', () => this.#files.readdir(this.#at.incidents))) ?? []
    const ids = names.flatMap((name) => idOfHistory(name) ?? [])
    for (const id of ids.toSorted()) await this.#note(`incidents/${id}.history.jsonl`, () => this.#checkIncident(id))
    await this.#note('index.jsonl', async () => {
      for (const message of await indexDisagreements(this.#at, this.#files)) this.#notes.push({ where: 'index.jsonl', message })
    })
    await this.#note('backups', () => this.#checkBackups())
    await this.#note('trash', () => this.#checkSealed(this.#at.trash, this.#problems))
    await this.#note('drafts', () => this.#checkSealed(this.#at.drafts, this.#notes))
    return { problems: this.#problems, notes: this.#notes, counts: this.#counts }
  }

  #add(where: string, message: string) {
    this.#problems.push({ where, message })
  }

  async #note<T>(where: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      this.#add(where, error instanceof StoreError ? error.detail : messageOf(error))
      return null
    }
  }

  async #checkSources() {
    for (const name of await this.#files.readdir(this.#at.sources)) {
      const [sha256 = '', ending] = name.split('.', 2)
      if (!sha256Schema.safeParse(sha256).success || (ending !== undefined && name !== `${sha256}.txt`)) {
        this.#add(`sources/${name}`, 'does not belong here')
        continue
      }
      this.#names.add(name)
      const isText = ending !== undefined
      this.#counts[isText ? 'texts' : 'originals'] += 1
      await this.#note(`sources/${name}`, async () => void (isText ? await this.#sources.readText(sha256) : await this.#sources.readOriginal(sha256)))
    }
  }

  async #checkBackups() {
    const backups = new Backups({ at: this.#at, now: () => new Date(0), files: this.#files, schema: currentSchema })
    for (const { name, problem } of await backups.list()) if (problem !== null) this.#add(`backups/${name}`, problem)
  }

  /** Files of an encrypted library that nothing above reads: whether all of each opens. What lies in quarantine/ is known to be damaged. */
  async #checkSealed(folder: string, into: CheckProblem[]) {
    const { under } = this.#files
    const waiting = under ? [folder] : []
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const place = path
      if ((await this.#files.stat(place)).isDirectory()) waiting.push(...(await this.#files.readdir(place)).map((name) => join(place, name)))
      else if (!(await under?.open(place))?.whole) into.push({ where: relative(this.#at.root, place), message: 'does not decrypt as a whole' })
    }
  }

  async #checkIncident(id: string) {
    const path = this.#at.history(id)
    const where = `incidents/${id}.history.jsonl`
    this.#counts.incidents += 1
    const history = await readHistory(path, this.#files)
    const { revisions, torn, unterminated } = history
    if (torn) this.#notes.push({ where, message: `ends in ${torn.length} bytes of an unfinished write` })
    if (unterminated) this.#notes.push({ where, message: 'its last line has no end' })
    this.#counts.revisions += revisions.length
    this.#checkRevisions(where, revisions)
    const incident = replay(history, path, null)
    this.#checkIncidentValue(where, id, incident)
    await this.#note(`incidents/${id}.json`, () => this.#checkSnapshot(id, history, incident))
    const before = this.#problems.length
    await this.#checkGrounds(where, incident)
    // What stands on damaged ground cannot travel either, and was reported by its cause.
    if (this.#problems.length === before) await this.#note(where, () => this.#checkPortable(where, incident))
  }

  /** Whether another Kronika would take it: the document is written and read as if it came from outside. */
  async #checkPortable(where: string, incident: Incident) {
    const texts: Record<string, string> = {}
    for (const sha256 of textsOf(incident)) texts[sha256] = await this.#sources.readText(sha256)
    try {
      readIncidentDocument(writeIncidentDocument(incident, texts), sha256Of)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // The line of a document that was never written down helps nobody.
      this.#add(`${where}:${error.where.replace(/, line.*$/, '')}`, `another Kronika would not take it: ${error.detail}`)
    }
  }

  #checkRevisions(where: string, revisions: Revision[]) {
    for (const revision of revisions) {
      const issue = revisionSchema.safeParse(revision).error?.issues[0]
      if (issue) this.#add(`${where}:${revision.sequence}`, `${issue.path.join('.')}: ${issue.message}`)
    }
    const state = undoState([])
    for (const revision of revisions) {
      const { sequence, kind, of } = revision
      const next = kind === 'undo' ? state.undo.at(-1) : state.redo.at(-1)
      if (kind !== 'do' && next !== of) this.#add(`${where}:${sequence}`, `${kind} of ${of}, which was not the next one to ${kind}`)
      advance(state, revision)
    }
  }

  #checkIncidentValue(where: string, id: string, incident: Incident) {
    const issue = incidentSchema.safeParse(incident).error?.issues[0]
    if (issue) return this.#add(`${where}:${issue.path.join('.')}`, issue.message)
    if (incident.id !== id) this.#add(where, `holds the incident ${incident.id}`)
    for (const { path, message } of integrityProblems(incident)) this.#add(`${where}:${path}`, message)
    this.#counts.references += [...references(incident)].length
  }

  async #checkSnapshot(id: string, history: Lines, newest: Incident) {
    const { revisions } = history
    const where = `incidents/${id}.json`
    const { base, corrupt } = await readSnapshot(this.#at, id, this.#files)
    if (corrupt !== null) this.#add(where, corrupt)
    if (!base) return
    if (base.sequence > revisions.length) return this.#add(where, `stands at revision ${base.sequence}, the history ends at ${revisions.length}`)
    const then = base.sequence === revisions.length ? newest : replay(upTo(history, base.sequence), this.#at.history(id), null)
    if (!isDeepStrictEqual(base.incident, then)) this.#add(where, `is not what the history says at revision ${base.sequence}`)
  }

  async #checkGrounds(where: string, incident: Incident) {
    for (const { id, text, capture } of Object.values(incident.sources)) {
      if (capture && !this.#names.has(capture.sha256)) this.#counts.missingOriginals += 1
      if (!text) continue
      if (!this.#names.has(`${text.sha256}.txt`)) this.#add(`${where}:sources.${id}.text`, `the text ${text.sha256} is not in the library`)
      else await this.#checkLength(`${where}:sources.${id}.text.length`, text)
    }
    for (const annotation of Object.values(incident.annotations)) {
      const place = `${where}:annotations.${annotation.id}.anchor`
      this.#counts.anchors += 1
      const text = await this.#note(place, () => this.#sources.readText(annotation.anchor.textSha256))
      const problem = text === null ? null : misplaced(annotation, text)
      if (problem) this.#add(place, problem)
    }
  }

  async #checkLength(where: string, { sha256, length }: { sha256: string; length: number }) {
    // A text that cannot be read was reported as a file already.
    const found = await this.#sources.readText(sha256).catch(() => null)
    if (found !== null && found.length !== length) this.#add(where, `the text has ${found.length} characters, not ${length}`)
  }
}
