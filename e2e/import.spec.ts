import { expect, test } from '@playwright/test'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesIn, docxOf, mailOf, pdfOf, wordParagraph } from '../src/main/ingest/testing.ts'
import { findings } from './findings.ts'
import { launch, type Launched } from './launch.ts'
import { LibraryPage } from './pages/library.ts'
import { ReaderPage } from './pages/reader.ts'
import { ShellPage } from './pages/shell.ts'

let program: Launched
test.afterEach(() => program.quit())

test('a document of every kind comes in through one dialog, with its headings and pages, and a broken one says why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-import-'))
  const documents: [name: string, bytes: Buffer | string][] = [
    ['statement.pdf', pdfOf([[{ text: 'Statement of the Government', size: 18 }, '', 'The campaign began in 2022 and was carried out by a group that the'], ['authorities associate with a foreign service.', '', 'A second paragraph on page two.']], { Title: 'Statement in PDF' })],
    ['report.docx', docxOf(wordParagraph('Report of the committee', 'Heading1') + wordParagraph('The committee heard the services in June 2025.'))],
    ['mail.eml', mailOf(['From: Desk <desk@example.org>', 'To: a@example.org', 'Date: Wed, 28 May 2025 10:15:00 +0200', 'Subject: Summons of the ambassador', '', 'The ambassador was summoned today.'])],
    ['page.html', '<html lang="en"><head><title>Page of an agency</title></head><body><article><h1>Page of an agency</h1><p>The agency published a warning on 3 September 2025.</p></article></body></html>'],
    ['note.md', '# A note\n\nWritten by the desk.'],
    ['plain.txt', 'A plain text\n\nwith a second paragraph.'],
    ['broken.pdf', '%PDF-1.7\nno more'],
  ]
  const paths = documents.map(([name]) => join(folder, name))
  for (const [index, [, bytes]] of documents.entries()) await writeFile(paths[index] ?? '', bytes)
  program = await launch({ language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const shell = new ShellPage(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await program.answerDialog(paths)
  await shell.press('Control+o')
  await expect(shell.imports).toContainText('broken.pdf', { timeout: 60_000 })
  await expect(shell.imports).toContainText('6 imported · 1 refused')
  const article = page.getByRole('article')
  await expect(article).toContainText('carried out by a group that the authorities associate')
  await expect(article.getByRole('heading', { name: 'Statement of the Government' })).toBeVisible()
  // The paragraph that runs over the page break is one, and names both pages.
  await expect(article.locator('[data-page]')).not.toHaveCount(0)
  expect(await article.locator('[data-page]').evaluateAll((parts) => parts.map((part) => part.getAttribute('data-page')))).toContain('Pages 1–2')
  for (const [title, words] of [['Report of the committee', 'heard the services'], ['Summons of the ambassador', 'From: Desk'], ['Page of an agency', 'published a warning'], ['A note', 'Written by the desk'], ['A plain text', 'second paragraph']] as const) {
    await page.getByRole('navigation').or(page.locator('[data-pane="sources"]')).getByText(title, { exact: false }).first().click()
    await expect(article).toContainText(words)
  }
})

test('many files tell how far they are, stop at Escape, and keep what came in beside the results of the next import', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-many-'))
  const paths = Array.from({ length: 400 }, (_, index) => join(folder, `note ${String(index + 1).padStart(3, '0')}.md`))
  for (const [index, path] of paths.entries()) await writeFile(path, `# Note ${index + 1}\n\nWhat the desk wrote down on day ${index + 1}.`)
  program = await launch({ language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const shell = new ShellPage(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await program.answerDialog(paths)
  await shell.press('Control+o')
  const progress = shell.imports.getByRole('progressbar')
  await expect.poll(async () => Number(await progress.getAttribute('value')), { intervals: [50], timeout: 60_000 }).toBeGreaterThan(4)
  await expect(shell.imports.getByRole('status')).toHaveText(/^Importing \d+ of 400$/)
  // By keyboard into the pane, whose first stop is Cancel.
  await shell.imports.getByRole('button', { name: 'Cancel' }).focus()
  await shell.press('Escape')
  await expect(shell.imports.getByRole('status')).toHaveText(/^\d+ imported · \d+ not brought in$/, { timeout: 30_000 })
  const [imported = 0, cancelled = 0] = (await shell.imports.getByRole('status').innerText()).match(/\d+/g)?.map(Number) ?? []
  expect(imported).toBeGreaterThan(4)
  // The cancel fired in the middle: most of them were never read.
  expect(cancelled).toBeGreaterThan(100)
  expect(imported + cancelled).toBe(400)
  await expect(shell.imports).toContainText(`${cancelled - 3} more documents were not brought in.`)
  await expect(page.locator('[data-pane="sources"]').getByRole('option')).toHaveCount(imported)

  expect(await findings(page)).toEqual([])

  // One step a file, and a second import beside the first.
  await program.answerDialog([paths[399] ?? ''])
  await shell.press('Control+o')
  await expect(shell.imports.getByRole('status')).toHaveText(['1 imported', `${imported} imported · ${cancelled} not brought in`])
  await expect(page.locator('[data-pane="sources"]').getByRole('option')).toHaveCount(imported + 1)
  await shell.press('Control+z')
  await expect(page.locator('[data-pane="sources"]').getByRole('option')).toHaveCount(imported)
})

test('nothing is said before the dialog is answered, and what comes in does not take the window from where one has gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-away-'))
  const paths = Array.from({ length: 60 }, (_, index) => join(folder, `page ${index + 1}.html`))
  for (const [index, path] of paths.entries()) await writeFile(path, `<html><body><h1>Page ${index + 1}</h1><p>Words of page ${index + 1}.</p></body></html>`)
  program = await launch({ sample: true, language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const shell = new ShellPage(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Czech foreign ministry' })).toBeVisible()
  await shell.press('Alt+1')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await program.answerDialog(null)
  await shell.press('Control+o')
  await expect(shell.imports).toHaveCount(0)
  await program.answerDialog(paths)
  // Asked for, and gone on in the same moment, before main could answer.
  await page.evaluate(() => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', ctrlKey: true, bubbles: true }))
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '1', altKey: true, bubbles: true }))
  })
  await expect(shell.imports.getByRole('status')).toHaveText('60 imported', { timeout: 60_000 })
  await expect(new LibraryPage(page).showing).toBeVisible()
  await shell.imports.getByRole('button', { name: 'Open' }).first().press('Enter')
  await expect(page.getByRole('article')).toContainText('Words of page 1.')
})

test('what a document says about itself waits to be confirmed: one key, a form, all at once, and never the date of a file by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-proposed-'))
  const documents: [name: string, bytes: Buffer | string][] = [
    ['a statement.pdf', pdfOf([[{ text: 'Statement', size: 18 }, '', 'The campaign was carried out by a group that the services of the state have known for years.']], { Title: 'Statement of May', Author: 'Government', CreationDate: "D:20250528101500+02'00'" })],
    ['b page.html', '<html lang="en"><head><title>A warning</title><meta property="article:published_time" content="2025-09-03"></head><body><article><p>The agency published a warning.</p></article></body></html>'],
    ['c note.txt', 'Poznámka\n\nMinisterstvo uvedlo, že útok provedla skupina, která je podle služeb známá řadu let a kterou řídí cizí stát.'],
  ]
  const paths = documents.map(([name]) => join(folder, name))
  for (const [index, [, bytes]] of documents.entries()) await writeFile(paths[index] ?? '', bytes)
  program = await launch({ language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const shell = new ShellPage(page)
  const reader = new ReaderPage(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await program.answerDialog(paths)
  await shell.press('Control+o')
  await expect(shell.imports.getByRole('status')).toHaveText('3 imported', { timeout: 60_000 })
  const facts = page.getByLabel('Proposed by the document, not confirmed')
  await reader.openSource('Statement of May')
  await expect(facts).toContainText('Government')
  await expect(facts).toContainText('English (guessed from its words)')
  await expect(facts).not.toContainText('2025')
  await shell.press('F9')
  const strip = page.getByText('No date of publication is known. The file was made on 28 May 2025.')
  await expect(strip).toBeVisible()
  await shell.press('F9')
  await expect(strip).toHaveCount(0)
  await expect(page.getByRole('main', { name: 'Reader' }).locator('header').filter({ hasText: '28 May 2025' }).first()).toBeVisible()
  await shell.press('Control+z')
  await expect(strip).toBeVisible()

  await reader.openSource('A warning')
  await expect(facts).toContainText('3 Sep 2025')
  await shell.press('F4')
  const form = page.getByRole('form', { name: 'Facts of the source' })
  await expect(form.getByLabel('Title')).toBeFocused()
  expect(await findings(page)).toEqual([])
  await shell.press('Tab')
  await page.keyboard.type('The agency')
  await shell.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(reader.sources.getByRole('option', { selected: true })).toContainText('The agency')
  await expect(facts).toHaveCount(0)
  await expect(shell.undo).toHaveAccessibleName(/change facts of the source/)

  // Two of three wait again after two undos: all of them at once, which one undo takes back.
  await shell.press('Control+z')
  await expect(shell.undo).toHaveAccessibleName(/confirm what the document says/)
  await shell.press('Control+z')
  await expect(shell.undo).toHaveAccessibleName(/add source/)
  await shell.press('Shift+F9')
  await expect(shell.notices).toContainText('3 sources confirmed.')
  await expect(facts).toHaveCount(0)
  await shell.press('Control+z')
  await reader.openSource('Poznámka')
  await expect(facts).toContainText('Czech (guessed from its words)')
})

test('pages and texts of other encodings are read, say in which they were, and are refused where that is not clear', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-encodings-'))
  const words = 'Šéf diplomacie předvolal velvyslance; žádné vysvětlení však nepřišlo.'
  const documents: [name: string, bytes: Buffer][] = [
    ['stranka.html', bytesIn('windows-1250', `<!doctype html><html lang="cs"><head><meta charset="utf-8"><title>Velvyslanec předvolán</title></head><body><p>${words}</p></body></html>`)],
    ['notepad.txt', Buffer.from(`\ufeffZápis z jednání\r\n\r\n${words}\r\n`, 'utf16le')],
    ['short.txt', bytesIn('windows-1250', 'Příliš')],
  ]
  for (const [name, bytes] of documents) await writeFile(join(folder, name), bytes)
  program = await launch({ language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const [shell, reader] = [new ShellPage(page), new ReaderPage(page)]
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await program.answerDialog(documents.map(([name]) => join(folder, name)))
  await shell.press('Control+o')
  await expect(shell.imports).toContainText('2 imported · 1 refused', { timeout: 60_000 })
  await expect(shell.imports.getByRole('listitem').filter({ hasText: 'stranka.html' })).toContainText('windows-1250')
  await expect(shell.imports.getByRole('listitem').filter({ hasText: 'short.txt' })).toContainText('Refused: The file is not UTF-8, and it is not clear what else it is.')
  const facts = page.getByLabel('Proposed by the document, not confirmed')
  await reader.openSource('Velvyslanec předvolán')
  await expect(page.getByRole('article')).toContainText(words)
  await expect(facts).toContainText('windows-1250 (recognised by its characters; the document says utf-8)')
  expect(await findings(page)).toEqual([])
  await shell.press('F9')
  await expect(facts).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Frozen text/ })).toHaveAttribute('title', /Read as windows-1250/)
  await reader.openSource('Zápis z jednání')
  await expect(page.getByRole('article')).toContainText(words)
  await expect(facts).toContainText('UTF-16LE (by its byte order mark)')
})
