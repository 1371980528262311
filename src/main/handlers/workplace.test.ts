import { appendFile, mkdir, mkdtemp, readdir, readFile, rename as move, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Settings } from '#contract/index.ts'
import { openLibrary, type Library } from '../store/index.ts'
import { files as realFiles } from '../store/files.ts'
import { makeIncident, options, rename } from '../store/testing.ts'
import { allHandlers } from './index.ts'
import { Workplace } from './workplace.ts'

const settings: Settings = { language: 'cs', theme: 'dark', author: 'eva', singleKeys: true, readerSize: 17, view: {} }

async function placed(known: string[] = [], more: Parameters<typeof options>[0] = {}) {
  const outer = await mkdtemp(join(tmpdir(), 'kronika-workplace-'))
  const folder = join(outer, 'library')
  const chosen: { next: string | null; kept: string[] } = { next: null, kept: [] }
  const workplace = new Workplace(
    {
      isKnown: (path) => known.includes(path),
      remember: async (path) => void known.push(path),
      open: (path, how) => openLibrary(path, options({ ...more, ...how })),
      handlers: async (library: Library) => ({ 'library:page': async () => library.page(0, 10) }) as unknown as ReturnType<typeof allHandlers>,
      chooseFolder: async () => chosen.next,
      chosen: async (path) => void chosen.kept.push(path),
      settings: () => settings,
      always: { 'app:quit': async () => ({}), 'settings:update': async () => settings },
      now: () => new Date(),
      progress: () => undefined,
    },
    folder,
  )
  const { handlers } = workplace
  return { outer, folder, workplace, handlers, known, chosen, count: async () => (await handlers['library:page']({ offset: 0, limit: 10 })).incidents.length }
}

async function filled(folder: string) {
  const library = await openLibrary(folder, options())
  await library.create({ ...makeIncident('one'), sources: {} })
  await library.close()
}

describe('the library of the windows', () => {
  it('is not left for another one while something could not be saved', async () => {
    let full = false
    let fired = 0
    const open: typeof realFiles.open = async (...given) => {
      const handle = await realFiles.open(...given)
      const write = handle.write.bind(handle) as (...all: unknown[]) => Promise<unknown>
      const failing = (...all: unknown[]) => {
        if (!full) return write(...all)
        fired += 1
        return Promise.reject(Object.assign(new Error('ENOSPC: made to fail'), { code: 'ENOSPC' }))
      }
      return Object.assign(handle, { write: failing })
    }
    const { folder, outer, workplace, handlers, chosen } = await placed([], { files: { ...realFiles, open } })
    await filled(folder)
    await workplace.start()
    chosen.next = join(outer, 'other')
    full = true
    await expect(workplace.library?.apply('one', rename('Only in memory'))).rejects.toMatchObject({ reason: 'disk-full' })
    expect([fired > 0, workplace.hasUnsaved]).toEqual([true, true])
    await expect(handlers['library:choose']({})).rejects.toMatchObject({ code: 'invalid' })
    full = false
    await workplace.library?.retry('one')
    expect(await handlers['library:choose']({})).toEqual({ opened: true })
    await workplace.close()
  })

  it('is made at the first start, and missed when it is gone at the second; nothing is made in its place unasked', async () => {
    const { folder, outer, workplace, handlers, known, count } = await placed()
    await workplace.start()
    expect([await count(), known]).toEqual([0, [folder]])
    await workplace.close()
    await move(folder, join(outer, 'unplugged'))
    await workplace.start()
    await expect(count()).rejects.toMatchObject({ code: 'closed' })
    expect(await handlers['library:state']({})).toMatchObject({ state: 'missing', path: folder, ways: ['create'], language: 'cs', theme: 'dark' })
    expect(await handlers['settings:update']({})).toEqual(settings)
    await expect(handlers['library:open']({ way: 'again' })).rejects.toMatchObject({ code: 'missing' })
    expect(await readdir(outer)).toEqual(['unplugged'])
    await move(join(outer, 'unplugged'), folder)
    await handlers['library:open']({ way: 'again' })
    expect(await count()).toBe(0)
    await workplace.close()
  })

  it('that is damaged is opened as a person chooses, and its bytes are kept', async () => {
    const { folder, workplace, handlers, count } = await placed()
    await filled(folder)
    const path = join(folder, 'library.json')
    await appendFile(path, 'x')
    const damaged = await readFile(path)
    await workplace.start()
    expect(await handlers['library:state']({})).toMatchObject({ state: 'corrupt', ways: ['read-only', 'set-aside'] })
    await handlers['library:open']({ way: 'read-only' })
    expect([await count(), workplace.library?.readOnly, (await readFile(path)).equals(damaged)]).toEqual([1, true, true])
    await handlers['library:open']({ way: 'set-aside' })
    expect([await count(), workplace.library?.readOnly]).toEqual([1, false])
    const [kept = ''] = await readdir(join(folder, 'quarantine'))
    expect((await readFile(join(folder, 'quarantine', kept))).equals(damaged)).toBe(true)
    await workplace.close()
  })

  it('of a newer version is opened for reading only', async () => {
    const { folder, workplace, handlers } = await placed()
    await filled(folder)
    const { createHash } = await import('node:crypto')
    const body = { name: 'library', createdAt: '2030-01-01T00:00:00.000Z', more: 1 }
    const head = { format: 'kronika-library', schemaVersion: 9, sequence: 1 }
    const sha256 = createHash('sha256').update(JSON.stringify({ ...head, body })).digest('hex')
    await writeFile(join(folder, 'library.json'), JSON.stringify({ ...head, sha256, body }))
    await workplace.start()
    expect(await handlers['library:state']({})).toMatchObject({ state: 'newer', ways: ['read-only'] })
    await handlers['library:open']({ way: 'read-only' })
    expect(workplace.library?.readOnly).toBe(true)
    await workplace.close()
  })

  it('that someone else writes to opens for reading, says who, and is taken over when they are gone', async () => {
    const { folder, workplace, handlers } = await placed()
    const other = await openLibrary(folder, options())
    await workplace.start()
    expect([workplace.library?.readOnly, workplace.library?.lockedBy?.pid]).toEqual([true, process.pid])
    expect(await handlers['library:state']({})).toMatchObject({ state: 'locked', by: { pid: process.pid } })
    await handlers['library:open']({ way: 'again' })
    expect(workplace.library?.readOnly).toBe(true)
    await other.close()
    await handlers['library:open']({ way: 'again' })
    expect(workplace.library?.readOnly).toBe(false)
    await workplace.close()
  })

  it('is another one where a person chooses its folder; a folder that holds something else is refused', async () => {
    const { outer, folder, workplace, handlers, chosen, count } = await placed()
    await filled(join(outer, 'second'))
    await mkdir(join(outer, 'theses'))
    await writeFile(join(outer, 'theses', 'thesis.docx'), '')
    await workplace.start()
    expect(await handlers['library:choose']({})).toEqual({ opened: false })
    chosen.next = join(outer, 'theses')
    await expect(handlers['library:choose']({})).rejects.toMatchObject({ code: 'not-a-library' })
    expect([await count(), workplace.library?.path]).toEqual([0, folder])
    chosen.next = join(outer, 'second')
    expect(await handlers['library:choose']({})).toEqual({ opened: true })
    expect([await count(), chosen.kept]).toEqual([1, [join(outer, 'second')]])
    await workplace.close()
  })
})
