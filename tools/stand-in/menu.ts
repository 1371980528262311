import type { MenuItemConstructorOptions } from 'electron'
import { onTestMessage } from './test-messages.ts'

/** Chromium's application windows have no menu bar: the menu is kept, so that a test can choose from it. */
class StandInMenu {
  readonly items: readonly MenuItemConstructorOptions[]
  private constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items
  }
  static #application: StandInMenu | null = null

  static buildFromTemplate(template: MenuItemConstructorOptions[]) {
    return new StandInMenu(template)
  }
  static setApplicationMenu(menu: StandInMenu | null) {
    StandInMenu.#application = menu
  }
  static getApplicationMenu() {
    return StandInMenu.#application
  }
  /** Chromium shows a menu of its own over text. */
  popup() {}
}

function* every(items: readonly MenuItemConstructorOptions[]): Generator<MenuItemConstructorOptions> {
  for (const item of items) {
    yield item
    if (Array.isArray(item.submenu)) yield* every(item.submenu)
  }
}

onTestMessage('choose-menu', ({ id }) => {
  for (const item of every(StandInMenu.getApplicationMenu()?.items ?? [])) {
    // The window tells the program nothing of a choice made without one.
    if (item.id === id) item.click?.(item as never, undefined, {} as never)
  }
})

export { StandInMenu as Menu }
