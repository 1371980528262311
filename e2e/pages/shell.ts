import type { Locator, Page } from '@playwright/test'

/** The bars, the palette, the help sheet and the notices around every view; names are the English ones. */
export class ShellPage {
  readonly page: Page
  readonly palette: Locator
  readonly found: Locator
  readonly help: Locator
  readonly notices: Locator
  readonly imports: Locator
  readonly undo: Locator

  constructor(page: Page) {
    this.page = page
    this.palette = page.getByRole('dialog').getByRole('combobox')
    this.found = page.getByRole('dialog').getByRole('option')
    this.help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    this.notices = page.getByRole('region', { name: 'Notices' })
    this.imports = page.getByRole('region', { name: 'Import' })
    this.undo = page.getByRole('button', { name: /^Undo/ })
  }

  press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Opens the palette, types and runs what it finds first. */
  async find(query: string): Promise<void> {
    await this.press('Control+k')
    await this.palette.fill(query)
  }

  /** Drops files on the window the way a file manager does. */
  async drop(files: { name: string; text: string; type: string }[]): Promise<void> {
    const data = await this.page.evaluateHandle((list) => {
      const transfer = new DataTransfer()
      for (const { name, text, type } of list) transfer.items.add(new File([text], name, { type }))
      return transfer
    }, files)
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: data })
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: data })
  }
}
