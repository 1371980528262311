import type { Locator, Page } from '@playwright/test'

/** The history of an incident, and the line that says an earlier state is looked at. */
export class HistoryPage {
  readonly page: Page
  readonly grid: Locator
  readonly filter: Locator
  readonly showing: Locator
  readonly details: Locator
  readonly question: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Revisions' })
    this.filter = page.getByRole('searchbox', { name: 'Filter the history' })
    this.showing = page.getByRole('region', { name: 'History' }).getByRole('status')
    this.details = page.getByRole('complementary', { name: 'Revision' })
    this.question = page.getByRole('alertdialog')
  }

  rows = (): Locator => this.grid.getByRole('row').filter({ has: this.page.getByRole('gridcell') })
  selected = (): Locator => this.grid.getByRole('row', { selected: true })
  strip = (words: string | RegExp): Locator => this.page.getByRole('status').filter({ hasText: words })
}
