import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fingerprint, workshop, type Workshop } from './testing.ts'

// Every bundle is read in a thread of its own, which takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let desk: Workshop
beforeEach(async () => {
  desk = await workshop()
})
afterEach(() => desk.remove())

async function imported(): Promise<string> {
  await writeFile(join(desk.folder, 'statement.txt'), 'The ministry said on 28 May 2025 that its mail had been read.\n')
  const { data } = await desk.kronika(['import', 'statement.txt', '--title', 'First', '--json'])
  return (data as { incidentId: string }).incidentId
}
const renamed = (id: string, title: string) => desk.kronika(['apply', id, '--command', '-'], `${JSON.stringify({ type: 'incident.rename', title })}\n`)

it('backups are made, listed, and brought back only when it is said what that gives up', async () => {
  const id = await imported()
  // The import made one when it closed the library, so there is nothing newer to back up.
  expect(await desk.kronika(['backup', 'make', '--json'])).toMatchObject({ code: 0, data: { made: [], failed: [] } })
  await renamed(id, 'Second')
  await renamed(id, 'Third')
  const list = await desk.kronika(['backup', 'list', id, '--json'])
  expect(list.code).toBe(0)
  const [newest] = list.data as { name: string; revision: number }[]
  const before = await fingerprint(join(desk.library, 'incidents'))
  const refused = await desk.kronika(['backup', 'restore', id, 'r1-not-there', '--json'])
  expect(refused).toMatchObject({ code: 1, error: { code: 'not-found' } })
  const oldest = (list.data as { name: string; revision: number }[]).find(({ revision }) => revision === 1)?.name ?? ''
  expect(await desk.kronika(['backup', 'restore', id, oldest, '--json'])).toMatchObject({ code: 1, error: { code: 'would-lose', message: expect.stringContaining('2 later revisions') as string } })
  expect(await fingerprint(join(desk.library, 'incidents'))).toEqual(before)
  expect(await desk.kronika(['backup', 'restore', id, oldest, '--yes', '--json'])).toMatchObject({ code: 0, data: { restored: 1, sequence: 4 } })
  expect(await desk.kronika(['show', id, '--json'])).toMatchObject({ data: { title: 'First' } })
  expect(newest?.revision).toBeGreaterThanOrEqual(1)
  // A damaged history is replaced by the newest sound backup, and its bytes are kept.
  await writeFile(join(desk.library, 'incidents', `${id}.history.jsonl`), 'damaged\n')
  expect(await desk.kronika(['check'])).toMatchObject({ code: 1 })
  expect(await desk.kronika(['backup', 'restore', id, 'newest', '--json'])).toMatchObject({ code: 1, error: { code: 'would-lose' } })
  expect(await desk.kronika(['backup', 'restore', id, 'newest', '--yes', '--json'])).toMatchObject({ code: 0 })
  expect(await desk.kronika(['check'])).toMatchObject({ code: 0 })
  expect(Object.keys((await fingerprint(join(desk.library, 'quarantine'))) ?? {}).length).toBeGreaterThan(0)
})

it('what belongs to a library that is not there makes none in its place', async () => {
  const away = join(desk.folder, 'unplugged')
  const there = ['--library', away, '--json']
  const title = '{"type":"incident.rename","title":"Lost"}\n'
  await writeFile(join(desk.folder, 'more.txt'), 'More.\n')
  for (const args of [['apply', 'one', '--command', '-'], ['backup', 'make'], ['backup', 'restore', 'one', 'newest'], ['import', 'more.txt', '--incident', 'one']]) {
    expect(await desk.kronika([...args, ...there], title)).toMatchObject({ code: 1, error: { code: 'missing' } })
    expect(await fingerprint(away)).toBeNull()
  }
})

it('a bundle goes out and comes in elsewhere; a second time only as a copy', async () => {
  const id = await imported()
  await renamed(id, 'Second')
  expect(await desk.kronika(['bundle', 'export', id, '--out', 'case.kronika', '--with-history', '--json'])).toMatchObject({ code: 0, data: { originals: 1, missingOriginals: 0, revisions: 2 } })
  expect(await desk.kronika(['bundle', 'export', 'cz-mfa-apt31-2022', '--out', 'reference.kronika'])).toMatchObject({ code: 0 })
  const away = ['--library', join(desk.folder, 'away')]
  expect(await desk.kronika(['bundle', 'import', 'case.kronika', '--json', ...away])).toMatchObject({ code: 0, data: { outcome: 'imported', incidentId: id } })
  expect(await desk.kronika(['show', id, ...away])).toMatchObject({ out: expect.stringContaining('revision 2') as string })
  expect(await desk.kronika(['bundle', 'import', 'case.kronika', '--json', ...away])).toMatchObject({ code: 0, data: { outcome: 'duplicate' } })
  await desk.kronika(['apply', id, '--command', '-', ...away], '{"type":"incident.rename","title":"Mine"}\n')
  const before = await fingerprint(join(desk.folder, 'away'))
  expect(await desk.kronika(['bundle', 'import', 'case.kronika', '--json', ...away])).toMatchObject({ code: 1, error: { code: 'exists' } })
  expect(await fingerprint(join(desk.folder, 'away'))).toEqual(before)
  expect(await desk.kronika(['bundle', 'import', 'case.kronika', '--as-copy', '--json', ...away])).toMatchObject({ code: 0, data: { outcome: 'imported' } })
  expect((await desk.kronika(['list', '--json', ...away])).data).toHaveLength(2)
  const bytes = await readFile(join(desk.folder, 'case.kronika'))
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
  await writeFile(join(desk.folder, 'damaged.kronika'), bytes)
  const kept = await fingerprint(join(desk.folder, 'away'))
  expect(await desk.kronika(['bundle', 'import', 'damaged.kronika', '--json', ...away])).toMatchObject({ code: 1 })
  expect(await fingerprint(join(desk.folder, 'away'))).toEqual(kept)
})

it('generates the same invented library for the same seed, and never among other files', async () => {
  for (const name of ['a', 'b']) expect(await desk.kronika(['generate', '--incidents', '30', '--seed', '7', '--library', join(desk.folder, name), '--json'])).toMatchObject({ code: 0, data: { incidents: 30, seed: 7 } })
  const incidents = async (name: string) => (await desk.kronika(['list', '--json', '--library', join(desk.folder, name)])).data
  expect(await incidents('a')).toHaveLength(30)
  expect(await incidents('a')).toEqual(await incidents('b'))
  expect(await desk.kronika(['check', '--library', join(desk.folder, 'a')])).toMatchObject({ code: 0 })
  expect(await desk.kronika(['generate', '--incidents', '3', '--library', join(desk.folder, 'a'), '--json'])).toMatchObject({ code: 1, error: { code: 'exists' } })
  expect(await desk.kronika(['generate', '--incidents', '3'])).toMatchObject({ code: 2 })
  expect(await desk.kronika(['generate', '--incidents', 'many', '--library', join(desk.folder, 'c')])).toMatchObject({ code: 2 })
})
