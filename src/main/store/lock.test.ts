import { spawnSync } from 'node:child_process'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { files as realFiles } from './files.ts'
import { takeLock } from './lock.ts'
import { inFolder } from './testing.ts'

const now = new Date('2025-05-28T10:00:00Z')
const holder = (more: object) => JSON.stringify({ host: hostname(), pid: process.pid, time: now.toISOString(), began: null, token: 'other', ...more })
/** A process that was there and is not any more. */
const deadPid = spawnSync(process.execPath, ['-e', '']).pid

describe('the lock of a library', () => {
  it('is held by one, given back, and free again', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'library.lock')
      const first = await takeLock(path, now, realFiles)
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ host: hostname(), pid: process.pid, time: now.toISOString() })
      expect(await takeLock(path, now, realFiles)).toMatchObject({ held: false, by: { pid: process.pid } })
      if (first.held) await first.release()
      expect(await readdir(folder)).toEqual([])
      expect((await takeLock(path, now, realFiles)).held).toBe(true)
    }))

  it('is taken over from a dead process, and from one whose number was given to another', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'library.lock')
      const stale = [holder({ pid: deadPid }), ...(process.platform === 'linux' ? [holder({ began: 'an earlier boot:1' })] : [])]
      for (const text of stale) {
        await writeFile(path, text)
        const lock = await takeLock(path, now, realFiles)
        expect(lock.held).toBe(true)
        expect(await readdir(folder)).toEqual(['library.lock'])
        if (lock.held) await lock.release()
      }
    }))

  it('is left to a living process, to another computer, and to one that is just writing it', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'library.lock')
      for (const text of [holder({ pid: process.ppid }), holder({ host: 'elsewhere', pid: deadPid }), '']) {
        await writeFile(path, text)
        expect((await takeLock(path, now, realFiles)).held).toBe(false)
        expect(await readFile(path, 'utf8')).toBe(text)
      }
      await utimes(path, 0, 0)
      expect((await takeLock(path, now, realFiles)).held).toBe(true)
    }))

  it('goes to one of many who find a dead holder at once', () =>
    inFolder(async (folder) => {
      for (let round = 0; round < 30; round += 1) {
        const path = join(folder, `${round}.lock`)
        await writeFile(path, holder({ pid: deadPid }))
        const locks = await Promise.all(Array.from({ length: 8 }, () => takeLock(path, now, realFiles)))
        expect(locks.filter(({ held }) => held)).toHaveLength(1)
      }
      expect((await readdir(folder)).filter((name) => name.endsWith('.claim'))).toEqual([])
    }))
})
