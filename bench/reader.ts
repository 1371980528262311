import type { CDPSession, Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { emptyIncident, annotationTypes, type Annotation, type Incident, type Source } from '#domain/incident/index.ts'
import { makeAnchor, paragraphs } from '#domain/text/index.ts'
import { openLibrary } from '#main/store/index.ts'
import { launch } from '../e2e/launch.ts'
import { figure, median, p95, printTable, seeded, verify } from './lib.ts'
import type { Baseline, Given } from './reader-baseline.tsx'

/**
 * A text of 200 KB with 5,000 overlapping marks in the reader, beside the same text plain and as one React element a
 * segment, in the same page of the same run. What is compared is the work of the main thread (script, style, layout,
 * paint records) as Chromium counts it, not the wait for the next frame, which is the same for all.
 */
const size = 200_000
const count = 5000
const rounds = 3

process.env['KRONIKA_RUNTIME'] = 'chromium'
process.env['KRONIKA_HEADLESS'] = '1'

const words = 'the group sent messages that looked genuine to officials of the ministry and read their mail for months before the service found out and told the government which then named those whom it holds responsible'.split(' ')

function makeText(): string {
  const random = seeded(3)
  const parts: string[] = []
  for (let length = 0; length < size; ) {
    let part = ''
    while (part.length < 700) part += `${words[Math.floor(random() * words.length)] ?? ''} `
    parts.push(`${part.trim()}.`)
    length += part.length + 2
  }
  return parts.join('\n\n').slice(0, size)
}

function makeIncident(): { incident: Incident; texts: Record<string, string>; text: string } {
  const text = makeText()
  const short = 'A short text to start from.'
  const hash = (one: string) => createHash('sha256').update(one).digest('hex')
  const source = (id: string, title: string, one: string): Source => ({ id, citation: { id, type: 'webpage', title }, date: null, kind: 'press', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null, text: { sha256: hash(one), length: one.length, nature: 'original' }, note: '', tags: [] })
  const random = seeded(9)
  const annotations: Record<string, Annotation> = {}
  for (let nth = 0; nth < count; nth++) {
    const start = Math.floor(random() * (text.length - 200))
    const end = start + 10 + Math.floor(random() * 120)
    const id = `a${nth}`
    annotations[id] = { id, sourceId: 'long', anchor: makeAnchor(text, hash(text), start, end), type: annotationTypes[Math.floor(random() * 10)] ?? 'activity', tags: nth % 7 === 0 ? ['often'] : [], note: '', state: 'accepted', createdAt: '2025-05-28T10:00:00Z', createdBy: 'bench' }
  }
  const incident: Incident = { ...emptyIncident({ id: 'bench', title: 'Five thousand marks', createdAt: '2025-05-28T10:00:00Z' }), sources: { short: source('short', 'Short', short), long: source('long', 'Long', text) }, annotations }
  return { incident, texts: { [hash(text)]: text, [hash(short)]: short }, text }
}

async function baselineScript(): Promise<string> {
  const entry = fileURLToPath(new URL('reader-baseline.tsx', import.meta.url))
  const made = await build({ configFile: false, logLevel: 'silent', mode: 'production', define: { 'process.env.NODE_ENV': '"production"' }, build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench' } } })
  const [first] = Array.isArray(made) ? made : [made]
  const chunk = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('the comparison was not built')
  return chunk.code
}

/** Seconds of main-thread work since the page began. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = (await session.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] }
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

/** Waits until the page has painted and rests. */
const settled = (page: Page) => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => done()), 60)))))

type Bench = Window & { baseline: Baseline; given: Given; wider: Given }

/** Work of the main thread in ms for what happens in `action`, until the page rests. */
async function work(page: Page, session: CDPSession, action: () => Promise<unknown>): Promise<number> {
  await settled(page)
  const before = await busy(session)
  await action()
  await settled(page)
  return (await busy(session)) - before
}

/** The same for an empty action: what waiting and asking cost. */
const empty = (page: Page, session: CDPSession) => work(page, session, () => page.evaluate(() => undefined))

const drawn = (page: Page) => page.evaluate(() => {
  const article = document.querySelector('article')
  const view = article?.parentElement?.parentElement?.getBoundingClientRect()
  const visible = [...(article?.querySelectorAll('p') ?? [])].filter((part) => { const box = part.getBoundingClientRect(); return view !== undefined && box.bottom > view.top && box.top < view.bottom })
  return visible.flatMap((part) => [...part.querySelectorAll('svg path[class^="line-"]')].flatMap((path) => (path.getAttribute('data-spans') ?? '').split(' ').map((span) => {
    const [start, end] = span.split('-').map(Number)
    const words = part.firstChild?.textContent ?? ''
    return { type: (path.getAttribute('class') ?? '').slice(5), words: words.slice(start, end), part: words }
  })))
})

/** The marks that are registered in the parts on screen are the very ones of the incident, with their types. */
async function verifyDrawn(page: Page, text: string, annotations: readonly Annotation[]): Promise<number> {
  const shown = await drawn(page)
  const parts = [...new Set(shown.map(({ part }) => part))]
  for (const words of parts) {
    const start = text.indexOf(words)
    const end = start + words.length
    const expected = annotations.filter(({ anchor }) => anchor.start < end && anchor.end > start).map(({ anchor, type }) => `${type} ${text.slice(Math.max(start, anchor.start), Math.min(end, anchor.end))}`).sort()
    const found = shown.filter(({ part }) => part === words).map(({ type, words: exact }) => `${type} ${exact}`).sort()
    verify(JSON.stringify(expected) === JSON.stringify(found), `every mark of a part on screen is drawn: ${expected.length} and ${found.length}`)
  }
  verify(parts.length > 0, 'parts with marks are on screen')
  return shown.length
}

async function open(page: Page, title: string) {
  await page.getByRole('listbox', { name: 'Sources' }).getByRole('option').filter({ hasText: title }).evaluate((row) => (row as HTMLElement).click())
}

/** Work of each frame in ms while the text is scrolled by 120 px a frame: from the frame's callbacks to after its paint. */
const scrolled = (page: Page) => page.evaluate(() => new Promise<number[]>((done) => {
  const scroller = document.querySelector('article')?.parentElement?.parentElement
  const times: number[] = []
  const step = () => {
    const start = performance.now()
    if (scroller) scroller.scrollTop += 120
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => {
      times.push(performance.now() - start)
      if (times.length < 100) requestAnimationFrame(step)
      else done(times)
    })
    channel.port1.start()
    channel.port2.postMessage(0)
  }
  requestAnimationFrame(step)
}))

const root = await mkdtemp(join(tmpdir(), 'kronika-bench-'))
try {
  const { incident, texts, text } = makeIncident()
  const library = await openLibrary(join(root, 'library'), { author: () => 'bench', now: () => new Date() })
  await library.create(incident, texts)
  await library.close()
  const script = await baselineScript()
  const program = await launch({ library: join(root, 'library'), userData: join(root, 'user'), language: 'en', size: { width: 1440, height: 900 } })
  try {
    const { page } = program
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    await page.getByRole('grid', { name: 'Incidents' }).getByRole('row', { name: /Five thousand/ }).dblclick()
    await page.keyboard.press('Alt+3')
    await open(page, 'Long')
    await page.getByRole('article').locator('p').first().waitFor()
    await page.evaluate(script)
    const marks = Object.values(incident.annotations)
    await page.evaluate(({ text: all, parts, marks: given }) => {
      const article = document.querySelector('article')
      const part = article?.querySelector('p')
      const paper = article?.parentElement
      ;(window as unknown as Bench).given = { text: all, parts, marks: given, partClass: part?.className ?? '', blockClass: part?.parentElement?.className ?? '', rootClass: article?.className ?? '', pageClass: paper?.className ?? '', size: '17px' }
    }, { text, parts: paragraphs(text).map(({ start, end }) => ({ start, end })), marks: marks.map(({ anchor, type }) => ({ start: anchor.start, end: anchor.end, type })) })

    const times = { empty: [] as number[], plain: [] as number[], oneList: [] as number[], oneListAdd: [] as number[], byParagraph: [] as number[], byParagraphAdd: [] as number[], reader: [] as number[], drawnAdd: [] as number[], addReader: [] as number[], scroll: [] as number[] }
    let shown = 0
    for (let round = 0; round <= rounds; round++) {
      const keep = (name: keyof typeof times, ms: number) => { if (round > 0) times[name].push(ms * 1000) }
      keep('empty', await empty(page, session))
      keep('plain', await work(page, session, () => page.evaluate(() => { const { baseline, given } = window as unknown as Bench; baseline.plain(given) })))
      await page.evaluate(() => (window as unknown as Bench).baseline.end())
      const one = { start: 1500 + round, end: 1560, type: 'legal' }
      await page.evaluate((mark) => { const { given } = window as unknown as Bench; (window as unknown as Bench).wider = { ...given, marks: [...given.marks, mark] } }, one)
      for (const way of ['oneList', 'byParagraph'] as const) {
        keep(way, await work(page, session, () => page.evaluate((name) => { const { baseline, given } = window as unknown as Bench; baseline.segments(given, name) }, way)))
        const spans = await page.evaluate(() => (window as unknown as Bench).baseline.spans())
        verify(spans > count, 'the comparison draws every segment')
        keep(`${way}Add`, await work(page, session, () => page.evaluate((name) => { const { baseline, wider } = window as unknown as Bench; baseline.add(wider, name) }, way)))
        verify((await page.evaluate(() => (window as unknown as Bench).baseline.spans())) > spans, 'the comparison draws one mark more')
        await page.evaluate(() => (window as unknown as Bench).baseline.end())
      }
      await page.evaluate(() => { const { baseline, given } = window as unknown as Bench; baseline.drawn(given) })
      await settled(page)
      // Blocks get their heights when they are first shown: what is near is known only then.
      const before = await page.evaluate((mark) => { const { baseline, given } = window as unknown as Bench; return [baseline.more(given, mark), baseline.paths()] }, one)
      await settled(page)
      keep('drawnAdd', await work(page, session, () => page.evaluate(() => { const { baseline, given } = window as unknown as Bench; baseline.draw(given) })))
      const after = await page.evaluate(() => { const { baseline, given } = window as unknown as Bench; return [baseline.draw(given), baseline.paths()] })
      verify(before.every((n, index) => after[index] === n + 1 && n > 20), `one more mark is drawn: ${before} and ${after}`)
      await page.evaluate(() => { const { baseline } = window as unknown as Bench; baseline.undraw(); baseline.end() })
      await open(page, 'Short')
      await settled(page)
      keep('reader', await work(page, session, () => open(page, 'Long')))
      const now = Object.values((await page.evaluate(() => window.api.call('incident:open', { id: 'bench' })) as { value: { incident: Incident } }).value.incident.annotations)
      shown = await verifyDrawn(page, text, now)
      // The words are chosen beforehand: what is measured is the key that marks them.
      await page.getByRole('article').focus()
      await page.evaluate((nth) => {
        const view = document.querySelector('article')?.parentElement?.parentElement?.getBoundingClientRect()
        const part = [...document.querySelectorAll('article p')].find((one) => one.getBoundingClientRect().top > (view?.top ?? 0))?.firstChild
        if (part) document.getSelection()?.setBaseAndExtent(part, 20 + nth * 30, part, 40 + nth * 30)
      }, round)
      await settled(page)
      const rows = now.length + 1
      keep('addReader', await work(page, session, async () => {
        await page.keyboard.press('8')
        await page.evaluate((wanted) => new Promise<void>((done, failed) => {
          const since = performance.now()
          const timer = setInterval(() => {
            const there = Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) >= wanted
            if (!there && performance.now() - since < 8000) return
            clearInterval(timer)
            if (there) done()
            else failed(new Error('the mark did not come into the list'))
          }, 25)
        }), rows)
      }))
      verify(Object.keys((await page.evaluate(() => window.api.call('incident:open', { id: 'bench' })) as { value: { incident: Incident } }).value.incident.annotations).length === now.length + 1, 'one mark was added')
      await page.keyboard.press('Escape')
      if (round > 0) times.scroll.push(...(await scrolled(page)))
    }
    const rest = median(times.empty)
    const net = (values: readonly number[]) => Math.max(0.01, median(values) - rest)
    const row = (name: string, values: readonly number[], against: number, cheaper = false) => [name, figure(net(values)), figure(p95(values) - rest), cheaper ? `${figure(against / net(values))}× cheaper` : `${figure(net(values) / against)}×`]
    printTable(`A text of ${size / 1000} KB with ${count.toLocaleString('en-US')} marks: main-thread work (${process.version}); ${shown} marks on screen verified`, ['what', 'median ms', 'p95 ms', 'to its baseline'], [
      row('opening: the plain text', times.plain, net(times.plain)),
      row('opening: one React element a segment, in one list', times.oneList, net(times.plain)),
      row('opening: one React element a segment, by paragraph', times.byParagraph, net(times.plain)),
      row('opening: Kronika, text, marks and list', times.reader, net(times.plain)),
      row('adding one: one React element a segment, in one list', times.oneListAdd, net(times.oneListAdd)),
      row('adding one: one React element a segment, by paragraph', times.byParagraphAdd, net(times.oneListAdd), true),
      row('adding one: Kronika, drawing it in the text', times.drawnAdd, net(times.oneListAdd), true),
      row('adding one: Kronika, key to text, list and disk', times.addReader, net(times.oneListAdd), true),
      ['scrolling by 120 px: work of a frame', figure(median(times.scroll)), figure(p95(times.scroll)), `${figure(p95(times.scroll) / 16.7)}× of 16.7 ms`],
    ])
  } finally {
    await program.quit()
  }
} finally {
  await rm(root, { recursive: true, force: true })
}
