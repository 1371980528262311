import { expect, test } from '@playwright/test'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from './api.ts'
import { launch, type Launched } from './launch.ts'

let program: Launched
test.afterEach(() => program.quit())

test('every reference case opens, is read-only and exports as PDF, JSON and SVG', async () => {
  test.slow()
  const folder = await mkdtemp(join(tmpdir(), 'kronika-references-'))
  program = await launch()
  const { page } = program
  const ids = (await valueOf(page, 'app:bootstrap', {})).references.map(({ id }) => id)
  expect(ids).toHaveLength(24)
  for (const id of ids) {
    expect((await valueOf(page, 'incident:open', { id })).readOnly, id).toBe(true)
    for (const [format, head] of [['pdf', '%PDF-1.'], ['json', '{'], ['svg', '<']] as const) {
      const path = join(folder, `${id}.${format}`)
      await program.answerDialog([path])
      expect(await valueOf(page, 'export:run', { id, format, options: { tlp: 'CLEAR', language: 'cs' } }), `${id} ${format}`).toMatchObject({ path })
      expect((await readFile(path)).subarray(0, head.length).toString(), path).toBe(head)
    }
  }
})
