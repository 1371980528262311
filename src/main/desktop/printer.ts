import { app } from 'electron'
import type { PrintPage } from '../print/report.ts'
import { places } from '../places.ts'
import { reportShelf } from '../print/report-shelf.ts'
import { pagePrinter } from './print-page.ts'
import { secureEarly, secureSession } from './security.ts'

let opened: Promise<PrintPage> | null = null

/** A printer for work without a window: the same pages under the same locks. */
export function openPrinter(): Promise<PrintPage> {
  opened ??= open()
  return opened
}

async function open(): Promise<PrintPage> {
  secureEarly()
  const shelf = reportShelf()
  // A printed page closes its window, and that alone must not end the program.
  app.on('window-all-closed', () => {})
  await app.whenReady()
  await secureSession(places.renderer, shelf)
  return pagePrinter(shelf)
}
