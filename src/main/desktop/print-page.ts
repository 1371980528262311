import { BrowserWindow } from 'electron'
import type { PrintPage } from '../print/report.ts'
import type { ReportShelf } from '../print/report-shelf.ts'
import { origin } from './origin.ts'
import { boxed } from './window-options.ts'

// A face that only margin boxes use is not loaded by itself, and its text would print invisible.
const loadFonts = `Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => [...document.fonts].every((face) => face.status === 'loaded'))`

/** Prints a report page in a hidden window of its own, which has no preload and so no way to the program. */
export function pagePrinter(shelf: ReportShelf): PrintPage {
  return async (page) => {
    const address = shelf.put(page)
    const window = new BrowserWindow({ show: false, webPreferences: { ...boxed } })
    try {
      await window.loadURL(`${origin}${address}`)
      if ((await window.webContents.executeJavaScript(loadFonts)) !== true) throw new Error('a font of the report did not load')
      return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: true, generateDocumentOutline: true })
    } finally {
      window.destroy()
      shelf.drop(address)
    }
  }
}
