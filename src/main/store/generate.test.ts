import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generateLibrary, generatedId } from './generate.ts'
import { checkLibrary, openLibrary } from './index.ts'
import { inFolder, options } from './testing.ts'

it('a made-up library is sound, the same for the same seed, and opens as it was left', () =>
  inFolder(async (outer) => {
    const [one, two, other] = [join(outer, 'one'), join(outer, 'two'), join(outer, 'other')] as const
    await generateLibrary(one, 60, 7)
    await generateLibrary(two, 60, 7)
    await generateLibrary(other, 60, 8)
    expect(await checkLibrary(one)).toMatchObject({ problems: [], notes: [], counts: { incidents: 60, anchors: 1200 } })
    const bytesOf = async (folder: string) => Promise.all((await readdir(join(folder, 'incidents'))).toSorted().map((name) => readFile(join(folder, 'incidents', name), 'utf8')))
    expect(await bytesOf(one)).toEqual(await bytesOf(two))
    expect(await bytesOf(other)).not.toEqual(await bytesOf(one))
    const library = await openLibrary(one, options())
    expect(library.page(0, 1)).toMatchObject({ total: 60, incidents: [{ id: generatedId(59) }] })
    expect(JSON.stringify((await library.open(generatedId(3))).incident).length).toBeGreaterThan(18_000)
    await library.close()
  }))
