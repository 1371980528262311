import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLibrary, libraryState, openLibrary, setLibraryFileAside, StoreError, type Damage } from './index.ts'
import { inFolder, makeIncident, options, rename, texts } from './testing.ts'

const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)
const historyOf = (folder: string) => join(folder, 'incidents', 'one.history.jsonl')
const snapshotOf = (folder: string) => join(folder, 'incidents', 'one.json')

/** An incident with so many edits, all of them in its snapshot; a backup after the third. */
async function prepared(folder: string, edits = 6) {
  const library = await openLibrary(folder, options())
  await library.create(makeIncident('one'), texts)
  for (let edit = 1; edit <= edits; edit += 1) {
    await library.apply('one', rename(`Edit ${edit}`))
    if (edit === 3) await library.backupNow('asked')
  }
  await library.close()
  return library
}

/** Damages a line of the history, counted from 1. @returns the damaged bytes */
async function damageLine(folder: string, line: number) {
  const lines = (await readFile(historyOf(folder), 'utf8')).split('\n')
  lines[line - 1] = (lines[line - 1] ?? '').replace('"time":"2', '"time":"3')
  await writeFile(historyOf(folder), lines.join('\n'))
  return readFile(historyOf(folder))
}

/** Leaves only the backup of revision 4. */
async function withoutNewest(folder: string) {
  for (const name of await readdir(join(folder, 'backups', 'one'))) if (!name.includes('_r4_')) await rm(join(folder, 'backups', 'one', name))
}

const asideOf = async (folder: string) => Promise.all((await readdir(join(folder, 'quarantine'))).map((name) => readFile(join(folder, 'quarantine', name))))

describe('the state of an incident', () => {
  it('says where the damage is, what is whole, and what each way out gives up', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      await withoutNewest(folder)
      await damageLine(folder, 3)
      const library = await openLibrary(folder, options())
      const state = (await library.state('one')) as Damage
      expect(state).toMatchObject({ state: 'corrupt', id: 'one', line: 3, whole: 2, lastKnown: 7 })
      expect(state.detail).toContain('line 3')
      expect(state.ways.map(({ choice, revision, lost }) => [choice, revision, lost])).toEqual([
        ['join-backup-and-history', 7, 0],
        ['recover-from-snapshot', 7, 0],
        ['open-read-only', 7, 0],
        ['restore-backup', 4, 3],
        ['recover-from-history', 2, 5],
      ])
      expect(state.ways.find((way) => way.choice === 'restore-backup')?.backup).toMatchObject({ revision: 4, problem: null, reason: 'asked' })
      // Nothing may be written before someone chooses.
      const before = await readFile(historyOf(folder))
      expect(await failure(library.apply('one', rename('No')))).toMatchObject({ code: 'corrupt' })
      expect((await library.openReadOnly('one')).incident.title).toBe('Edit 6')
      await library.close()
      expect(await readFile(historyOf(folder))).toEqual(before)
    }))

  it('offers the backup that has every step before the content alone, where neither gives up a revision', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      await damageLine(folder, 1)
      const library = await openLibrary(folder, options())
      const { ways } = (await library.state('one')) as Damage
      expect(ways.slice(0, 2).map(({ choice, lost }) => [choice, lost])).toEqual([['restore-backup', 0], ['recover-from-snapshot', 0]])
      await library.restore(ways[0] && 'backup' in ways[0] ? ways[0].backup.name : '')
      expect(await library.history('one')).toHaveLength(7)
      await library.close()
    }))

  const recoveries = [
    ['the history up to a line', (library) => library.recoverFromHistory('one', 2), 'Edit 1', 2],
    ['fewer lines than are whole', (library) => library.recoverFromHistory('one', 1), 'Incident one', 1],
    ['the snapshot, as one more revision', (library) => library.recoverFromSnapshot('one'), 'Edit 6', 3],
    ['a backup', (library, state) => library.restore(state.ways.find((way) => way.choice === 'restore-backup')?.backup.name ?? ''), 'Edit 3', 4],
  ] satisfies [string, (library: Awaited<ReturnType<typeof prepared>>, state: Damage) => Promise<unknown>, string, number][]
  for (const [name, recover, title, sequence] of recoveries) {
    it(`comes back from ${name}; the damaged bytes are kept`, () =>
      inFolder(async (folder) => {
        await prepared(folder)
        await withoutNewest(folder)
        const damaged = await damageLine(folder, 3)
        const snapshot = await readFile(snapshotOf(folder))
        const library = await openLibrary(folder, options())
        await recover(library, (await library.state('one')) as Damage)
        expect(await library.open('one')).toMatchObject({ sequence, incident: { title } })
        expect(library.list()).toMatchObject([{ title, sequence }])
        await library.apply('one', rename('Goes on'))
        expect(await library.state('one')).toEqual({ state: 'ok', id: 'one', revision: sequence + 1 })
        await library.close()
        const aside = await asideOf(folder)
        expect(aside.some((bytes) => bytes.equals(damaged))).toBe(true)
        expect(aside.some((bytes) => bytes.equals(snapshot))).toBe(true)
        expect(await checkLibrary(folder)).toMatchObject({ problems: [], notes: [] })
      }))
  }

  it('misses an incident whose files are gone, and brings it back from a backup or its snapshot', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      await rm(historyOf(folder))
      const library = await openLibrary(folder, options())
      expect(await library.state('one')).toMatchObject({ state: 'missing', lastKnown: 7, whole: 0, line: null })
      await library.recoverFromSnapshot('one')
      expect(await library.open('one')).toMatchObject({ sequence: 1, incident: { title: 'Edit 6' } })
      await library.close()
      await rm(historyOf(folder))
      await rm(snapshotOf(folder))
      const again = await openLibrary(folder, options())
      const [newest] = await again.backups('one')
      expect((await again.restore(newest?.name ?? '')).incident.title).toBe('Edit 6')
      expect(await failure(again.state('two'))).toMatchObject({ code: 'not-found' })
      await again.close()
    }))

  it('misses whole lines that are gone, also when no snapshot speaks of them', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      await rm(snapshotOf(folder))
      const bytes = await readFile(historyOf(folder))
      const shorter = bytes.lastIndexOf(10, bytes.length - 2) + 1
      await truncate(historyOf(folder), shorter)
      const library = await openLibrary(folder, options())
      expect(await failure(library.open('one'))).toMatchObject({ code: 'corrupt', knownUntil: 6 })
      expect(await library.state('one')).toMatchObject({ state: 'corrupt', whole: 6, lastKnown: 7 })
      expect((await readFile(historyOf(folder))).length).toBe(shorter)
      await library.recoverFromHistory('one', 6)
      expect((await library.apply('one', rename('More'))).sequence).toBe(7)
      await library.close()
    }))

  it('refuses a recovery that would take more than is whole', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      await damageLine(folder, 3)
      const before = await readFile(historyOf(folder))
      const library = await openLibrary(folder, options())
      for (const line of [0, 3, 99]) expect(await failure(library.recoverFromHistory('one', line))).toMatchObject({ code: 'invalid' })
      expect(await readFile(historyOf(folder))).toEqual(before)
      await library.close()
    }))
})

describe('the state of a library', () => {
  it('tells apart nothing yet, missing, sound, locked, damaged and something else', () =>
    inFolder(async (outer) => {
      const folder = join(outer, 'library')
      expect(await libraryState(folder, { expected: false })).toMatchObject({ state: 'none' })
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'missing' })
      expect(await failure(openLibrary(folder, options({ expected: true })))).toMatchObject({ code: 'missing' })
      expect(await readdir(outer)).toEqual([])
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'locked', by: { pid: process.pid } })
      await library.close()
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'ok', name: 'library' })
      const path = join(folder, 'library.json')
      const good = await readFile(path, 'utf8')
      await appendFile(path, 'x')
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'corrupt', ways: ['open-read-only', 'set-aside'] })
      expect(await failure(openLibrary(folder, options()))).toBeInstanceOf(StoreError)
      const reader = await openLibrary(folder, options({ readOnly: true }))
      expect(reader.list()).toHaveLength(1)
      await reader.close()
      await setLibraryFileAside(folder, new Date())
      await (await openLibrary(folder, options())).close()
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'ok' })
      expect((await asideOf(folder)).map(String)).toContain(`${good}x`)
      expect(await failure(setLibraryFileAside(folder, new Date()))).toMatchObject({ code: 'invalid' })
      await writeFile(join(outer, 'thesis.docx'), '')
      expect(await libraryState(outer, { expected: false })).toMatchObject({ state: 'not-a-library', ways: [] })
    }))
})
