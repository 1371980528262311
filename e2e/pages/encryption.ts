import type { Locator, Page } from '@playwright/test'

/** The lock screen and the dialogs about keys; names are the English ones. */
export class EncryptionPage {
  readonly page: Page
  readonly dialog: Locator
  readonly locked: Locator
  readonly alert: Locator
  readonly groups: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog')
    this.locked = page.getByRole('heading', { level: 1, name: 'This library is locked' })
    this.alert = page.getByRole('alert')
    this.groups = page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem')
  }

  field = (name: string): Locator => this.page.getByLabel(name, { exact: true })
  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true })

  async unlock(passphrase: string): Promise<void> {
    await this.field('Passphrase').fill(passphrase)
    await this.page.keyboard.press('Enter')
  }

  /** Types a new passphrase twice. */
  async choose(passphrase: string): Promise<void> {
    await this.field('New passphrase').fill(passphrase)
    await this.field('The same again').fill(passphrase)
  }

  recoveryKey = async (): Promise<string> => (await this.groups.allTextContents()).join('-')
}
