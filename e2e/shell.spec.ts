import { expect, test } from '@playwright/test'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedCommands } from '../src/contract/commands.ts'
import { launch, type Launched } from './launch.ts'
import { OverviewPage } from './pages/overview.ts'
import { ReportPage } from './pages/report.ts'
import { ShellPage } from './pages/shell.ts'

let program: Launched
let shell: ShellPage
test.afterEach(() => program.quit())

async function start(sample: boolean, language: 'en' | 'cs' = 'en') {
  program = await launch({ sample, language, theme: 'light', size: { width: 1440, height: 900 } })
  shell = new ShellPage(program.page)
  await expect(program.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
}

test('the first choice works by its number keys and speaks both languages', async () => {
  await start(false)
  await program.page.getByRole('radio', { name: 'Čeština' }).check()
  await expect(program.page.getByRole('button', { name: /Otevřít ukázkový incident/ })).toBeVisible()
  await shell.press('1')
  await expect(program.page.getByRole('heading', { level: 1, name: 'Czech foreign ministry' })).toBeVisible()
  await expect(program.page.getByRole('button', { name: /^Časová osa/ })).toBeVisible()
})

test('a new incident asks for its title on its own page', async () => {
  await start(false)
  await shell.press('2')
  const overview = new OverviewPage(program.page)
  await expect(overview.title).toBeFocused()
  await overview.title.fill('Intrusion at the registry')
  await shell.press('Control+Enter')
  await expect(program.page.getByRole('heading', { level: 1, name: 'Intrusion at the registry' })).toBeVisible()
  await expect(shell.undo).toHaveAttribute('title', 'Undo: change incident')
})

test('the palette finds without diacritics and runs with Enter', async () => {
  await start(true)
  await shell.find('vypuzeni')
  await shell.press('Escape')
  await shell.find('>export pdf')
  await expect(shell.found.first()).toContainText('Export PDF')
  await shell.press('Escape')
  await shell.find('nukib')
  await expect(shell.found.locator('mark').first()).toHaveText('NÚKIB')
  await shell.press('Escape')
  await shell.find('@apt31')
  await shell.press('Enter')
  await expect(program.page.locator(':focus')).toContainText('APT31')
})

test('the sheet of keys shows every shared command that has one', async () => {
  await start(true)
  await shell.press('F1')
  for (const { titles, accelerator } of sharedCommands) if (accelerator) await expect(shell.help.getByText(titles.en, { exact: true }).first()).toBeAttached()
  await shell.press('Escape')
  await expect(shell.help).toBeHidden()
})

test('single-letter keys can be switched off', async () => {
  await start(true)
  await shell.press('Alt+1', '?')
  await expect(shell.help).toBeVisible()
  await shell.help.getByRole('checkbox').uncheck()
  await shell.press('Escape')
  await expect(shell.help).toBeHidden()
  await shell.press('?')
  await expect(shell.help).toBeHidden()
})

test('dropped files start an incident; what was refused says why', async () => {
  await start(false)
  await shell.drop([
    { name: 'note.txt', text: 'On 28 May 2025 the government named APT31.', type: 'text/plain' },
    { name: 'empty.txt', text: '', type: 'text/plain' },
  ])
  await expect(shell.imports).toContainText('note.txt')
  await expect(shell.imports).toContainText('Refused: The file is empty.')
  await expect(program.page.getByRole('article')).toContainText('named APT31')
})

test('an attribution is added, undone by name and listed with what rests on it when it goes', async () => {
  await start(true)
  await shell.press('Alt+2')
  const overview = new OverviewPage(program.page)
  await overview.attributions.getByRole('button', { name: 'New attribution' }).click()
  await overview.form.getByLabel('Who').fill('Republic of Testland')
  await overview.form.getByLabel('Holds responsible 1').fill('APT31')
  await overview.form.getByRole('textbox', { name: 'Date' }).fill('around June 2025')
  await expect(overview.form.getByText('2025-06~')).toBeVisible()
  await shell.press('Control+Enter')
  await expect(overview.attributions).toContainText('Republic of Testland')
  await expect(shell.undo).toHaveAttribute('title', 'Undo: add attribution')
  await shell.undo.click()
  await expect(overview.attributions).not.toContainText('Republic of Testland')
  await overview.attributions.getByRole('button', { name: /^Delete: Government/ }).click()
  await expect(shell.notices.getByRole('list', { name: 'What rests on it' })).toContainText('Response: Embassy of China in Prague')
  await shell.notices.getByRole('button', { name: 'Delete together' }).click()
  await expect(overview.attributions).not.toContainText('Government of the Czech Republic')
  await shell.undo.click()
  await expect(overview.attributions).toContainText('Government of the Czech Republic')
})

test('the report shows its pages and tells where the file went', async () => {
  await start(true)
  const report = new ReportPage(program.page)
  await shell.press('Alt+5')
  await expect(report.pages.getByRole('heading', { level: 1 })).toBeVisible()
  const path = join(await mkdtemp(join(tmpdir(), 'kronika-report-')), 'report.json')
  await program.answerDialog([path])
  await shell.press('Control+Shift+e')
  await expect(shell.notices).toContainText('SHA-256')
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'kronika-incident' })
})
