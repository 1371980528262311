import { expect, test } from '@playwright/test'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docxOf, mailOf, pdfOf, wordParagraph } from '../src/main/ingest/testing.ts'
import { launch, type Launched } from './launch.ts'
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
  await expect(shell.imports.getByText('Refused', { exact: false })).toHaveCount(1)
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
