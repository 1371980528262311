import { randomUUID } from 'node:crypto'
import type { ImportResult } from '#contract/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import type { Library } from '../store/library.ts'
import { shownName } from './file-kind.ts'
import { importSupplied, type ImportAnswer, type ImportOptions } from './import-supplied.ts'
import type { SuppliedFile } from './read-supplied.ts'

type Told = { done: number; total: number; name: string; result: ImportResult | null }
type Start = { library: Library; now: () => Date; /** The incident that gets the sources; null: a new one. */ incidentId: string | null; total: number; /** What a person says about all of them. */ stated?: Pick<ImportOptions, 'title' | 'publisher' | 'sourceDate' | 'supersedes'>; told?: (told: Told) => void }

const blank = { incidentId: null, sourceId: null, code: null, where: '', detail: '' }

/** Why a file could not even be read: a refusal, or the system's. */
function unread(name: string, error: unknown): ImportResult {
  if (error instanceof Refusal) return { ...blank, name, outcome: 'refused', code: error.code, where: error.where, detail: error.detail }
  const said = error instanceof Error && 'code' in error ? String(error.code) : ''
  const code = said === 'ENOENT' ? 'not-found' : /^[a-z-]+$/.test(said) ? said : 'unreadable'
  return { ...blank, name, outcome: 'refused', code, detail: error instanceof Error ? error.message : String(error) }
}

/**
 * Files that come in one after another, each as a revision of its own: what came in before a job is cancelled stays, and
 * is taken back file by file. Only one file is in memory at a time.
 */
export class ImportJob {
  readonly #start: Start
  readonly #stop = new AbortController()
  #incidentId: string | null
  #done = 0
  /** An incident that was there before is backed up once, before the first of many files. */
  #backUp: boolean
  /** Files that were refused because their id is taken, should the person want a copy. */
  readonly #taken = new Map<string, SuppliedFile>()

  constructor(start: Start) {
    this.#start = start
    this.#incidentId = start.incidentId
    this.#backUp = start.incidentId !== null && start.total > 1
  }

  get hasEnded(): boolean {
    return this.#stop.signal.aborted || this.#done >= this.#start.total
  }
  /** The incident that now holds the sources. */
  get incidentId(): string | null {
    return this.#incidentId
  }

  /** What is being read is given up at once; what is being saved is saved. */
  cancel(): void {
    this.#stop.abort()
  }

  /**
   * Brings the next file in. `read` is asked when its turn comes.
   * @throws StoreError, NotSaved from the library; then nothing of this file came in
   */
  async take(name: string, read: () => Promise<SuppliedFile>): Promise<ImportResult> {
    const shown = shownName(name)
    if (this.#stop.signal.aborted) return { ...blank, name: shown, outcome: 'cancelled' }
    this.#tell(shown, null)
    const result = await this.#imported(shown, read)
    this.#done += 1
    this.#tell(shown, result)
    return result
  }

  async #imported(name: string, read: () => Promise<SuppliedFile>): Promise<ImportResult> {
    let file: SuppliedFile
    try {
      file = await read()
    } catch (error) {
      return unread(name, error)
    }
    try {
      const { results } = await importSupplied(this.#start.library, { ...this.#start.stated, incidentId: this.#incidentId, now: this.#start.now, backUp: this.#backUp, signal: this.#stop.signal }, [file])
      const [result = { ...blank, name, outcome: 'refused' as const }] = results
      return this.#followed(result, file)
    } catch (error) {
      if (this.#stop.signal.aborted && error === this.#stop.signal.reason) return { ...blank, name, outcome: 'cancelled' }
      throw error
    }
  }

  #followed(result: ImportResult, file: SuppliedFile): ImportResult {
    if (result.outcome === 'imported' && result.sourceId !== null) {
      // A text began the incident that gets the others; a case that came in whole is one of its own.
      this.#incidentId = result.incidentId
      this.#backUp = false
    }
    if (result.code !== 'exists') return result
    const copyToken = randomUUID()
    this.#taken.set(copyToken, file)
    return { ...result, copyToken }
  }

  /** Brings in, under a new id, what was refused because its id is taken; null: this job has no such file. */
  async copy(token: string): Promise<ImportAnswer | null> {
    const file = this.#taken.get(token)
    if (!file) return null
    const answer = await importSupplied(this.#start.library, { incidentId: null, now: this.#start.now, asCopy: true }, [file])
    this.#taken.delete(token)
    return answer
  }

  #tell(name: string, result: ImportResult | null) {
    this.#start.told?.({ done: this.#done, total: this.#start.total, name, result })
  }
}
