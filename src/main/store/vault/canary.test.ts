import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { amount, count } from '../faults/counts.ts'
import { node } from '../faults/processes.ts'
import { files as realFiles } from '../files.ts'
import { checkLibrary, encryptLibrary, newVault, openLibrary, type Library } from '../index.ts'
import { inFolder, makeAnnotation, makeIncident, options, rename } from '../testing.ts'
import { cheapKdf, encrypted, passphrase } from './testing.ts'

const canary = 'Kanarienvogel'
const id = `case-${canary.toLowerCase()}`
const kills = amount('KILLS', 5)

/** Everything a person can put into a library holds the canary: title, text, note, file name, draft; and it passes through trash, quarantine and backups. */
async function fill(library: Library, folder: string) {
  const text = `The ${canary} sings. `.repeat(200)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const made = makeIncident(id)
  const source = { ...made.sources['s1'], citation: { id: 's1', type: 'webpage' as const, title: `${canary}.pdf` }, text: { sha256, length: text.length, nature: 'own-words' as const } }
  const incident = { ...made, title: `About ${canary}`, sources: { s1: source as (typeof made.sources)[string] } }
  await library.create(incident, { [sha256]: text })
  await library.create({ ...incident, id: `${id}-2` }, {})
  const anchor = { textSha256: sha256, start: 4, end: 4 + canary.length, exact: canary, prefix: 'The ', suffix: ' sings' }
  await library.apply(id, { type: 'annotation.add', item: { ...makeAnnotation('a1'), anchor, note: `A note on ${canary}` } })
  await library.putOriginal(Buffer.from(`An original about ${canary}. `.repeat(100)))
  await library.putDraft(`note:${canary}`, `Half a thought on ${canary}`)
  await library.backupNow('asked')
  await library.remove(`${id}-2`)
  await library.close()
  return { sha256, folder }
}

/** How often a text, or its SHA-256 named files, show in the names or bytes of a folder, also through gzip. */
async function hits(folder: string, words: string[]): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    const bytes = entry.isFile() ? await readFile(join(folder, path)) : Buffer.alloc(0)
    const unzipped = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.alloc(0)
    const all = `${path}\n${bytes.toString('latin1')}\n${unzipped.toString('latin1')}`.toLowerCase()
    if (words.some((word) => all.includes(word.toLowerCase()))) found.push(path.split('/')[0] ?? '')
  }
  return [...new Set(found)].toSorted()
}

/** Leaves bytes of unfinished writes behind everything, so that opening puts things into quarantine. */
async function damage(folder: string) {
  for (const part of ['incidents', 'drafts', '.']) {
    for (const entry of await readdir(join(folder, part), { withFileTypes: true })) {
      const path = join(folder, part, entry.name)
      if (!entry.isFile() || /vault|library\./.test(entry.name)) continue
      await appendFile(path, Buffer.alloc(20, 7))
    }
  }
}

describe('a canary in the title, a text, a note, a file name, a draft and the id', () => {
  it('is found all over a plain library, which shows that it would be found', async () => {
    await inFolder(async (folder) => {
      await fill(await openLibrary(folder, options()), folder)
      expect(await hits(folder, [canary])).toEqual(['backups', 'drafts', 'incidents', 'index.jsonl', 'sources', 'trash'])
    })
  })

  it('is nowhere in an encrypted one: not in names, temps, quarantine, backups or trash', async () => {
    await encrypted(async ({ folder, vault, open }) => {
      const { sha256 } = await fill(await open(), folder)
      const words = [canary, sha256, createHash('sha256').update(`An original about ${canary}. `.repeat(100)).digest('hex')]
      expect(await hits(folder, words)).toEqual([])
      await damage(folder)
      const again = await open()
      await again.open(id)
      await again.apply(id, rename(`Once more ${canary}`))
      await again.close()
      expect((await readdir(join(folder, 'quarantine'))).length).toBeGreaterThan(1)
      expect(await hits(folder, words)).toEqual([])
      expect((await checkLibrary(folder, realFiles, vault.key)).problems).toEqual([])
    })
  })

  it('is gone from a plain library that was encrypted, with its backups and trash', async () => {
    await inFolder(async (folder) => {
      await fill(await openLibrary(folder, options()), folder)
      await encryptLibrary(folder, await newVault(passphrase, cheapKdf), { now: new Date() })
      expect(await hits(folder, [canary])).toEqual([])
    })
  })

  it(`is nowhere after ${kills} kills while it was being written, and no acknowledged edit is lost`, { timeout: 10_000 * kills }, async () => {
    await encrypted(async ({ folder, vault, open }) => {
      await fill(await open(), folder)
      let progressed = 0
      let last = 2
      for (let run = 0; run < kills; run += 1) {
        const promised = await runAndKill(folder, run, (run * 13) % 60)
        expect(await hits(folder, [canary])).toEqual([])
        expect((await checkLibrary(folder, realFiles, vault.key)).problems).toEqual([])
        const reader = await open({ readOnly: true })
        const { sequence } = await reader.open(id)
        await reader.close()
        expect(sequence).toBeGreaterThanOrEqual(promised)
        if (promised > last) progressed += 1
        last = sequence
      }
      expect(progressed).toBe(kills)
      count({ what: 'kill -9 while saving, encrypted', bar: '0 lost, 0 corrupt, 0 hits of a canary', runs: kills, fired: progressed, corrupt: 0, lost: 0, more: `${last} acknowledged edits` })
    })
  })
})

const writer = join(import.meta.dirname, 'testing-writer.ts')

/** @returns the last sequence the writer was promised before it was killed */
function runAndKill(folder: string, run: number, afterMilliseconds: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const child = spawn(node, [writer, folder, id, String(run)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let errors = ''
  child.stdout.on('data', (data: Buffer) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), afterMilliseconds)
    out += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  child.on('close', (_, signal) => {
    const whole = out.slice(0, out.lastIndexOf('\n') + 1).trim().split('\n')
    if (signal === 'SIGKILL') resolve(Number(whole.at(-1)))
    else reject(new Error(`the writer ended by itself: ${errors}`))
  })
  return promise
}
