import { expect, test } from '@playwright/test'
import { findings } from './findings.ts'
import { launch, type Launched } from './launch.ts'
import { TimelineWorkPage } from './pages/timeline-work.ts'

let program: Launched
test.afterEach(() => program.quit())

async function atSample(options: Parameters<typeof launch>[0] = {}): Promise<TimelineWorkPage> {
  program = await launch({ sample: true, language: 'en', size: { width: 1280, height: 800 }, ...options })
  const timeline = new TimelineWorkPage(program.page)
  await timeline.open()
  return timeline
}

test('narrows to a period, surely and possibly, and counts what has no date', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  const all = await timeline.rowCount()
  await timeline.period({ from: '28.5.2025', to: 'May 2025' })
  await expect(page.getByRole('button', { name: /^Period 28 May 2025 – May 2025/ })).toBeVisible()
  await expect(timeline.showing).toContainText('2 undated not shown')
  const possibly = await timeline.rowCount()
  // Its end is not known: it may still have gone on.
  await expect(timeline.row('Intrusion into an unclassified network')).toHaveCount(1)
  await timeline.period({ sure: true })
  await expect(page.getByRole('button', { name: /surely in/ })).toBeVisible()
  const surely = await timeline.rowCount()
  expect(surely).toBeLessThan(possibly)
  await expect(timeline.row('Intrusion into an unclassified network')).toHaveCount(0)
  await page.getByRole('button', { name: /^Period / }).press('Enter')
  await expect(timeline.showing).toHaveText(`Showing ${all} of ${all}`)

  await timeline.goToRow('Prague names APT28')
  await press('a')
  const around = page.getByRole('dialog')
  await expect(around.getByRole('textbox')).toHaveValue('7')
  await around.getByRole('textbox').fill('40')
  await expect(around.getByRole('status')).toHaveText('24 Mar 2024 – 12 Jun 2024')
  await press('Enter')
  await expect(around).toBeHidden()
  await expect(timeline.row('United States charges seven people')).toHaveCount(1)
  await expect(timeline.selectedRow()).toBeFocused()
})

test('chooses columns, remembers them and copies them as CSV', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  await timeline.toggleColumns('Evidence', 'Source wording', 'Tags')
  expect(await timeline.heads()).toEqual(['Date', 'Lane', 'Event', 'Source wording', 'Grade', 'State', 'Tags'])
  await timeline.goToRow('Intrusion into an unclassified network')
  await press('Control+c')
  await expect(timeline.notices).toContainText('1 row is on the clipboard as CSV.')
  const { text } = await program.pasted()
  expect(text.split('\r\n').slice(0, 2)).toEqual(['TLP,Date,EDTF,Lane,Event,Source wording,Grade,State,Tags', 'TLP:CLEAR,"from\u00a02022, end not known",2022/,Activity,Intrusion into an unclassified network of the foreign ministry,lasted from 2022,B1,Contested,duration'])
  await press('Control+k')
  await page.keyboard.type('>copy table')
  await press('Enter')
  await expect(timeline.notices).toContainText(`${await timeline.rowCount()} rows are on the clipboard`)
  expect((await program.pasted()).text.split('\r\n')).toHaveLength((await timeline.rowCount()) + 2)

  await page.reload()
  await timeline.open()
  expect(await timeline.heads()).toContain('Source wording')
  const head = timeline.table.getByRole('columnheader', { name: 'Event' })
  await head.getByRole('button').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await head.getByRole('button').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
})

test('changes several rows in one step, says how many, and undoes it', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  const all = await timeline.rowCount()
  await timeline.enterTable()
  await press('Shift+ArrowDown', 'Shift+ArrowDown')
  await expect(timeline.selectedRows()).toHaveCount(3)
  await press('Control+ArrowDown', 'Control+ArrowDown', 'Control+Space')
  await expect(timeline.selectedRows()).toHaveCount(4)
  await expect(page.getByRole('status').filter({ hasText: /^4 selected$/ })).toBeVisible()
  await press('Control+c')
  await expect(timeline.notices).toContainText('4 rows are on the clipboard as CSV.')

  const names = await timeline.selectedRows().evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText))
  expect(names.filter((name) => name.includes('Media'))).toHaveLength(0)
  await timeline.together('To lane', 'Media')
  await expect(timeline.notices).toContainText('4 events are in the lane Media now.')
  await expect(timeline.selectedRows().filter({ hasText: 'Media' })).toHaveCount(4)
  await timeline.bulk.getByRole('combobox', { name: 'Add tag' }).fill('#trial')
  await press('Enter')
  await expect(timeline.notices).toContainText('4 records got #trial.')
  await timeline.together('Remove tag', '#trial')
  await expect(timeline.notices).toContainText('4 records lost #trial.')

  await timeline.table.locator('[data-key][tabindex="0"]').focus()
  await press('Control+a')
  await expect(page.getByRole('status').filter({ hasText: `${all} selected` })).toBeVisible()
  await press('Delete')
  const ask = page.getByRole('alertdialog').or(page.getByRole('dialog')).filter({ hasText: `Delete ${all} records?` })
  await expect(ask).toContainText('One undo brings everything back.')
  await press('Escape')
  await expect(ask).toBeHidden()
  expect(await timeline.rowCount()).toBe(all)
  await timeline.enterTable()
  await press('Shift+ArrowDown', 'Delete')
  await page.getByRole('button', { name: 'Delete', exact: true }).last().press('Enter')
  await expect.poll(() => timeline.rowCount()).toBe(all - 2)
  await expect(timeline.notices).toContainText('2 records deleted.')
  await press('Control+z')
  await expect.poll(() => timeline.rowCount()).toBe(all)
})

test('moves a date from its row by the unit it has', async () => {
  const timeline = await atSample()
  await timeline.goToRow('Ministry moves to a new communication system')
  await timeline.press('Shift+ArrowRight')
  await expect(timeline.row('Ministry moves to a new communication system').getByRole('gridcell').first()).toHaveText('2025')
  await expect(timeline.selectedRow()).toBeFocused()
  await timeline.press('Control+z')
  await expect(timeline.row('Ministry moves to a new communication system').getByRole('gridcell').first()).toHaveText('2024')
})

test('tells what the filter hides of new and changed records, and shows it', async () => {
  const timeline = await atSample()
  const { page, press } = timeline
  await timeline.period({ to: '2024' })
  const before = await timeline.rowCount()
  await timeline.write('An event of 2026', '2026')
  await expect(timeline.hidden).toHaveText('Hidden by the filter: An event of 2026')
  expect(await timeline.rowCount()).toBe(before)
  await timeline.enterTable()
  await press('h')
  await expect(timeline.selectedRow()).toContainText('An event of 2026')
  await expect(page.getByRole('button', { name: /^Period / })).toBeVisible()
  await expect(timeline.hidden).toHaveCount(0)
  await page.getByRole('button', { name: /^Also shown/ }).press('Enter')
  await expect(timeline.row('An event of 2026')).toHaveCount(0)

  await timeline.goToRow('Ministry moves to a new communication system')
  await press('e', 'Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2027')
  await press('Control+Enter')
  await expect(timeline.hidden).toHaveText('Hidden by the filter: Ministry moves to a new communication system')
})

test('marks what competes and goes from one to the other', async () => {
  const timeline = await atSample()
  await timeline.goToRow('denial')
  await expect(timeline.selectedRow()).toContainText('Contested')
  const claims = timeline.inspector.getByRole('region', { name: 'Competing claims' })
  await expect(claims.getByRole('button')).toHaveText([/holds responsible.*Denial against attribution/])
  await timeline.press('c')
  await expect(timeline.selectedRow()).toContainText('holds responsible')
  await expect(claims.getByRole('button', { name: /denial/ })).toBeVisible()
  await timeline.press('c')
  await expect(timeline.selectedRow()).toContainText('denial')
})

test('reads instants in two zones and never moves a day', async () => {
  const before = process.env['TZ']
  process.env['TZ'] = 'Europe/Prague'
  const timeline = await atSample()
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
  const zone = timeline.page.getByRole('button', { name: /^Times of day in/ })
  await expect(zone).toHaveCount(0)
  await timeline.write('A trial instant', '2025-05-28T23:30:00-05:00')
  await expect(timeline.row('A trial instant')).toContainText('29 May 2025, 04:30 UTC')
  const days = await timeline.row('28 May 2025').count()
  await zone.press('Enter')
  await expect(timeline.row('A trial instant')).toContainText('29 May 2025, 06:30 UTC+2')
  await expect(timeline.row('28 May 2025')).toHaveCount(days)
})

for (const theme of ['light', 'dark'] as const) {
  test(`has nothing for axe to find, ${theme}`, async () => {
    const timeline = await atSample({ theme })
    const { page, press } = timeline
    await timeline.goToRow('Intrusion into an unclassified network')
    expect(await findings(page), 'contested').toEqual([])
    await press('a')
    expect(await findings(page), 'around').toEqual([])
    await press('Enter', 'Shift+ArrowDown')
    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
    expect(await findings(page), 'filters and several rows').toEqual([])
    await press('Escape')
    await page.getByRole('button', { name: 'Columns' }).press('Enter')
    expect(await findings(page), 'columns').toEqual([])
    await press('Escape')
    await timeline.period({ to: '2024' })
    await timeline.write('An event of 2026', '2026')
    await expect(timeline.hidden).toBeVisible()
    expect(await findings(page), 'hidden').toEqual([])
  })
}
