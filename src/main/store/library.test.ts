import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CommandError } from '#domain/command/index.ts'
import { openLibrary, StoreError, type LibraryEvent } from './index.ts'
import { addAnnotation, frozenHash, frozenText, inFolder, makeIncident, options, rename, texts } from './testing.ts'

const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)

describe('a library', () => {
  it('keeps incidents, edits, undo and redo across a restart', () =>
    inFolder(async (folder) => {
      const first = await openLibrary(join(folder, 'library'), options())
      expect(first.list()).toEqual([])
      await first.create(makeIncident('one'), texts)
      const added = await first.apply('one', addAnnotation('a1'))
      expect(added).toMatchObject({ id: 'one', sequence: 2, undo: { sequence: 2, type: 'annotation.add', label: null }, redo: null })
      await first.apply('one', rename('Another name'))
      await first.close()

      const second = await openLibrary(join(folder, 'library'), options())
      expect(second.list()).toMatchObject([{ id: 'one', title: 'Another name', sequence: 3, counts: { annotations: 1 } }])
      const opened = await second.open('one')
      expect(opened).toMatchObject({ sequence: 3, undo: { sequence: 3, type: 'incident.rename' } })
      const undone = await second.undo('one')
      expect(undone.incident.title).toBe('Incident one')
      expect(undone).toMatchObject({ sequence: 4, undo: { sequence: 2 }, redo: { sequence: 3, type: 'incident.rename' } })
      await second.close()

      const third = await openLibrary(join(folder, 'library'), options())
      expect((await third.redo('one')).incident.title).toBe('Another name')
      await third.undo('one')
      const bare = await third.undo('one')
      expect(bare.incident).toEqual(makeIncident('one'))
      expect(await failure(third.undo('one'))).toBeInstanceOf(CommandError)
      expect((await third.history('one')).map(({ kind, of }) => [kind, of])).toEqual([['do', null], ['do', null], ['do', null], ['undo', 3], ['redo', 3], ['undo', 3], ['undo', 2]])
      await third.close()
    }))

  it('makes edits that come at once durable in their order', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      const events: LibraryEvent[] = []
      const off = library.on((event) => events.push(event))
      const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => library.apply('one', addAnnotation(`a${index}`, index))))
      off()
      expect(answers.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2))
      expect(events.flatMap((event) => (event.type === 'change' ? event.change.sequence : []))).toEqual(answers.map(({ sequence }) => sequence))
      expect(events.at(-2)).toMatchObject({ type: 'save', save: { state: 'saved' } })
      const lines = (await readFile(join(folder, 'incidents', 'one.history.jsonl'), 'utf8')).trimEnd().split('\n')
      expect(lines).toHaveLength(41)
      await library.close()
      const again = await openLibrary(folder, options())
      expect((await again.open('one')).incident).toEqual(answers.at(-1)?.incident)
      await again.close()
    }))

  it('ends what was begun before it is closed, so that nothing is written behind its back', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      await library.open('one')
      const begun = [
        library.apply('one', rename('A')),
        library.apply('one', rename('B')),
        library.create(makeIncident('two'), texts),
        library.putText('begun'),
        library.codebook.write({ types: [], tags: [{ tag: 'begun', parent: null, meaning: '' }], taxonomies: [] }),
        library.undo('one'),
      ]
      let answered = 0
      for (const one of begun) void one.then(() => (answered += 1))
      const closing = library.close()
      expect(library.close()).toBe(closing)
      await closing
      expect(answered).toBe(begun.length)
      expect(await failure(library.putText('too late'))).toMatchObject({ code: 'closed' })
      expect(await failure(library.codebook.write({ types: [], tags: [], taxonomies: [] }))).toMatchObject({ code: 'closed' })
      const again = await openLibrary(folder, options())
      expect(again.list().map(({ id, sequence }) => [id, sequence]).toSorted()).toEqual([['one', 4], ['two', 1]])
      expect((await again.codebook.read()).tags).toHaveLength(1)
      await again.close()
    }))

  it('lets a refused command through as it is and changes nothing', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      const before = await readFile(join(folder, 'incidents', 'one.history.jsonl'))
      const wrongWords = addAnnotation('a1')
      if (wrongWords.type === 'annotation.add') wrongWords.item.anchor.exact = 'THE MINISTRY'
      const orphan = { ...makeIncident('one').sources['s1'], id: 's2', text: { sha256: 'f'.repeat(64), length: 3, nature: 'original' } }
      const refused = [{ type: 'annotation.remove', id: 'none' }, { type: 'incident.create', incident: makeIncident('one') }, { type: 'incident.restore', incident: makeIncident('two'), sequence: 1 }, wrongWords, { type: 'source.add', item: orphan }]
      for (const command of refused) expect(await failure(library.apply('one', command as never))).toBeInstanceOf(CommandError)
      expect(await readFile(join(folder, 'incidents', 'one.history.jsonl'))).toEqual(before)
      expect((await library.open('one')).sequence).toBe(1)
      expect(library.saveState.state).toBe('saved')
      await library.close()
    }))

  it('refuses to create what is there, does not fit or is not whole, and then writes nothing', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      const files = await readdir(folder, { recursive: true })
      const broken = { ...makeIncident('two'), actorIds: ['nobody'] }
      const cases: [() => Promise<unknown>, string][] = [
        [() => library.create(makeIncident('one'), texts), 'exists'],
        [() => library.create(broken, texts), 'invalid'],
        [() => library.create({ ...makeIncident('two'), tlp: 'PINK' as never }, texts), 'invalid'],
        [() => library.create(makeIncident('two'), { [frozenHash]: 'other words' }), 'invalid'],
        [() => library.create({ ...makeIncident('two'), id: '../two' }, texts), 'invalid'],
        [() => library.open('two'), 'not-found'],
      ]
      for (const [work, code] of cases) expect(await failure(work())).toMatchObject({ name: 'StoreError', code })
      expect(await readdir(folder, { recursive: true })).toEqual(files)
      await library.close()
    }))

  it('keeps texts and originals once, under their hash, and checks them on reading', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      expect(await library.putText(frozenText)).toBe(frozenHash)
      const path = join(folder, 'sources', `${frozenHash}.txt`)
      const { ino } = await stat(path)
      await library.putText(frozenText)
      expect((await stat(path)).ino).toBe(ino)
      const original = await library.putOriginal(Buffer.from([0, 255, 1]))
      expect(await library.readOriginal(original)).toEqual(Buffer.from([0, 255, 1]))
      await writeFile(path, frozenText.replace('ministry', 'minister'))
      expect(await failure(library.readText(frozenHash))).toMatchObject({ code: 'corrupt' })
      expect(await failure(library.readText('../library.json'))).toMatchObject({ code: 'not-found' })
      expect(await failure(library.putText('\ud800'))).toMatchObject({ code: 'invalid' })
      // The right words heal the file; the wrong ones are kept.
      await library.putText(frozenText)
      expect(await library.readText(frozenHash)).toBe(frozenText)
      expect(await readdir(join(folder, 'quarantine'))).toHaveLength(1)
      await library.close()
    }))

  it('opens a second time for reading only, and sees what the first one saves', () =>
    inFolder(async (folder) => {
      const first = await openLibrary(folder, options())
      await first.create(makeIncident('one'), texts)
      const second = await openLibrary(folder, options())
      expect(second).toMatchObject({ readOnly: true, lockedBy: { pid: process.pid } })
      await first.apply('one', rename('Newer'))
      expect((await second.open('one')).incident.title).toBe('Newer')
      expect(await failure(second.apply('one', rename('No')))).toMatchObject({ code: 'read-only' })
      await second.close()
      await first.close()
      const third = await openLibrary(folder, options())
      expect(third.readOnly).toBe(false)
      await third.close()
    }))

  it('moves a removed incident to trash/', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      await library.apply('one', rename('Gone soon'))
      await library.remove('one')
      expect(library.list()).toEqual([])
      expect(await failure(library.open('one'))).toMatchObject({ code: 'not-found' })
      const [trashed] = await readdir(join(folder, 'trash'))
      expect((await readdir(join(folder, 'trash', trashed ?? ''))).toSorted()).toEqual(['one.history.jsonl', 'one.json'])
      await library.create(makeIncident('one'))
      await library.close()
    }))

  it('is open to its owner alone', () =>
    inFolder(async (folder) => {
      const root = join(folder, 'library')
      const library = await openLibrary(root, options())
      await library.create(makeIncident('one'), texts, [])
      await library.apply('one', rename('Two'))
      await library.putOriginal(Buffer.from('bytes'))
      const modes = async (names: string[]) => Promise.all(names.map(async (name) => ((await stat(join(root, name))).mode & 0o777).toString(8)))
      expect(await modes(['', 'incidents', 'sources', 'trash', 'quarantine'])).toEqual(Array(5).fill('700'))
      await library.close()
      const all = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      expect(all.length).toBeGreaterThan(5)
      for (const entry of all) expect((await stat(join(entry.parentPath, entry.name))).mode & 0o777).toBe(0o600)
    }))

  it('never makes a library of a folder that holds something else', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'thesis.docx'), '')
      expect(await failure(openLibrary(folder, options()))).toBeInstanceOf(StoreError)
      expect(await readdir(folder)).toEqual(['thesis.docx'])
      expect(await failure(openLibrary(join(folder, 'none'), options({ readOnly: true })))).toMatchObject({ code: 'missing' })
      await mkdir(join(folder, 'empty'))
      await (await openLibrary(join(folder, 'empty'), options())).close()
    }))

  it('lets go of incidents that rest, and finds their edits again', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      const ids = Array.from({ length: 40 }, (_, index) => `i${index}`)
      for (const id of ids) await library.create(makeIncident(id), texts)
      for (const round of [1, 2, 3]) await Promise.all(ids.map((id) => library.apply(id, rename(`Round ${round}`))))
      expect(library.list().every(({ title, sequence }) => title === 'Round 3' && sequence === 4)).toBe(true)
      await library.close()
      const snapshots = (await readdir(join(folder, 'incidents'))).filter((name) => !name.includes('history'))
      expect(snapshots).toHaveLength(40)
    }))
})
