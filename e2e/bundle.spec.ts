import { expect, test } from '@playwright/test'
import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Launched } from './launch.ts'
import { LibraryPage } from './pages/library.ts'
import { ShellPage } from './pages/shell.ts'

let program: Launched
test.afterEach(() => program.quit())

test('a case goes out as one file by keyboard and comes in elsewhere; a second one beside it only as a copy', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'kronika-bundle-')), 'case.kronika')
  program = await launch({ sample: true, language: 'en' })
  const { page } = program
  const shell = new ShellPage(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Czech foreign ministry' })).toBeVisible()
  await program.answerDialog([path])
  await shell.find('portable case with its history')
  await shell.press('Enter')
  await expect(shell.notices).toContainText(path)
  expect((await stat(path)).size).toBeGreaterThan(10_000)

  // The library has it, changed since: nothing is overwritten, and a copy is one key away.
  await page.evaluate(() => window.api.call('incident:apply', { id: 'sample-czech-mfa-apt31', command: { type: 'incident.rename', title: 'Mine now' } }))
  await program.answerDialog([path])
  await shell.press('Control+o')
  await expect(shell.imports).toContainText('There is already one with this id.')
  await shell.imports.getByRole('button', { name: 'Bring in as a copy' }).press('Enter')
  // The result is in, and with it the copy is open: then the list has it too.
  await expect(shell.imports).toContainText('1 imported')
  await expect(page.getByRole('heading', { level: 1, name: 'Czech foreign ministry' })).toBeVisible()
  await shell.press('Alt+1')
  const library = new LibraryPage(page)
  await expect(library.showing).toHaveText('Showing 26 of 26')
  await program.quit()

  program = await launch({ language: 'en' })
  await program.page.getByRole('heading', { level: 1 }).first().waitFor()
  await program.answerDialog([path])
  await program.page.keyboard.press('Control+o')
  await expect(program.page.getByRole('heading', { level: 1, name: 'Czech foreign ministry' })).toBeVisible()
})
