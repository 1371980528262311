import { mkdir, open, readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readIncidentDocument } from '#domain/exchange/index.ts'
import { files as realFiles } from './files.ts'
import { openLibrary } from './index.ts'
import { sha256Of } from './sources.ts'
import { addAnnotation, frozenHash, frozenText, inFolder, makeIncident, options, rename, texts } from './testing.ts'

const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)
const historyOf = (folder: string) => join(folder, 'incidents', 'one.history.jsonl')

/** Writes over some bytes in place: the file keeps its length and its inode. */
async function overwrite(path: string, position: number, text: string) {
  const handle = await open(path, 'r+')
  await handle.write(text, position)
  await handle.close()
}

describe('a change from outside', () => {
  for (const [where, position] of [['the beginning', 40], ['the end', -30]] as const) {
    it(`of equal size at ${where} is noticed before anything is written`, () =>
      inFolder(async (folder) => {
        const library = await openLibrary(folder, options())
        await library.create(makeIncident('one'), texts)
        await library.apply('one', rename('Mine'))
        const before = await readFile(historyOf(folder))
        await overwrite(historyOf(folder), position < 0 ? before.length + position : position, '#')
        const changed = await readFile(historyOf(folder))
        expect(changed.length).toBe(before.length)
        expect(changed).not.toEqual(before)
        expect(await failure(library.apply('one', rename('Over it')))).toMatchObject({ name: 'NotSaved', reason: 'changed-outside' })
        expect(await readFile(historyOf(folder))).toEqual(changed)
        await overwrite(historyOf(folder), 0, before.toString())
        await library.retry('one')
        expect((await library.open('one')).incident.title).toBe('Over it')
        await library.close()
      }))
  }

  it('between opening an incident and its first edit is noticed too', () =>
    inFolder(async (folder) => {
      const first = await openLibrary(folder, options())
      await first.create(makeIncident('one'), texts)
      await first.close()
      const library = await openLibrary(folder, options())
      await library.open('one')
      await overwrite(historyOf(folder), 50, '#')
      expect(await failure(library.apply('one', rename('No')))).toMatchObject({ reason: 'changed-outside' })
      await library.close()
    }))

  it('that leaves every byte as it was does not get in the way', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      await library.apply('one', rename('Two'))
      await utimes(historyOf(folder), 1000, 1000)
      expect((await library.apply('one', rename('Three'))).sequence).toBe(3)
      await library.close()
    }))
})

it('a copy elsewhere holds what could not be saved here, and is a document that can be imported', () =>
  inFolder(async (outer) => {
    let fail = false
    let fired = 0
    const folder = join(outer, 'library')
    const failing: typeof realFiles.open = async (...given) => {
      if (fail && String(given[0]) === historyOf(folder)) {
        fired += 1
        throw Object.assign(new Error('EIO: made to fail'), { code: 'EIO' })
      }
      return realFiles.open(...given)
    }
    const library = await openLibrary(folder, options({ files: { ...realFiles, open: failing } }))
    await library.create(makeIncident('one'), texts)
    fail = true
    await failure(library.apply('one', rename('Not saved')))
    await failure(library.apply('one', addAnnotation('a1')))
    expect(fired).toBeGreaterThan(0)
    expect((await library.open('one')).sequence).toBe(1)
    await mkdir(join(outer, 'stick'))
    const path = join(outer, 'stick', 'copy.json')
    await library.saveCopy('one', path)
    const { incident, texts: copied } = readIncidentDocument(await readFile(path, 'utf8'), sha256Of)
    expect(incident).toMatchObject({ id: 'one', title: 'Not saved', annotations: { a1: { id: 'a1' } } })
    expect(copied).toEqual({ [frozenHash]: frozenText })
    for (const inside of [folder, join(folder, 'incidents', 'one.json')]) expect(await failure(library.saveCopy('one', inside))).toMatchObject({ code: 'invalid' })
    expect(await readdir(join(outer, 'stick'))).toEqual(['copy.json'])
    await library.close()
  }))
