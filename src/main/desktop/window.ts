import { BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron'
import { windowUrl } from './origin.ts'
import { placement, smallest, type Rectangle, type WindowState } from './window-state.ts'

/** The colours of the pages before they paint: --page of the token sheet. */
const backgrounds = { light: '#ffffff', dark: '#1b1e23' }

export type WindowSetting = { preload: string; dark: boolean; state: WindowState; remember: (state: WindowState) => void }

/** Every choice that keeps a page in its box is written out, also where it is Electron's own default. */
export const boxed = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const

export function windowOptions({ preload, dark }: Pick<WindowSetting, 'preload' | 'dark'>, bounds: Rectangle): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Kronika',
    backgroundColor: dark ? backgrounds.dark : backgrounds.light,
    webPreferences: { ...boxed, preload },
  }
}

/** Opens the window of the program and shows it when it has something to show. */
export async function openWindow(setting: WindowSetting): Promise<BrowserWindow> {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow(windowOptions(setting, placement(setting.state.bounds, areas)))
  if (setting.state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => setting.remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  await window.loadURL(windowUrl)
  return window
}
