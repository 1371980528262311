import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { incidentSummarySchema } from '#domain/incident/index.ts'
import { files as realFiles, type Files } from './files.ts'
import { checkLibrary, openLibrary } from './index.ts'
import { inFolder, makeIncident, options, rename, texts } from './testing.ts'

const indexOf = (folder: string) => join(folder, 'index.jsonl')
const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)

/** Counts how often histories were looked at. */
function counting() {
  const seen = { stats: 0, reads: 0, files: realFiles }
  const isHistory = (path: unknown) => String(path).endsWith('.history.jsonl')
  const statistics = (async (path: string, ...rest: []) => {
    if (isHistory(path)) seen.stats += 1
    return realFiles.stat(path, ...rest)
  }) as Files['stat']
  const reading = (async (path: string, ...rest: []) => {
    if (isHistory(path)) seen.reads += 1
    return realFiles.readFile(path, ...rest)
  }) as Files['readFile']
  seen.files = { ...realFiles, stat: statistics, readFile: reading }
  return seen
}

async function filled(folder: string, count: number) {
  const library = await openLibrary(folder, options())
  for (let index = 0; index < count; index += 1) await library.create(makeIncident(`i${index}`), texts)
  await library.close()
}

/** What the list must say: every incident as its history is. */
async function truth(folder: string) {
  const library = await openLibrary(folder, options({ readOnly: true }))
  const list = library.list().map(({ id, title, sequence }) => `${id} ${title} ${sequence}`).toSorted()
  await library.close()
  await rm(indexOf(folder))
  const anew = await openLibrary(folder, options({ readOnly: true }))
  expect(list).toEqual(anew.list().map(({ id, title, sequence }) => `${id} ${title} ${sequence}`).toSorted())
  await anew.close()
}

describe('the index', () => {
  it('says of a changed incident what the list says and nothing more, before and after it is written', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('i1'), texts)
      await library.apply('i1', rename('Another title'))
      const now = incidentSummarySchema.parse(library.summary('i1'))
      expect(now).toMatchObject({ title: 'Another title', sequence: 2 })
      expect(library.list()).toEqual([now])
      await library.close()
    }))

  it('spares looking at the histories when the last writer closed the library', () =>
    inFolder(async (folder) => {
      await filled(folder, 20)
      const seen = counting()
      const library = await openLibrary(folder, options({ files: seen.files }))
      expect(library.page(0, 5)).toMatchObject({ total: 20, incidents: [{ id: 'i19' }, {}, {}, {}, {}] })
      expect(seen).toMatchObject({ stats: 0, reads: 0 })
      await library.close()
      await filled(folder, 0)
      expect((await checkLibrary(folder)).notes).toEqual([])
    }))

  it('grows by lines, not by being written anew, and pages follow the last change', () =>
    inFolder(async (folder) => {
      await filled(folder, 20)
      const before = await readFile(indexOf(folder))
      const library = await openLibrary(folder, options())
      await library.apply('i3', rename('Three'))
      await library.create(makeIncident('new'), texts)
      await library.remove('i7')
      expect(library.page(0, 2)).toMatchObject({ total: 20 })
      await library.close()
      const after = await readFile(indexOf(folder))
      expect(after.subarray(0, before.length)).toEqual(before)
      const again = await openLibrary(folder, options())
      const pages = [0, 6, 12, 18].flatMap((offset) => again.page(offset, 6).incidents.map(({ id }) => id))
      expect(pages.slice(0, 3)).toEqual(['new', 'i3', 'i19'])
      expect(new Set(pages)).toEqual(new Set(again.list().map(({ id }) => id)))
      expect(pages).toHaveLength(20)
      expect(again.page(0, 1).total).toBe(20)
      await again.close()
      await truth(folder)
    }))

  it('after a kill says what the histories say, and so do readers meanwhile', () =>
    inFolder(async (folder) => {
      await filled(folder, 3)
      const copy = join(folder, '..', `${folder.split('/').at(-1)}-killed`)
      const writer = await openLibrary(folder, options())
      await writer.apply('i1', rename('Acknowledged'))
      const reader = await openLibrary(folder, options({ readOnly: true }))
      expect(reader.list().find(({ id }) => id === 'i1')?.title).toBe('Acknowledged')
      await reader.close()
      await cp(folder, copy, { recursive: true })
      await writer.close()
      try {
        await writeFile(join(copy, 'library.lock'), JSON.stringify({ host: hostname(), pid: 2 ** 22 - 1, time: new Date().toISOString(), began: null, token: 'dead' }))
        const after = await openLibrary(copy, options())
        expect(after.list().find(({ id }) => id === 'i1')).toMatchObject({ title: 'Acknowledged', sequence: 2 })
        await after.close()
        await truth(copy)
      } finally {
        await rm(copy, { recursive: true })
      }
    }))

  it('misses an incident whose history is gone until a person decides', () =>
    inFolder(async (folder) => {
      await filled(folder, 3)
      await rm(join(folder, 'incidents', 'i1.history.jsonl'))
      for (let round = 0; round < 2; round += 1) {
        const library = await openLibrary(folder, options())
        expect(library.unreadable).toEqual([{ id: 'i1', state: 'missing', message: 'its history is missing' }])
        expect(library.list()).toHaveLength(3)
        await library.close()
      }
      const library = await openLibrary(folder, options())
      expect(await failure(library.forget('i0'))).toMatchObject({ code: 'invalid' })
      expect(await failure(library.create(makeIncident('i1')))).toMatchObject({ code: 'exists' })
      await library.forget('i1')
      expect(library.list()).toHaveLength(2)
      await library.create(makeIncident('i1'))
      await library.close()
      await truth(folder)
    }))

  it('an incident that came from outside, or went back to an older state, is noticed', () =>
    inFolder(async (folder) => {
      await filled(folder, 2)
      const library = await openLibrary(folder, options())
      await library.apply('i0', rename('Two'))
      await library.close()
      const bytes = await readFile(join(folder, 'incidents', 'i0.history.jsonl'))
      await rm(join(folder, 'incidents', 'i0.history.jsonl'))
      await rm(join(folder, 'incidents', 'i0.json'))
      await writeFile(join(folder, 'incidents', 'i0.history.jsonl'), bytes.subarray(0, bytes.indexOf(10) + 1))
      const again = await openLibrary(folder, options())
      expect(again.unreadable).toMatchObject([{ id: 'i0' }])
      expect(await again.state('i0')).toMatchObject({ state: 'corrupt', whole: 1, lastKnown: 2 })
      await again.recoverFromHistory('i0', 1)
      expect(again.unreadable).toEqual([])
      await again.close()
      await truth(folder)
    }))

  it('takes over the index of version 1, and cuts off a line that was never finished', () =>
    inFolder(async (outer) => {
      const folder = join(outer, 'v1')
      await cp(join(import.meta.dirname, 'fixtures', 'v1'), folder, { recursive: true })
      await (await openLibrary(folder, options())).close()
      expect((await readdir(folder)).filter((name) => name.startsWith('index'))).toEqual(['index.jsonl'])
      await appendFile(indexOf(folder), '{"dirty":"on')
      const library = await openLibrary(folder, options())
      await library.apply('one', rename('After'))
      await library.close()
      expect((await readFile(indexOf(folder), 'utf8')).includes('"on{')).toBe(false)
      expect((await stat(indexOf(folder))).mode & 0o777).toBe(0o600)
      await truth(folder)
    }))
})
