import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Launched } from './launch.ts'
import { ComparePage } from './pages/compare.ts'
import { ShellPage } from './pages/shell.ts'

const size = { width: 1440, height: 900 }
let program: Launched
test.afterEach(() => program.quit())

async function atSample(options: Parameters<typeof launch>[0] = {}): Promise<ComparePage> {
  program = await launch({ sample: true, language: 'en', size, ...options })
  return new ComparePage(program.page)
}

const outFolder = () => mkdtemp(join(tmpdir(), 'kronika-compare-'))
/** Width and height in the header of a PNG. */
const pngSize = (bytes: Buffer) => ({ signature: bytes.subarray(1, 4).toString('latin1'), width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })

test('compares, sorts, reads the evidence and exports by keyboard alone', async () => {
  const compare = await atSample()
  const { page, press } = compare
  const shell = new ShellPage(page)
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Compare' })).toBeVisible()
  await shell.find('five similar')
  await press('Enter')
  await expect.poll(async () => (await compare.drawn()).length).toBe(6)
  expect((await compare.words())).toEqual(expect.arrayContaining(['Day 0, disclosure', 'disclosed 28 May 2025', 'detected, −1,243 to −514?']))
  expect(await compare.cells('Czech foreign ministry')).toEqual(expect.arrayContaining(['2022? – 2023?', '0–729?', '514–1,243?']))

  // Into the table by the keys that change panes, to the detection of the first case, and its evidence at the side.
  for (let pane = 0; pane < 6; pane++) {
    await press('F6')
    if (await compare.table.evaluate((table) => table.contains(document.activeElement))) break
  }
  await press('Home', 'PageUp', 'ArrowRight', 'ArrowRight')
  expect(await compare.focused()).toBe('2022? – 2023?')
  await expect(compare.side.getByRole('heading', { name: 'Detection' })).toBeVisible()
  await expect(compare.side.locator('q').first()).toBeVisible()
  await expect(compare.chart.locator('[data-selected]')).toHaveCount(1)

  // Sort by days from detection to disclosure: what is not known comes last.
  await press('ArrowUp', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
  await expect(compare.table.getByRole('columnheader', { name: /Detection to disclosure/ })).toHaveAttribute('aria-sort', 'ascending')
  const order = (await compare.table.getByRole('row').allTextContents()).slice(1)
  expect(order.at(-1)).toContain('UK parliamentarians')
  expect(order.at(-2)).toContain('Czech foreign ministry')

  // The record of another case, and back to the same comparison.
  await press('Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Czech foreign ministry')
  await press('Alt+ArrowLeft')
  await expect(compare.chart.locator('svg').last()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Czech foreign ministry')
  await expect.poll(async () => (await compare.drawn()).length).toBe(6)

  // Copies the table and the picture, and exports a PNG from the menu.
  await compare.table.locator('[tabindex="0"]').focus()
  await press('Control+c')
  await expect(shell.notices).toContainText('as CSV')
  expect((await program.pasted()).text).toContain('activity_detection_least_days')
  await press('Control+Shift+C')
  await expect(shell.notices).toContainText('The picture is on the clipboard')
  const copied = await program.pasted()
  expect(copied.types).toContain('image/png')
  expect(pngSize(copied.png).width).toBe(1436)
  const folder = await outFolder()
  await program.answerDialog([join(folder, 'cases.png')])
  await compare.toolbar.getByRole('button', { name: 'Export' }).focus()
  await press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Picture, PNG' })).toBeVisible()
  await press('p')
  await expect(page.getByRole('menuitem', { name: 'Picture, SVG' })).toBeFocused()
  await press('ArrowDown', 'Enter')
  await expect(shell.notices).toContainText('cases.png')
  expect(pngSize(await readFile(join(folder, 'cases.png')))).toMatchObject({ signature: 'PNG', width: 1436 })
})

test('adds, orders and takes out cases by mouse, and shows why they are alike', async () => {
  const compare = await atSample()
  const { page, side } = compare
  await compare.open()
  await expect(side.getByText(/most alike of \d+/)).toBeVisible()
  const proposals = side.getByRole('region', { name: 'Similar cases' }).getByRole('listitem')
  await expect(proposals.first()).toContainText(/APT31 actor/)
  await expect(proposals.first()).toContainText(/in \d+ of \d+, weight \d\.\d\d/)
  await proposals.first().getByRole('button', { name: /^Add / }).click()
  await expect.poll(async () => (await compare.drawn()).length).toBe(2)
  await side.getByRole('combobox').click()
  await side.getByRole('combobox').fill('belg')
  await side.getByRole('option', { name: /Belgian ministries/ }).click()
  await expect.poll(async () => (await compare.drawn()).length).toBe(3)
  expect(await compare.words()).toContain('day 0 within ± 182 days')
  await side.getByRole('button', { name: 'Move Belgian ministries up' }).click()
  await expect.poll(async () => (await compare.drawn())[1]).toBe('be-ministries-apt31-2022')

  await compare.toolbar.getByRole('radio', { name: 'Detection' }).click()
  expect(await compare.words()).toContain('Day 0, detection')
  await compare.toolbar.getByRole('radio', { name: 'Calendar' }).click()
  expect(await compare.words()).toContain('2022')
  expect(await compare.words()).not.toContain('Day 0, detection')

  // A mark leads to its record and the words behind it; the record of the open incident opens beside it.
  await compare.chart.locator('[data-key="sample-czech-mfa-apt31#attribution"]').click()
  await expect(side.getByRole('heading', { name: 'First attribution' })).toBeVisible()
  await expect(side.locator('q').first()).toBeVisible()
  await side.getByRole('button', { name: 'Open the record' }).click()
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText('Government of the Czech Republic')
  await compare.press('Alt+ArrowLeft')

  await side.getByRole('radio', { name: 'Cases' }).click()
  await side.getByRole('button', { name: 'Take Belgian ministries out' }).click()
  await expect.poll(async () => (await compare.drawn()).length).toBe(2)

  const folder = await outFolder()
  await program.answerDialog([join(folder, 'cases.svg')])
  await compare.toolbar.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Picture, SVG' }).click()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('cases.svg')
  expect(await readFile(join(folder, 'cases.svg'), 'utf8')).toContain('data-case="sample-czech-mfa-apt31"')
})

test('says what is missing and never places a case without its day zero', async () => {
  const compare = await atSample()
  await compare.open()
  const { side } = compare
  await side.getByRole('combobox').fill('county')
  await compare.press('Enter')
  await expect.poll(async () => (await compare.drawn()).length).toBe(2)
  expect(await compare.words()).toContain('disclosure not stated, so there is no day 0')
  expect(await compare.chart.locator('[data-case="no-county-governors-apt31-2018"] [data-key]').count()).toBe(0)
  expect(await compare.cells('Norwegian county governors')).toEqual(expect.arrayContaining(['disclosure not stated', 'no response on record']))
  await compare.row('Norwegian county governors').getByText('disclosure not stated').first().click()
  await expect(side).toContainText('Nothing on record gives this date, and none is derived.')
})

test('exports the timeline of one incident as PNG, CSV, calendar and TimelineJS from the report', async () => {
  const compare = await atSample()
  const { page, press } = compare
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Report' })).toBeVisible()
  await press('Alt+5')
  const folder = await outFolder()
  const files = [['Timeline as PNG', 'a.png'], ['Timeline as CSV', 'a.csv'], ['Calendar (ICS)', 'a.ics'], ['TimelineJS', 'a.json']] as const
  for (const [name, file] of files) {
    await program.answerDialog([join(folder, file)])
    await page.getByRole('button', { name, exact: true }).press('Enter')
    await expect(page.getByRole('region', { name: 'Export' })).toContainText(join(folder, file))
  }
  expect(pngSize(await readFile(join(folder, 'a.png')))).toMatchObject({ signature: 'PNG', width: 1436 })
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toContain('TLP:CLEAR,intrusion,events')
  const ics = await readFile(join(folder, 'a.ics'), 'utf8')
  expect(ics).toContain('BEGIN:VEVENT')
  expect(ics.match(/^DTSTART.*$/gm)?.every((line) => /^DTSTART;VALUE=DATE:\d{8}\r?$/.test(line))).toBe(true)
  const { events } = JSON.parse(await readFile(join(folder, 'a.json'), 'utf8')) as { events: { unique_id: string; start_date: object }[] }
  expect(events.find(({ unique_id }) => unique_id === 'events-intrusion')?.start_date).toEqual({ year: 2022 })
})

for (const theme of ['light', 'dark'] as const) {
  test(`has nothing for axe to find, ${theme}`, async () => {
    const compare = await atSample({ theme })
    await compare.open()
    const findings = async () => (await new AxeBuilder({ page: compare.page }).analyze()).violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
    expect.soft(await findings(), 'alone').toEqual([])
    await compare.toolbar.getByRole('button', { name: 'Five similar cases' }).click()
    await expect.poll(async () => (await compare.drawn()).length).toBe(6)
    await compare.side.getByRole('combobox').focus()
    expect.soft(await findings(), 'cases').toEqual([])
    await compare.table.locator('[data-row="1"][data-column="2"]').focus()
    expect.soft(await findings(), 'record').toEqual([])
  })
}
