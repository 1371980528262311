import { expect, type Locator, type Page } from '@playwright/test'

/** The view of several cases; names are the English ones. */
export class ComparePage {
  readonly page: Page
  readonly chart: Locator
  readonly table: Locator
  readonly side: Locator
  readonly toolbar: Locator

  constructor(page: Page) {
    this.page = page
    this.chart = page.getByRole('img', { name: /^\d+ cases?, / })
    this.table = page.getByRole('grid', { name: 'Intervals' })
    this.side = page.getByRole('complementary', { name: 'Cases and records' })
    this.toolbar = page.getByRole('toolbar', { name: 'Comparison' })
  }

  press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async open(): Promise<void> {
    await expect(this.page.getByRole('navigation').getByRole('button', { name: 'Compare' })).toBeVisible()
    await this.press('Alt+6')
    await expect(this.chart.locator('svg').last()).toBeVisible()
  }

  /** Cases in the order they are drawn, by id. */
  drawn = (): Promise<string[]> => this.chart.locator('[data-case]').evaluateAll((groups) => groups.map((group) => group.getAttribute('data-case') ?? ''))
  /** Texts of the drawing, no-break spaces as blanks. */
  words = async (): Promise<string[]> => (await this.chart.locator('svg').last().locator('text').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '))
  row = (name: string): Locator => this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) })
  /** Cells of a row as read, without the name of the case. */
  cells = async (name: string): Promise<string[]> => (await this.row(name).getByRole('gridcell').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '))
  focused = (): Promise<string> => this.page.evaluate(() => document.activeElement?.textContent?.replaceAll('\u00a0', ' ') ?? '')
}
