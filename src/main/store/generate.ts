import { createHash } from 'node:crypto'
import { mkdir, open, writeFile } from 'node:fs/promises'
import type { Command } from '#domain/command/index.ts'
import { summarise, type Annotation, type Incident, type IncidentSummary } from '#domain/incident/index.ts'
import { syncFolder } from './durable-file.ts'
import { files } from './files.ts'
import { encodeLine } from './history.ts'
import { encodeEntry, encodeIndex } from './index-file.ts'
import { layout } from './layout.ts'

/**
 * Made-up libraries of any size for measurements and demonstrations: the same seed gives the same bytes. Names of
 * actors, ministries and techniques are generic words, so that nothing in them is said of anyone.
 */
const words = 'ministry embassy attribution malware server mail network group statement sanctions summons denial evidence operation access technique Česko úřad vláda zpráva'.split(' ')
const countries = ['CZ', 'DE', 'FR', 'PL', 'SK', 'EE', 'LT', 'LV', 'NL', 'GB', 'US', 'UA']
const states = ['CN', 'RU', 'IR', 'KP']
const sectors = ['government', 'energy', 'health', 'telecom', 'defence', 'media']
const sharedTexts = 40
const textLength = 4000
/** Files written at once. */
const atOnce = 48

/** The 32-bit generator "mulberry32" by Tommy Ettinger (public domain): numbers in [0, 1). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Frozen = { sha256: string; text: string }

export class Generator {
  readonly #random: () => number
  readonly texts: Frozen[]

  constructor(seed: number) {
    this.#random = chance(seed)
    this.texts = Array.from({ length: sharedTexts }, () => {
      const text = this.#prose(textLength)
      return { text, sha256: createHash('sha256').update(text).digest('hex') }
    })
  }

  annotation(id: string, sourceId: string, { sha256: textSha256, text }: Frozen): Annotation {
    const start = this.#below(text.length - 60)
    const end = start + 40
    const anchor = { textSha256, start, end, exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) }
    return { id, sourceId, anchor, type: 'activity', tags: [`actor-${this.#below(60)}`], note: this.#prose(60), state: 'accepted', createdAt: '2025-05-28T10:00:00.000Z', createdBy: 'Generator' }
  }

  /** About 20 KB of JSON with 20 annotations: three sources, 15 events, a summary. */
  incident(id: string, annotations = 20): Incident {
    const noDate = { edtf: null, wording: null }
    const year = 2010 + this.#below(15)
    const frozen = Array.from({ length: 3 }, () => this.#of(this.texts))
    const marks = Array.from({ length: annotations }, (_, index) => this.annotation(`a${index}`, `s${index % 3}`, frozen[index % 3] as Frozen))
    return {
      id,
      origin: 'own',
      createdAt: `${year}-05-28T10:00:00.000Z`,
      title: this.#prose(50).trim(),
      shortTitle: '',
      summary: this.#prose(1500).trim(),
      bottomLine: '',
      status: 'in-progress',
      tlp: this.#of(['CLEAR', 'GREEN', 'AMBER'] as const),
      pap: null,
      language: 'en',
      tags: [`campaign-${this.#below(400)}`],
      sponsorStates: [this.#of(states)],
      actorIds: [],
      victims: [{ name: 'A ministry', entityId: null, country: this.#of(countries), sector: this.#of(sectors) }],
      dates: { activity: { edtf: `${year}/${year + 1}`, wording: null }, detected: noDate, disclosed: noDate, attributed: noDate },
      cutOff: null,
      coverNote: '',
      sources: Object.fromEntries(frozen.map((one, index) => [`s${index}`, this.#source(`s${index}`, one)])),
      annotations: Object.fromEntries(marks.map((mark) => [mark.id, mark])),
      entities: {},
      events: Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`e${index}`, this.#event(`e${index}`, year)])),
      attributions: {},
      responses: {},
      conflicts: {},
      hypotheses: {},
      judgements: {},
      facts: {},
      techniques: {},
      indicators: {},
      gaps: {},
    }
  }

  #source(id: string, { sha256, text }: Frozen): Incident['sources'][string] {
    const citation = { id, type: 'webpage', title: this.#prose(40).trim() } as const
    return { id, citation, date: '2025-05-28', kind: 'official', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'A', repeats: null, capture: null, text: { sha256, length: text.length, nature: 'own-words' }, note: '', tags: [] }
  }

  #event(id: string, year: number): Incident['events'][string] {
    const date = { edtf: `${year}-0${1 + this.#below(9)}`, wording: null }
    return { id, title: this.#prose(60).trim(), description: this.#prose(300).trim(), date, lane: 'activity', evidence: [], credibility: '2', location: null, entityIds: [], context: false, standing: 'confirmed', tags: [] }
  }

  #below = (limit: number) => Math.floor(this.#random() * limit)
  #of = <Item>(list: readonly Item[]): Item => list[this.#below(list.length)] as Item

  #prose(length: number): string {
    let text = ''
    while (text.length < length) text += `${this.#of(words)} `
    return text.slice(0, length)
  }
}

export const generatedId = (index: number): string => `g-${String(index).padStart(6, '0')}`

/**
 * Fills an empty folder with a library of `count` incidents of about 20 KB, as the program would have left it, closed.
 * Files are synced together at the end by the system, not one by one: this is not for data that anyone has only here.
 */
export async function generateLibrary(folder: string, count: number, seed: number): Promise<void> {
  const at = layout(folder)
  const generator = new Generator(seed)
  for (const path of [at.incidents, at.sources]) await mkdir(path, { recursive: true, mode: 0o700 })
  for (const { sha256, text } of generator.texts) await writeFile(at.text(sha256), text, { mode: 0o600 })
  const entries: { historyBytes: number; summary: IncidentSummary }[] = []
  for (let start = 0; start < count; start += atOnce) {
    const part = Array.from({ length: Math.min(atOnce, count - start) }, (_, index) => generator.incident(generatedId(start + index)))
    entries.push(...(await Promise.all(part.map((incident, index) => write(at.history(incident.id), incident, start + index)))))
  }
  await syncFolder(at.incidents, files)
  const folderHandle = await open(at.incidents, 'r')
  const { mtimeNs } = await folderHandle.stat({ bigint: true })
  await folderHandle.close()
  const newestFirst = entries.toReversed().map((entry) => `${encodeEntry(entry)}\n`)
  await writeFile(at.index, encodeIndex({ lines: Buffer.from(newestFirst.join('')), count }, [{ closed: { folder: String(mtimeNs) } }]), { mode: 0o600 })
}

async function write(path: string, incident: Incident, index: number) {
  const time = new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString()
  const command: Command = { type: 'incident.create', incident }
  const line = encodeLine({ sequence: 1, time, author: 'Generator', kind: 'do', of: null, command, patches: [], inverse: [] })
  await writeFile(path, line, { mode: 0o600 })
  return { historyBytes: line.length, summary: summarise(incident, { sequence: 1, changedAt: time }) }
}
