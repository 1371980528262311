import type { IncidentSummary } from '#domain/incident/index.ts'
import { eachLine, encodeEntry, findLine, idOfLine, parseEntry, type Entry, type Lines, type News } from './index-file.ts'

/** So many incidents are looked up line by line; beyond that it is cheaper to parse them all. */
const lookupLimit = 32
const sliceLines = 400

const newestFirst = (a: Entry, b: Entry) => (a.summary.changedAt < b.summary.changedAt ? 1 : a.summary.changedAt > b.summary.changedAt ? -1 : 0)

/** isNew: the lines do not have it. */
type Changed = { entry: Entry | null; isNew: boolean }

/** The entries of the index: the lines as they were read, parsed when they are looked at, and what changed since. */
export class Entries {
  #lines: Buffer
  #count: number
  /** Changes above the lines; entry null: removed. */
  readonly #changed = new Map<string, Changed>()
  /** All of them, once they have been parsed. */
  #all: Map<string, Entry> | null = null
  #lookups = 0

  constructor(lines: Buffer, count: number) {
    this.#lines = lines
    this.#count = count
  }

  get count(): number {
    if (this.#all) return this.#all.size
    let count = this.#count
    for (const { entry, isNew } of this.#changed.values()) count += Number(entry !== null) - Number(!isNew)
    return count
  }

  get(id: string): Entry | null {
    const changed = this.#changed.get(id)
    return changed ? changed.entry : this.#inLines(id)
  }

  /**
   * @param entry null: the incident goes
   * @param isNew when it is known already whether the lines have it
   * @returns isNew
   */
  set(id: string, entry: Entry | null, isNew = this.#changed.get(id)?.isNew ?? this.#inLines(id) === null): boolean {
    this.#changed.set(id, { entry, isNew })
    if (entry) this.#all?.set(id, entry)
    else this.#all?.delete(id)
    return isNew
  }

  /** What is to be written of a change. */
  newsOf(id: string): News[] {
    const changed = this.#changed.get(id)
    if (!changed) return []
    const { entry, isNew } = changed
    return [entry ? { entry, isNew } : { removed: id, isNew }]
  }

  take(news: readonly News[]): void {
    for (const one of news) {
      if ('entry' in one) this.set(one.entry.summary.id, one.entry, one.isNew)
      if ('removed' in one) this.set(one.removed, null, one.isNew)
    }
  }

  all(): Map<string, Entry> {
    if (this.#all) return this.#all
    const all = new Map<string, Entry>()
    eachLine(this.#lines, (line) => Boolean(all.set(idOfLine(line), parseEntry(line))))
    return this.#finish(all)
  }

  /** The same without keeping others waiting: parses in slices. */
  async allSoon(pause: () => Promise<boolean>): Promise<Map<string, Entry> | null> {
    const parsed = new Map<string, Entry>()
    for (let at = 0; at < this.#lines.length && !this.#all; ) {
      let left = sliceLines
      at = eachLine(this.#lines, (line) => Boolean(parsed.set(idOfLine(line), parseEntry(line))) && (left -= 1) > 0, at)
      if (!(await pause())) return null
    }
    return this.#all ?? this.#finish(parsed)
  }

  /** Some entries, the ones changed last first, without parsing those that are not asked for. */
  page(offset: number, limit: number): IncidentSummary[] {
    const changed = this.#changedEntries()
    const found = changed.slice(offset, offset + limit)
    let skip = Math.max(0, offset - changed.length)
    eachLine(this.#lines, (line) => {
      if (found.length >= limit) return false
      if (this.#changed.has(idOfLine(line))) return true
      if (skip > 0) skip -= 1
      else found.push(parseEntry(line))
      return true
    })
    return found.map(({ summary }) => summary)
  }

  /** All of it as lines again, newest first; those that did not change are not parsed for it. */
  encode(): Lines {
    const changed = this.#changedEntries()
    const parts: Buffer[] = changed.map((entry) => Buffer.from(`${encodeEntry(entry)}\n`))
    let kept = 0
    let start = 0
    let end = 0
    // Neighbours that stay are copied together.
    eachLine(this.#lines, (line) => {
      const stays = !this.#changed.has(idOfLine(line))
      kept += Number(stays)
      if (!stays) {
        parts.push(this.#lines.subarray(start, end))
        start = end + line.length + 1
      }
      end += line.length + 1
      return true
    })
    parts.push(this.#lines.subarray(start, end))
    return { lines: Buffer.concat(parts), count: changed.length + kept }
  }

  /** After encode() was written: these are the lines now. */
  settle({ lines, count }: Lines): void {
    this.#lines = lines
    this.#count = count
    this.#changed.clear()
  }

  #changedEntries(): Entry[] {
    return [...this.#changed.values()].flatMap(({ entry }) => entry ?? []).sort(newestFirst)
  }

  /** Only for what has not changed. */
  #inLines(id: string): Entry | null {
    if (!this.#all && this.#lookups >= lookupLimit) this.all()
    if (this.#all) return this.#all.get(id) ?? null
    this.#lookups += 1
    const line = findLine(this.#lines, id)
    return line && parseEntry(line)
  }

  #finish(all: Map<string, Entry>) {
    for (const [id, { entry }] of this.#changed) {
      if (entry) all.set(id, entry)
      else all.delete(id)
    }
    this.#all = all
    return all
  }
}
