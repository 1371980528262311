import { expect, it } from 'vitest'
import type { ImportResult } from '#contract/index.ts'
import { openLibrary } from '../store/index.ts'
import { inFolder, makeIncident, options, rename, texts } from '../store/testing.ts'
import { ImportJob } from './index.ts'

const now = () => new Date('2025-06-01T08:00:00.000Z')
const page = (words: string) => Buffer.from(`<html><body><p>${words}</p></body></html>`)
const file = (name: string, words = `What ${name} says.`) => async () => ({ name, bytes: name.endsWith('.html') ? page(words) : Buffer.from(`${words}\n`) })

it('brings files into one new incident, each as a step of its own, and tells how far it is', () =>
  inFolder(async (folder) => {
    const library = await openLibrary(folder, options())
    const told: string[] = []
    const job = new ImportJob({ library, now, incidentId: null, total: 3, told: ({ done, total, name, result }) => told.push(`${done}/${total} ${name} ${result?.outcome ?? '…'}`) })
    const results: ImportResult[] = []
    for (const name of ['a.txt', 'b.txt']) results.push(await job.take(name, file(name)))
    results.push(await job.take('c.txt', () => Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }))))
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([['imported', null], ['imported', null], ['refused', 'not-found']])
    expect(told).toEqual(['0/3 a.txt …', '1/3 a.txt imported', '1/3 b.txt …', '2/3 b.txt imported', '2/3 c.txt …', '3/3 c.txt refused'])
    expect(job.hasEnded).toBe(true)
    const id = job.incidentId ?? ''
    expect(Object.keys((await library.open(id)).incident.sources)).toHaveLength(2)
    await library.undo(id)
    expect(Object.keys((await library.open(id)).incident.sources)).toHaveLength(1)
    await library.close()
  }))

it('stops in the middle of a file that is being read; what came in before it stays', () =>
  inFolder(async (folder) => {
    const library = await openLibrary(folder, options())
    await library.create(makeIncident('one'), texts)
    const before = Object.keys((await library.open('one')).incident.sources).length
    let fired = false
    const job = new ImportJob({
      library, now, incidentId: 'one', total: 4,
      told: ({ name, result }) => {
        // The second page has gone to its reader by the time this is heard.
        if (name === 'b.html' && result === null) setImmediate(() => { fired = true; job.cancel() })
      },
    })
    const results: ImportResult[] = []
    for (const name of ['a.txt', 'b.html', 'c.txt', 'd.txt']) results.push(await job.take(name, file(name)))
    expect(fired).toBe(true)
    expect(results.map(({ outcome }) => outcome)).toEqual(['imported', 'cancelled', 'cancelled', 'cancelled'])
    expect(Object.keys((await library.open('one')).incident.sources)).toHaveLength(before + 1)
    await library.close()
  }))

it('an incident that was there is backed up once before many files, and not by one that begins it', () =>
  inFolder(async (folder) => {
    const library = await openLibrary(folder, options())
    await library.create(makeIncident('one'), texts)
    await library.apply('one', rename('Before'))
    const job = new ImportJob({ library, now, incidentId: 'one', total: 3 })
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await job.take(name, file(name))
    expect(await library.backups()).toMatchObject([{ id: 'one', revision: 2, reason: 'import' }])
    const fresh = new ImportJob({ library, now, incidentId: null, total: 2 })
    for (const name of ['x.txt', 'y.txt']) await fresh.take(name, file(name))
    expect(await library.backups()).toHaveLength(1)
    await library.close()
  }))
