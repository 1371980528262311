import { expect, type Locator, type Page } from '@playwright/test'

/** The reader as a person with a keyboard meets it. */
export class ReaderPage {
  readonly page: Page
  readonly text: Locator
  readonly sources: Locator
  readonly list: Locator
  readonly bar: Locator
  readonly eventForm: Locator
  readonly said: Locator

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('article', { name: 'Text' })
    this.sources = page.getByRole('listbox', { name: 'Sources' })
    this.list = page.getByRole('grid', { name: 'Annotations' })
    this.bar = page.getByRole('group', { name: /Mark the selection|The new mark/ })
    this.eventForm = page.getByRole('form', { name: 'New event' })
    this.said = page.getByRole('main', { name: 'Reader' }).locator('> [role=status]')
  }

  press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Reads a source whose row has these words, by arrows alone. */
  async openSource(words: string): Promise<void> {
    await this.sources.getByRole('option', { selected: true }).focus()
    await this.press('Home')
    for (let row = 0; row < 60; row++) {
      if ((await this.sources.getByRole('option', { selected: true }).innerText()).includes(words)) break
      await this.press('ArrowDown')
    }
    await expect(this.sources.getByRole('option', { selected: true })).toContainText(words)
    await this.press('Enter')
    await expect(this.text).toBeFocused()
  }

  /** The caret at the first words of the text, by F7. */
  async caretAtStart(): Promise<void> {
    await this.press('F7')
    await expect(this.text).toBeFocused()
    await this.press('Control+Home')
  }

  /** What is selected in the text. */
  selection = (): Promise<string> => this.page.evaluate(() => String(document.getSelection()))

  /** The annotation types that are drawn with a line under exactly these words. */
  drawn = (words: string): Promise<string[]> =>
    this.page.evaluate((wanted) => {
      const covers = (path: Element) => (path.getAttribute('data-spans') ?? '').split(' ').some((span) => {
        const [start, end] = span.split('-').map(Number)
        return path.closest('p')?.firstChild?.textContent?.slice(start, end) === wanted
      })
      return [...document.querySelectorAll('article svg path[class^="line-"]')].filter(covers).map((path) => (path.getAttribute('class') ?? '').slice('line-'.length))
    }, words)

  /** Shapes drawn elsewhere than at the words they belong to, and how many there are at all. */
  shapes = (): Promise<{ all: number; misplaced: string[] }> =>
    this.page.evaluate(() => {
      const paths = [...document.querySelectorAll<SVGPathElement>('article svg path')]
      const misplaced = paths.filter((path) => {
        const words = path.closest('p')?.firstChild
        if (!words) return true
        const boxes = (path.getAttribute('data-spans') ?? '').split(' ').flatMap((span) => {
          const range = document.createRange()
          const [start = 0, end = 0] = span.split('-').map(Number)
          range.setStart(words, start)
          range.setEnd(words, end)
          return [...range.getClientRects()].filter(({ width }) => width > 0)
        })
        const drawn = path.getBoundingClientRect()
        const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))]
        const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))]
        return Math.abs(drawn.left - left) > 3 || Math.abs(drawn.right - right) > 5 || drawn.top < top - 2 || drawn.bottom > bottom + 8
      })
      return { all: paths.length, misplaced: misplaced.map((path) => `${path.getAttribute('class')} ${path.getAttribute('data-spans')}`) }
    })

  card = (words: string): Locator => this.list.getByRole('row').filter({ hasText: words })
  currentCard = (): Locator => this.list.locator('[role=row][tabindex="0"]')
}
