import type { FrameLocator, Locator, Page } from '@playwright/test'

/** Settings, checks and preview of the report. */
export class ReportPage {
  readonly page: Page
  readonly tlp: Locator
  readonly preflight: Locator
  readonly pages: FrameLocator
  readonly exportPdf: Locator

  constructor(page: Page) {
    this.page = page
    this.tlp = page.getByLabel('TLP at most')
    this.preflight = page.getByRole('region', { name: 'Preflight' })
    this.pages = page.frameLocator('iframe')
    this.exportPdf = page.getByRole('button', { name: /^Export PDF/ })
  }
}
