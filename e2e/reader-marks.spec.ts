import { expect, test } from '@playwright/test'
import { launch, type Launched } from './launch.ts'
import { paragraphsOf, prose, readingLibrary } from './long-texts.ts'
import { ReaderPage } from './pages/reader.ts'

let program: Launched
test.afterEach(() => program.quit())

/** The reader with sources of these texts, the first one open. */
async function reading(texts: Parameters<typeof readingLibrary>[0]): Promise<ReaderPage> {
  program = await launch({ library: await readingLibrary(texts), language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  await page.getByRole('grid', { name: 'Incidents' }).getByRole('row', { name: /Long reading/ }).dblclick()
  await page.keyboard.press('Alt+3')
  const reader = new ReaderPage(page)
  await expect(reader.text).toBeVisible()
  return reader
}

test('asks no part out of view where it lies, which would have all of a long text laid out', async () => {
  const reader = await reading({ Short: { text: prose(200), every: 100 }, Long: { text: paragraphsOf(200, 700), every: 200 } })
  const { page, press } = reader
  // The program measures with the browser's own functions, so they can count.
  await page.evaluate(() => {
    const counted = window as unknown as { asked: number; skipped: number }
    Object.assign(counted, { asked: 0, skipped: 0 })
    for (const kind of [Element, Range]) {
      // oxlint-disable-next-line typescript-eslint/unbound-method
      const own = kind.prototype.getBoundingClientRect
      kind.prototype.getBoundingClientRect = function (this: Element | Range) {
        const place = this instanceof Range ? this.startContainer.parentElement : this
        counted.asked++
        if (place?.closest('article') && !place.checkVisibility({ contentVisibilityAuto: true })) counted.skipped++
        return own.call(this)
      }
    }
  })
  const counts = () => page.evaluate(() => { const { asked, skipped } = window as unknown as { asked: number; skipped: number }; return { asked, skipped } })
  await reader.openSource('Long')
  await expect.poll(async () => (await reader.shapes()).all).toBeGreaterThan(20)
  const opened = await counts()
  expect(opened.asked).toBeGreaterThan(10)
  expect(opened.skipped).toBe(0)
  await reader.text.evaluate((article) => { const scroller = article.parentElement?.parentElement; if (scroller) scroller.scrollTop = scroller.scrollHeight })
  await expect.poll(() => reader.text.locator('p').last().locator('path').count()).toBeGreaterThan(1)
  await press('F7')
  // What has just come near is drawn before it is shown.
  expect((await counts()).skipped).toBeLessThan(20)
})

test('lays lines under the letters of a font that came late', async () => {
  const reader = await reading({ Long: { text: paragraphsOf(20, 300), every: 200 } })
  const { page } = reader
  await expect.poll(async () => (await reader.shapes()).all).toBeGreaterThan(20)
  const lines = () => reader.text.evaluate((article) => [...article.querySelectorAll('p')].slice(0, 12).flatMap((part) => {
    const pen = document.createElement('canvas').getContext('2d')
    const words = part.firstChild
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(part)
    if (!pen || !words) return []
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const ascent = Math.round(pen.measureText('x').fontBoundingBoxAscent)
    return [...part.querySelectorAll('path.line-actor, path.line-victim, path.line-place')].map((path) => {
      const range = document.createRange()
      const [start = 0, end = 0] = (path.getAttribute('data-spans') ?? '').split(' ')[0]?.split('-').map(Number) ?? []
      range.setStart(words, start)
      range.setEnd(words, end)
      const top = (range.getClientRects()[0]?.top ?? 0) - part.getBoundingClientRect().top
      return { ascent, below: Number(/^M[\d.]+ ([\d.]+)/.exec(path.getAttribute('d') ?? '')?.[1]) - Math.round(top + ascent) }
    })
  }))
  const before = await lines()
  expect(before.length).toBeGreaterThan(1)
  expect(new Set(before.map(({ below }) => below))).toEqual(new Set([4]))
  await page.evaluate(async () => {
    const late = new FontFace('Source Serif 4', 'local("DejaVu Sans"), local("Liberation Sans"), local("Arial")', { weight: '400', ascentOverride: '140%' })
    document.fonts.add(late)
    await late.load()
  })
  await expect.poll(async () => (await lines())[0]?.ascent).toBeGreaterThan((before[0]?.ascent ?? 0) + 3)
  await expect.poll(async () => [...new Set((await lines()).map(({ below }) => below))]).toEqual([4])
})

test('leaves the colours to the system where it forces them', async () => {
  const reader = await reading({ Long: { text: paragraphsOf(20, 300), every: 100 } })
  const { page } = reader
  await expect.poll(async () => (await reader.shapes()).all).toBeGreaterThan(20)
  const colours = (shapes: string, property: 'fill' | 'stroke') => reader.text.locator(`svg path[class^='${shapes}']`).evaluateAll((paths, name) => [...new Set(paths.map((path) => getComputedStyle(path)[name]))], property)
  expect((await colours('line-', 'stroke')).length).toBeGreaterThan(5)
  await page.emulateMedia({ forcedColors: 'active' })
  const text = await reader.text.locator('p').first().evaluate((part) => getComputedStyle(part).color)
  expect(await colours('line-', 'stroke')).toEqual([text])
  expect(await colours('fill-', 'fill')).toEqual(['none'])
  expect(await colours('line-', 'fill')).toEqual(['none'])
})

test('draws one more mark in a huge paragraph without laying its words out again', async () => {
  const reader = await reading({ Huge: { text: prose(40_000), every: 60 } })
  const { page, press } = reader
  await expect.poll(async () => (await reader.shapes()).all).toBeGreaterThan(10)
  await reader.text.evaluate((article) => {
    const counted = window as unknown as { measured: number; children: number }
    Object.assign(counted, { measured: 0, children: 0 })
    // oxlint-disable-next-line typescript-eslint/unbound-method
    const own = Range.prototype.getClientRects
    Range.prototype.getClientRects = function (this: Range) {
      counted.measured++
      return own.call(this)
    }
    new MutationObserver((records) => { counted.children += records.filter(({ target }) => target instanceof HTMLParagraphElement).length }).observe(article, { childList: true, subtree: true })
  })
  await reader.text.focus()
  await reader.text.evaluate((article) => {
    const words = article.querySelector('p')?.firstChild
    if (words) document.getSelection()?.setBaseAndExtent(words, 13, words, 33)
  })
  const before = await reader.drawn(await reader.selection())
  await press('8')
  const words = prose(40_000).slice(13, 33).trim()
  await expect.poll(() => reader.drawn(words)).not.toEqual(before)
  const { measured, children } = await page.evaluate(() => { const { measured: a, children: b } = window as unknown as { measured: number; children: number }; return { measured: a, children: b } })
  expect(children).toBe(0)
  expect(measured).toBeLessThan(50)
  expect((await reader.shapes()).misplaced).toEqual([])
})

test('takes marks along when the pane gets narrower just after they are drawn', async () => {
  const reader = await reading({ First: { text: prose(200), every: 100 }, Second: { text: paragraphsOf(20, 300), every: 100 } })
  await expect.poll(async () => (await reader.shapes()).all).toBeGreaterThan(0)
  await reader.page.evaluate(() => {
    let narrowed = false
    new MutationObserver((records) => {
      const svg = records.flatMap(({ addedNodes }) => [...addedNodes]).find((node) => node instanceof SVGSVGElement && node.closest('article p'))
      const page = svg?.parentElement?.closest('article')?.parentElement
      if (!page || narrowed) return
      narrowed = true
      page.style.maxWidth = '420px'
    }).observe(document.body, { childList: true, subtree: true })
  })
  await reader.openSource('Second')
  await expect.poll(() => reader.text.evaluate((article) => article.clientWidth)).toBe(420)
  await expect.poll(async () => (await reader.shapes()).all).toBeGreaterThan(10)
  await expect.poll(async () => (await reader.shapes()).misplaced).toEqual([])
})
