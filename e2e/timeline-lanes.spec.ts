import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import type { Bridge } from '../src/contract/index.ts'
import type { Incident } from '../src/domain/incident/index.ts'
import { launch, type Launched } from './launch.ts'
import { TimelinePage } from './pages/timeline.ts'

let program: Launched
test.afterEach(() => program.quit())

async function atSample(options: Parameters<typeof launch>[0] = {}): Promise<TimelinePage> {
  program = await launch({ sample: true, language: 'en', size: { width: 1440, height: 900 }, ...options })
  const timeline = new TimelinePage(program.page)
  await timeline.open()
  return timeline
}
const incidentOf = (page: Page): Promise<Incident> =>
  page.evaluate(async () => ((await (window as unknown as { api: Bridge }).api.call('incident:open', { id: 'sample-czech-mfa-apt31' })) as { value: { incident: Incident } }).value.incident)

/** A confirmed event of one exact day that stands where a pointer reaches it. */
async function selectDay(timeline: TimelinePage) {
  const incident = await incidentOf(timeline.page)
  const event = Object.values(incident.events).find(({ date, context }) => /^\d{4}-\d\d-\d\d$/.test(date.edtf ?? '') && !context)!
  await timeline.goToRow(event.title)
  await timeline.canvas.focus()
  await timeline.press('f')
  await timeline.settled()
  return { event, mark: timeline.page.locator('[data-mark][data-selected="true"]').first() }
}
const heads = (page: Page) => page.locator('[data-lane]').evaluateAll((list) => list.map((head) => ({ id: (head as HTMLElement).dataset['lane'], top: head.getBoundingClientRect().top })).sort((a, b) => a.top - b.top).map(({ id }) => id))

test('drags the selected event in whole days, lets go of it on Escape, and takes it back', async () => {
  const timeline = await atSample()
  const { page } = timeline
  const { event, mark } = await selectDay(timeline)
  const dateOf = async () => (await incidentOf(page)).events[event.id]?.date
  const diamond = (await mark.locator('[class*=diamond]').boundingBox())!
  const [x, y] = [diamond.x + diamond.width / 2, diamond.y + diamond.height / 2]
  const { from, to } = await timeline.window()
  const perDay = ((await timeline.drawn())[0]!.canvas * 86_400_000) / (to - from)

  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + perDay * 2, y, { steps: 4 })
  await expect(page.locator('[class*=ghost]')).toContainText('→')
  await page.keyboard.press('Escape')
  await expect(page.locator('[class*=ghost]')).toHaveCount(0)
  await page.mouse.up()
  expect(await dateOf()).toEqual(event.date)

  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + perDay * 3.2, y, { steps: 5 })
  await page.mouse.up()
  const moved = new Date(Date.parse(event.date.edtf!) + 3 * 86_400_000).toISOString().slice(0, 10)
  await expect.poll(dateOf).toEqual({ edtf: moved, wording: event.date.wording })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(dateOf).toEqual(event.date)
})

test('moves a date and its end by keyboard, never to a finer one', async () => {
  const timeline = await atSample()
  const { event } = await selectDay(timeline)
  const dateOf = async () => (await incidentOf(timeline.page)).events[event.id]?.date.edtf
  const later = (days: number) => new Date(Date.parse(event.date.edtf!) + days * 86_400_000).toISOString().slice(0, 10)
  await timeline.press('Shift+ArrowRight')
  await expect.poll(dateOf).toBe(later(1))
  await timeline.press('Alt+Shift+ArrowRight')
  await expect.poll(dateOf).toBe(`${later(1)}/${later(2)}`)
  await timeline.press('Control+z', 'Control+z')
  await expect.poll(dateOf).toBe(event.date.edtf)
})

test('counts every press of a key that is held, and undoes each', async () => {
  const timeline = await atSample()
  const { page } = timeline
  const { event } = await selectDay(timeline)
  const dateOf = async () => (await incidentOf(page)).events[event.id]?.date.edtf
  await page.evaluate(() => {
    for (let press = 0; press < 5; press++) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true, cancelable: true, repeat: press > 0 }))
  })
  await expect.poll(dateOf).toBe(new Date(Date.parse(event.date.edtf!) + 5 * 86_400_000).toISOString().slice(0, 10))
  await timeline.press('Control+z')
  await expect.poll(dateOf).toBe(new Date(Date.parse(event.date.edtf!) + 4 * 86_400_000).toISOString().slice(0, 10))
})

test('a crowd of one day opens by clicks alone, into a list of its events', async () => {
  const timeline = await atSample()
  const { page } = timeline
  await page.evaluate(async () => {
    const { api } = window as unknown as { api: Bridge }
    const id = 'sample-czech-mfa-apt31'
    const { value: { incident } } = (await api.call('incident:open', { id })) as { value: { incident: Incident } }
    const [event] = Object.values(incident.events)
    const commands = Array.from({ length: 160 }, (_, at) => ({ type: 'event.add' as const, item: { ...event!, id: `crowd-${at}`, title: `Report ${at}`, lane: 'media' as const, date: { edtf: '2024-02-01', wording: null } } }))
    await api.call('incident:apply', { id, command: { type: 'batch', label: 'crowd', commands } } as never)
  })
  const list = page.getByRole('dialog', { name: 'Events at this place' })
  const crowd = page.locator('[data-mark] [data-bin]', { hasText: /^1[5-9]\d$/ })
  await expect(crowd).toBeVisible()
  for (let clicks = 0; clicks < 12 && !(await list.isVisible()); clicks++) {
    await timeline.settled()
    await crowd.click()
    await page.waitForTimeout(300)
  }
  await expect(list.getByRole('button', { name: /^Report 159/ })).toBeAttached()
  await list.getByRole('button', { name: /^Report 7,?\b/ }).click()
  await expect(timeline.selectedRow()).toContainText('Report 7')
})

test('the way back in a notice takes back its own step, and no later one', async () => {
  const timeline = await atSample()
  const { page } = timeline
  const { event } = await selectDay(timeline)
  const dateOf = async () => (await incidentOf(page)).events[event.id]?.date.edtf
  const later = (days: number) => new Date(Date.parse(event.date.edtf!) + days * 86_400_000).toISOString().slice(0, 10)
  const ways = page.getByRole('listitem').getByRole('button', { name: 'Undo', exact: true })
  await timeline.press('Shift+ArrowRight')
  await expect.poll(dateOf).toBe(later(1))
  await expect(ways).toHaveCount(1)
  await timeline.press('Shift+ArrowRight')
  await expect.poll(dateOf).toBe(later(2))
  await expect(ways).toHaveCount(2)
  await ways.first().click()
  await expect(page.getByText('Not undone: that is no longer the last step')).toBeVisible()
  expect(await dateOf()).toBe(later(2))
  await ways.last().click()
  await expect.poll(dateOf).toBe(later(1))
})

test('begins an event where an empty place is pressed twice, as exactly as can be pointed at', async () => {
  const timeline = await atSample()
  const { page } = timeline
  const head = page.locator('[data-lane="media"]')
  const box = (await head.boundingBox())!
  const canvas = (await page.locator('.vis-panel.vis-center').boundingBox())!
  await page.mouse.dblclick(canvas.x + canvas.width - 6, box.y + box.height - 4)
  const form = timeline.page.getByRole('heading', { name: 'New event' })
  await expect(form).toBeVisible()
  await expect(page.getByRole('complementary').getByLabel('Lane')).toHaveValue('media')
  await page.keyboard.type('Seen in the press')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => Object.values((await incidentOf(page)).events).find(({ title }) => title === 'Seen in the press')).toMatchObject({ lane: 'media', date: { edtf: expect.stringMatching(/^\d{4}(-\d\d)?$/) } })
})

test('puts the rows into another order and grouping, by keyboard and by pointer', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  const before = await heads(page)
  await timeline.canvas.focus()
  await press('l')
  const menu = page.getByRole('dialog', { name: 'Lanes' })
  await menu.getByRole('button', { name: 'Move Media up' }).focus()
  await press('Enter')
  await menu.getByRole('checkbox', { name: 'Show Legal' }).focus()
  await press('Space')
  await expect.poll(() => heads(page)).toEqual([...before.filter((id) => id !== 'legal' && id !== 'media').slice(0, -1), ...(before.at(-2) === 'legal' ? [before.at(-3), 'media'] : ['media', before.at(-2)])].filter((id, at, all) => all.indexOf(id) === at))
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
  await menu.getByRole('button', { name: 'Unfold all' }).press('Enter')
  await menu.getByRole('button', { name: 'Usual order' }).press('Enter')
  await expect.poll(() => heads(page)).toEqual(before)

  await menu.getByRole('combobox', { name: 'Rows by' }).selectOption('country')
  await expect(page.locator('[data-lane="CZ"]')).toBeVisible()
  await press('Escape')
  await timeline.settled()
  const rows = await heads(page)
  expect(rows.at(-1)).toBe('')
  const [first, second] = await Promise.all([0, 1].map((at) => page.locator(`[data-lane="${rows[at]}"]`).boundingBox()))
  await page.mouse.move(second!.x + 40, second!.y + 16)
  await page.mouse.down()
  await page.mouse.move(first!.x + 40, first!.y + 4, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => heads(page)).toEqual([rows[1], rows[0], ...rows.slice(2)])
})
