import { expect, type Locator, type Page } from '@playwright/test'

/** What the windows say about damage, and the ways out. */
export class RecoveryPage {
  readonly page: Page
  readonly screen: Locator
  readonly question: Locator
  readonly notices: Locator

  constructor(page: Page) {
    this.page = page
    this.screen = page.getByRole('main')
    this.question = page.getByRole('alertdialog')
    this.notices = page.getByRole('region', { name: 'Notices' })
  }

  way = (title: string): Locator => this.screen.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title }) })
  lost = (title: string): Locator => this.way(title).getByRole('list', { name: 'Edits that this gives up' }).getByRole('listitem')
  choose = (name: string): Promise<void> => this.press(this.screen.getByRole('button', { name, exact: true }))
  alert = (words: string | RegExp): Locator => this.page.getByRole('alert').filter({ hasText: words })
  strip = (words: string | RegExp): Locator => this.page.getByRole('status').filter({ hasText: words })

  /** As a person with a keyboard does it. */
  async press(button: Locator): Promise<void> {
    await this.page.bringToFront()
    await button.focus()
    await expect(button).toBeFocused()
    await this.page.keyboard.press('Enter')
  }

  /** Opens the own incident of the list by its row. */
  async openOwn(): Promise<void> {
    const row = this.page.getByRole('grid').first().getByRole('row', { selected: true })
    await row.focus()
    await this.page.keyboard.press('Enter')
  }

  /** The same, where the incident is whole. */
  async openWhole(): Promise<void> {
    await this.openOwn()
    await expect(this.page.getByRole('article')).toBeVisible()
  }
}
