import { expect, test } from '@playwright/test'
import { findings } from './findings.ts'
import { launch, type Launched } from './launch.ts'
import { TimelinePeriodsPage } from './pages/timeline-periods.ts'

let program: Launched
test.afterEach(() => program.quit())

async function atSample(options: Parameters<typeof launch>[0] = {}): Promise<TimelinePeriodsPage> {
  program = await launch({ sample: true, language: 'en', size: { width: 1440, height: 900 }, ...options })
  const timeline = new TimelinePeriodsPage(program.page)
  await timeline.open()
  return timeline
}
const utc = (text: string) => Date.parse(text)

test('names, edits, filters by and deletes a period by keyboard alone, and takes each step back', async () => {
  const timeline = await atSample()
  const { page, press, pane, strip, list } = timeline
  await timeline.canvas.focus()
  await press('Shift+P')
  await expect(pane.getByRole('heading', { name: 'Name a period' })).toBeVisible()
  // A name is needed; the date is read back while it is written.
  await press('Control+Enter')
  await expect(pane.getByRole('alert')).toHaveText('A name is needed.')
  await page.keyboard.type('Czech Presidency')
  await press('Tab')
  await page.keyboard.type('July 2022 – December 2022')
  await expect(pane.getByText('2022-07/2022-12')).toBeVisible()
  await press('Control+Enter')
  await expect.poll(timeline.stored).toMatchObject([{ title: 'Czech Presidency', date: { edtf: '2022-07/2022-12', wording: null }, ink: null, evidence: [] }])
  await expect(strip.getByRole('button')).toHaveCount(1)
  await expect(pane.getByText('Named by the desk')).toBeVisible()

  await timeline.add({ id: 'wave-1', title: 'Wave 1' }, '2021-03-01/2021-09-30')
  await timeline.name('Czech Presidency').focus()
  await press('ArrowLeft')
  await expect(timeline.name('Wave 1')).toBeFocused()
  await press('Enter')
  await expect(pane.getByRole('heading', { name: 'Edit period' })).toBeVisible()
  await expect(pane.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await press('Control+a')
  await page.keyboard.type('Campaign, wave 1')
  await press('Control+Enter')
  await expect.poll(async () => (await timeline.stored()).map(({ title }) => title).toSorted()).toEqual(['Campaign, wave 1', 'Czech Presidency'])

  await timeline.canvas.focus()
  await press('p')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem').nth(1)).toContainText('Jul – Dec 2022')
  await list.getByRole('button', { name: 'Show only what lies within Czech Presidency' }).press('Enter')
  await expect(page.getByRole('button', { name: /^Period Jul 2022 – Dec 2022/ })).toBeVisible()
  const shown = await timeline.rowCount()
  expect(shown).toBeLessThan(26)
  await expect(timeline.row('Czech presidency of the Council')).toHaveCount(1)

  await timeline.name('Campaign, wave 1').focus()
  await press('Delete')
  await expect(strip.getByRole('button')).toHaveCount(1)
  await expect(timeline.notices).toContainText('Deleted: Campaign, wave 1')
  await press('Control+z')
  await expect(strip.getByRole('button')).toHaveCount(2)
  // Rename, the other window's addition, the first naming: all of them come off, and nothing is left behind.
  await press('Control+z', 'Control+z', 'Control+z')
  await expect.poll(async () => Object.hasOwn(await timeline.incident(), 'periods')).toBe(false)
  await expect(strip).toHaveCount(0)
  await expect(timeline.bands).toHaveCount(0)
})

test('names the window and the filtered period with the mouse, no more exactly than they are known', async () => {
  const timeline = await atSample()
  const { page, pane, list } = timeline
  await page.getByRole('button', { name: /^Periods/ }).click()
  await expect(list).toContainText('No period is named yet.')
  const { from, to } = await timeline.window()
  await list.getByRole('button', { name: /^Name the window shown/ }).click()
  const months = [from, to].map((ms) => new Date(ms).toISOString().slice(0, 7)).join('/')
  await expect(pane.getByText(months)).toBeVisible()
  await timeline.fill('What we look at', null)
  await expect.poll(timeline.stored).toMatchObject([{ title: 'What we look at', date: { edtf: months } }])

  await timeline.period({ from: '2022', to: 'květen 2023' })
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('dialog', { name: 'Filters' }).getByRole('button', { name: 'Name this period…' }).click()
  await expect(pane.getByText('2022/2023-05')).toBeVisible()
  await pane.getByRole('radio', { name: 'Blue' }).check({ force: true })
  await pane.getByRole('textbox', { name: 'Name', exact: true }).click()
  await timeline.fill('The quiet year', null)
  await expect.poll(async () => (await timeline.stored()).find(({ title }) => title === 'The quiet year')).toMatchObject({ date: { edtf: '2022/2023-05' }, ink: 'victim' })

  await timeline.name('The quiet year').click()
  await expect(pane.getByRole('heading', { name: 'The quiet year' })).toBeVisible()
  await pane.getByRole('button', { name: 'Delete' }).click()
  await expect(timeline.name('The quiet year')).toHaveCount(0)
  await timeline.notices.getByRole('button', { name: 'Undo' }).click()
  await expect(timeline.name('The quiet year')).toBeVisible()
  await timeline.name('The quiet year').dblclick()
  await expect(pane.getByRole('heading', { name: 'Edit period' })).toBeVisible()
})

test('draws bands where days are surely within, where limits lie and where none is stated, in step with their names', async () => {
  const timeline = await atSample()
  await timeline.add({ id: 'a', title: 'Exact' }, '2021-02-01/2021-06-30')
  await timeline.add({ id: 'b', title: 'In months' }, '2022-07/2022-12')
  await timeline.add({ id: 'c', title: 'Goes on' }, '2024-01-01/..')
  await timeline.settled()
  const bands = await timeline.bandEdges()
  expect(bands.map(({ kind }) => kind)).toEqual(['core', 'margin', 'core', 'margin', 'core', 'fade-end'])
  const { from, to } = await timeline.window()
  const canvas = (await timeline.page.locator('.vis-panel.vis-center').boundingBox())!
  const x = (text: string) => canvas.x + ((utc(text) - from) / (to - from)) * canvas.width
  for (const [at, [left, right]] of [['2021-02-01', '2021-07-01'], ['2022-07-01', '2022-08-01'], ['2022-08-01', '2022-12-01'], ['2022-12-01', '2023-01-01']].entries()) {
    expect(Math.abs(bands[at]!.left - x(left!))).toBeLessThan(2)
    expect(Math.abs(bands[at]!.right - x(right!))).toBeLessThan(2)
  }
  const bars = await timeline.barEdges()
  for (const [at, bar] of bars.slice(0, 4).entries()) expect(Math.abs(bar.left - bands[at]!.left)).toBeLessThan(2.5)

  // A name whose band began before the window sticks to its edge.
  await timeline.name('In months').focus()
  await timeline.press('+', '+', '+', '+', '+', '+')
  await timeline.settled()
  const track = (await timeline.strip.locator('[class*=track]').boundingBox())!
  for (let pans = 0; pans < 30 && (await timeline.bandEdges()).filter(({ kind }) => kind === 'margin')[0]!.left > track.x - 40; pans++) await timeline.page.getByRole('img').first().press('ArrowRight')
  await timeline.settled()
  const label = (await timeline.name('In months').boundingBox())!
  expect(Math.abs(label.x - track.x)).toBeLessThan(3)
})

test('puts the bands out of sight from the menu of the rows, and stacks names that overlap', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  for (const at of [1, 2, 3]) await timeline.add({ id: `p${at}`, title: `Overlapping ${at}` }, '2022/2023')
  const tops = await timeline.strip.getByRole('button').evaluateAll((names) => names.map((name) => name.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(3)
  await timeline.canvas.focus()
  await press('l')
  const menu = page.getByRole('dialog', { name: 'Lanes' })
  await menu.getByRole('checkbox', { name: 'Named periods' }).press('Space')
  await press('Escape')
  await expect(timeline.strip).toHaveCount(0)
  await expect(timeline.bands).toHaveCount(0)
  await expect(page.locator('.vis-item.across.today')).toHaveCount(1)
})

test('leads from a period to the words it rests on, and back', async () => {
  const timeline = await atSample()
  const annotation = Object.values((await timeline.incident()).annotations).find(({ state }) => state === 'accepted')!
  await timeline.add({ id: 'p1', title: 'Dwell time', evidence: [{ kind: 'quote', annotationId: annotation.id, stance: 'for', credibility: null, note: '' }] }, '2022/')
  await timeline.name('Dwell time').click()
  await timeline.canvas.focus()
  await timeline.press('Enter')
  await expect(program.page.locator('article')).toBeVisible()
  await timeline.press('Alt+ArrowLeft')
  await expect(timeline.pane.getByRole('heading', { name: 'Dwell time' })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in strip, list, card and form, ${theme}`, async () => {
    const timeline = await atSample({ theme, size: { width: 1280, height: 800 } })
    const { page, press } = timeline
    await timeline.add({ id: 'p1', title: 'Presidency', ink: 'victim' }, '2022-07-01/2022-12-31')
    await timeline.add({ id: 'p2', title: 'Dwell time', ink: 'legal' }, '2022/')
    expect.soft(await findings(page), 'strip').toEqual([])
    await timeline.canvas.focus()
    await press('p')
    await expect(timeline.list).toBeVisible()
    expect.soft(await findings(page), 'list').toEqual([])
    await press('Escape')
    await timeline.name('Dwell time').click()
    expect.soft(await findings(page), 'card').toEqual([])
    await timeline.name('Dwell time').press('Enter')
    await expect(timeline.pane.getByRole('radio', { name: 'Olive' })).toBeChecked()
    expect.soft(await findings(page), 'form').toEqual([])
  })
}
