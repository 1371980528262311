import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readdir, readFile, stat, truncate, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLibrary, HistoryDamaged, NotSaved, openLibrary, type Library } from './index.ts'
import { writesThrough } from './faults/disk.ts'
import { files as realFiles, type Files } from './files.ts'
import { addAnnotation, inFolder, makeIncident, options, rename, texts } from './testing.ts'

const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)
const historyOf = (folder: string) => join(folder, 'incidents', 'one.history.jsonl')
const snapshotOf = (folder: string) => join(folder, 'incidents', 'one.json')
const quarantined = (folder: string) => readdir(join(folder, 'quarantine'))

async function prepared(folder: string, edits: number, more = {}): Promise<Library> {
  const library = await openLibrary(folder, options(more))
  await library.create(makeIncident('one'), texts)
  for (let edit = 1; edit <= edits; edit += 1) await library.apply('one', rename(`Edit ${edit}`))
  return library
}

/** A disk whose histories fail on demand, and that counts how often they did. */
function faultyDisk() {
  const disk = { fail: null as null | 'write' | 'short-write' | 'datasync', code: 'EIO', fired: 0, files: realFiles }
  const error = () => {
    disk.fired += 1
    return Object.assign(new Error(`${disk.code}: made to fail`), { code: disk.code })
  }
  const wrap = (handle: FileHandle, through: boolean): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        if (name === 'write' && disk.fail === 'write') return () => Promise.reject(error())
        if (name === 'datasync' && disk.fail === 'datasync') return () => Promise.reject(error())
        if (name === 'write' && through && disk.fail === 'datasync') {
          return async (...given: [Uint8Array, number, number, number]) => {
            await target.write(...given)
            throw error()
          }
        }
        if (name === 'write' && disk.fail === 'short-write') {
          return async (bytes: Uint8Array, offset: number, length: number, position: number) => {
            if (length <= 10) throw error()
            return target.write(bytes, offset, Math.min(length, 10), position)
          }
        }
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const open: Files['open'] = async (path, flags, mode) => {
    const handle = await realFiles.open(path, flags, mode)
    return String(path).endsWith('.history.jsonl') ? wrap(handle, writesThrough(flags)) : handle
  }
  disk.files = { ...realFiles, open }
  return disk
}

describe('a line that cannot be saved', () => {
  for (const fail of ['write', 'short-write', 'datasync'] as const) {
    it(`${fail}: memory and disk stay at the last durable revision until a retry`, () =>
      inFolder(async (folder) => {
        const disk = faultyDisk()
        const library = await prepared(folder, 1, { files: disk.files })
        const before = await readFile(historyOf(folder))
        disk.fail = fail
        const errors = await Promise.all([failure(library.apply('one', rename('A'))), failure(library.apply('one', addAnnotation('a1'))), failure(library.undo('one'))])
        expect(disk.fired).toBeGreaterThan(0)
        for (const error of errors) expect(error).toMatchObject({ name: 'NotSaved', reason: 'io-error' })
        expect(library.saveState).toMatchObject({ state: 'failed', reason: 'io-error' })
        expect((await library.open('one')).sequence).toBe(2)
        expect((await library.open('one')).incident.title).toBe('Edit 1')
        expect(await failure(library.retry('one'))).toBeInstanceOf(NotSaved)
        disk.fail = null
        // Not even the unacknowledged bytes may come back at the next start.
        expect(await readFile(historyOf(folder))).toEqual(before)
        expect(await library.retry('one')).toMatchObject({ state: 'saved' })
        const opened = await library.open('one')
        expect(opened).toMatchObject({ sequence: 5, incident: { title: 'A', annotations: {} }, redo: { type: 'annotation.add' } })
        await library.close()
        const again = await openLibrary(folder, options())
        expect((await again.open('one')).incident).toEqual(opened.incident)
        await again.close()
        expect(await checkLibrary(folder)).toMatchObject({ problems: [], notes: [] })
      }))
  }

  it('says what is wrong with the disk', () =>
    inFolder(async (folder) => {
      const disk = faultyDisk()
      const library = await prepared(folder, 1, { files: disk.files })
      disk.fail = 'write'
      for (const [code, reason] of [['ENOSPC', 'disk-full'], ['EACCES', 'no-permission'], ['EROFS', 'no-permission'], ['EIO', 'io-error']] as const) {
        disk.code = code
        expect(await failure(library.apply('one', rename(code)))).toMatchObject({ reason })
      }
      expect(disk.fired).toBe(4)
      disk.fail = null
      await library.retry('one')
      expect((await library.history('one')).slice(2).map(({ command }) => command)).toEqual(['ENOSPC', 'EACCES', 'EROFS', 'EIO'].map(rename))
      await library.close()
    }))

  it('stays failed when a later edit succeeds, and gives up only what no longer applies', () =>
    inFolder(async (folder) => {
      const disk = faultyDisk()
      const library = await prepared(folder, 0, { files: disk.files })
      disk.fail = 'datasync'
      await failure(library.apply('one', addAnnotation('a1')))
      await failure(library.apply('one', rename('Kept')))
      disk.fail = null
      await library.apply('one', addAnnotation('a1', 3))
      expect(library.saveState.state).toBe('failed')
      expect(await failure(library.retry('one'))).toMatchObject({ name: 'CommandError', code: 'exists' })
      expect(library.saveState.state).toBe('saved')
      expect((await library.open('one')).incident.title).toBe('Kept')
      await library.close()
    }))

  it('never writes over a history that was changed outside, and goes on where it continues ours', () =>
    inFolder(async (folder) => {
      const library = await prepared(folder, 1)
      await appendFile(historyOf(folder), 'something else\n')
      const changed = await readFile(historyOf(folder))
      expect(await failure(library.apply('one', rename('Mine')))).toMatchObject({ name: 'NotSaved', reason: 'changed-outside' })
      expect(await failure(library.retry('one'))).toMatchObject({ reason: 'changed-outside' })
      expect(await readFile(historyOf(folder))).toEqual(changed)
      await truncate(historyOf(folder), changed.length - 'something else\n'.length)
      await library.retry('one')
      expect(await library.open('one')).toMatchObject({ sequence: 3, incident: { title: 'Mine' } })
      await library.close()
    }))
})

/** Opens, and expects to be told: nothing in the folder may change. */
async function expectDamage(folder: string, knownUntil: number) {
  const before = await readFile(historyOf(folder))
  const library = await openLibrary(folder, options())
  const error = await failure(library.open('one'))
  expect(error).toBeInstanceOf(HistoryDamaged)
  expect(error).toMatchObject({ code: 'corrupt', knownUntil })
  await library.close()
  expect(await readFile(historyOf(folder))).toEqual(before)
  expect((await checkLibrary(folder)).problems.length).toBeGreaterThan(0)
}

describe('what lies on the disk', () => {
  it('a torn last line is cut and kept', () =>
    inFolder(async (folder) => {
      await (await prepared(folder, 2)).close()
      const whole = await readFile(historyOf(folder))
      for (const [index, torn] of ['{"sequence":4,"ti', '\0'.repeat(64), `${'\0'.repeat(64)}\n`].entries()) {
        await appendFile(historyOf(folder), torn)
        expect(await checkLibrary(folder)).toMatchObject({ problems: [], notes: [{}, {}] })
        const library = await openLibrary(folder, options())
        expect(await library.open('one')).toMatchObject({ sequence: 3, incident: { title: 'Edit 2' } })
        await library.close()
        expect(await readFile(historyOf(folder))).toEqual(whole)
        expect(await quarantined(folder)).toHaveLength(index + 1)
      }
    }))

  it('a last line that lacks only its newline is whole', () =>
    inFolder(async (folder) => {
      await (await prepared(folder, 2)).close()
      const whole = await readFile(historyOf(folder))
      await truncate(historyOf(folder), whole.length - 1)
      const library = await openLibrary(folder, options())
      expect((await library.apply('one', rename('More'))).sequence).toBe(4)
      await library.close()
      expect((await readFile(historyOf(folder))).subarray(0, whole.length)).toEqual(whole)
      expect((await checkLibrary(folder)).problems).toEqual([])
    }))

  it('a flipped byte in the middle stops loudly, wherever it is', () =>
    inFolder(async (folder) => {
      await (await prepared(folder, 4)).close()
      const whole = await readFile(historyOf(folder))
      const thirdLine = whole.indexOf(10, whole.indexOf(10) + 1) + 1
      for (const offset of [0, 20, 60]) {
        const bytes = Buffer.from(whole)
        bytes[thirdLine + offset] = (bytes[thirdLine + offset] ?? 0) ^ 1
        await writeFile(historyOf(folder), bytes)
        await expectDamage(folder, 2)
      }
    }))

  it('acknowledged lines that are gone are missed, not forgotten', () =>
    inFolder(async (folder) => {
      await (await prepared(folder, 4)).close()
      const whole = await readFile(historyOf(folder))
      await writeFile(historyOf(folder), whole.subarray(0, whole.lastIndexOf(10, whole.length - 2) + 20))
      await expectDamage(folder, 4)
      expect(await quarantined(folder)).toEqual([])
    }))

  it('a corrupt snapshot is put aside and the incident built from its history', () =>
    inFolder(async (folder) => {
      await (await prepared(folder, 3)).close()
      const good = await readFile(snapshotOf(folder))
      for (const [index, bad] of [good.subarray(0, 100), Buffer.alloc(0), Buffer.from('null'), Buffer.from(good.toString().replace('Edit 3', 'Edit 9')), Buffer.from(good.toString().replace('"sequence":4', '"sequence":3'))].entries()) {
        await writeFile(snapshotOf(folder), bad)
        expect((await checkLibrary(folder)).problems).toHaveLength(1)
        const library = await openLibrary(folder, options())
        expect(await library.open('one')).toMatchObject({ sequence: 4, incident: { title: 'Edit 3' } })
        await library.close()
        expect(await quarantined(folder)).toHaveLength(index + 1)
        expect(await readFile(snapshotOf(folder))).toEqual(good)
      }
    }))

  it('an index that is missing, broken or old is made anew', () =>
    inFolder(async (folder) => {
      await (await prepared(folder, 3)).close()
      const index = join(folder, 'index.jsonl')
      const good = await readFile(index, 'utf8')
      for (const bad of ['{}', '', good.replace('Edit 3', 'Edit 4'), good.replace('"count":1', '"count":2'), good.replace('"closed"', '"closes"')]) {
        await writeFile(index, bad)
        const library = await openLibrary(folder, options())
        expect(library.list()).toMatchObject([{ title: 'Edit 3', sequence: 4 }])
        await library.close()
      }
      expect(await quarantined(folder)).toHaveLength(5)
      const killed = await openLibrary(folder, options())
      await killed.apply('one', rename('After the index'))
      await writeFile(join(folder, 'library.lock'), '')
      const reader = await openLibrary(folder, options({ readOnly: true }))
      expect(reader.list()).toMatchObject([{ title: 'After the index', sequence: 5 }])
      await killed.close()
    }))
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountable()
function mountable() {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
if (!canMount) process.stderr.write('SKIPPED: a full disk needs root and a tmpfs that can be mounted\n')

describe.skipIf(!canMount)('a full disk', () => {
  it('keeps the old bytes at every level, reports, leaves no temp, and goes on when there is room', { timeout: 60_000 }, () =>
    inFolder(async (outer) => {
      const folder = join(outer, 'small')
      await mkdir(folder)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder])
      try {
        const root = join(folder, 'library')
        const library = await prepared(root, 1)
        let refused = 0
        let saved = 2
        for (let level = 0; level < 200 && refused < 10; level += 1) {
          await appendFile(join(folder, 'filler'), Buffer.alloc(4096)).catch(() => undefined)
          const error = await failure(library.apply('one', addAnnotation(`a${level}`, level)))
          if (error === null) saved += 1
          else {
            expect(error).toMatchObject({ name: 'NotSaved', reason: 'disk-full' })
            refused += 1
          }
          expect((await library.open('one')).sequence).toBe(saved)
        }
        expect(refused).toBe(10)
        expect(await failure(library.putText('x'.repeat(300_000)))).toMatchObject({ reason: 'disk-full' })
        const names = await readdir(root, { recursive: true })
        expect(names.filter((name) => name.includes('.tmp'))).toEqual([])
        expect((await checkLibrary(root)).problems).toEqual([])
        await truncate(join(folder, 'filler'), 0)
        await library.retry('one')
        expect((await library.open('one')).sequence).toBe(saved + 10)
        await library.close()
        expect(await checkLibrary(root)).toMatchObject({ problems: [], counts: { revisions: saved + 10 } })
        expect((await stat(snapshotOf(root))).size).toBeGreaterThan(0)
      } finally {
        execFileSync('umount', [folder])
      }
    }))
})
