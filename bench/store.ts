import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Command } from '#domain/command/index.ts'
import type { Annotation, Incident } from '#domain/incident/index.ts'
import { encodeLine } from '#main/store/history.ts'
import { openLibrary } from '#main/store/index.ts'
import { makeIncident } from '#main/store/testing.ts'
import { figure, median, p95, printTable, seeded, timed, verify } from './lib.ts'

/**
 * What one durable edit costs in a library of 100 and of 10,000 incidents of about 20 KB, beside plain lowdb with all
 * incidents in one file, and beside what the disk itself takes: 512 bytes in place and fdatasync. The three take turns
 * on the same disk in one run. Afterwards everything is read back.
 */
const sizes = [100, 10_000]
const edits = 160
/** Edits go round so many incidents, so that each stays about as large as it was. */
const edited = 8
const largeAnnotations = 2000
const lowdbWrites: Record<number, number> = { 100: 30, 10_000: 3 }

const random = seeded(20250528)
const words = 'ministry embassy attribution malware server mail network group statement sanctions summons denial evidence operation access technique Česko úřad vláda zpráva'.split(' ')
const prose = (length: number) => {
  let text = ''
  while (text.length < length) text += `${words[Math.floor(random() * words.length)]} `
  return text.slice(0, length)
}
const text = prose(4000)
const textSha256 = createHash('sha256').update(text).digest('hex')

function annotation(id: string): Annotation {
  const start = Math.floor(random() * 3900)
  const exact = text.slice(start, start + 40)
  const anchor = { textSha256, start, end: start + 40, exact, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(start + 40, start + 72) }
  return { id, sourceId: 's1', anchor, type: 'activity', tags: ['apt31'], note: prose(60), state: 'accepted', createdAt: '2025-05-28T10:00:00.000Z', createdBy: 'Bench' }
}

const events = Object.fromEntries(
  Array.from({ length: 15 }, (_, index) => {
    const id = `e${index}`
    const date = { edtf: `2025-0${1 + (index % 9)}`, wording: null }
    return [id, { id, title: prose(60), description: prose(300), date, lane: 'activity', evidence: [], credibility: '2', location: null, entityIds: [], context: false, standing: 'confirmed', tags: [] }] as const
  }),
) satisfies Incident['events']

/** About 20 KB of JSON: 20 annotations, 15 events, a summary. */
function incident(id: string, count = 20): Incident {
  const base = makeIncident(id)
  const source = base.sources['s1']
  if (!source) throw new Error('the sample has no source')
  const annotations = Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, annotation(`a${index}`)]))
  return { ...base, summary: prose(1800), sources: { s1: { ...source, text: { sha256: textSha256, length: text.length, nature: 'own-words' } } }, annotations, events }
}

const idOf = (index: number) => `i-${index}`

/** A library as the program would leave it, without waiting for the disk ten thousand times. */
function generate(folder: string, count: number) {
  for (const name of ['incidents', 'sources']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'sources', `${textSha256}.txt`), text)
  for (let index = 0; index < count; index += 1) {
    const command: Command = { type: 'incident.create', incident: incident(idOf(index)) }
    const line = encodeLine({ sequence: 1, time: '2025-05-28T10:00:00.000Z', author: 'Bench', kind: 'do', of: null, command, patches: [], inverse: [] })
    writeFileSync(join(folder, 'incidents', `${idOf(index)}.history.jsonl`), line)
  }
}

async function measureOurs(root: string, count: number) {
  const folder = join(root, `library-${count}`)
  generate(folder, count)
  const options = { author: () => 'Bench', now: () => new Date() }
  const rebuilt = await openLibrary(folder, options)
  await rebuilt.close()
  let library = rebuilt
  const opening = await timed(async () => (library = await openLibrary(folder, options)))
  verify(library.list().length === count, `${count} incidents are listed`)

  const raw = await open(join(root, `raw-${count}`), 'w+')
  await raw.write(Buffer.alloc(1 << 20))
  await raw.sync()
  const id = (edit: number) => idOf(Math.floor(count / 2) + (edit % edited))
  const block = (edit: number) => Buffer.alloc(512, 33 + (edit % 90))
  const times = { edit: [] as number[], raw: [] as number[], grouped: [] as number[], large: [] as number[] }
  for (let edit = -24; edit < edits; edit += 1) {
    const added = await timed(() => library.apply(id(edit + 24), { type: 'annotation.add', item: annotation(`bench${edit + 24}`) }))
    const written = await timed(async () => {
      await raw.write(block(edit + 24), 0, 512, (edit + 24) * 512)
      await raw.datasync()
    })
    if (edit < 0) continue
    times.edit.push(added)
    times.raw.push(written)
  }
  for (let round = 0; round < 20; round += 1) {
    const together = Array.from({ length: 10 }, (_, index) => annotation(`group${round}-${index}`))
    times.grouped.push((await timed(() => Promise.all(together.map((item) => library.apply(id(round), { type: 'annotation.add', item }))))) / 10)
  }
  await library.create(incident('large', largeAnnotations))
  for (let edit = 0; edit < 40; edit += 1) times.large.push(await timed(() => library.apply('large', { type: 'annotation.add', item: annotation(`bench${edit}`) })))
  await raw.close()
  await library.close()
  const again = await openLibrary(folder, { ...options, readOnly: true })
  let found = 0
  for (let index = 0; index < edited; index += 1) {
    const { incident, sequence } = await again.open(id(index))
    verify(Object.keys(incident.annotations).length === 20 + sequence - 1, 'an annotation for each revision')
    found += sequence - 1
  }
  verify(found === 24 + edits + 200, 'every edit is there after reopening')
  verify(Object.keys((await again.open('large')).incident.annotations).length === largeAnnotations + 40, 'also in the large incident')
  const written = await readFile(join(root, `raw-${count}`))
  verify(written.subarray(19 * 512, 20 * 512).equals(block(19)), 'the blocks are there')
  return { ...times, opening }
}

async function measureLowdb(root: string, count: number) {
  type All = { incidents: Incident[] }
  const path = join(root, `lowdb-${count}.json`)
  const low = new Low<All>(new JSONFile<All>(path), { incidents: Array.from({ length: count }, (_, index) => incident(idOf(index))) })
  await low.write()
  const times: number[] = []
  let last = ''
  for (let edit = 0; edit < (lowdbWrites[count] ?? 3); edit += 1) {
    last = `bench${edit}`
    const added = annotation(last)
    times.push(
      await timed(async () => {
        const one = low.data.incidents[Math.floor(count / 2)]
        if (one) one.annotations[last] = added
        await low.write()
      }),
    )
  }
  verify((await readFile(path)).includes(`"${last}"`), 'lowdb wrote the last edit')
  return times
}

const root = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
try {
  const kilobytes = JSON.stringify(incident('size')).length / 1000
  const rows: string[][] = []
  const medians: Record<string, number> = {}
  for (const count of sizes) {
    const ours = await measureOurs(root, count)
    const lowdb = await measureLowdb(root, count)
    const limit = median(ours.raw)
    const edit = median(ours.edit)
    medians[count] = edit
    const row = (name: string, values: number[]) => rows.push([name, count.toLocaleString('en-US'), figure(median(values)), figure(p95(values)), `${figure(median(values) / limit)}×`, `${figure(median(values) / edit)}×`])
    row('512 bytes in place + fdatasync', ours.raw)
    row('Kronika, one edit, durable', ours.edit)
    row('Kronika, ten edits at once, each', ours.grouped)
    row(`Kronika, among ${largeAnnotations.toLocaleString('en-US')} annotations`, ours.large)
    row('lowdb, one file, not durable', lowdb)
    row('Kronika, opening to the list', [ours.opening])
  }
  printTable(`One edit of an incident of ${figure(kilobytes)} KB (${process.version})`, ['what', 'incidents', 'median ms', 'p95 ms', 'to the disk', 'to an edit'], rows)
  console.log(`\nAn edit at ${sizes.at(-1)} incidents costs ${figure((medians[10_000] ?? 0) / (medians[100] ?? 1))}× of one at ${sizes[0]}.`)
} finally {
  await rm(root, { recursive: true, force: true })
}
