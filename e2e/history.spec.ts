import { expect, test } from '@playwright/test'
import { findings } from './findings.ts'
import { launch, type Launched } from './launch.ts'
import { sampleLibrary } from './libraries.ts'
import { HistoryPage } from './pages/history.ts'
import { RecoveryPage } from './pages/recovery.ts'
import { ShellPage } from './pages/shell.ts'
import { TimelinePage } from './pages/timeline.ts'

let program: Launched
let shell: ShellPage
let history: HistoryPage
test.afterEach(() => program.quit())

async function start(further = 0, language: 'en' | 'cs' = 'en', theme: 'light' | 'dark' = 'light') {
  const { library } = await sampleLibrary({ further })
  program = await launch({ library, language, theme, size: { width: 1280, height: 800 } })
  shell = new ShellPage(program.page)
  history = new HistoryPage(program.page)
  await expect(program.page.getByRole('grid').first()).toBeVisible()
  await program.page.getByRole('row', { selected: true }).focus()
  await shell.press('Enter')
  await expect(program.page.getByRole('article')).toBeVisible()
}

async function open() {
  await shell.press('Control+Shift+H')
  await expect(history.selected()).toBeFocused()
}

test('who changed what and when, in words, from old to new', async () => {
  await start()
  await open()
  await expect(history.showing).toHaveText('Showing 6 of 6')
  await expect(history.rows().nth(0)).toContainText(/6.*Petr Dvořák.*Changed the incident.*status, tags/)
  await expect(history.rows().nth(2)).toContainText(/4.*Added event.*Debriefing with the embassy in Brussels/)
  await expect(history.rows().nth(5)).toContainText(/Created the incident with \d+ records/)
  await shell.press('ArrowDown')
  await expect(history.details.getByRole('heading', { level: 2 })).toHaveText('Revision 5')
  await expect(history.details.getByRole('listitem')).toContainText('Changed event')
  await expect(history.details.locator('dd').nth(0)).toHaveText(/Jun.2025.*3.Jun.2025/)
  await expect(history.details.locator('dd').nth(2)).toHaveText(/Diplomatic[^]*Attribution/)
  await shell.press('End')
  await expect(history.selected()).toContainText('Created the incident')
})

test('the same in Czech, found by Czech words', async () => {
  await start(0, 'cs')
  await shell.press('Control+Shift+H')
  const grid = program.page.getByRole('grid', { name: 'Revize' })
  await expect(grid.getByRole('row').nth(1)).toContainText('Změněn incident')
  await shell.press('/')
  await program.page.keyboard.type('udalost')
  await expect(program.page.getByText('Zobrazeno 2 z 6')).toBeVisible()
  await expect(grid.getByRole('row').nth(1)).toContainText('Změněna událost')
  await expect(grid.getByRole('row').nth(2)).toContainText('Přidána událost')
})

test('is filtered by text and by record, and Escape leads back', async () => {
  await start()
  const timeline = new TimelinePage(program.page)
  await timeline.open()
  await timeline.goToRow('Debriefing')
  await shell.press('Alt+H')
  await expect(history.showing).toHaveText('Showing 2 of 6')
  await expect(program.page.getByRole('button', { name: /About Event: Debriefing/ })).toBeVisible()
  await shell.press('Escape')
  await expect(history.showing).toHaveText('Showing 6 of 6')
  await shell.press('/')
  await program.page.keyboard.type('campaign unclassified')
  await expect(history.showing).toHaveText('Showing 1 of 6')
  await shell.press('Escape', 'Escape')
  await expect(program.page.getByRole('button', { name: /^Timeline/ })).toHaveAttribute('aria-current', 'page')
})

test('an earlier version is looked at in every view, marked as such, and nothing can be changed in it', async () => {
  await start()
  await open()
  await shell.press('End')
  await expect(history.selected()).toContainText('Created the incident')
  await shell.press('Enter')
  await expect(history.strip(/As it was on .*, revision 1, by Jana Nová/)).toBeVisible()
  await expect(program.page.getByRole('textbox', { name: 'Title', exact: true })).toHaveAttribute('readonly', '')
  await expect(program.page.getByRole('textbox', { name: 'Title', exact: true })).not.toHaveValue('APT31 and the Czech foreign ministry')
  await shell.press('Alt+3')
  await expect(program.page.getByRole('article')).toContainText('Desk note')
  await shell.press('Alt+4')
  await expect(program.page.getByRole('grid').getByRole('row', { name: /Debriefing/ })).toHaveCount(0)
  await expect(program.page.getByRole('button', { name: /^Report/ })).toHaveCount(0)
  await new RecoveryPage(program.page).press(program.page.getByRole('button', { name: 'Back to now' }))
  await expect(history.selected()).toContainText('Created the incident')
  await expect(history.strip(/As it was on/)).toHaveCount(0)
})

test('an earlier version is put back as one more revision, which Undo takes back', async () => {
  await start()
  await open()
  await shell.press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(history.details.getByRole('heading', { level: 2 })).toHaveText('Revision 3')
  const recovery = new RecoveryPage(program.page)
  await recovery.press(history.details.getByRole('button', { name: 'Put this version back' }))
  await expect(history.question).toContainText('Put revision 3 back?')
  await recovery.press(history.question.getByRole('button', { name: 'Put this version back' }))
  await expect(shell.notices).toContainText('Revision 3 is back in place, as revision 7.')
  await expect(history.rows().nth(0)).toContainText(/7.*Put revision 3 back/)
  await expect(shell.undo).toHaveAttribute('title', 'Undo: restore an earlier version')
  await shell.undo.click()
  await expect(history.rows().nth(0)).toContainText(/8.*Undid revision 7/)
  await shell.press('Alt+2')
  await expect(program.page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('APT31 and the Czech foreign ministry')
})

test('thousands of revisions keep few rows, and the last one is a key away', async () => {
  await start(3000)
  await shell.press('Control+Shift+H')
  await expect(history.showing).toHaveText('Showing 3,006 of 3,006', { timeout: 30_000 })
  expect(await history.grid.getByRole('row').count()).toBeLessThan(80)
  await shell.press('End')
  await expect(history.selected()).toContainText('Created the incident')
  await expect(history.selected()).toBeFocused()
  await shell.press('/')
  await program.page.keyboard.type('title 1500')
  await expect(history.showing).toHaveText(/Showing 2 of/)
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the history and in the past, ${theme}`, async () => {
    await start(0, theme === 'dark' ? 'cs' : 'en', theme)
    await shell.press('Control+Shift+H')
    await expect(program.page.locator('[data-pane=revisions] [role=row][tabindex="0"]')).toBeFocused()
    await shell.press('ArrowDown')
    await program.page.waitForTimeout(300)
    expect.soft(await findings(program.page), 'history').toEqual([])
    await shell.press('Enter')
    await program.page.waitForTimeout(700)
    expect.soft(await findings(program.page), 'past').toEqual([])
  })
}
