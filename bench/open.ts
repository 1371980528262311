import type { Page } from '@playwright/test'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Incident } from '#domain/incident/index.ts'
import { referenceCases } from '#main/reference/index.ts'
import { launch } from '../e2e/launch.ts'
import { figure, median, p95, printTable, timed, verify } from './lib.ts'

/**
 * Opening the Czech case, from the key in the list to the marked text on screen, beside two things that cannot be left
 * out: reading and parsing the same file, and painting the same text without marks. Times in the page go from the key
 * to the end of the frame that shows the result.
 */
const launches = 2
const rounds = 8
const caseId = 'cz-mfa-apt31-2022'
const resources = fileURLToPath(new URL('../resources', import.meta.url))
const file = join(resources, 'cases', `${caseId}.json`)

process.env['KRONIKA_RUNTIME'] = 'chromium'
process.env['KRONIKA_HEADLESS'] = '1'

type Opened = { call: number; opened: number; plain: number; frame: number; ranges: number; words: string }

/**
 * Runs in the page, where the list is shown with the case selected. Opens the case by Enter and waits for drawn marks;
 * then paints the text alone over everything, and an empty frame, the same way.
 */
function openAndCompare(id: string): Promise<Opened> {
  // The end of a frame: a task of its own after the callbacks of that frame and its paint.
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => void setTimeout(done)))
  const drawn = () => [...document.querySelectorAll<SVGPathElement>('article svg path')].filter((path) => path.getBBox().width > 0)
  const until = async (holds: () => boolean, limit = performance.now() + 15_000) => {
    while (!holds()) {
      if (performance.now() > limit) throw new Error('the marks were not drawn')
      await new Promise(requestAnimationFrame)
    }
    await new Promise<void>((done) => void setTimeout(done))
  }
  const since = async (work: () => unknown) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const paintPlain = (article: Element) => {
    const alone = article.cloneNode(false) as HTMLElement
    for (const part of article.querySelectorAll('p')) alone.append(part.cloneNode(true))
    alone.style.cssText = 'position: fixed; inset: 0; z-index: 9999; background: white'
    document.body.append(alone)
    return alone
  }
  return (async () => {
    const call = await since(() => window.api.call('incident:open', { id }))
    await frame()
    const row = document.querySelector<HTMLElement>('[role=grid] [role=row][aria-selected=true]')
    if (!row) throw new Error('no row is selected')
    row.focus()
    const opened = await since(() => {
      row.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      return until(() => drawn().length > 0)
    })
    const article = document.querySelector('[role=article], article')
    const first = drawn()[0]
    if (!article || !first) throw new Error('no mark lies in the text')
    const part = first.closest('p')
    const box = part?.getBoundingClientRect()
    const visible = box !== undefined && box.width > 0 && box.top < innerHeight && box.bottom > 0
    const [start, end] = (first.getAttribute('data-spans') ?? '').split(' ')[0]?.split('-').map(Number) ?? []
    const words = visible ? (part?.firstChild?.textContent ?? '').slice(start, end) : ''
    const ranges = drawn().reduce((sum, path) => sum + (path.getAttribute('data-spans') ?? '').split(' ').length, 0)
    let alone: HTMLElement | null = null
    const plain = await since(() => {
      alone = paintPlain(article)
      return frame()
    })
    ;(alone as HTMLElement | null)?.remove()
    await frame()
    return { call, opened, plain, frame: await since(frame), ranges, words }
  })()
}

async function toTheList(page: Page) {
  await page.getByRole('main').waitFor()
  await page.keyboard.press('Alt+1')
  const row = page.getByRole('grid', { name: 'Incidents' }).getByRole('row', { selected: true })
  await row.waitFor()
  return row
}

async function selectCase(page: Page, shortTitle: string) {
  await toTheList(page)
  await page.getByRole('searchbox', { name: 'Filter incidents' }).fill(shortTitle)
  await page.getByRole('grid', { name: 'Incidents' }).getByRole('row', { name: shortTitle }).first().click()
  verify((await (await toTheList(page)).innerText()).includes(shortTitle), 'the Czech case is selected')
  // The list shows what is selected after a moment; that is not part of opening it.
  await page.waitForTimeout(400)
}

async function verifyShown(page: Page, { ranges, words }: Opened, { shortTitle, annotations }: Incident) {
  const exacts = Object.values(annotations).map(({ anchor }) => anchor.exact)
  verify(ranges >= 5, `marks are drawn: ${ranges}`)
  verify(exacts.some((exact) => exact.includes(words.trim()) && words.trim().length > 0), `a mark covers words of an annotation on screen: ${words}`)
  verify(await page.getByRole('heading', { level: 1, name: shortTitle }).isVisible(), 'it is the Czech case')
  verify(await page.getByRole('article').first().isVisible(), 'the text is on screen')
}

const root = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
try {
  const { incident } = await referenceCases(resources).open(caseId)
  const times = { parse: [] as number[], check: [] as number[], first: [] as number[], call: [] as number[], opened: [] as number[], plain: [] as number[], frame: [] as number[] }
  for (let nth = 0; nth < launches; nth += 1) {
    const program = await launch({ library: join(root, `library-${nth}`), userData: join(root, `user-${nth}`), language: 'en', size: { width: 1440, height: 900 } })
    try {
      await selectCase(program.page, incident.shortTitle)
      for (let round = 0; round <= rounds; round += 1) {
        const measured = await program.page.evaluate(openAndCompare, caseId)
        await verifyShown(program.page, measured, incident)
        const parse = await timed(async () => void JSON.parse(await readFile(file, 'utf8')))
        const check = await timed(() => referenceCases(resources).open(caseId))
        await toTheList(program.page)
        await program.page.waitForTimeout(200)
        if (round === 0) times.first.push(measured.opened)
        else for (const [name, value] of Object.entries({ ...measured, parse, check })) if (name in times) times[name as keyof typeof times].push(Number(value))
      }
    } finally {
      await program.quit()
    }
  }
  const parse = median(times.parse)
  const plain = median(times.plain)
  const row = (name: string, values: number[]) => [name, figure(median(values)), figure(p95(values)), `${figure(median(values) / parse)}×`, `${figure(median(values) / plain)}×`]
  printTable(`Opening the Czech case, ${figure((await readFile(file)).length / 1000)} KB (${process.version})`, ['what', 'median ms', 'p95 ms', 'to parsing', 'to plain text'], [
    row('reading and JSON.parse of the file', times.parse),
    row('Kronika, read and checked whole', times.check),
    row('Kronika, incident:open seen from the window', times.call),
    row('an empty frame', times.frame),
    row('the plain text, painted without marks', times.plain),
    row('Kronika, from Enter to marked text', times.opened),
    row('Kronika, the same for the first time', times.first),
  ])
} finally {
  await rm(root, { recursive: true, force: true })
}
