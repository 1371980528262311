import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureFolder, sweepTemps, writeDurably } from './durable-file.ts'
import { countingSyncs } from './faults/disk.ts'
import { files as realFiles, type Files } from './files.ts'
import { Journal } from './journal.ts'
import { inFolder } from './testing.ts'

describe('writing a file durably', () => {
  it('replaces the bytes and keeps the file to its owner', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'file')
      await writeDurably(path, Buffer.from('old'), realFiles)
      await writeDurably(path, Buffer.from('new'), realFiles)
      expect(await readFile(path, 'utf8')).toBe('new')
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      expect(await readdir(folder)).toEqual(['file'])
    }))

  it('follows a symbolic link and keeps it, also one that points at nothing yet', () =>
    inFolder(async (folder) => {
      await mkdir(join(folder, 'elsewhere'))
      for (const name of ['there', 'not-yet']) await symlink(`elsewhere/${name}`, join(folder, name))
      await writeFile(join(folder, 'elsewhere', 'there'), 'old')
      for (const name of ['there', 'not-yet']) {
        await writeDurably(join(folder, name), Buffer.from('new'), realFiles)
        expect(await readlink(join(folder, name))).toBe(`elsewhere/${name}`)
        expect(await readFile(join(folder, 'elsewhere', name), 'utf8')).toBe('new')
      }
    }))

  it('keeps the old file and leaves no temp when any step fails', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'file')
      await writeDurably(path, Buffer.from('old'), realFiles)
      for (const step of ['open', 'write', 'sync', 'stat', 'rename'] as const) {
        let fired = 0
        const fail = () => {
          fired += 1
          return Promise.reject(Object.assign(new Error('made to fail'), { code: 'EIO' }))
        }
        const failing: Files = {
          ...realFiles,
          ...(step === 'rename' ? { rename: fail } : {}),
          open: step === 'open' ? fail : async (...given) => Object.assign(await open(...given), step === 'rename' ? {} : { [step]: fail }),
        }
        await expect(writeDurably(path, Buffer.from('new'), failing)).rejects.toMatchObject({ code: 'EIO' })
        expect(fired).toBe(1)
        expect(await readFile(path, 'utf8')).toBe('old')
        expect(await readdir(folder)).toEqual(['file'])
      }
    }))

  it('sweeps only what a killed writer left', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, '.file.0b0e7a52-5f0c-4d5c-9d3c-2a1b3c4d5e6f.tmp'), 'half')
      for (const name of ['.mine.tmp', 'file.tmp', '.file']) await writeFile(join(folder, name), '')
      expect(await sweepTemps(folder, realFiles)).toBe(1)
      expect((await readdir(folder)).toSorted()).toEqual(['.file', '.mine.tmp', 'file.tmp'])
    }))
})

describe('a journal', () => {
  it('shares one sync among the lines that wait, and answers each in its order', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'journal')
      await writeFile(path, '')
      let syncs = 0
      const counting: Files = {
        ...realFiles,
        open: async (...given) => {
          const handle = await open(...given)
          return countingSyncs(handle, given[1], () => (syncs += 1))
        },
      }
      const journal = new Journal(path, { size: 0, hash: createHash('sha256') }, { files: counting })
      const answered: number[] = []
      await Promise.all(
        Array.from({ length: 100 }, async (_, line) => {
          await journal.append(Buffer.from(`${line}\n`))
          // Said to be durable, so it must be in the file already.
          expect(journal.size).toBeGreaterThanOrEqual(Buffer.byteLength(`${line}\n`))
          answered.push(line)
        }),
      )
      await journal.close()
      expect(answered).toEqual(Array.from({ length: 100 }, (_, line) => line))
      expect(await readFile(path, 'utf8')).toBe(answered.map((line) => `${line}\n`).join(''))
      expect(syncs).toBe(2)
    }))
})

describe('making a folder with its parents', () => {
  it('syncs the folder above each new one, so that no name on the way is lost', () =>
    inFolder(async (folder) => {
      const synced: string[] = []
      const watching: Files = { ...realFiles, open: async (...given) => (synced.push(String(given[0])), open(...given)) }
      await ensureFolder(join(folder, 'a', 'b', 'c'), watching)
      expect(synced).toEqual([join(folder, 'a', 'b'), join(folder, 'a'), folder])
      synced.length = 0
      await ensureFolder(join(folder, 'a', 'b', 'c'), watching)
      expect(synced).toEqual([])
    }))
})
