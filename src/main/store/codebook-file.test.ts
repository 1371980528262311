import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { emptyCodebook, type Codebook } from '#domain/codebook/index.ts'
import { openLibrary, setLibraryFileAside } from './index.ts'

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})
const options = { author: () => 'test', now: () => new Date('2025-05-28T10:00:00Z') }
async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'kronika-codebook-'))
  folders.push(made)
  return join(made, 'library')
}
const codebook: Codebook = { types: [{ id: 'own-motive', names: { en: 'Motive', cs: 'Motiv' }, ink: 'legal', glyph: 'M', key: 'k' }], tags: [{ tag: 'e-mail', parent: null, meaning: '' }], taxonomies: ['admiralty-scale'] }

it('comes back when library.json is lost, or damaged and set aside', async () => {
  const at = await folder()
  const library = await openLibrary(at, options)
  await library.codebook.write(codebook)
  await library.close()
  await rm(join(at, 'library.json'))
  const reader = await openLibrary(at, { ...options, readOnly: true })
  expect(await reader.codebook.read()).toEqual(codebook)
  const second = await openLibrary(at, options)
  expect(await second.codebook.read()).toEqual(codebook)
  const more: Codebook = { ...codebook, taxonomies: [] }
  await second.codebook.write(more)
  await second.close()
  await writeFile(join(at, 'library.json'), 'damaged')
  await expect(openLibrary(at, options)).rejects.toMatchObject({ code: 'corrupt' })
  await setLibraryFileAside(at, new Date())
  const third = await openLibrary(at, options)
  expect(await third.codebook.read()).toEqual(more)
  await third.close()
})

it('is empty at first, durable once written, and leaves the name of the library alone', async () => {
  const at = await folder()
  const library = await openLibrary(at, options)
  expect(await library.codebook.read()).toEqual(emptyCodebook())
  await library.codebook.write(codebook)
  await library.close()
  const again = await openLibrary(at, options)
  expect(await again.codebook.read()).toEqual(codebook)
  expect(again.name).toBe('library')
  await again.close()
})

it('keeps the last of several written at once', async () => {
  const library = await openLibrary(await folder(), options)
  await Promise.all(['a', 'b', 'c'].map((tag) => library.codebook.write({ ...codebook, tags: [{ tag, parent: null, meaning: '' }] })))
  expect((await library.codebook.read()).tags).toEqual([{ tag: 'c', parent: null, meaning: '' }])
  await library.close()
})

it('refuses what is no codebook, a reader, and a damaged file, and changes nothing', async () => {
  const at = await folder()
  const library = await openLibrary(at, options)
  await library.codebook.write(codebook)
  await expect(library.codebook.write({ ...codebook, tags: [{ tag: 'a', parent: 'nowhere', meaning: '' }] })).rejects.toMatchObject({ code: 'invalid' })
  const reader = await openLibrary(at, { ...options, readOnly: true })
  await expect(reader.codebook.write(codebook)).rejects.toMatchObject({ code: 'read-only' })
  expect(await reader.codebook.read()).toEqual(codebook)
  const path = join(at, 'library.json')
  const whole = await readFile(path, 'utf8')
  await writeFile(path, whole.replace('Motiv', 'Motyv'))
  await expect(library.codebook.write(emptyCodebook())).rejects.toMatchObject({ code: 'corrupt' })
  expect(await readFile(path, 'utf8')).toBe(whole.replace('Motiv', 'Motyv'))
  await library.close()
})
