import { mkdir, readdir, readFile, rename as move, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { amount, count } from '../faults/counts.ts'
import { files as realFiles, type Files } from '../files.ts'
import { checkLibrary, decryptLibrary, encryptLibrary, libraryState, newVault, openLibrary, type NewVault } from '../index.ts'
import { addAnnotation, inFolder, makeIncident, options, rename, texts } from '../testing.ts'
import { cheapKdf, passphrase } from './testing.ts'

const now = new Date('2026-01-01T00:00:00.000Z')

/** A library with something in every folder. */
async function filled(folder: string) {
  const library = await openLibrary(folder, options())
  await library.create(makeIncident('one'), texts)
  await library.create(makeIncident('two'), texts)
  await library.apply('one', addAnnotation('a1'))
  await library.putOriginal(Buffer.from('an original'))
  await library.backupNow('asked')
  await library.remove('two')
  await library.apply('one', rename('Kept'))
  await library.putDraft('note', 'a draft')
  await library.close()
  await writeFile(join(folder, 'quarantine', 'one.json.old'), 'something put aside')
}

const tree = async (folder: string): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    found[path.slice(folder.length)] = entry.isFile() ? (await readFile(path)).toString('base64') : ''
  }
  return found
}

/** The n-th call that changes the disk, and all after it, do not happen: as if the process had been killed there. */
function dyingDisk(nth: number) {
  const disk = { calls: 0, died: false, files: realFiles }
  const guarded = (call: (...given: never[]) => Promise<unknown>) => (...given: never[]) => {
    disk.calls += 1
    if (disk.calls < nth) return call(...given)
    disk.died = true
    return Promise.reject(Object.assign(new Error('EIO: made to die'), { code: 'EIO' }))
  }
  const open: Files['open'] = async (...given) => {
    if (given[1] !== 'r') disk.calls += 1
    if (disk.calls >= nth) disk.died = true
    if (disk.died) throw Object.assign(new Error('EIO: made to die'), { code: 'EIO' })
    return realFiles.open(...given)
  }
  const changing = Object.fromEntries((['mkdir', 'rename', 'rm', 'unlink'] as const).map((name) => [name, guarded(realFiles[name] as never)]))
  disk.files = { ...realFiles, ...changing, open } as Files
  return disk
}

/** Opens what a crash left, encrypted or not. */
async function survivor(folder: string, vault: NewVault): Promise<'plain' | 'encrypted'> {
  await realFiles.rm(join(folder, 'library.lock'), { force: true })
  const { state } = await libraryState(folder, { expected: true })
  expect(['ok', 'encrypted']).toContain(state)
  const key = state === 'encrypted' ? vault.key : null
  const library = await openLibrary(folder, options({ key }))
  expect(library.unreadable).toEqual([])
  expect(await library.open('one')).toMatchObject({ sequence: 3, incident: { title: 'Kept', annotations: { a1: {} } } })
  expect(library.listDrafts()).toMatchObject([{ text: 'a draft' }])
  expect(await library.backups()).toMatchObject([{ problem: null }, { problem: null }, { problem: null }])
  await library.apply('one', rename('Works'))
  await library.close()
  expect((await checkLibrary(folder, realFiles, key)).problems).toEqual([])
  for (const left of ['converted', 'replaced', 'conversion.json']) expect(await readdir(folder)).not.toContain(left)
  return key ? 'encrypted' : 'plain'
}

describe('turning encryption on and off', () => {
  it('keeps every byte, and gives the very same plain library back', async () => {
    await inFolder(async (folder) => {
      await filled(folder)
      await mkdir(join(folder, 'notes of mine'))
      const before = await tree(folder)
      const vault = await newVault(passphrase, cheapKdf)
      const steps = new Set<string>()
      const { files, foreign } = await encryptLibrary(folder, vault, { now, progress: ({ step }) => steps.add(step) })
      expect([files > 10, foreign, [...steps]]).toEqual([true, ['notes of mine'], ['writing', 'verifying', 'replacing']])
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'encrypted' })
      await expect(encryptLibrary(folder, vault, { now })).rejects.toMatchObject({ code: 'invalid' })
      await expect(decryptLibrary(folder, { passphrase: 'another passphrase' }, { now })).rejects.toMatchObject({ code: 'wrong-key' })
      await decryptLibrary(folder, { passphrase }, { now })
      expect(await tree(folder)).toEqual(before)
    })
  })

  it('keeps the sealed bytes of what does not open any more, with their key, and what someone else put into its folders', async () => {
    await inFolder(async (folder) => {
      await filled(folder)
      await encryptLibrary(folder, await newVault(passphrase, cheapKdf), { now })
      const header = await readFile(join(folder, 'vault.json'))
      await writeFile(join(folder, 'incidents', '.DS_Store'), 'of a file manager')
      const sources = join(folder, 'sources')
      const [name = ''] = await readdir(sources)
      const bad = await readFile(join(sources, name))
      bad[bad.length >> 1] = (bad[bad.length >> 1] ?? 0) ^ 1
      await writeFile(join(sources, name), bad)
      await decryptLibrary(folder, { passphrase }, { now })
      expect(await readFile(join(folder, 'incidents', '.DS_Store'), 'utf8')).toBe('of a file manager')
      const kept = Object.values(await tree(join(folder, 'quarantine')))
      expect([kept.includes(bad.toString('base64')), kept.includes(header.toString('base64'))]).toEqual([true, true])
      const { problems } = await checkLibrary(folder)
      expect(problems[0]?.where).toMatch(/^sources\//)
    })
  })

  it('is refused where plain text would stay behind a link', async () => {
    await inFolder(async (outer) => {
      const folder = join(outer, 'library')
      await filled(folder)
      await move(join(folder, 'sources'), join(outer, 'elsewhere'))
      await symlink(join(outer, 'elsewhere'), join(folder, 'sources'))
      const before = await tree(folder)
      await expect(encryptLibrary(folder, await newVault(passphrase, cheapKdf), { now })).rejects.toMatchObject({ code: 'invalid', where: join(folder, 'sources') })
      expect(await tree(folder)).toEqual(before)
    })
  })

  it('waits for nobody who writes, and can be stopped', async () => {
    await inFolder(async (folder) => {
      await filled(folder)
      const vault = await newVault(passphrase, cheapKdf)
      const open = await openLibrary(folder, options())
      await expect(encryptLibrary(folder, vault, { now })).rejects.toMatchObject({ code: 'read-only' })
      await open.close()
      const before = await tree(folder)
      const stop = new AbortController()
      await expect(encryptLibrary(folder, vault, { now, signal: stop.signal, progress: ({ step }) => step === 'verifying' && stop.abort() })).rejects.toThrow(/abort/i)
      expect(await tree(folder)).toEqual(before)
    })
  })

  it('replaces nothing when a copy does not read back as it should', async () => {
    await inFolder(async (folder) => {
      await filled(folder)
      const before = await tree(folder)
      let bent = 0
      const bending = (async (path: string, ...rest: []) => {
        const bytes = await realFiles.readFile(path, ...rest)
        if (!path.includes('converted') || !Buffer.isBuffer(bytes) || bytes.length < 100) return bytes
        bent += 1
        bytes[90] = (bytes[90] ?? 0) ^ 1
        return bytes
      }) as unknown as Files['readFile']
      await expect(encryptLibrary(folder, await newVault(passphrase, cheapKdf), { now, files: { ...realFiles, readFile: bending } })).rejects.toMatchObject({ code: 'corrupt' })
      expect(bent).toBeGreaterThan(0)
      expect(await tree(folder)).toEqual(before)
    })
  })
})

const every = amount('CONVERSION_STEP', 7)

for (const direction of ['encrypted', 'plain'] as const) {
  it(`a crash while a library becomes ${direction} leaves the old one or the new one, at every ${every}th call`, { timeout: 300_000 }, async () => {
    const vault = await newVault(passphrase, cheapKdf)
    const left: string[] = []
    let died = 0
    const attempt = (nth: number) =>
      inFolder(async (folder) => {
        await filled(folder)
        if (direction === 'plain') await encryptLibrary(folder, vault, { now })
        const disk = dyingDisk(nth)
        const work = direction === 'encrypted' ? encryptLibrary(folder, vault, { now, files: disk.files }) : decryptLibrary(folder, { passphrase }, { now, files: disk.files })
        await work.catch(() => undefined)
        if (disk.died) died += 1
        left.push(await survivor(folder, vault))
        return disk.died
      })
    let nth = 1
    while (await attempt(nth)) nth += every
    expect(died).toBe(left.length - 1)
    // First the old library, from one point on the new one.
    const old = direction === 'encrypted' ? 'plain' : 'encrypted'
    expect(left).toEqual([...left.filter((one) => one === old), ...left.filter((one) => one !== old)])
    expect(left.filter((one) => one === old).length).toBeGreaterThan(2)
    expect(left.at(-1)).toBe(direction)
    count({ what: `a crash while a library becomes ${direction}`, bar: 'old or new', runs: died, fired: died, corrupt: 0, lost: 0 })
  })
}
