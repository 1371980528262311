import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Incident } from '#domain/incident/index.ts'
import { Generator, generatedId, generateLibrary } from '#main/store/generate.ts'
import { openLibrary, type Library } from '#main/store/index.ts'
import { figure, median, p95, printTable, timed, verify } from './lib.ts'

/**
 * What one durable edit and the first list cost in libraries of 100 and 10,000 incidents of about 20 KB (with --long
 * also 50,000), beside plain lowdb with all incidents in one file, and beside what the disk itself takes: 512 bytes in
 * place and fdatasync, and reading the bytes of the index. They take turns on the same disk in one run. Afterwards
 * everything is read back.
 */
const isLong = process.argv.includes('--long') || process.env['KRONIKA_LONG'] === '1'
const sizes = isLong ? [100, 10_000, 50_000] : [100, 10_000]
const edits = 160
/** Edits go round so many incidents, so that each stays about as large as it was. */
const edited = 8
const largeAnnotations = 2000
/** lowdb cannot hold 50,000: a string of V8 ends near 536 million characters. */
const lowdbWrites: Record<number, number> = { 100: 30, 10_000: 3 }
const openings = 9
const seed = 20250528

const made = new Generator(seed)
const text = made.texts[0]
if (!text) throw new Error('the generator has no text')
const annotation = (id: string) => made.annotation(id, 's0', text)
const idOf = generatedId

/** How long the first page takes, beside reading the bytes of the index: in turn, so that both meet the same machine. */
async function measureOpening(folder: string, count: number) {
  const times = { open: [] as number[], read: [] as number[] }
  for (let round = 0; round < openings; round += 1) {
    // A program starts without the buffers that the round before left behind.
    globalThis.gc?.()
    times.read.push(await timed(() => readFile(join(folder, 'index.jsonl'))))
    let library: Library | null = null
    globalThis.gc?.()
    times.open.push(
      await timed(async () => {
        library = await openLibrary(folder, options)
        verify(library.page(0, 100).incidents.length === 100 && library.page(0, 1).total === count, `${count} incidents are listed`)
      }),
    )
    await (library as Library | null)?.close()
  }
  return times
}

const options = { author: () => 'Bench', now: () => new Date() }

async function measureOurs(root: string, count: number) {
  const folder = join(root, `library-${count}`)
  const generating = await timed(() => generateLibrary(folder, count, seed))
  const opening = await measureOpening(folder, count)
  const library = await openLibrary(folder, options)

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
  await library.create(made.incident('large', largeAnnotations))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  for (let edit = 0; edit < 40; edit += 1) times.large.push(await timed(() => library.apply('large', { type: 'annotation.add', item: annotation(`bench${edit}`) })))
  // Two seconds of rest, after which the snapshot of the large incident is written.
  delay.enable()
  for (let edit = 0; edit < 5; edit += 1) await library.apply('large', { type: 'annotation.add', item: annotation(`delay${edit}`) })
  await setTimeout(2600)
  delay.disable()
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
  verify(Object.keys((await again.open('large')).incident.annotations).length === largeAnnotations + 45, 'also in the large incident')
  await again.close()
  const written = await readFile(join(root, `raw-${count}`))
  verify(written.subarray(19 * 512, 20 * 512).equals(block(19)), 'the blocks are there')
  return { ...times, opening, generating, blocked: delay.max / 1e6 }
}

async function measureLowdb(root: string, count: number) {
  type All = { incidents: Incident[] }
  const path = join(root, `lowdb-${count}.json`)
  const low = new Low<All>(new JSONFile<All>(path), { incidents: Array.from({ length: count }, (_, index) => made.incident(idOf(index))) })
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
  const again = new Low<All>(new JSONFile<All>(path), { incidents: [] })
  const loading = await timed(() => again.read())
  verify(again.data.incidents.length === count, 'lowdb read all')
  await rm(path)
  return { times, loading }
}

const root = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
try {
  const kilobytes = JSON.stringify(made.incident('size')).length / 1000
  const rows: string[][] = []
  const at: Record<number, { edit: number; raw: number; open: number; read: number; blocked: number; generating: number; lowdb: number; loading: number }> = {}
  for (const count of sizes) {
    const ours = await measureOurs(root, count)
    await rm(join(root, `library-${count}`), { recursive: true })
    const lowdb = lowdbWrites[count] === undefined ? null : await measureLowdb(root, count)
    const [limit, edit, read] = [median(ours.raw), median(ours.edit), median(ours.opening.read)]
    at[count] = { edit, raw: limit, open: median(ours.opening.open), read, blocked: ours.blocked, generating: ours.generating, lowdb: median(lowdb?.times ?? []), loading: lowdb?.loading ?? Number.NaN }
    const row = (name: string, values: number[], to = limit) => rows.push([name, count.toLocaleString('en-US'), figure(median(values)), figure(p95(values)), `${figure(median(values) / to)}×`])
    row('512 bytes in place + fdatasync', ours.raw)
    row('Kronika, one edit, durable', ours.edit)
    row('Kronika, ten edits at once, each', ours.grouped)
    row(`Kronika, among ${largeAnnotations.toLocaleString('en-US')} annotations`, ours.large)
    if (lowdb) row('lowdb, one file, one edit, not durable', lowdb.times)
    row('Reading the bytes of the index', ours.opening.read, read)
    row('Kronika, opening to the first 100 of the list', ours.opening.open, read)
    if (lowdb) row('lowdb, one file, loading', [lowdb.loading], read)
  }
  printTable(`Incidents of ${figure(kilobytes)} KB (${process.version})`, ['what', 'incidents', 'median ms', 'p95 ms', 'to the limit'], rows)
  const [small, middle, largest] = [at[100], at[10_000], at[sizes.at(-1) ?? 0]]
  if (!small || !middle || !largest) throw new Error('a size was not measured')
  const size = (sizes.at(-1) ?? 0).toLocaleString('en-US')
  printTable('Beside the bars', ['what', 'bar', 'measured'], [
    ['a durable edit at 10,000: cheaper than lowdb with one file', '≥ 5,000×', `${figure(middle.lowdb / middle.edit)}×`],
    ['a durable edit at 10,000: of 512 bytes + fdatasync', '≤ 2×', `${figure(middle.edit / middle.raw)}×`],
    [`a durable edit at ${size}: of the disk, to the same at 100`, '≤ 1.3×', `${figure(largest.edit / largest.raw / (small.edit / small.raw))}×`],
    [`a durable edit at ${size}: of one at 100`, '≤ 1.3×', `${figure(largest.edit / small.edit)}×`],
    [`the first list of ${size}: of reading the index`, '≤ 3×', `${figure(largest.open / largest.read)}×`],
    [`the first list of ${size}: faster than lowdb loads 10,000`, '≥ 100×', `${figure(middle.loading / largest.open)}×`],
    [`the thread blocked by saves and a snapshot of ${largeAnnotations.toLocaleString('en-US')} annotations`, '≤ 50 ms', `${figure(largest.blocked)} ms`],
    [`generating ${size} incidents`, '≤ 60 s', `${figure(largest.generating / 1000)} s`],
  ])
} finally {
  await rm(root, { recursive: true, force: true })
}
