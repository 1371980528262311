import { expect, test } from '@playwright/test'
import { launch, type Launched } from './launch.ts'
import { LibraryPage } from './pages/library.ts'
import { ShellPage } from './pages/shell.ts'

let program: Launched
let library: LibraryPage
let shell: ShellPage

test.beforeEach(async () => {
  program = await launch({ sample: true, language: 'en', theme: 'light', size: { width: 1440, height: 900 } })
  library = new LibraryPage(program.page)
  shell = new ShellPage(program.page)
  await expect(program.page.getByRole('heading', { level: 1, name: 'Czech foreign ministry' })).toBeVisible()
  await shell.press('Alt+1')
  await expect(library.grid).toBeVisible()
})
test.afterEach(() => program.quit())

test('filters by text without diacritics and by facets, and clears with Escape', async () => {
  await expect(library.showing).toHaveText('Showing 25 of 25')
  await shell.press('/')
  await expect(library.filter).toBeFocused()
  await program.page.keyboard.type('bundestag')
  await expect(library.showing).toHaveText('Showing 1 of 25')
  await library.facet('Sponsor state', 'China').check()
  await expect(program.page.getByRole('heading', { name: 'No incident matches these 2 filters.' })).toBeVisible()
  await program.page.getByRole('button', { name: 'Remove “bundestag”' }).click()
  await expect(library.showing).toHaveText('Showing 14 of 25')
  await shell.press('Escape')
  await expect(library.showing).toHaveText('Showing 25 of 25')
})

test('moves by arrows, shows what is selected and opens it with Enter', async () => {
  await library.selected().focus()
  await shell.press('End')
  await expect(library.selected()).toContainText('US Democratic Party')
  await expect(library.preview.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(library.preview.getByText('GRU')).toBeVisible()
  await shell.press('Enter')
  await expect(program.page.getByRole('contentinfo')).toContainText('Reference case, read-only')
})

test('sorts by a column, unattributed cases last either way', async () => {
  const head = library.grid.getByRole('columnheader', { name: 'Title' })
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(library.grid.getByRole('row').nth(4)).toContainText('Belgian ministries')
})

test('deletes an own incident only after asking, and never a reference case', async () => {
  await library.row('Belgian ministries').click()
  await shell.press('Delete')
  await expect(program.page.getByRole('alertdialog')).toBeHidden()
  await library.row('Czech foreign ministry').first().click()
  await shell.press('Delete')
  const question = program.page.getByRole('alertdialog', { name: /Delete “Czech foreign ministry”/ })
  await expect(question).toBeVisible()
  await shell.press('Escape')
  await expect(library.showing).toHaveText('Showing 25 of 25')
  await shell.press('Delete')
  await question.getByRole('button', { name: 'Delete incident' }).click()
  await expect(library.showing).toHaveText('Showing 24 of 24')
})
