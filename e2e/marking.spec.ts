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
  await expect(reader.text).toBeVisible({ timeout: 30_000 })
  await reader.openSource('What Prague said')
  await reader.caretAtStart()
  return reader
}

const findings = async () => (await new AxeBuilder({ page: program.page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

test('a whole marking job by keyboard alone: records, a relation, a translation, a span', async () => {
  test.slow()
  const reader = await atSample()
  const { page, press } = reader
  const form = (name: string) => page.getByRole('form', { name })
  const save = async (name: string) => {
    await press('Control+Enter')
    await expect(form(name)).toBeHidden()
    await expect(reader.text).toBeFocused()
  }

  await test.step('C makes an attribution of a mark of that type', async () => {
    await press('ArrowDown', 'ArrowDown', 's')
    await expect(reader.bar).toBeVisible()
    await press('6', 'c')
    await expect(form('New attribution')).toBeVisible()
    await page.keyboard.type('Trial ministry')
    await press('Tab', 'Control+a')
    await page.keyboard.type('Trial group')
    await save('New attribution')
    await expect(reader.currentCard()).toContainText('Trial ministry')
  })

  await test.step('C makes a claim of any other', async () => {
    await press('ArrowDown', 'ArrowDown', 'w')
    await expect(reader.bar).toBeVisible()
    await press('3', 'c')
    await expect(form('New claim')).toBeVisible()
    const question = form('New claim').getByRole('textbox', { name: 'What is claimed about' })
    if (!(await question.isVisible())) throw new Error('a new question must be the first choice')
    await question.focus()
    await page.keyboard.type('Was it a trial?')
    await save('New claim')
    await expect(reader.currentCard()).toContainText('Was it a trial?')
  })

  await test.step('N links an entity, Q quotes for a judgement', async () => {
    await press('n')
    await expect(form('Entity')).toBeVisible()
    await save('Entity')
    await expect(reader.currentCard()).toContainText('Entity:')
    await press('q')
    await expect(form('Quote for a judgement')).toBeVisible()
    const own = form('Quote for a judgement').getByRole('textbox', { name: 'Judgement in our own words' })
    if (await own.isVisible()) await page.keyboard.type('A trial judgement')
    await save('Quote for a judgement')
    await expect(reader.currentCard()).toContainText(/more|Judgement/)
  })

  await test.step('R relates it to the mark chosen before, L translates it', async () => {
    await press('r')
    await expect(form('Relate two marks')).toBeVisible()
    await press('c')
    await save('Relate two marks')
    await expect(reader.currentCard()).toContainText('contradicts')
    await press('l')
    await page.keyboard.type('náš pokus')
    await press('Tab', 'Control+a')
    await page.keyboard.type('cs')
    await save('Translation of the quote')
    await expect(reader.currentCard()).toContainText('our translation (cs)')
    await expect(reader.currentCard()).toContainText('náš pokus')
  })

  await test.step('Shift and arrows on the card move its edges; one undo takes all steps back', async () => {
    await press('Alt+Enter')
    await expect(reader.currentCard()).toBeFocused()
    const quote = reader.currentCard().locator('p').first()
    const before = await quote.innerText()
    await press('Shift+ArrowLeft')
    await press('Shift+ArrowLeft')
    await expect(quote).toHaveText(before.slice(0, -2))
    await press('Control+Shift+ArrowRight')
    await expect(quote).toHaveText(before.slice(1, -2))
    await expect.poll(() => reader.drawn(before.slice(1, -2))).toContain('activity')
    await press('Control+z', 'Control+z')
    await expect(quote).toHaveText(before)
    expect(await findings()).toEqual([])
  })
})

test('the codebook adds a type with its letter, a tag and a taxonomy, by keyboard, and they mark at once', async () => {
  test.slow()
  const reader = await atSample()
  const { page, press } = reader
  await press('Control+k')
  await page.keyboard.type('codebook')
  await expect(page.getByRole('option', { name: /^Codebook/ })).toBeVisible()
  await press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Codebook' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name in English' }).focus()
  await page.keyboard.type('Motive')
  await press('Tab')
  await page.keyboard.type('Motiv')
  await press('Tab', 'Tab')
  await page.keyboard.type('M')
  await press('Tab')
  await page.keyboard.type('e')
  await expect(dialog.getByRole('status')).toContainText('E already means “Event”')
  await press('Backspace')
  await page.keyboard.type('k')
  expect(await findings()).toEqual([])
  await press('Enter')
  await expect(dialog.getByRole('list', { name: 'Own types' })).toContainText('Motive')

  await dialog.getByRole('radio', { name: 'Tags', exact: true }).focus()
  await press('Space')
  await dialog.getByRole('textbox', { name: 'Tag' }).focus()
  await page.keyboard.type('espionage')
  await press('Enter')
  await expect(dialog.getByRole('list', { name: 'Own tags' })).toContainText('#espionage')
  await dialog.getByRole('radio', { name: 'Taxonomies' }).focus()
  await press('Space')
  await dialog.getByRole('checkbox', { name: /Admiralty scale/ }).focus()
  await press('Space')
  await expect(dialog.getByRole('checkbox', { name: /Admiralty scale/ })).toBeChecked()
  expect(await findings()).toEqual([])
  await press('Escape')
  await expect(dialog).toBeHidden()

  await reader.text.focus()
  await press('ArrowDown', 'ArrowDown', 'w')
  await expect(reader.bar).toBeVisible()
  await expect(reader.bar.getByRole('button', { name: 'Motive' })).toBeVisible()
  await press('k')
  await expect(reader.said).toContainText('Marked as Motive')
  await press('t')
  await page.keyboard.type('completely rel')
  await expect(page.getByRole('option', { name: /Completely reliable/ })).toBeVisible()
  await press('ArrowDown', 'Enter', 'Enter')
  await expect(reader.currentCard()).toContainText('#admiralty-scale:source-reliability="a"')
  await expect(reader.currentCard()).toContainText('Motive')
  await page.reload()
  await expect(reader.text).toBeVisible()
  await expect(reader.list.getByText('Motive').first()).toBeAttached()
})

test('letters can be changed, and one that is in use is refused', async () => {
  const reader = await atSample()
  const { page, press } = reader
  await press('F1')
  await page.getByRole('button', { name: 'Change letters…' }).focus()
  await press('Enter')
  const keys = page.getByRole('group', { name: 'Letters in the reader' })
  await keys.getByRole('textbox', { name: 'Event', exact: true }).focus()
  await press('t')
  await expect(keys.getByRole('status')).toContainText('T already means “Tags”')
  await press('y')
  await expect(keys.getByRole('textbox', { name: 'Event', exact: true })).toHaveValue('Y')
  await press('Escape')
  await reader.text.focus()
  await press('ArrowDown', 'ArrowDown', 'w')
  await expect(reader.bar).toBeVisible()
  await press('e')
  await expect(reader.eventForm).toBeHidden()
  await press('y')
  await expect(reader.eventForm).toBeVisible()
})
