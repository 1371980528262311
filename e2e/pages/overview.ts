import type { Locator, Page } from '@playwright/test'

/** The record of an incident. */
export class OverviewPage {
  readonly page: Page
  readonly title: Locator
  readonly attributions: Locator
  readonly form: Locator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByLabel('Title', { exact: true })
    this.attributions = page.getByRole('region', { name: 'Attributions' })
    this.form = page.getByRole('form', { name: /attribution|response/ })
  }
}
