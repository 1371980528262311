import { expect, test } from '@playwright/test'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findings } from './findings.ts'
import { launch, type Launched } from './launch.ts'
import { LibraryPage } from './pages/library.ts'
import { ReaderPage } from './pages/reader.ts'
import { ShellPage } from './pages/shell.ts'

let program: Launched
test.afterEach(() => program.quit())

const first = `The portal of the harbour authority

The harbour authority of Port Elster said on Monday that somebody had copied letters from its server. It had found this out in the night.

The intruders came in through an account of a supplier, the authority said. They read the letters of four departments.

The police of the land are looking into the matter, and no ship was held up by the incident at any time.

Minister Vale is going to answer questions about the break-in on Thursday.
`
/** The edition of the evening: a paragraph put first, one sentence written anew, one taken out. */
const second = first
  .replace('The harbour authority of Port', 'This report was changed in the evening.\n\nThe harbour authority of Port')
  .replace('came in through an account of a supplier', 'came in through the old account of one supplier')
  .replace('The police of the land are looking into the matter, and no ship was held up by the incident at any time.\n\n', '')

const marks = ['copied letters from its server', 'came in through an account of a supplier', 'no ship was held up by the incident', 'Thursday']

test('a newer version takes over what is certain, shows the rest to be confirmed by keyboard, and loses no mark', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-carry-'))
  const [older, newer] = [join(folder, 'report.txt'), join(folder, 'report evening.txt')]
  await writeFile(older, first)
  await writeFile(newer, second)
  program = await launch({ language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const [shell, reader] = [new ShellPage(page), new ReaderPage(page)]
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await program.answerDialog([older])
  await shell.press('Control+o')
  await expect(reader.text).toContainText('copied letters')
  await shell.imports.getByRole('button', { name: 'Put these lines away' }).press('Enter')
  // What might be suggested is not counted here.
  await shell.press('F8')
  // The marks are made by the same commands that the keys run; marking by keyboard has a test of its own.
  await page.evaluate(async ({ text, wanted }) => {
    const opened = (await window.api.call('app:bootstrap', {})) as { value: { incidents: { id: string }[] } }
    const id = opened.value.incidents[0]?.id ?? ''
    const { value } = (await window.api.call('incident:open', { id })) as { value: { incident: { sources: Record<string, { id: string; text: { sha256: string } }> } } }
    const [source] = Object.values(value.incident.sources)
    for (const [index, exact] of wanted.entries()) {
      const start = text.indexOf(exact)
      const anchor = { textSha256: source?.text.sha256, start, end: start + exact.length, exact, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(start + exact.length, start + exact.length + 32) }
      await window.api.call('incident:apply', { id, command: { type: 'annotation.add', item: { id: `mark-${index}`, sourceId: source?.id, anchor, type: 'activity', tags: [], note: '', state: 'accepted', createdAt: '2026-11-24T10:00:00Z', createdBy: '' } } })
    }
  }, { text: first, wanted: marks })
  await expect(reader.list.getByRole('row')).toHaveCount(4)

  await program.answerDialog([newer])
  await shell.find('import a new version')
  await shell.press('Enter')
  const review = page.getByRole('listbox', { name: 'Marks of the version before' })
  await expect(page.getByText('2 marks taken over: their place is certain.')).toBeVisible()
  await expect(page.getByText('1 to confirm · 1 without a place')).toBeVisible()
  await expect(review.getByRole('option')).toHaveCount(2)
  await expect(reader.list.getByRole('row')).toHaveCount(2)
  const near = review.getByRole('option').filter({ hasText: 'came in through an account' })
  await expect(near).toContainText('% alike')
  await expect(near).toContainText('came in through the old account of one supplier')
  await expect(near).toBeFocused()
  await expect(reader.sources.getByRole('img', { name: '2 marks of the version before wait' })).toBeVisible()

  expect(await findings(page)).toEqual([])

  // Set aside, taken back, and confirmed.
  await shell.press('x')
  await expect(page.getByText('2 without a place')).toBeVisible()
  await shell.press('Control+z')
  await expect(page.getByText('1 to confirm · 1 without a place')).toBeVisible()
  await review.getByRole('option', { selected: true }).focus()
  await shell.press('Home')
  await expect(near).toBeFocused()
  await shell.press('Enter')
  await expect(review.getByRole('option')).toHaveCount(1)
  await expect(reader.list.getByRole('row')).toHaveCount(3)
  await expect(shell.undo).toHaveAccessibleName(/confirm the new place of a mark/)

  // The one whose words are gone is put on others: selected in the text, one key.
  const lost = review.getByRole('option')
  await expect(lost).toContainText('no place found')
  await expect(lost).toBeFocused()
  await shell.press('Escape')
  await expect(reader.text).toBeFocused()
  await reader.caretAtStart()
  await shell.press('Shift+End', 'Control+Enter')
  await expect(page.getByText('Every mark has its place.')).toBeVisible()
  await expect(reader.list.getByRole('row')).toHaveCount(4)
  await expect(shell.undo).toHaveAccessibleName(/put a mark on its new words/)

  await expect(reader.sources.getByRole('img', { name: /marks? of the version before/ })).toHaveCount(0)

  // Which marks were taken over, and where they stood, is known for good: the history has it.
  const taken = page.getByRole('region', { name: 'Marks of the version before' }).getByRole('group')
  const known = async () => {
    await expect(taken).toContainText('Taken over: 4')
    await expect(taken).toContainText('moved, same words')
    await expect(taken).toContainText(/% alike.*came in through the old account of one supplier/)
    await expect(taken).toContainText(/no ship was held up by the incident.*placed by hand/)
  }
  await known()
  await page.reload()
  await new LibraryPage(page).row('The portal of the harbour authority').dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toHaveCount(0)
  await shell.press('Alt+3')
  await page.getByRole('button', { name: 'Open it' }).press('Enter')
  await expect(reader.text).toContainText('changed in the evening')
  await expect(page.getByText('Every mark has its place.')).toBeVisible()
  await known()
  expect(await findings(page)).toEqual([])

  // The old version keeps nothing, says where the newer one is, and undo leads all the way back.
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter')
  await reader.openSource('The portal of the harbour authority')
  for (let step = 0; step < 3; step += 1) {
    const name = (await shell.undo.getAttribute('aria-label')) ?? ''
    await shell.press('Control+z')
    await expect(shell.undo).not.toHaveAccessibleName(name)
  }
  await expect.poll(() => page.evaluate(async () => {
    const { value } = (await window.api.call('app:bootstrap', {})) as { value: { incidents: { id: string }[] } }
    const opened = (await window.api.call('incident:open', { id: value.incidents[0]?.id ?? '' })) as { value: { incident: { sources: Record<string, { supersedes?: string }>; annotations: Record<string, { sourceId: string }> } } }
    const old = Object.keys(opened.value.incident.sources).find((id) => opened.value.incident.sources[id]?.supersedes === undefined)
    return Object.values(opened.value.incident.annotations).filter(({ sourceId }) => sourceId === old).length
  })).toBe(4)
})

test('a file that looks like a newer version is offered as one, and nothing happens before a person says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-offer-'))
  const [older, newer] = [join(folder, 'report.txt'), join(folder, 'report evening.txt')]
  await writeFile(older, first)
  await writeFile(newer, second)
  program = await launch({ language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const [shell, reader] = [new ShellPage(page), new ReaderPage(page)]
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await program.answerDialog([older])
  await shell.press('Control+o')
  await expect(shell.imports.getByRole('status')).toHaveText('1 imported')
  await expect(reader.text).toContainText('copied letters')
  await program.answerDialog([newer])
  await shell.press('Control+o')
  await expect(shell.imports.getByRole('status')).toHaveText(['1 imported', '1 imported'])
  await shell.imports.getByRole('button', { name: 'Open' }).first().press('Enter')
  await expect(reader.text).toContainText('changed in the evening')
  await expect(page.getByText(/^This looks like a newer version of “The portal of the harbour authority”/)).toBeVisible()
  await page.getByRole('button', { name: 'It is another document' }).press('Enter')
  await expect(shell.undo).toHaveAccessibleName(/keep it as a document of its own/)
  await expect(page.getByText(/^This looks like a newer version/)).toHaveCount(0)
  await shell.press('Control+z')
  await page.getByRole('button', { name: 'It is the newer version' }).press('Enter')
  await expect(shell.undo).toHaveAccessibleName(/make it the newer version/)
  await reader.openSource('The portal of the harbour authority')
  await expect(page.getByText(/There is a newer version of this source|Newer version of/)).toBeVisible()
})
