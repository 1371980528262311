import { expect, test } from '@playwright/test'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Launched } from './launch.ts'

let program: Launched
test.afterEach(() => program.quit())

test('every reference case opens, is read-only and exports as PDF, JSON and SVG', async () => {
  test.slow()
  const folder = await mkdtemp(join(tmpdir(), 'kronika-references-'))
  program = await launch()
  const { page } = program
  const ids: string[] = await page.evaluate(async () => {
    const result = (await window.api.call('library:list', {})) as { value: { references: { id: string }[] } }
    return result.value.references.map(({ id }) => id)
  })
  expect(ids).toHaveLength(24)
  for (const id of ids) {
    const opened = await page.evaluate((wanted) => window.api.call('incident:open', { id: wanted }) as Promise<{ value: { readOnly: boolean } }>, id)
    expect(opened.value.readOnly, id).toBe(true)
    for (const [format, head] of [['pdf', '%PDF-1.'], ['json', '{'], ['svg', '<']] as const) {
      const path = join(folder, `${id}.${format}`)
      await program.answerDialog([path])
      const answer = await page.evaluate((input) => window.api.call('export:run', input), { id, format, options: { tlp: 'CLEAR', language: 'cs' } })
      expect(answer, `${id} ${format}`).toMatchObject({ ok: true, value: { path } })
      expect((await readFile(path)).subarray(0, head.length).toString(), path).toBe(head)
    }
  }
})
