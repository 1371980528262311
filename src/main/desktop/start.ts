import { app, BrowserWindow, dialog, Menu, nativeTheme } from 'electron'
import { resolve } from 'node:path'
import { startOptions, type StartOptions } from '../arguments.ts'
import { places } from '../places.ts'
import { reportShelf } from '../print/report-shelf.ts'
import { broadcast } from './broadcast.ts'
import { serve } from './ipc/serve.ts'
import type { Closing } from './closing.ts'
import { logUnexpected } from './log.ts'
import { contextTemplate, menuTemplate } from './menu.ts'
import { openProgram } from './open-program.ts'
import { readInUtilityProcesses } from './reader-process.ts'
import { secureEarly, secureSession } from './security.ts'
import type { Desk } from './settings.ts'
import { openWindow } from './window.ts'

function followSettings(desk: Desk) {
  const { language, theme } = desk.settings()
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, (id) => broadcast('menu:command', { id }))))
}

const showWindow = (desk: Desk, { hold }: Closing) =>
  openWindow({ hold, preload: places.preload, dark: nativeTheme.shouldUseDarkColors, state: desk.window(), remember: (state) => void desk.rememberWindow(state).catch((error: unknown) => logUnexpected('window', error)) })

/** The right mouse button over words. */
function offerContextMenu(desk: Desk) {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_click, { isEditable, selectionText }) => {
      const template = contextTemplate(desk.settings().language, { editable: isEditable, selected: selectionText !== '' })
      if (template.length > 0) Menu.buildFromTemplate(template).popup()
    })
  })
}

function raise() {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** What is on its way is saved before the process ends. */
function endInOrder(close: () => Promise<void>) {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void close()
      .catch((error: unknown) => logUnexpected('close', error))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}

async function run(options: StartOptions) {
  const shelf = reportShelf()
  await secureSession(places.renderer, shelf)
  const { desk, handlers, closing, close } = await openProgram(options, shelf, followSettings)
  endInOrder(close)
  serve(handlers, logUnexpected)
  followSettings(desk)
  nativeTheme.on('updated', () => broadcast('theme:changed', { dark: nativeTheme.shouldUseDarkColors }))
  app.on('second-instance', raise)
  offerContextMenu(desk)
  await showWindow(desk, closing)
}

/** Starts the program with a window. What has to be said before Electron is ready is said at once. */
export function start(args: readonly string[]): void {
  secureEarly()
  readInUtilityProcesses()
  const options = startOptions(args)
  if (options.userData !== null) app.setPath('userData', resolve(options.userData))
  if (!app.requestSingleInstanceLock()) return app.quit()
  void app
    .whenReady()
    .then(() => run(options))
    .catch((error: unknown) => {
      dialog.showErrorBox('Kronika', error instanceof Error ? error.message : String(error))
      app.exit(1)
    })
}
