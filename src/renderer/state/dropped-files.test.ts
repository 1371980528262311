import { expect, it } from 'vitest'
import { filesOf } from './dropped-files.ts'

const file = (name: string) => ({ isFile: true, isDirectory: false, name, file: (done: (file: File) => void) => done(new File([name], name)) }) as unknown as FileSystemEntry

/** A folder that hands out its entries a hundred at a time, as Chromium does; with `broken` it fails after the first portion. */
function folder(name: string, entries: FileSystemEntry[], broken = false): FileSystemEntry {
  const createReader = () => {
    let at = 0
    return {
      readEntries(done: (entries: FileSystemEntry[]) => void, fail: (error: Error) => void) {
        if (broken && at > 0) return fail(new Error('not allowed'))
        done(entries.slice(at, at + 100))
        at += 100
      },
    }
  }
  return { isFile: false, isDirectory: true, name, createReader } as unknown as FileSystemEntry
}

it('a folder of more files than one portion loses none of them, in the order of their names', async () => {
  const names = Array.from({ length: 1234 }, (_, index) => `note ${index + 1}.txt`)
  const found = await filesOf(folder('all', [folder('more', [file('in it.txt')]), file('.DS_Store'), ...names.toReversed().map(file)]))
  expect(found.map(({ name }) => name)).toEqual(['in it.txt', ...names])
  expect(await (await found[0]?.open())?.text()).toBe('in it.txt')
})

it('a folder that cannot be listed is one file that cannot be opened, and the others stay', async () => {
  const found = await filesOf(folder('all', [folder('locked', [file('a.txt')], true), file('z.txt')]))
  expect(found.map(({ name }) => name)).toEqual(['a.txt', 'locked', 'z.txt'])
  await expect(found[1]?.open()).rejects.toThrow('not allowed')
})
