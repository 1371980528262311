import type { Handlers, Moment } from '#contract/index.ts'
import { HistoryReader, isWanted, type ReadEntry } from '#domain/history/index.ts'
import { takenOver, type Revision } from '#domain/command/index.ts'
import { StoreError, type Library } from '../store/index.ts'
import type { Ports } from './ports.ts'

type Names = 'history:page' | 'incident:then' | 'incident:put-back' | 'version:taken-over'

type Book = { reader: HistoryReader; read: ReadEntry[]; last: Revision | undefined }
/** Histories kept read at once. */
const mostBooks = 4
/** So long the main thread is kept at most. */
const sliceMilliseconds = 12

const breath = () => new Promise<void>((done) => setImmediate(done))

/** Histories as entries: each revision is read once, and reading goes on where it ended. */
class Books {
  readonly #books = new Map<string, Book>()
  #turn: Promise<unknown> = Promise.resolve()

  entries(id: string, revisions: readonly Revision[]): Promise<readonly ReadEntry[]> {
    const turn = this.#turn.then(() => this.#goOn(id, revisions))
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #goOn(id: string, revisions: readonly Revision[]): Promise<readonly ReadEntry[]> {
    const book = this.#bookOf(id, revisions)
    let pause = performance.now() + sliceMilliseconds
    for (const revision of revisions.slice(book.read.length)) {
      book.read.push(book.reader.read(revision))
      book.last = revision
      if (performance.now() < pause) continue
      await breath()
      pause = performance.now() + sliceMilliseconds
    }
    return book.read
  }

  /** After a recovery, a history may be another one than before: then it is read anew. */
  #bookOf(id: string, revisions: readonly Revision[]): Book {
    const known = this.#books.get(id)
    const then = known && revisions[known.read.length - 1]
    const goesOn = known && known.read.length <= revisions.length && (then === known.last || JSON.stringify(then) === JSON.stringify(known.last))
    const book = goesOn ? known : { reader: new HistoryReader(), read: [], last: undefined }
    this.#books.delete(id)
    this.#books.set(id, book)
    const [oldest] = this.#books.keys()
    if (this.#books.size > mostBooks && oldest !== undefined) this.#books.delete(oldest)
    return book
  }
}

/** The revisions of an incident, also of a damaged one as far as they are whole. */
async function revisionsOf(library: Library, id: string): Promise<readonly Revision[]> {
  try {
    return await library.history(id)
  } catch (error) {
    if (!(error instanceof StoreError) || error.code === 'not-found' || error.code === 'closed') throw error
    return (await library.openReadOnly(id)).revisions
  }
}

type Then = Awaited<ReturnType<typeof readMoment>>
/** So long an earlier state is kept: its views ask for the text of each source. */
const keptMilliseconds = 10_000
const kept = new WeakMap<Library, { key: string; until: number; read: Promise<Then> }>()

/** An earlier state of an incident, to look at. @throws StoreError */
export function momentOf(library: Library, id: string, at: Moment): Promise<Then> {
  const key = JSON.stringify([id, at])
  const last = kept.get(library)
  if (last?.key === key && last.until > performance.now()) return last.read
  const read = readMoment(library, id, at)
  kept.set(library, { key, until: performance.now() + keptMilliseconds, read })
  return read
}

async function readMoment(library: Library, id: string, at: Moment) {
  if (at.kind === 'whole') {
    const { incident, revisions } = await library.openReadOnly(id)
    const last = revisions.at(-1)
    return { incident, sequence: revisions.length, time: last?.time ?? incident.createdAt, author: last?.author ?? '' }
  }
  const { incident, revision } = at.kind === 'backup' ? await library.safety.backup(at.name) : await library.safety.revision(id, at.sequence)
  if (incident.id !== id) throw new StoreError('not-found', id, 'this backup is of another incident')
  return { incident, sequence: revision.sequence, time: revision.time, author: revision.author }
}

export function historyHandlers({ library }: Pick<Ports, 'library'>): Pick<Handlers, Names> {
  const books = new Books()
  return {
    'history:page': async ({ id, offset, limit, ...query }) => {
      const all = await books.entries(id, await revisionsOf(library, id))
      const wanted = query.text.trim() === '' && query.record === null ? all : all.filter((entry) => isWanted(entry, query))
      // The newest first.
      const end = Math.max(0, wanted.length - offset)
      const entries = wanted.slice(Math.max(0, end - limit), end).toReversed()
      return { total: all.length, matching: wanted.length, entries: entries.map(({ entry }) => entry) }
    },
    'version:taken-over': async ({ id, sourceId }) => ({ places: takenOver(await revisionsOf(library, id), sourceId) }),
    'incident:then': ({ id, at }) => momentOf(library, id, at),
    'incident:put-back': async ({ id, at }) => {
      if (at.kind === 'backup') return { sequence: (await library.restore(at.name)).sequence }
      const { incident, sequence } = await momentOf(library, id, at)
      return { sequence: (await library.apply(id, { type: 'incident.restore', incident, sequence })).sequence }
    },
  }
}
