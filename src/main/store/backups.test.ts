import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { files as realFiles } from './files.ts'
import { openLibrary } from './index.ts'
import { inFolder, makeIncident, options, rename, texts } from './testing.ts'

const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)
const namesOf = (folder: string) => readdir(join(folder, 'backups', 'one'))

/** A clock that stands still until it is moved. */
function clock(iso: string) {
  let time = Date.parse(iso)
  return { now: () => new Date(time), pass: (milliseconds: number) => void (time += milliseconds) }
}

describe('backups', () => {
  it('are made on close when something changed, verified, and restored as a revision that can be undone', () =>
    inFolder(async (folder) => {
      const first = await openLibrary(folder, options())
      await first.create(makeIncident('one'), texts)
      await first.apply('one', rename('Two'))
      await first.close()
      const second = await openLibrary(folder, options())
      await second.open('one')
      const [only, ...others] = await second.backups('one')
      expect(only).toMatchObject({ id: 'one', revision: 2, reason: 'close', problem: null })
      expect(others).toEqual([])
      await second.apply('one', rename('Three'))
      const restored = await second.restore(only?.name ?? '')
      expect(restored).toMatchObject({ sequence: 4, incident: { title: 'Two' }, undo: { type: 'incident.restore' } })
      expect((await second.undo('one')).incident.title).toBe('Three')
      // The state before the restore was backed up first.
      expect((await second.backups()).map(({ revision, reason }) => [revision, reason])).toEqual([[3, 'restore'], [2, 'close']])
      await second.close()
      const third = await openLibrary(folder, options())
      await third.open('one')
      await third.close()
      expect(await namesOf(folder)).toHaveLength(3)
      const modes = await Promise.all((await namesOf(folder)).map(async (name) => (await stat(join(folder, 'backups', 'one', name))).mode & 0o777))
      expect(modes).toEqual([0o600, 0o600, 0o600])
    }))

  it('are asked for before much changes: only what is behind, and what fails is said', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      for (const id of ['one', 'two']) await library.create(makeIncident(id), texts)
      expect((await library.backupNow('import')).made.map(({ id }) => id).toSorted()).toEqual(['one', 'two'])
      await library.apply('two', rename('Changed'))
      expect(await library.backupNow('import')).toMatchObject({ made: [{ id: 'two', revision: 2, reason: 'import' }], failed: [] })
      await library.apply('one', rename('Changed'))
      const history = join(folder, 'incidents', 'one.history.jsonl')
      const bytes = await readFile(history)
      await writeFile(history, Buffer.from(bytes).fill(0x78, 30, 40))
      expect(await library.backupNow('import')).toMatchObject({ made: [], failed: [{ id: 'one' }] })
      expect(library.backupProblem).toContain('line 1')
      await writeFile(history, bytes)
      await library.close()
      expect(library.backupProblem).toBeNull()
    }))

  it('every flipped byte and every truncation is found when they are listed, and no such one is restored', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      await library.backupNow('asked')
      const [name = ''] = await namesOf(folder)
      const path = join(folder, 'backups', 'one', name)
      const good = await readFile(path)
      let found = 0
      // Bytes 3 to 9 of gzip (RFC 1952) hold flags, time and system: no part of what was stored.
      const places = Array.from({ length: 40 }, (_, index) => 10 + Math.floor((index * (good.length - 10)) / 40))
      for (const place of places) {
        const bad = Buffer.from(good)
        bad[place] = (bad[place] ?? 0) ^ (1 << (place % 8))
        for (const bytes of [bad, good.subarray(0, place)]) {
          await writeFile(path, bytes)
          if ((await library.backups('one'))[0]?.problem) found += 1
          expect(await failure(library.restore(`one/${name}`))).toMatchObject({ code: 'corrupt' })
        }
      }
      expect(found).toBe(2 * places.length)
      expect((await library.open('one')).sequence).toBe(1)
      for (const stray of ['one/x', '../one', 'one/../../library.json', `two/${name}`]) expect(await failure(library.restore(stray))).toMatchObject({ code: 'not-found' })
      // A damaged one does not stand in for a new one, and is not deleted.
      await library.apply('one', rename('Two'))
      await library.close()
      expect((await library.backups('one')).map(({ problem }) => problem === null)).toEqual([true, false])
    }))

  it('hold what is there, also where another history had as many revisions before', () =>
    inFolder(async (folder) => {
      const library = await openLibrary(folder, options())
      await library.create(makeIncident('one'), texts)
      await library.apply('one', rename('Old life'))
      await library.backupNow('asked')
      await library.remove('one')
      await library.create(makeIncident('one'), texts)
      await library.apply('one', rename('New life'))
      expect((await library.backupNow('asked')).made).toMatchObject([{ revision: 2 }])
      const [newest] = await library.backups('one')
      expect((await library.safety.backup(newest?.name ?? '')).incident.title).toBe('New life')
      // Nor is one that was damaged since taken for the one that is asked for.
      await writeFile(join(folder, 'backups', newest?.name ?? ''), 'damaged')
      expect((await library.backupNow('asked')).made).toMatchObject([{ revision: 2, problem: null }])
      expect((await library.backupNow('asked')).made).toEqual([])
      await library.close()
    }))

  it('rotate by the clock of the library: ten recent, then a day each, then a week each', () =>
    inFolder(async (folder) => {
      const time = clock('2025-03-31T08:00:00Z')
      const library = await openLibrary(folder, options({ now: time.now }))
      await library.create(makeIncident('one'), texts)
      for (let round = 0; round < 60; round += 1) {
        await library.apply('one', rename(`Round ${round}`))
        await library.backupNow('asked')
        time.pass(12 * 3_600_000)
      }
      const kept = await library.backups('one')
      expect(kept.every(({ problem }) => problem === null)).toBe(true)
      // Until Tuesday 29 April, two a day: ten reach back five days; two further days; the Sundays of two further weeks.
      expect(kept).toHaveLength(14)
      expect(kept[0]?.revision).toBe(61)
      expect(kept.map(({ time }) => time).at(-1)).toBe('2025-04-13T20:00:00.000Z')
      await library.close()
    }))

  it('stay when they were just made, also by a clock that was ahead before', () =>
    inFolder(async (folder) => {
      const time = clock('2030-01-01T08:00:00Z')
      const library = await openLibrary(folder, options({ now: time.now }))
      await library.create(makeIncident('one'), texts)
      for (let round = 0; round < 30; round += 1) {
        await library.apply('one', rename(`Round ${round}`))
        await library.backupNow('asked')
        time.pass(24 * 3_600_000)
      }
      time.pass(-4 * 365 * 24 * 3_600_000)
      await library.apply('one', rename('Set right'))
      const { made } = await library.backupNow('asked')
      expect((await library.safety.backup(made[0]?.name ?? '')).incident.title).toBe('Set right')
      await library.close()
    }))

  it('a disk that refuses leaves the older ones alone and is told', () =>
    inFolder(async (folder) => {
      let fired = 0
      let full = false
      const failing: typeof realFiles.rename = async (from, to) => {
        if (full && String(to).includes('backups')) {
          fired += 1
          throw Object.assign(new Error('ENOSPC: made to fail'), { code: 'ENOSPC' })
        }
        return realFiles.rename(from, to)
      }
      const library = await openLibrary(folder, options({ files: { ...realFiles, rename: failing } }))
      await library.create(makeIncident('one'), texts)
      await library.backupNow('asked')
      const before = await namesOf(folder)
      full = true
      await library.apply('one', rename('Two'))
      expect((await library.backupNow('asked')).failed).toHaveLength(1)
      expect(library.backupProblem).toContain('ENOSPC')
      expect(await namesOf(folder)).toEqual(before)
      await library.close()
      expect(fired).toBe(2)
    }))
})
