import { expect, test } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Incident } from '#domain/incident/index.ts'
import { valueOf } from './api.ts'
import { findings } from './findings.ts'
import { launch, type Launched } from './launch.ts'
import { ReportPage } from './pages/report.ts'
import { SuggestionsPage } from './pages/suggestions.ts'

const size = { width: 1280, height: 800 }
const article = fileURLToPath(new URL('../../shared/documents/eu-czech-apt31.txt', import.meta.url))
const limit = 60

let program: Launched
test.afterEach(() => program?.quit())

/** The incident as it is kept, not as it is shown. */
async function incidentNow(): Promise<Incident> {
  const { incidents } = await valueOf(program.page, 'library:page', { offset: 0, limit: 10 })
  return (await valueOf(program.page, 'incident:open', { id: incidents[0]?.id ?? '' })).incident
}

async function withText(text: string, options: Parameters<typeof launch>[0] & { language: 'en' | 'cs'; letters?: boolean }): Promise<SuggestionsPage> {
  const file = join(await mkdtemp(join(tmpdir(), 'kronika-suggestions-')), 'note.txt')
  await writeFile(file, text)
  program = await launch({ size, ...options })
  if (options.letters === false) {
    await valueOf(program.page, 'settings:update', { singleKeys: false })
    await program.page.reload()
  }
  await program.page.getByRole('main').waitFor()
  await program.answerDialog([file])
  const suggestions = new SuggestionsPage(program.page, options.language)
  await suggestions.press('Control+o')
  await expect(suggestions.text).toBeFocused({ timeout: 30_000 })
  return suggestions
}

test('an article goes from file to a finished incident in under 60 keystrokes', async () => {
  test.skip(!existsSync(article), `SKIPPED: the article is not here: ${article}`)
  test.slow()
  program = await launch({ language: 'en', size })
  const { page } = program
  await page.evaluate(() => window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointer-used', ''), true))
  await page.getByRole('main').waitFor()
  await program.answerDialog([article])
  const suggestions = new SuggestionsPage(page)
  const { press } = suggestions
  const on = (words: string) => suggestions.standsOn(words)

  await press('Control+o')
  await expect(suggestions.text).toBeFocused({ timeout: 30_000 })
  await suggestions.found(66)

  await press('Alt+ArrowDown')
  await on('Provides Support to Czech Republic')
  await suggestions.make('response')
  await on('expressed its support')
  await press('Alt+ArrowDown')
  // Being implicated is what the article says, not an attribution by the Union.
  await on('China was implicated')
  await press('x')
  await on('The European Union and its Member States')
  await press('a')
  await on('stand united with Czechia')
  await press('Alt+ArrowDown')
  await on('cyberattacks from China')
  await press('Alt+ArrowDown')
  await on('China needs to take more action')
  await suggestions.make('response')
  await on('condemned these assaults')
  await suggestions.make('response')
  await on('States should not permit')
  await press('a')
  await on('States should not permit')
  await press('Alt+ArrowDown')
  await on('Chinese ambassador summoned')
  await press('Alt+ArrowDown')
  await on('Chinese ambassador had been summoned')
  await suggestions.make('response')
  await on('resulted in a high level of certainty')
  await press('a')
  await on('identifying it as the China-linked group APT31')
  await suggestions.make('attribution')
  await on('I summoned the Chinese ambassador')
  await press('a')
  await on('summoned the Chinese ambassador')
  await press('Alt+ArrowDown')
  await on('2022')
  await suggestions.make('event')
  await on('one of the unclassified networks')
  await press('a')
  await on('calls on China to desist')
  await suggestions.make('response')
  await on('The malicious activity')
  await press('a')
  await on('was carried out by the cyber espionage group APT31')
  await suggestions.make('attribution')
  await on('publicly associated with the (Chinese) Ministry of State Security')
  await suggestions.make('attribution')
  await on('We urge')
  await press('Alt+ArrowDown', 'Alt+ArrowDown')
  await on('we detected the attackers')
  await suggestions.make('event', 'e')
  await on('2024')
  await suggestions.make('event')
  await on('The Chinese embassy logically focuses')
  // Back among the names: the group itself, everywhere at once.
  await press('a')

  await expect(suggestions.undo).toBeEnabled()
  const keys = suggestions.pressed
  test.info().annotations.push({ type: 'keystrokes', description: `${keys} of fewer than ${limit}` })
  process.stdout.write(`Keystrokes from the file to the finished incident: ${keys}, to be fewer than ${limit}\n`)
  expect(keys).toBeLessThan(limit)
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-pointer-used'))).toBe(false)

  const { title, annotations, events, attributions, responses, sources } = await incidentNow()
  const quotes = ({ evidence }: { evidence: Incident['events'][string]['evidence'] }) => evidence.map((piece) => (piece.kind === 'quote' ? (annotations[piece.annotationId]?.anchor.exact ?? '') : ''))
  expect(title).toBe('EU Provides Support to Czech Republic Following Chinese Cyberattack')
  expect(Object.values(events).map((event) => [event.date.edtf, event.date.wording, event.lane, quotes(event)])).toEqual([
    ['2022', '2022', 'activity', [expect.stringMatching(/^The foreign ministry noted in a statement that the attack began in 2022 .* of the ministry\.$/)]],
    [null, null, expect.any(String), ['we detected the attackers during the intrusion.']],
    ['2024', '2024', 'activity', [expect.stringMatching(/^The Czech Security Information Office .* 2024 annual report\.$/)]],
  ])
  expect(Object.values(attributions).map((one) => [one.by.name, one.to.map(({ name, level }) => `${name}, ${level}`), one.strength, quotes(one)])).toEqual([
    ['Czech foreign ministry', ['APT31, group'], 'high level of certainty', ['identifying it as the China-linked group APT31']],
    ['Czech foreign ministry', ['APT31, group'], null, ['was carried out by the cyber espionage group APT31']],
    ['Czech foreign ministry', ['Ministry of State Security, agency'], null, ['publicly associated with the (Chinese) Ministry of State Security']],
  ])
  expect(Object.values(responses).map((one) => [one.actor.name, one.type, quotes(one)])).toEqual([
    ['European Union', 'statement-of-support', ['Provides Support to Czech Republic']],
    ['European Union', 'statement', ['China needs to take more action to prevent these incidents']],
    ['Kaja Kallas', 'condemnation', ['condemned these assaults']],
    ['foreign ministry', 'summons-of-ambassador', ['Chinese ambassador had been summoned']],
    ['Jan Lipavsky', 'statement', ['calls on China to desist from such attacks']],
  ])
  const text = (await readFile(article, 'utf8')).replaceAll('\r\n', '\n')
  for (const { state, anchor } of Object.values(annotations)) expect([state, text.slice(anchor.start, anchor.end)]).toEqual(['accepted', anchor.exact])
  expect(Object.values(sources).flatMap(({ rejected = [] }) => rejected.map(({ type, value }) => [type, value]))).toEqual([['attribution', 'China']])
})

const english = `Statement of a trial

On 3 May 2024 the Ministry of Foreign Affairs condemned the attack.

The attack began in 2022. APT31 struck again, and APT31 left. “We stand firm,” said Jens Stoltenberg.
`

test('accept, reject and accept all equal by keyboard alone; what was rejected stays so after a restart, and nothing suggested is exported', async () => {
  test.slow()
  let suggestions = await withText(english, { language: 'en' })
  const { library, userData } = program
  let { page } = program
  const folder = await mkdtemp(join(tmpdir(), 'kronika-export-'))
  const exported = async (name: string) => {
    await program.answerDialog([join(folder, name)])
    await valueOf(page, 'export:run', { id: (await incidentNow()).id, format: 'json', options: { tlp: 'CLEAR', language: 'en' } })
    return readFile(join(folder, name), 'utf8')
  }
  await expect.poll(suggestions.underlined).toEqual(expect.arrayContaining(['3 May 2024', 'Ministry of Foreign Affairs', 'condemned the attack', '2022', 'APT31', 'We stand firm,', 'Jens Stoltenberg']))

  await test.step('nothing is in the case, its JSON and its report before it is accepted', async () => {
    const before = await exported('before.json')
    expect((JSON.parse(before) as { incident: Incident }).incident).toMatchObject({ annotations: {}, events: {} })
    expect(before).not.toContain('"rejected"')
    await suggestions.press('Alt+5')
    const report = new ReportPage(page)
    await expect(report.pages.locator('body')).toContainText('Statement of a trial')
    for (const words of ['3 May 2024', 'APT31', 'We stand firm', 'Stoltenberg']) await expect(report.pages.locator('body')).not.toContainText(words)
    await suggestions.press('Alt+3')
    await expect(suggestions.text).toBeVisible()
    await suggestions.text.focus()
  })

  await test.step('Tab goes from one to the next, A accepts, X rejects, Ctrl+Z takes it back', async () => {
    await suggestions.press('Tab')
    await suggestions.standsOn('3 May 2024')
    await expect(suggestions.bar).toContainText('Reads as 3 May 2024 (2024-05-03)')
    expect(await findings(page)).toEqual([])
    await suggestions.press('a')
    await suggestions.standsOn('Ministry of Foreign Affairs')
    await suggestions.press('x')
    await suggestions.standsOn('condemned the attack')
    await expect.poll(suggestions.underlined).not.toContain('Ministry of Foreign Affairs')
    await suggestions.press('Control+z')
    await expect.poll(suggestions.underlined).toContain('Ministry of Foreign Affairs')
    await suggestions.press('Shift+Tab')
    await suggestions.standsOn('Ministry of Foreign Affairs')
    await suggestions.press('x')
    await suggestions.standsOn('condemned the attack')
  })

  await test.step('Shift+A accepts all equal ones as one step', async () => {
    await suggestions.press('Tab', 'Tab')
    await suggestions.standsOn('APT31')
    await suggestions.press('Shift+a')
    await expect.poll(async () => (await suggestions.underlined()).includes('APT31')).toBe(false)
    const marked = async () => Object.values((await incidentNow()).annotations).map(({ anchor }) => anchor.exact)
    await expect.poll(marked).toEqual(['3 May 2024', 'APT31', 'APT31'])
    await suggestions.press('Control+z')
    await expect.poll(marked).toEqual(['3 May 2024'])
    await suggestions.press('Control+Shift+z')
    await expect.poll(marked).toEqual(['3 May 2024', 'APT31', 'APT31'])
  })

  await test.step('the list decides too, Escape gives Tab back, F8 hides them', async () => {
    await suggestions.press('Alt+Enter')
    await expect(suggestions.list.locator('[role=row][tabindex="0"]')).toBeFocused()
    await expect(suggestions.list.locator('[role=row][tabindex="0"]')).toContainText('We stand firm')
    await expect(suggestions.list.locator('[role=row][tabindex="0"]')).toContainText('Said by Jens Stoltenberg')
    expect(await findings(page)).toEqual([])
    await suggestions.press('a')
    await expect(suggestions.list.locator('[role=row][tabindex="0"]')).toContainText('Jens Stoltenberg')
    await expect(suggestions.list.locator('[role=row][tabindex="0"]')).toBeFocused()
    await suggestions.press('Enter')
    await expect(suggestions.text).toBeFocused()
    await expect(suggestions.bar).toBeVisible()
    await suggestions.press('Escape')
    await expect(suggestions.bar).toBeHidden()
    await suggestions.press('Tab')
    await expect(suggestions.text).not.toBeFocused()
    const ticks = page.locator('svg path[data-suggested]')
    await expect(ticks).toHaveCount(1)
    await suggestions.press('F8')
    await expect.poll(suggestions.underlined).toEqual([])
    await expect(ticks).toHaveCount(0)
    await suggestions.press('F8')
    await expect.poll(suggestions.underlined).toContain('Jens Stoltenberg')
    await expect(ticks).toHaveCount(1)
  })

  await test.step('a restart knows what was decided', async () => {
    await program.quit()
    program = await launch({ library, userData, size })
    page = program.page
    suggestions = new SuggestionsPage(page)
    await page.locator('#root > *').first().waitFor()
    await suggestions.press('Alt+3')
    await expect.poll(suggestions.underlined, { timeout: 30_000 }).toEqual(expect.arrayContaining(['condemned the attack', '2022', 'Jens Stoltenberg']))
    expect(await suggestions.underlined()).not.toContain('Ministry of Foreign Affairs')
    const after = JSON.parse(await exported('after.json')) as { incident: Incident }
    expect(Object.values(after.incident.annotations).map(({ anchor }) => anchor.exact).sort()).toEqual(['3 May 2024', 'APT31', 'APT31', 'We stand firm,'])
    expect(Object.values(after.incident.sources).map(({ rejected }) => rejected)).toEqual([[{ type: 'organisation', start: english.indexOf('Ministry'), end: english.indexOf(' condemned'), value: null }]])
  })
})

test('in Czech, dark and small, without single letters: Tab and Enter are enough', async () => {
  const suggestions = await withText('Prohlášení na zkoušku\n\nMinisterstvo zahraničních věcí si 28. května 2025 předvolalo čínského velvyslance.\n\nÚtok začal v roce 2022 a stojí za ním skupina APT31.\n', { language: 'cs', theme: 'dark', letters: false, size: { width: 1024, height: 640 } })
  const { page } = program
  await expect.poll(suggestions.underlined).toEqual(expect.arrayContaining(['28. května 2025', 'APT31']))
  await suggestions.press('Tab')
  await suggestions.standsOn('Ministerstvo')
  await suggestions.press('a')
  await suggestions.press('Tab')
  await suggestions.standsOn('28. května 2025')
  await expect(suggestions.bar).toContainText('(2025-05-28)')
  expect(await findings(page)).toEqual([])
  await suggestions.make('event')
  const { annotations, events } = await incidentNow()
  expect(Object.values(annotations).map(({ anchor }) => anchor.exact)).toEqual(expect.arrayContaining(['28. května 2025', 'Ministerstvo zahraničních věcí si 28. května 2025 předvolalo čínského velvyslance.']))
  expect(Object.values(events).map(({ date, lane }) => [date.edtf, date.wording, lane])).toEqual([['2025-05-28', '28. května 2025', 'diplomatic']])
})

test('a key that comes twice before the answer decides once', async () => {
  const suggestions = await withText('APT31.', { language: 'en' })
  await suggestions.found(1)
  await suggestions.press('Tab')
  await suggestions.standsOn('APT31')
  // As a key that is held down: the second one is there before the first is written.
  await suggestions.text.evaluate((element) => {
    for (let times = 0; times < 2; times++) element.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', bubbles: true, cancelable: true }))
  })
  await expect(suggestions.list.getByRole('row')).toHaveCount(1)
  await expect.poll(async () => Object.values((await incidentNow()).annotations).map(({ anchor }) => anchor.exact)).toEqual(['APT31'])
  await suggestions.press('Control+z')
  await suggestions.found(1)
  await expect.poll(async () => Object.keys((await incidentNow()).annotations)).toEqual([])
})

test('Enter that comes twice in a form makes one record', async () => {
  const suggestions = await withText('APT31 struck on 3 May 2024.\n\nThe Norwegian government said that the attack was carried out by APT31.', { language: 'en' })
  await suggestions.found(5)
  const twice = async (kind: 'New event' | 'New attribution') => {
    const form = program.page.getByRole('form', { name: kind })
    await expect(form).toBeVisible()
    await form.evaluate(() => {
      const field = document.activeElement
      for (let times = 0; times < 2; times++) field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
    })
    await expect(form).toBeHidden()
  }
  await suggestions.press('Alt+ArrowDown', 'Enter')
  await twice('New event')
  await suggestions.standsOn('was carried out by')
  await suggestions.press('Enter')
  await twice('New attribution')
  await expect.poll(async () => {
    const { events, attributions } = await incidentNow()
    return [Object.keys(events).length, Object.keys(attributions).length]
  }).toEqual([1, 1])
})
