import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Launched } from './launch.ts'
import { ReaderPage } from './pages/reader.ts'

// Our own words about public facts; the job must not need any file outside the project.
const article = `Council backs Prague

On 28 May 2025 the Czech government said that APT31 stood behind an intrusion into its foreign ministry.

The activity went on from 2022, the statement said. Kybernetický útok zasáhl jednu z neutajovaných sítí.
`

const hasPoppler = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

let program: Launched
test.afterEach(() => program.quit())

test('the whole job by keyboard alone: import, mark, tag, event, timeline, export, quit, start again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-job-'))
  const file = join(folder, 'council.txt')
  await writeFile(file, article)

  program = await launch({ language: 'en', size: { width: 1280, height: 800 } })
  const { library, userData } = program
  let { page } = program
  let reader = new ReaderPage(page)
  // The pointer never moves: any use of it would fail here.
  await page.evaluate(() => window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointer-used', ''), true))

  await test.step('import from the first-run choice', async () => {
    await expect(page.getByRole('main')).toBeVisible()
    await program.answerDialog([file])
    await page.keyboard.press('Control+o')
    await expect(reader.text).toContainText('APT31 stood behind')
  })

  await test.step('mark words and tag them', async () => {
    if (!(await reader.text.evaluate((text) => text === document.activeElement))) await reader.text.focus()
    await reader.caretAtStart()
    // Down to the paragraph that begins with the date, then a word further.
    const paragraph = () => page.evaluate(() => document.getSelection()?.focusNode?.textContent ?? '')
    for (let lines = 0; lines < 6 && !(await paragraph()).startsWith('On 28 May'); lines++) await reader.press('ArrowDown')
    await reader.press('Home', 'Control+ArrowRight')
    for (let words = 0; words < 3; words++) await reader.press('Control+Shift+ArrowRight')
    expect((await reader.selection()).trim()).toBe('28 May 2025')
    await expect(reader.bar).toBeVisible()
    await reader.press('4')
    await expect(reader.said).toContainText('Marked as Date')
    await reader.press('t')
    await page.keyboard.type('announcement')
    await reader.press('Enter')
    await expect(reader.currentCard()).toContainText('#announcement')
  })

  await test.step('make an event of it; the date is proposed from the words', async () => {
    await reader.press('e')
    await expect(reader.eventForm).toBeVisible()
    await expect(reader.eventForm).toContainText('2025-05-28')
    await page.keyboard.type('Government names APT31')
    await reader.press('Control+Enter')
    await expect(reader.eventForm).toBeHidden()
  })

  await test.step('see it on the timeline and go back to the words', async () => {
    await reader.press('Alt+4')
    const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Government names APT31' })
    await expect(row).toContainText('28 May 2025')
    // The pane of the table is reached by F6 like every other pane.
    for (let steps = 0; steps < 8 && !(await page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)); steps++) await reader.press('F6')
    await reader.press('Enter')
    await expect(reader.text).toBeVisible()
    await expect(reader.currentCard()).toContainText('28 May 2025')
    await reader.press('Alt+ArrowLeft')
    await expect(row).toBeVisible()
  })

  const pdf = join(folder, 'report.pdf')
  const json = join(folder, 'incident.json')
  await test.step('export PDF and JSON', async () => {
    await program.answerDialog([pdf])
    await reader.press('Control+e')
    await expect.poll(async () => (await readFile(pdf).catch(() => Buffer.alloc(0))).subarray(0, 5).toString(), { timeout: 30_000 }).toBe('%PDF-')
    await program.answerDialog([json])
    await reader.press('Control+Shift+e')
    await expect.poll(async () => readFile(json, 'utf8').catch(() => ''), { timeout: 15_000 }).toContain('"kronika-incident"')
    const { incident, texts } = JSON.parse(await readFile(json, 'utf8'))
    expect(Object.values(texts)).toEqual([article])
    const [event] = Object.values<{ date: { edtf: string; wording: string }; evidence: { annotationId: string }[] }>(incident.events)
    expect(event?.date).toEqual({ edtf: '2025-05-28', wording: '28 May 2025' })
    expect(incident.annotations[event?.evidence[0]?.annotationId ?? ''].anchor.exact).toBe('28 May 2025')
  })

  await test.step('the PDF carries its label on every page, tags and an outline', async () => {
    if (!hasPoppler) {
      test.info().annotations.push({ type: 'skipped step', description: 'poppler-utils is not installed: the PDF was not examined' })
      console.warn('SKIPPED: poppler-utils is not installed, so the exported PDF was not examined')
      return
    }
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
    expect(info).toMatch(/Tagged:\s+yes/)
    const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
    expect(pages).toBeGreaterThan(0)
    for (let number = 1; number <= pages; number++) {
      const text = execFileSync('pdftotext', ['-f', String(number), '-l', String(number), pdf, '-'], { encoding: 'utf8' })
      expect(text.match(/TLP:CLEAR/g)?.length ?? 0, `page ${number}`).toBeGreaterThanOrEqual(2)
    }
    expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toContain('Government names APT31')
  })

  await test.step('quit, start again, find everything as it was', async () => {
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-pointer-used'))).toBe(false)
    await program.quit()
    program = await launch({ library, userData, size: { width: 1280, height: 800 } })
    page = program.page
    reader = new ReaderPage(page)
    await expect(reader.text).toContainText('APT31 stood behind')
    await expect(reader.card('28 May 2025')).toContainText('#announcement')
    await expect(reader.card('28 May 2025')).toContainText('Event: Government names APT31')
    await page.keyboard.press('Control+z')
    await expect(reader.card('28 May 2025')).not.toContainText('Event: Government names APT31')
    await page.keyboard.press('Control+Shift+z')
    await expect(reader.card('28 May 2025')).toContainText('Event: Government names APT31')
  })
})
