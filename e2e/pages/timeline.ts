import { expect, type Locator, type Page } from '@playwright/test'

/** The timeline as a person with a keyboard meets it. */
export class TimelinePage {
  readonly page: Page
  readonly canvas: Locator
  readonly table: Locator
  readonly inspector: Locator
  readonly showing: Locator
  readonly thumbs: Locator
  readonly marks: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = page.getByRole('img', { name: /^(Timeline|Časová osa): / })
    this.table = page.getByRole('grid', { name: /^(Table|Tabulka)$/ })
    this.inspector = page.getByRole('complementary', { name: /^(Event|Událost)$/ })
    this.showing = page.getByRole('toolbar').getByRole('status')
    this.thumbs = page.getByRole('slider')
    this.marks = page.locator('[data-mark]')
  }

  /** Opens the view by its shortcut and waits until lanes are drawn and at rest. */
  async open(): Promise<void> {
    await expect(this.page.getByRole('navigation').getByRole('button', { name: /^(Timeline|Časová osa)/ })).toBeVisible()
    await this.page.keyboard.press('Alt+4')
    await expect(this.canvas).toBeVisible()
    await this.settled()
  }

  /** Until two looks at the marks agree: laid out, nothing moving. */
  async settled(): Promise<void> {
    let before = ''
    await expect.poll(async () => {
      const now = JSON.stringify([await this.drawn(), await this.window()])
      const same = now === before
      before = now
      return same
    }, { intervals: [120, 260, 260, 260] }).toBe(true)
  }

  press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The window in ms as the overview states it. */
  async window(): Promise<{ from: number; to: number }> {
    const [from = 0, to = 0] = await this.thumbs.evaluateAll((thumbs) => thumbs.map((thumb) => Number(thumb.getAttribute('aria-valuenow'))))
    return { from, to }
  }

  /** Every drawn mark: its items, and where its box begins and ends in px of the canvas. */
  drawn = (): Promise<{ keys: string[]; left: number; width: number; canvas: number; visible: boolean }[]> =>
    this.page.evaluate(() => {
      const canvas = document.querySelector('.vis-panel.vis-center')
      if (!canvas) return []
      const { width } = canvas.getBoundingClientRect()
      const left = canvas.firstElementChild?.getBoundingClientRect().left ?? 0
      return [...document.querySelectorAll<HTMLElement>('[data-mark]')].map((mark) => {
        const box = mark.getBoundingClientRect()
        return { keys: (mark.dataset['keys'] ?? '').split(' '), left: box.left - left, width: box.width, canvas: width, visible: getComputedStyle(mark).visibility === 'visible' }
      })
    })

  async rowCount(): Promise<number> {
    return Number(await this.table.getAttribute('aria-rowcount')) - 1
  }

  selectedRow = (): Locator => this.table.getByRole('row', { selected: true })

  /** Puts the focus on the first row. */
  async enterTable(): Promise<void> {
    await this.table.locator('[data-key][tabindex="0"]').focus()
    await this.press('Home')
  }

  /** Moves down until the row with these words is selected. */
  async goToRow(words: string): Promise<void> {
    await this.enterTable()
    for (let row = 0; row < 80; row++) {
      if ((await this.selectedRow().innerText()).includes(words)) return
      await this.press('ArrowDown')
    }
    throw new Error(`no row with "${words}"`)
  }
}
