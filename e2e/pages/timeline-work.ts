import { expect, type Locator, type Page } from '@playwright/test'
import { TimelinePage } from './timeline.ts'

/** Filtering by period, choosing columns, changing several rows: the timeline's table as a person with a keyboard works in it. */
export class TimelineWorkPage extends TimelinePage {
  readonly bulk: Locator
  readonly notices: Locator
  readonly hidden: Locator

  constructor(page: Page) {
    super(page)
    this.bulk = page.getByRole('group', { name: 'Change the selected rows together' })
    this.notices = page.getByRole('region', { name: 'Notices' })
    this.hidden = page.getByRole('status').filter({ hasText: /^Hidden by the filter|hidden by the filter\.$/ })
  }

  selectedRows = (): Locator => this.table.getByRole('row', { selected: true })
  row = (words: string): Locator => this.table.getByRole('row').filter({ hasText: words })
  heads = (): Promise<string[]> => this.table.getByRole('columnheader').allInnerTexts()

  /** Opens the filters and writes the limits of a period. */
  async period({ from, to, sure }: { from?: string; to?: string; sure?: boolean }): Promise<void> {
    await this.page.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
    const filters = this.page.getByRole('dialog', { name: 'Filters' })
    await expect(filters).toBeVisible()
    if (from !== undefined) await filters.getByLabel('From', { exact: true }).fill(from)
    if (to !== undefined) await filters.getByLabel('To', { exact: true }).fill(to)
    if (sure !== undefined) await filters.getByRole('radio', { name: sure ? 'Surely in' : 'Possibly in' }).focus()
    if (sure === true) await filters.getByRole('radio', { name: 'Possibly in' }).press('ArrowRight')
    await this.press('Escape')
    await expect(filters).toBeHidden()
  }

  /** Ticks or unticks columns in their menu. */
  async toggleColumns(...names: string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Columns' }).press('Enter')
    for (const name of names) await this.page.getByRole('menuitemcheckbox', { name }).press('Enter')
    await this.press('Escape')
    await expect(this.page.getByRole('menu')).toBeHidden()
  }

  /** Opens a menu of the bar of several rows and takes one of its lines. */
  async together(menu: string, line: string): Promise<void> {
    await this.bulk.getByRole('button', { name: menu }).press('Enter')
    await this.page.getByRole('menuitem', { name: line }).press('Enter')
  }

  /** Writes a new event by the form and saves it. */
  async write(title: string, date: string): Promise<void> {
    await this.enterTable()
    await this.press('n')
    await this.page.getByLabel('Title').fill(title)
    await this.press('Tab')
    await this.page.keyboard.type(date)
    await this.press('Control+Enter')
    await expect(this.page.getByLabel('Title')).toBeHidden()
  }
}
