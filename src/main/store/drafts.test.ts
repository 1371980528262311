import { spawn } from 'node:child_process'
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countingSyncs } from './faults/disk.ts'
import { files as realFiles } from './files.ts'
import { NotSaved, openLibrary } from './index.ts'
import { amount, count } from './faults/counts.ts'
import { node } from './faults/processes.ts'
import { inFolder, options } from './testing.ts'

const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)
const journalOf = (folder: string) => join(folder, 'drafts', 'drafts.jsonl')
const typist = join(import.meta.dirname, 'testing-typist.ts')

it('drafts survive a restart until they are dropped, the newest text of each', () =>
  inFolder(async (folder) => {
    const first = await openLibrary(folder, options())
    void first.putDraft('note:a', 'half a thou')
    void first.putDraft('note:b', 'another')
    await first.putDraft('note:a', 'half a thought')
    await first.close()
    const second = await openLibrary(folder, options())
    expect(second.listDrafts().map(({ key, text }) => [key, text])).toEqual([['note:b', 'another'], ['note:a', 'half a thought']])
    await second.dropDraft('note:b')
    await second.close()
    const third = await openLibrary(folder, options({ readOnly: true }))
    expect(third.listDrafts()).toMatchObject([{ key: 'note:a' }])
    expect(await failure(third.putDraft('note:a', 'x'))).toMatchObject({ code: 'read-only' })
    await third.close()
  }))

it('typing is written at most once a second, and the journal does not grow without end', { timeout: 30_000 }, () =>
  inFolder(async (folder) => {
    let syncs = 0
    const open: typeof realFiles.open = async (...given) => {
      const handle = await realFiles.open(...given)
      return String(given[0]) === journalOf(folder) ? countingSyncs(handle, given[1], () => (syncs += 1)) : handle
    }
    const library = await openLibrary(folder, options({ files: { ...realFiles, open } }))
    const started = performance.now()
    const waiting: Promise<void>[] = []
    while (performance.now() - started < 2500) {
      waiting.push(library.putDraft('note', 'x'.repeat(400_000 + waiting.length)))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await Promise.all(waiting)
    expect(waiting.length).toBeGreaterThan(20)
    expect(syncs).toBeGreaterThanOrEqual(2)
    expect(syncs).toBeLessThanOrEqual(4)
    for (let round = 0; round < 3; round += 1) await library.putDraft('note', 'short')
    expect((await stat(journalOf(folder))).size).toBeLessThan(1_000_000)
    await library.close()
  }))

it('a damaged line costs that line, and its bytes are kept', () =>
  inFolder(async (folder) => {
    const library = await openLibrary(folder, options())
    await library.putDraft('one', 'first')
    await library.putDraft('two', 'second')
    await library.close()
    const bytes = (await readFile(journalOf(folder), 'utf8')).replace('first', 'fxrst')
    await writeFile(journalOf(folder), bytes)
    await appendFile(journalOf(folder), '{"key":"three","te')
    const again = await openLibrary(folder, options())
    expect(again.listDrafts().map(({ text }) => text)).toEqual(['second'])
    await again.close()
    const [aside] = await readdir(join(folder, 'quarantine'))
    expect(await readFile(join(folder, 'quarantine', aside ?? ''), 'utf8')).toBe(`${bytes}{"key":"three","te`)
  }))

it('a disk that refuses is told, and the text goes with the next one', () =>
  inFolder(async (folder) => {
    let fail = true
    let fired = 0
    const open: typeof realFiles.open = async (...given) => {
      if (fail && String(given[0]) === journalOf(folder)) {
        fired += 1
        throw Object.assign(new Error('ENOSPC: made to fail'), { code: 'ENOSPC' })
      }
      return realFiles.open(...given)
    }
    const library = await openLibrary(folder, options({ files: { ...realFiles, open } }))
    expect(await failure(library.putDraft('one', 'kept'))).toBeInstanceOf(NotSaved)
    expect(fired).toBe(1)
    fail = false
    await library.putDraft('two', 'later')
    await library.close()
    const again = await openLibrary(folder, options({ readOnly: true }))
    expect(again.listDrafts().map(({ text }) => text)).toEqual(['kept', 'later'])
    await again.close()
  }))

const kills = amount('TYPING_KILLS', 2)
it(`a kill while typing loses at most two seconds of it (${kills} kills)`, { timeout: 20_000 * kills }, () =>
  inFolder(async (folder) => {
    for (let run = 0; run < kills; run += 1) {
      const child = spawn(node, [typist, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      let out = ''
      child.stdout.on('data', (data: Buffer) => {
        if (out === '') setTimeout(() => child.kill('SIGKILL'), 2600 + run * 170)
        out += data.toString()
      })
      const signal = await new Promise((resolve) => child.on('close', (_, name) => resolve(name)))
      const killed = Date.now()
      const typed = out.slice(0, out.lastIndexOf('\n')).split('\n').map((line) => line.split(' ').map(Number) as [number, number])
      // The fault fired, and there was typing to lose.
      expect(signal).toBe('SIGKILL')
      expect(typed.length).toBeGreaterThan(50)
      const reader = await openLibrary(folder, options())
      const words = reader.listDrafts()[0]?.text.trim().split(' ').length ?? 0
      await reader.dropDraft('note:one')
      await reader.close()
      const firm = typed.filter(([, time]) => time <= killed - 2000).at(-1)?.[0] ?? 0
      expect(firm).toBeGreaterThan(0)
      expect(words).toBeGreaterThanOrEqual(firm)
    }
    count({ what: 'kill -9 while typing', bar: '≤ 2 s lost', runs: kills, fired: kills, corrupt: 0, lost: 0 })
  }))
