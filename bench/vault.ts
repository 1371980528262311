import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Generator, generatedId, generateLibrary } from '#main/store/generate.ts'
import { encryptLibrary, newVault, openLibrary, unlockLibrary, type Library } from '#main/store/index.ts'
import { figure, median, p95, printTable, timed, verify } from './lib.ts'

/**
 * What encryption costs beside the same library in plain: a durable edit, the first list, the opening of an incident, in
 * turn in one run; and unlocking and converting, beside reading the bytes once.
 */
const isLong = process.argv.includes('--long') || process.env['KRONIKA_LONG'] === '1'
const count = isLong ? 10_000 : 1000
const edits = 200
const openings = 9
const seed = 20250528
const passphrase = 'correct horse battery staple'
const options = { author: () => 'Bench', now: () => new Date() }
const made = new Generator(seed)
const text = made.texts[0]
if (!text) throw new Error('the generator has no text')

const root = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
try {
  const folders = { plain: join(root, 'plain'), sealed: join(root, 'sealed') }
  for (const folder of Object.values(folders)) await generateLibrary(folder, count, seed)
  await (await openLibrary(folders.sealed, options)).close()
  const vault = await newVault(passphrase)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const converting = await timed(() => encryptLibrary(folders.sealed, vault, { now: new Date() }))
  delay.disable()
  const blockedBy = delay.max / 1e6
  delay.reset()
  delay.enable()
  const unlocking = await timed(() => unlockLibrary(folders.sealed, { passphrase }, new Date()))
  delay.disable()
  const unlockBlocked = delay.max / 1e6

  const opened = (kind: keyof typeof folders) => openLibrary(folders[kind], { ...options, key: kind === 'sealed' ? vault.key : null })
  // Once each, so that both have the index as they write it.
  for (const kind of ['plain', 'sealed'] as const) await (await opened(kind)).close()
  const times = { list: { plain: [] as number[], sealed: [] as number[] }, incident: { plain: [] as number[], sealed: [] as number[] }, edit: { plain: [] as number[], sealed: [] as number[] }, raw: [] as number[] }
  for (let round = 0; round < openings; round += 1) {
    for (const kind of round % 2 === 0 ? (['plain', 'sealed'] as const) : (['sealed', 'plain'] as const)) {
      globalThis.gc?.()
      let library: Library | null = null
      times.list[kind].push(await timed(async () => {
        library = await opened(kind)
        verify(library.page(0, 100).incidents.length === 100, 'the first page is there')
      }))
      times.incident[kind].push(await timed(() => (library as Library | null)?.open(generatedId(round))))
      await (library as Library | null)?.close()
    }
  }
  const libraries = { plain: await opened('plain'), sealed: await opened('sealed') }
  const raw = await open(join(root, 'raw'), 'w+')
  await raw.write(Buffer.alloc(1 << 20))
  await raw.sync()
  for (let edit = -24; edit < edits; edit += 1) {
    const item = made.annotation(`bench${edit + 24}`, 's0', text)
    const both = { plain: 0, sealed: 0 }
    for (const kind of edit % 2 === 0 ? (['plain', 'sealed'] as const) : (['sealed', 'plain'] as const)) both[kind] = await timed(() => libraries[kind].apply(generatedId(100 + (edit + 24) % 8), { type: 'annotation.add', item }))
    const written = await timed(async () => {
      await raw.write(Buffer.alloc(512, 33 + ((edit + 24) % 90)), 0, 512, ((edit + 24) % 2000) * 512)
      await raw.datasync()
    })
    if (edit < 0) continue
    times.edit.plain.push(both.plain)
    times.edit.sealed.push(both.sealed)
    times.raw.push(written)
  }
  for (const library of Object.values(libraries)) await library.close()
  await raw.close()
  const after = await opened('sealed')
  const { incident } = await after.open(generatedId(100))
  verify(Object.keys(incident.annotations).some((id) => id.startsWith('bench')), 'the edits are in the encrypted library')
  verify(!(await readFile(join(folders.sealed, 'index.jsonl'))).includes('summary'), 'the encrypted library is encrypted')
  await after.close()

  const row = (what: string, { plain, sealed }: { plain: number[]; sealed: number[] }) => [what, figure(median(plain)), figure(median(sealed)), figure(p95(sealed)), `${(median(sealed) / median(plain)).toFixed(2)}`]
  printTable(`Encryption, ${count.toLocaleString('en-US')} incidents (ms)`, ['', 'plain', 'encrypted', 'p95', 'ratio'], [
    row('a durable edit', times.edit),
    row('open the library, first list', times.list),
    row('open an incident', times.incident),
  ])
  printTable('Beside that (ms)', ['', 'time', 'longest pause of the main thread'], [
    ['512 bytes + fdatasync', figure(median(times.raw)), ''],
    ['unlock (scrypt, 128 MiB)', figure(unlocking), figure(unlockBlocked)],
    [`encrypt the library, verified`, figure(converting), figure(blockedBy)],
  ])
} finally {
  await rm(root, { recursive: true, force: true })
}
