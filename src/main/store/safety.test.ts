import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { files as realFiles } from './files.ts'
import { checkLibrary, openLibrary, type Damage } from './index.ts'
import { addAnnotation, inFolder, makeIncident, options, rename, texts } from './testing.ts'

const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)
const historyOf = (folder: string) => join(folder, 'incidents', 'one.history.jsonl')

/** Seven revisions; the only backup is of the fifth. */
async function prepared(folder: string) {
  const library = await openLibrary(folder, options())
  await library.create(makeIncident('one'), texts)
  for (let edit = 1; edit <= 6; edit += 1) {
    await library.apply('one', rename(`Edit ${edit}`))
    if (edit === 4) await library.backupNow('asked')
  }
  await library.close()
  for (const name of await readdir(join(folder, 'backups', 'one'))) if (!name.includes('_r5_')) await rm(join(folder, 'backups', 'one', name))
}

async function damageLine(folder: string, line: number) {
  const lines = (await readFile(historyOf(folder), 'utf8')).split('\n')
  lines[line - 1] = (lines[line - 1] ?? '').replace('"time":"2', '"time":"3')
  await writeFile(historyOf(folder), lines.join('\n'))
}

describe('a damaged history', () => {
  it('is joined from the newest backup and the whole lines behind the damage, without any loss', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      await damageLine(folder, 3)
      const damaged = await readFile(historyOf(folder))
      const library = await openLibrary(folder, options())
      const state = (await library.state('one')) as Damage
      expect(state.ways[0]).toMatchObject({ choice: 'join-backup-and-history', revision: 7, lost: 0, backup: { revision: 5 } })
      expect(state.known.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
      const way = state.ways.find((one) => one.choice === 'join-backup-and-history')
      expect(await library.joinBackupAndHistory(way?.backup.name ?? '')).toMatchObject({ sequence: 7, incident: { title: 'Edit 6' } })
      expect((await library.history('one')).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
      const kept = await library.safety.quarantined()
      const bytes = await Promise.all(kept.map(({ name }) => readFile(join(folder, 'quarantine', name))))
      expect(bytes.some((one) => one.equals(damaged))).toBe(true)
      await library.close()
      expect(await checkLibrary(folder)).toMatchObject({ problems: [] })
    }))

  it('says which edits a way gives up, also those that only their own checksum vouches for', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      await rm(join(folder, 'backups', 'one'), { recursive: true })
      await rm(join(folder, 'incidents', 'one.json'))
      await damageLine(folder, 3)
      const library = await openLibrary(folder, options())
      const state = (await library.state('one')) as Damage
      expect(state.known.map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5, 6, 7])
      expect(state.ways.map(({ choice, lost }) => [choice, lost])).toEqual([['recover-from-history', 5], ['open-read-only', 5]])
      await library.close()
    }))

  it('of another incident carries no backup on', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      const other = join(folder, 'other')
      await prepared(other)
      const foreign = (await readFile(historyOf(other), 'utf8')).split('\n')
      await writeFile(historyOf(folder), foreign.map((line, index) => (index === 1 ? 'x' : line)).join('\n'))
      const library = await openLibrary(folder, options())
      const state = (await library.state('one')) as Damage
      expect(state.ways.map(({ choice }) => choice)).not.toContain('join-backup-and-history')
      await library.close()
    }))

  it('that is found only when it is opened is marked in the list, until it is whole again', () =>
    inFolder(async (folder) => {
      await prepared(folder)
      const library = await openLibrary(folder, options())
      await damageLine(folder, 3)
      expect(library.unreadable).toEqual([])
      let told = 0
      library.on(({ type }) => (told += Number(type === 'list')))
      expect(await failure(library.open('one'))).toMatchObject({ code: 'corrupt' })
      await failure(library.open('one'))
      expect([told, library.unreadable]).toMatchObject([1, [{ id: 'one', state: 'corrupt' }]])
      await library.recoverFromHistory('one', 2)
      expect(library.unreadable).toEqual([])
      await library.close()
    }))
})

it('an earlier revision and a backup are looked at without touching anything', () =>
  inFolder(async (folder) => {
    await prepared(folder)
    const library = await openLibrary(folder, options())
    expect(await library.safety.revision('one', 3)).toMatchObject({ incident: { title: 'Edit 2' }, revision: { sequence: 3, author: 'Jana' } })
    expect(await failure(library.safety.revision('one', 8))).toMatchObject({ code: 'not-found' })
    expect(await failure(library.safety.revision('two', 1))).toMatchObject({ code: 'not-found' })
    const [backup] = await library.safety.backups('one')
    expect(backup).toMatchObject({ revision: 5, kept: 'recent', problem: null })
    expect((await library.safety.backup(backup?.name ?? '')).incident.title).toBe('Edit 4')
    expect(await library.safety.backupOverview()).toMatchObject([{ id: 'one', count: 1 }])
    expect((await library.open('one')).sequence).toBe(7)
    await library.close()
  }))

describe('what could not be saved', () => {
  it('is told with what the disk holds now, and kept as a copy beside it', () =>
    inFolder(async (folder) => {
      let fail = false
      let fired = 0
      const open: typeof realFiles.open = async (...given) => {
        if (fail && String(given[0]) === historyOf(folder) && given[1] !== undefined && given[1] !== 'r' && given[1] !== 'wx') {
          fired += 1
          throw Object.assign(new Error('ENOSPC: made to fail'), { code: 'ENOSPC' })
        }
        return realFiles.open(...given)
      }
      const library = await openLibrary(folder, options({ files: { ...realFiles, open } }))
      await library.create(makeIncident('one'), texts)
      await library.create(makeIncident('two'))
      fail = true
      await failure(library.apply('one', rename('Not saved')))
      await failure(library.apply('one', addAnnotation('a1')))
      expect(fired).toBeGreaterThan(0)
      expect(await library.safety.failures()).toMatchObject([{ id: 'one', reason: 'disk-full', waiting: [{ command: { type: 'incident.rename' } }, { command: { type: 'annotation.add' } }], disk: { sequence: 1 }, diskProblem: null }])
      const copy = await library.safety.keepAsCopy('one', 'Copy of one')
      fail = false
      expect(await library.safety.failures()).toEqual([])
      expect((await library.open(copy)).incident).toMatchObject({ title: 'Copy of one', annotations: { a1: { id: 'a1' } } })
      expect((await library.open('one')).incident.title).toBe('Incident one')
      await library.close()
      expect(await checkLibrary(folder)).toMatchObject({ problems: [] })
    }))

  it('because the file is another one now is given up by reloading', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      const first = await readFile(historyOf(folder))
      await library.apply('one', rename('Mine'))
      const other = await openLibrary(join(folder, 'other'), options())
      await other.create(makeIncident('one'), texts)
      for (const title of ['Theirs', 'Theirs again']) await other.apply('one', rename(title))
      await other.close()
      const theirs = await readFile(historyOf(join(folder, 'other')))
      expect(first.equals(theirs.subarray(0, first.length))).toBe(false)
      await writeFile(historyOf(folder), theirs)
      expect(await failure(library.apply('one', rename('Over it')))).toMatchObject({ reason: 'changed-outside' })
      expect(await failure(library.retry('one'))).toMatchObject({ reason: 'changed-outside' })
      await library.safety.reload('one')
      expect((await library.open('one')).incident.title).toBe('Theirs again')
      expect(await readFile(historyOf(folder))).toEqual(theirs)
      expect(library.saveState.state).toBe('saved')
      await library.close()
    }))
})
