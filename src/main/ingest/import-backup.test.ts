import { expect, it } from 'vitest'
import { openLibrary } from '../store/index.ts'
import { inFolder, makeIncident, options, rename, texts } from '../store/testing.ts'
import { importSupplied } from './index.ts'

const supplied = (...names: string[]) => names.map((name) => ({ name, bytes: Buffer.from(`What ${name} says about the ministry.\n`) }))
const now = () => new Date('2025-06-01T08:00:00.000Z')

it('an incident is backed up before many documents come into it at once, and not for a single one', () =>
  inFolder(async (folder) => {
    const library = await openLibrary(folder, options())
    await library.create(makeIncident('one'), texts)
    await library.apply('one', rename('Before'))
    await importSupplied(library, { incidentId: 'one', now }, supplied('a.txt'))
    expect(await library.backups()).toEqual([])
    await importSupplied(library, { incidentId: 'one', now }, supplied('b.txt', 'c.txt'))
    expect(await library.backups()).toMatchObject([{ id: 'one', revision: 3, reason: 'import', problem: null }])
    expect((await library.open('one')).sequence).toBe(4)
    // All of them known already: nothing to change, nothing to back up.
    await importSupplied(library, { incidentId: 'one', now }, supplied('b.txt', 'c.txt'))
    expect(await library.backups()).toHaveLength(1)
    await library.close()
  }))
