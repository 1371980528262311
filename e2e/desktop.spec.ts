import { expect, test } from '@playwright/test'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Launched } from './launch.ts'

let program: Launched
test.afterEach(() => program.quit())

test('the native menu runs the commands of the window', async () => {
  program = await launch({ sample: true })
  const { page } = program
  await program.chooseMenu('view.language.cs')
  await expect(page.locator('html')).toHaveAttribute('lang', 'cs')
  await program.chooseMenu('view.theme.dark')
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
})

test('a second start on the same desk ends itself and leaves the first alone', async () => {
  program = await launch({ sample: true })
  await expect(launch({ library: program.library, userData: program.userData })).rejects.toThrow()
  expect(await program.page.evaluate(() => window.api.call('library:page', { offset: 0, limit: 10 }))).toMatchObject({ ok: true })
})

test('a library that another desk is writing to opens for reading only', async () => {
  program = await launch({ sample: true })
  const second = await launch({ library: program.library })
  try {
    expect(await second.page.evaluate(() => window.api.call('app:bootstrap', {}))).toMatchObject({ ok: true, value: { library: { readOnly: true } } })
    expect(await second.page.evaluate(() => window.api.call('incident:create', { title: 'x' }))).toMatchObject({ ok: false, error: { code: 'read-only' } })
  } finally {
    await second.quit()
  }
})

test('closing the window saves what was done and ends the program', async () => {
  program = await launch({ sample: true })
  const { page, library } = program
  const created = await page.evaluate(() => window.api.call('incident:create', { title: 'Before closing' }))
  expect(created).toMatchObject({ ok: true })
  await page.close()
  await program.ended
  expect((await readdir(library)).includes('library.lock')).toBe(false)
  program = await launch({ library, userData: program.userData })
  expect(JSON.stringify(await program.page.evaluate(() => window.api.call('library:page', { offset: 0, limit: 10 })))).toContain('Before closing')
})

test('exports go where the dialog says, tell nothing of this machine, and a cancelled one writes nothing', async () => {
  program = await launch({ sample: true })
  const folder = await mkdtemp(join(tmpdir(), 'kronika-export-'))
  const exported = async (format: 'pdf' | 'json' | 'svg', path: string | null) => {
    await program.answerDialog(path === null ? null : [path])
    return program.page.evaluate((wanted) => window.api.call('export:run', { id: 'sample-czech-mfa-apt31', format: wanted, options: { tlp: 'CLEAR', language: 'en' } }), format)
  }
  expect(await exported('pdf', null)).toEqual({ ok: true, value: { path: null, sha256: null } })
  expect(await exported('pdf', join(folder, 'a.pdf'))).toMatchObject({ ok: true, value: { path: join(folder, 'a.pdf'), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  for (const name of ['a.json', 'b.json']) await exported('json', join(folder, name))
  expect(await readFile(join(folder, 'a.json'))).toEqual(await readFile(join(folder, 'b.json')))
  const pdf = (await readFile(join(folder, 'a.pdf'))).toString('latin1')
  expect(pdf).toContain('/Creator (Kronika)')
  expect(pdf).not.toMatch(/Linux|HeadlessChrome/)
  expect(await readdir(folder)).toEqual(['a.json', 'a.pdf', 'b.json'])
})
