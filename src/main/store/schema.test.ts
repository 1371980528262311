import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLibrary, openLibrary, type Damage } from './index.ts'
import { count } from './faults/counts.ts'
import { files as realFiles, type Files } from './files.ts'
import { migrateIncident, type Schema, type Stored } from './schema.ts'
import { addAnnotation, inFolder, options, rename } from './testing.ts'

const fixture = join(import.meta.dirname, 'fixtures', 'v1')
const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)

/** A made-up version 2, in which every title ends with a mark: what a step can do that no default could. */
const mark = (stored: Stored): Stored => ({ ...stored, title: `${String(stored['title'])} (2)` })
const second: Schema = { version: 2, steps: [{ to: 2, incident: mark }] }
const third: Schema = { version: 3, steps: [...second.steps, { to: 3, incident: (stored) => ({ ...stored, bottomLine: 'three' }), line: (stored) => stored }] }

const inFixture = <T>(work: (folder: string) => Promise<T>) =>
  inFolder(async (outer) => {
    const folder = join(outer, 'v1')
    await cp(fixture, folder, { recursive: true })
    return work(folder)
  })

describe('a library of an earlier version', () => {
  it('version 1 opens as it was released, is sound, and is not rewritten by being read', () =>
    inFixture(async (folder) => {
      expect(await checkLibrary(folder)).toMatchObject({ problems: [], counts: { incidents: 2, revisions: 6 } })
      const library = await openLibrary(folder, options())
      expect(library.list().map(({ id, title, sequence }) => [id, title, sequence]).toSorted()).toEqual([['one', 'Renamed again', 5], ['two', 'Incident two', 1]])
      expect(await library.open('one')).toMatchObject({ sequence: 5, undo: { type: 'incident.rename' }, incident: { annotations: { a1: { id: 'a1' } } } })
      await library.close()
      for (const name of await readdir(join(fixture, 'incidents'))) expect(await readFile(join(folder, 'incidents', name))).toEqual(await readFile(join(fixture, 'incidents', name)))
    }))

  it('is migrated step by step when it is opened, after a backup; old lines stay as they are', () =>
    inFixture(async (folder) => {
      const old = await readFile(join(folder, 'incidents', 'one.history.jsonl'))
      const library = await openLibrary(folder, options({ schema: third }))
      const opened = await library.open('one')
      expect(opened).toMatchObject({ sequence: 5, undo: null, incident: { title: 'Renamed again (2)', bottomLine: 'three' } })
      expect(await library.backups('one')).toMatchObject([{ reason: 'migration', revision: 5, problem: null }])
      await library.apply('one', addAnnotation('a2', 9))
      await library.close()
      const bytes = await readFile(join(folder, 'incidents', 'one.history.jsonl'))
      expect(bytes.subarray(0, old.length)).toEqual(old)
      expect(bytes.subarray(old.length).toString()).toMatch(/^\{"schemaVersion":3,"sequence":6,/)
      const again = await openLibrary(folder, options({ schema: third }))
      expect(await again.open('one')).toMatchObject({ sequence: 6, undo: { sequence: 6 }, incident: { title: 'Renamed again (2)' } })
      expect((await again.undo('one')).incident.annotations).toHaveProperty('a1')
      await again.close()
    }))

  it('lines of three versions follow one another, each applied in its own', () =>
    inFixture(async (folder) => {
      for (const [schema, title] of [[second, 'In two'], [third, 'In three']] as const) {
        const library = await openLibrary(folder, options({ schema }))
        await library.apply('one', rename(title))
        await library.close()
      }
      const library = await openLibrary(folder, options({ schema: third, readOnly: true }))
      expect(await library.open('one')).toMatchObject({ sequence: 7, incident: { title: 'In three', bottomLine: 'three' } })
      expect(await library.open('two')).toMatchObject({ sequence: 1, incident: { title: 'Incident two (2)', bottomLine: 'three' } })
      await library.close()
    }))

  it('a newer one opens for reading only, as far as it is understood', () =>
    inFixture(async (folder) => {
      const newer = await openLibrary(folder, options({ schema: second }))
      await newer.apply('one', rename('From the future'))
      await newer.close()
      const bytes = await readFile(join(folder, 'incidents', 'one.history.jsonl'))
      const library = await openLibrary(folder, options())
      expect(await failure(library.apply('one', rename('No')))).toMatchObject({ code: 'newer' })
      const state = (await library.state('one')) as Damage
      expect(state).toMatchObject({ state: 'newer', whole: 5, line: 6, ways: [{ choice: 'open-read-only', revision: 5 }] })
      expect((await library.openReadOnly('one')).incident.title).toBe('Renamed again')
      for (const refused of [library.recoverFromHistory('one', 5), library.recoverFromSnapshot('one')]) expect(await failure(refused)).toMatchObject({ code: 'newer' })
      const [backup] = await library.backups('one')
      expect(await failure(library.restore(backup?.name ?? ''))).toMatchObject({ code: 'newer' })
      await library.close()
      expect(await readFile(join(folder, 'incidents', 'one.history.jsonl'))).toEqual(bytes)
      expect((await library.backups('one')).length).toBeGreaterThan(0)
    }))

  it('a gap in the steps is a mistake of the program, not a guess', () => {
    expect(() => migrateIncident({}, 1, 3, { version: 3, steps: second.steps })).toThrow(RangeError)
  })
})

/** Files that work so many times and then never again, as after a kill. */
function dyingAfter(calls: number) {
  const state = { left: calls, died: false }
  const step = <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (state.left <= 0) {
        state.died = true
        throw Object.assign(new Error('EIO: killed'), { code: 'EIO' })
      }
      state.left -= 1
      return call(...given)
    }
  const open: Files['open'] = async (...given) => {
    const handle = await realFiles.open(...given)
    for (const name of ['write', 'sync', 'datasync', 'truncate'] as const) Object.assign(handle, { [name]: step(handle[name].bind(handle) as (...all: unknown[]) => Promise<unknown>) })
    return handle
  }
  const files: Files = { ...realFiles, open, rename: step(realFiles.rename as (...all: unknown[]) => Promise<void>) as Files['rename'], unlink: step(realFiles.unlink) }
  return { state, files }
}

/** The backups a killed migration left: each whole, or not there. */
async function backupsNotSound(folder: string): Promise<string[]> {
  const library = await openLibrary(folder, options({ schema: second, readOnly: true }))
  const found = await library.backups()
  await library.close()
  return found.flatMap(({ problem }) => problem ?? [])
}

it('a kill at any step of a migration leaves the old state or the new one', { timeout: 60_000 }, async () => {
  const sum = { deaths: 0, corrupt: 0, lost: 0 }
  for (let calls = 0; ; calls += 1) {
    const finished = await inFixture(async (folder) => {
      const { state, files } = dyingAfter(calls)
      const work = async () => {
        const library = await openLibrary(folder, options({ schema: second, files }))
        await library.apply('one', rename('Migrated'))
        acknowledged = true
        await library.close()
      }
      let acknowledged = false
      await work().catch(() => undefined)
      sum.deaths += Number(state.died)
      sum.corrupt += (await backupsNotSound(folder)).length
      await realFiles.unlink(join(folder, 'library.lock')).catch(() => undefined)
      const after = await openLibrary(folder, options({ schema: second }))
      const { sequence, incident } = await after.open('one')
      expect([[5, 'Renamed again (2)'], [6, 'Migrated']]).toContainEqual([sequence, incident.title])
      sum.lost += Number(acknowledged && sequence < 6)
      expect(incident.annotations).toHaveProperty('a1')
      await after.close()
      // Version 1 can still read what no one has edited since.
      if (sequence === 5) expect((await (await openLibrary(folder, options({ readOnly: true }))).openReadOnly('one')).incident.title).toBe('Renamed again')
      return !state.died
    })
    if (finished) break
  }
  count({ what: 'kill at each step of a migration', bar: 'old or new', runs: sum.deaths, fired: sum.deaths, corrupt: sum.corrupt, lost: sum.lost })
  expect(sum).toMatchObject({ corrupt: 0, lost: 0 })
  expect(sum.deaths).toBeGreaterThan(10)
})
