import type { Locator, Page } from '@playwright/test'

/** The list of incidents. */
export class LibraryPage {
  readonly page: Page
  readonly grid: Locator
  readonly filter: Locator
  readonly preview: Locator
  readonly showing: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Incidents' })
    this.filter = page.getByRole('searchbox', { name: 'Filter incidents' })
    this.preview = page.getByRole('complementary', { name: 'Preview' })
    this.showing = page.getByRole('region', { name: 'Incidents' }).getByRole('status')
  }

  row = (name: string): Locator => this.grid.getByRole('row', { name })
  selected = (): Locator => this.grid.getByRole('row', { selected: true })
  facet = (name: string, value: string): Locator => this.page.getByRole('group', { name }).getByRole('checkbox', { name: value })
}
