import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Bridge } from '../src/contract/index.ts'
import type { Incident } from '../src/domain/incident/index.ts'
import { itemTitles, timelineItems } from '../src/domain/timeline/index.ts'
import { launch, type Launched } from './launch.ts'
import { TimelinePage } from './pages/timeline.ts'

const size = { width: 1440, height: 900 }
const day = 86_400_000
let program: Launched
test.afterEach(() => program.quit())

async function atSample(options: Parameters<typeof launch>[0] = {}): Promise<TimelinePage> {
  program = await launch({ sample: true, language: 'en', size, ...options })
  const timeline = new TimelinePage(program.page)
  await timeline.open()
  return timeline
}

const incidentOf = (page: TimelinePage['page'], id: string): Promise<Incident> =>
  page.evaluate(async (wanted) => ((await (window as unknown as { api: Bridge }).api.call('incident:open', { id: wanted })) as { value: { incident: Incident } }).value.incident, id)

test('draws every dated record once and where the window puts it', async () => {
  const timeline = await atSample()
  const incident = await incidentOf(timeline.page, 'sample-czech-mfa-apt31')
  const items = timelineItems(incident, itemTitles('en'))
  const dated = items.filter(({ edtf }) => edtf !== null)
  const check = async () => {
    const marks = await timeline.drawn()
    const window = await timeline.window()
    expect(marks.every(({ visible }) => visible)).toBe(true)
    const keys = marks.flatMap((mark) => mark.keys)
    expect(new Set(keys).size).toBe(keys.length)
    // One pixel of tolerance: the overview states whole milliseconds, vis places by rounded pixels.
    const pixel = (window.to - window.from) / marks[0]!.canvas
    const intrusion = marks.find((mark) => mark.keys.length === 1 && incident.events[mark.keys[0]!.split('/')[1]!]?.date.edtf === '2022/')
    expect(intrusion).toBeDefined()
    expect(Math.abs(window.from + intrusion!.left * pixel - Date.UTC(2022, 0, 1))).toBeLessThan(pixel)
    const years = marks.filter((mark) => mark.keys.length === 1 && incident.events[mark.keys[0]!.split('/')[1]!]?.date.edtf === '2024')
    for (const { left, width } of years) {
      expect(Math.abs(window.from + left * pixel - Date.UTC(2024, 0, 1))).toBeLessThan(pixel)
      expect(Math.abs(width * pixel - 366 * day)).toBeLessThan(pixel)
    }
    return keys
  }
  expect((await check()).toSorted()).toEqual(dated.map(({ key }) => key).toSorted())
  await expect(timeline.page.getByRole('region', { name: 'Undated' }).getByRole('button')).toHaveCount(items.length - dated.length)
  await expect(timeline.canvas).toHaveAccessibleName(new RegExp(`${dated.length} events`))
  expect(await timeline.rowCount()).toBe(items.length)

  await timeline.canvas.focus()
  await timeline.press('+', 'ArrowLeft')
  await timeline.settled()
  await check()
})

test('goes from the table to the words and back to the same window', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  await timeline.goToRow('2022/')
  await expect(timeline.inspector).toContainText('Starts some time in 2022. No source states the end.')
  await expect(timeline.inspector.getByRole('heading', { name: /^Evidence for/ })).toBeVisible()
  await expect(timeline.canvas.locator('[data-selected="true"]')).toHaveCount(1)
  await press('+')
  await timeline.settled()
  const before = await timeline.window()
  await press('Enter')
  await expect(page.getByRole('article', { name: 'Text' })).toBeVisible()
  await press('Alt+ArrowLeft')
  await expect(timeline.canvas).toBeVisible()
  await timeline.settled()
  expect(await timeline.window()).toEqual(before)
  await expect(timeline.selectedRow()).toContainText('2022/')
})

test('filters table and lanes alike and counts what is left', async () => {
  const timeline = await atSample()
  const { page } = timeline
  const all = await timeline.rowCount()
  await expect(timeline.showing).toHaveText(`Showing ${all} of ${all}`)
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
  const chip = page.getByRole('dialog', { name: 'Filters' }).getByRole('button', { name: /^Attribution/ })
  const count = Number(/\d+/.exec(await chip.innerText())?.[0])
  await chip.press('Enter')
  await expect(timeline.showing).toHaveText(`Showing ${count} of ${all}`)
  expect(await timeline.rowCount()).toBe(count)
  await timeline.settled()
  expect((await timeline.drawn()).flatMap(({ keys }) => keys).length).toBeLessThanOrEqual(count)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Lane Attribution/ }).press('Enter')
  await expect(timeline.showing).toHaveText(`Showing ${all} of ${all}`)
})

test('lists the events of a crowded day and opens the crowd by zooming', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  const crowd = (await timeline.drawn()).toSorted((a, b) => b.keys.length - a.keys.length)[0]!
  expect(crowd.keys.length).toBeGreaterThan(1)
  await page.locator('[data-bin]', { hasText: new RegExp(`^${crowd.keys.length}$`) }).first().click()
  const list = page.getByRole('dialog', { name: 'Events at this place' })
  await expect(list.getByRole('button')).toHaveCount(crowd.keys.length)
  await press('Enter')
  await expect(list).toBeHidden()
  await expect(timeline.inspector.getByRole('heading', { level: 3 })).toBeVisible()
  // What is selected is always drawn as itself, and the crowd holds the others.
  await expect.poll(async () => (await timeline.drawn()).flatMap(({ keys }) => (keys.some((key) => crowd.keys.includes(key)) ? [keys.length] : [])).toSorted()).toEqual([1, crowd.keys.length - 1])

  await timeline.canvas.focus()
  await press('f', '+', '+', '+')
  await expect.poll(async () => {
    const opened = await timeline.drawn()
    return crowd.keys.filter((key) => opened.some(({ keys }) => keys.length === 1 && keys[0] === key))
  }).toEqual(crowd.keys)
})

test('makes, changes and deletes an event by keyboard, and undoes it', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  const all = await timeline.rowCount()
  await timeline.enterTable()
  await press('n')
  await page.keyboard.type('A trial event')
  await press('Tab')
  await page.keyboard.type('around May 2024')
  await press('Control+Enter')
  await expect(timeline.selectedRow()).toContainText('A trial event')
  await expect(timeline.selectedRow()).toContainText('2024-05~')
  expect(await timeline.rowCount()).toBe(all + 1)

  await expect(timeline.selectedRow()).toBeFocused()
  await press('e')
  await page.getByLabel('Title').fill('A changed event')
  await press('Control+Enter')
  await expect(timeline.selectedRow()).toContainText('A changed event')

  await expect(timeline.selectedRow()).toBeFocused()
  await press('Delete')
  await expect.poll(() => timeline.rowCount()).toBe(all)
  await press('Control+z')
  await expect.poll(() => timeline.rowCount()).toBe(all + 1)
})

test('refuses to delete what others rest on and lists it', async () => {
  const timeline = await atSample()
  await timeline.goToRow('holds responsible')
  await timeline.press('Delete')
  const ask = timeline.page.getByRole('alertdialog')
  await expect(ask).toContainText(/rest on it/)
  await expect(ask.getByRole('listitem').first()).toBeVisible()
  await timeline.press('Enter')
  await expect(ask).toBeHidden()
  await expect(timeline.selectedRow()).toContainText('holds responsible')
})

for (const theme of ['light', 'dark'] as const) {
  test(`has nothing for axe to find, ${theme}`, async () => {
    const timeline = await atSample({ theme })
    await timeline.goToRow('2022/')
    expect((await new AxeBuilder({ page: timeline.page }).analyze()).violations).toEqual([])
    await timeline.press('e')
    expect((await new AxeBuilder({ page: timeline.page }).analyze()).violations).toEqual([])
  })
}

test('speaks Czech on the axis after a switch, without a restart', async () => {
  const timeline = await atSample()
  await expect(timeline.canvas).toContainText('Jul')
  await program.chooseMenu('view.language.cs')
  await expect(timeline.canvas).toContainText('čvc')
  await expect(timeline.canvas).toContainText('Činnost')
  await expect(timeline.showing).toContainText('Zobrazeno')
})

test('opens all reference cases read-only, every record in its table', async () => {
  test.slow()
  program = await launch({ language: 'en', size })
  const { page } = program
  const timeline = new TimelinePage(page)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const references = await page.evaluate(async () => ((await (window as unknown as { api: Bridge }).api.call('app:bootstrap', {})) as { value: { references: { id: string; title: string }[] } }).value.references)
  expect(references).toHaveLength(24)
  await page.keyboard.press('Alt+1')
  for (const { id, title } of references) {
    const incident = await incidentOf(page, id)
    const row = page.getByRole('grid').getByRole('row').filter({ hasText: incident.shortTitle || title }).first()
    await row.dblclick()
    await timeline.open()
    const items = timelineItems(incident, itemTitles('en'))
    expect(await timeline.rowCount(), id).toBe(items.length)
    expect((await timeline.drawn()).flatMap(({ keys }) => keys).length, id).toBe(items.filter(({ edtf }) => edtf !== null).length)
    await expect(page.getByRole('button', { name: /^New event/ })).toHaveCount(0)
    await page.keyboard.press('Alt+1')
  }
  expect(errors).toEqual([])
})
