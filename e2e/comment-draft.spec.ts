import { expect, test } from '@playwright/test'
import { valueOf } from './api.ts'
import { launch, type Launched } from './launch.ts'
import { sampleId } from './libraries.ts'
import { ReaderPage } from './pages/reader.ts'

const comment = 'Half a thought on why this matters'
let program: Launched
test.afterEach(() => program.quit())

async function begun(): Promise<ReaderPage> {
  program = await launch({ sample: true, language: 'en', size: { width: 1280, height: 800 } })
  const reader = new ReaderPage(program.page)
  await expect(reader.text).toBeVisible({ timeout: 30_000 })
  await reader.caretAtStart()
  await reader.press('w')
  await expect(reader.bar).toBeVisible()
  await reader.press('m')
  const field = program.page.getByRole('textbox', { name: 'Comment' })
  await expect(field).toBeFocused()
  await field.pressSequentially(comment)
  return reader
}

/** The comments of all marks, oldest mark first. */
const notes = async () => {
  const { incident } = await valueOf(program.page, 'incident:open', { id: sampleId })
  return Object.values(incident.annotations).toSorted((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? '')).map(({ note }) => note)
}
const strip = () => program.page.getByText(/unfinished/).filter({ hasText: comment })

test('a comment on words that are no mark yet is kept through a click elsewhere, and goes on where it was', async () => {
  const reader = await begun()
  const { page } = program
  const before = await notes()
  await reader.text.locator('p').nth(2).click()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveCount(0)
  await expect(strip()).toBeVisible()
  await page.getByRole('button', { name: 'Restore' }).click()
  const field = page.getByRole('textbox', { name: 'Comment' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(comment)
  await field.press('Enter')
  await expect(reader.currentCard()).toContainText(comment)
  expect(await notes()).toEqual([...before, comment])
  await expect(strip()).toHaveCount(0)
})

test('a comment is kept through Escape, is offered with the same words, and goes to a mark that they have become', async () => {
  const reader = await begun()
  const { page } = program
  await reader.press('Escape')
  await expect(strip()).toBeVisible()
  // The same words again: the field offers what was written there.
  await reader.press('m')
  const field = page.getByRole('textbox', { name: 'Comment' })
  await expect(reader.bar.getByRole('button', { name: 'Restore' })).toBeVisible()
  await expect(strip()).toHaveCount(0)
  await reader.bar.getByRole('button', { name: 'Restore' }).click()
  await expect(field).toHaveValue(comment)
  await field.focus()
  await reader.press('Escape', '1')
  await expect(reader.currentCard()).not.toContainText(comment)
  const before = await notes()
  // After a restart it is still there, and what it is about is a mark by now.
  const { library, userData } = program
  await program.quit()
  program = await launch({ library, userData, size: { width: 1280, height: 800 } })
  await expect(strip()).toBeVisible()
  await program.page.getByRole('button', { name: 'Restore' }).click()
  const again = new ReaderPage(program.page)
  await expect(again.list.getByRole('textbox', { name: 'Comment' })).toHaveValue(comment)
  await again.list.getByRole('textbox', { name: 'Comment' }).focus()
  await again.press('Control+Enter')
  await expect(again.currentCard()).toContainText(comment)
  // No second mark on the same words.
  expect((await notes()).length).toBe(before.length)
  await expect(strip()).toHaveCount(0)
})

test('a field that is opened before the bar has come stays open when it would come, and a comment taken back leaves nothing', async () => {
  program = await launch({ sample: true, language: 'en', size: { width: 1280, height: 800 } })
  const reader = new ReaderPage(program.page)
  await expect(reader.text).toBeVisible({ timeout: 30_000 })
  await reader.caretAtStart()
  await reader.press('w', 'm')
  const field = program.page.getByRole('textbox', { name: 'Comment' })
  await field.pressSequentially('quick', { delay: 120 })
  await expect(field).toHaveValue('quick')
  await field.fill('')
  await reader.press('Escape')
  await expect(field).toHaveCount(0)
  // Longer than drafts wait to be sent.
  await program.page.waitForTimeout(800)
  await expect(program.page.getByText(/unfinished/)).toHaveCount(0)
})
