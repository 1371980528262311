import { BrowserWindow, screen } from 'electron'
import type { Closing } from './closing.ts'
import { windowUrl } from './origin.ts'
import { windowOptions } from './window-options.ts'
import { placement, type WindowState } from './window-state.ts'

export type WindowSetting = { preload: string; dark: boolean; state: WindowState; remember: (state: WindowState) => void; hold: Closing['hold'] }

/** Opens the window of the program and shows it when it has something to show. */
export async function openWindow(setting: WindowSetting): Promise<BrowserWindow> {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow(windowOptions(setting, placement(setting.state.bounds, areas)))
  if (setting.state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    setting.remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    setting.hold(event, !window.webContents.isCrashed())
  })
  await window.loadURL(windowUrl)
  return window
}
