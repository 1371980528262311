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
