import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { launch, type Launched } from './launch.ts'
import { ReaderPage } from './pages/reader.ts'

const size = { width: 1440, height: 900 }
let program: Launched
test.afterEach(() => program.quit())

async function atSample(options: Parameters<typeof launch>[0] = {}): Promise<ReaderPage> {
  program = await launch({ sample: true, language: 'en', size, ...options })
  const reader = new ReaderPage(program.page)
  await expect(reader.text).toBeVisible()
  return reader
}

test('marks, tags, comments and makes an event by keyboard alone, and takes it back', async () => {
  const reader = await atSample()
  const { page, press } = reader
  await reader.openSource('What Prague said')
  await reader.caretAtStart()

  await test.step('words are selected with the caret and marked by a figure', async () => {
    await press('ArrowDown', 'ArrowDown', 'Home', 'Control+ArrowRight')
    await press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
    const words = (await reader.selection()).trim()
    expect(words.split(' ').length).toBeGreaterThanOrEqual(1)
    await expect(reader.bar).toBeVisible()
    await expect(reader.text).toBeFocused()
    await press('6')
    await expect(reader.said).toContainText('Marked as Attribution')
    await expect(reader.card(words).first()).toBeVisible()
    await expect.poll(() => reader.drawn(words)).toContain('attribution')
    await expect(reader.text).toBeFocused()
  })

  await test.step('T tags it, M comments on it', async () => {
    await press('t')
    await page.keyboard.type('trial-tag')
    await press('Enter')
    await expect(reader.currentCard()).toContainText('#trial-tag')
    await expect(reader.text).toBeFocused()
    await press('m')
    await page.keyboard.type('Look at the wording again')
    await press('Enter')
    await expect(reader.currentCard()).toContainText('Look at the wording again')
    await expect(reader.text).toBeFocused()
  })

  await test.step('E makes an event with a date and comes back to the text', async () => {
    await press('e')
    await expect(reader.eventForm).toBeVisible()
    await page.keyboard.type('Trial event')
    await press('Tab', 'Control+a')
    await page.keyboard.type('28 May 2025')
    await press('Control+Enter')
    await expect(reader.eventForm).toBeHidden()
    await expect(reader.text).toBeFocused()
    await expect(reader.currentCard()).toContainText('Event: Trial event')
  })

  await test.step('the list is reached, edited in place and left again', async () => {
    await press('Alt+Enter')
    await expect(reader.currentCard()).toBeFocused()
    await press('F2')
    await press('Tab')
    await page.keyboard.type(' More.')
    await press('Control+Enter')
    await expect(reader.currentCard()).toContainText('More.')
    await expect(reader.currentCard()).toBeFocused()
    await press('ArrowDown', 'Enter')
    await expect(reader.text).toBeFocused()
    await press('Alt+Enter', 'ArrowUp')
    await expect(reader.currentCard()).toContainText('#trial-tag')
  })

  await test.step('what rests on it is named before it is deleted, and undo brings all of it back', async () => {
    await press('Delete')
    await expect(reader.currentCard().getByRole('alert')).toContainText('Event: Trial event')
    await press('Tab', 'Enter')
    await expect(reader.list.getByText('#trial-tag')).toBeHidden()
    await press('Control+z')
    await expect(reader.list.getByText('#trial-tag')).toBeVisible()
    await expect(reader.list.getByText('Event: Trial event')).toBeVisible()
  })
})

test('says what a filter hides and shows a new mark again', async () => {
  const reader = await atSample()
  const { page, press } = reader
  await reader.openSource('What Prague said')
  await page.getByRole('button', { name: 'Filter' }).focus()
  await press('Enter')
  await page.getByRole('menuitemcheckbox', { name: /Place/ }).focus()
  await press('Enter', 'Escape')
  await expect(page.getByText(/^Showing \d+ of \d+/)).toBeVisible()
  await reader.caretAtStart()
  await press('ArrowDown', 'ArrowDown', 's')
  await expect(reader.bar).toBeVisible()
  await press('1')
  await expect(page.getByText('1 new item hidden')).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).focus()
  await press('Enter')
  await expect(page.getByText('1 new item hidden')).toBeHidden()
})

test('keeps figures and letters quiet where somebody writes', async () => {
  const reader = await atSample()
  const { page, press } = reader
  await reader.openSource('What Prague said')
  const marked = page.getByRole('button', { name: /^Accepted/ })
  const before = await marked.innerText()
  await reader.caretAtStart()
  await press('ArrowDown', 'ArrowDown', 'w')
  await expect(reader.bar).toBeVisible()
  await press('t')
  await page.keyboard.type('123')
  await press('Escape', 'Escape', 'Escape')
  expect(await reader.selection()).toBe('')
  expect(await marked.innerText()).toBe(before)
})

test('offers the choice where marks overlap and never writes into the text', async () => {
  const reader = await atSample()
  const { page, press } = reader
  await reader.openSource('What Prague said')
  const paragraphs = await reader.text.locator('p').count()
  const nodes = await reader.text.locator('p').evaluateAll((all) => all.every((p) => p.firstChild instanceof Text && [...p.childNodes].slice(1).every((node) => node instanceof SVGSVGElement)))
  expect(paragraphs).toBeGreaterThan(3)
  expect(nodes).toBe(true)
  const at = await reader.text.evaluate((article) => {
    const node = [...article.querySelectorAll('p')].find((p) => p.textContent?.includes('named APT31'))?.firstChild
    if (!(node instanceof Text)) throw new Error('the sample has no such words')
    const range = document.createRange()
    range.setStart(node, node.data.indexOf('APT31') + 1)
    range.setEnd(node, node.data.indexOf('APT31') + 3)
    const box = range.getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  })
  // What is only suggested would be offered as well.
  await press('F8')
  await page.mouse.click(at.x, at.y)
  const chooser = page.getByRole('group', { name: 'Marks here' })
  await expect(chooser.getByRole('button')).toHaveCount(2)
  await expect(chooser.getByRole('button').first()).toBeFocused()
  await press('ArrowDown', 'Enter')
  await expect(reader.text).toBeFocused()
  await expect(reader.currentCard()).toContainText('named APT31')
})

test('draws marks at their words, and takes them along when the pane is narrower and the letters larger', async () => {
  const reader = await atSample()
  const { page } = reader
  await reader.openSource('What Prague said')
  const atTheirWords = async () => {
    await expect.poll(async () => (await reader.shapes()).misplaced).toEqual([])
    expect((await reader.shapes()).all).toBeGreaterThan(10)
  }
  await atTheirWords()
  const width = () => reader.text.evaluate((article) => article.clientWidth)
  const before = await width()
  await page.setViewportSize({ width: 1024, height: 640 })
  await expect.poll(width).toBeLessThan(before)
  await atTheirWords()
  const letters = () => reader.text.locator('p').nth(1).evaluate((part) => Number.parseFloat(getComputedStyle(part).fontSize))
  const small = await letters()
  await page.getByRole('button', { name: 'Text size' }).click()
  await page.getByRole('button', { name: 'Larger' }).click()
  await page.getByRole('button', { name: 'Larger' }).click()
  await expect.poll(letters).toBe(small + 2)
  await atTheirWords()
})

for (const theme of ['light', 'dark'] as const) {
  test(`has no finding of axe, ${theme}`, async () => {
    const reader = await atSample({ theme })
    const { press } = reader
    const findings = async () => (await new AxeBuilder({ page: program.page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    await reader.openSource('What Prague said')
    await reader.caretAtStart()
    await press('ArrowDown', 'ArrowDown', 's')
    await expect(reader.bar).toBeVisible()
    expect(await findings()).toEqual([])
    await press('6', 'e')
    await expect(reader.eventForm).toBeVisible()
    expect(await findings()).toEqual([])
    await press('Escape', 'Alt+Enter', 'F2')
    expect(await findings()).toEqual([])
  })
}
