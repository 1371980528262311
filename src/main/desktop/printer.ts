import { app } from 'electron'
import { pictureFonts, type DrawPicture } from '../print/picture.ts'
import type { PrintPage } from '../print/report.ts'
import { places } from '../places.ts'
import { reportShelf } from '../print/report-shelf.ts'
import { pictureMaker } from './picture-page.ts'
import { pagePrinter } from './print-page.ts'
import { secureEarly, secureSession } from './security.ts'

type Printer = { print: PrintPage; draw: DrawPicture }
let opened: Promise<Printer> | null = null

/** Pages and pictures for work without a window: the same pages under the same locks. */
export function openPrinter(): Promise<Printer> {
  opened ??= open()
  return opened
}

async function open(): Promise<Printer> {
  secureEarly()
  const shelf = reportShelf()
  // A printed page closes its window, and that alone must not end the program.
  app.on('window-all-closed', () => {})
  await app.whenReady()
  await secureSession(places.renderer, shelf)
  return { print: pagePrinter(shelf), draw: pictureMaker(shelf, () => pictureFonts(places.reportTemplate)) }
}
