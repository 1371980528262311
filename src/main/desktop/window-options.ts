import type { BrowserWindowConstructorOptions } from 'electron'
import { smallest, type Rectangle } from './window-state.ts'

/** The colours of the pages before they paint: --page of the token sheet. */
const backgrounds = { light: '#ffffff', dark: '#1b1e23' }

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

export function windowOptions({ preload, dark }: { preload: string; dark: boolean }, bounds: Rectangle): BrowserWindowConstructorOptions {
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
