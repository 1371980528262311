import { BrowserWindow } from 'electron'
import { dotsOf, withDensity, withFonts, type DrawPicture } from '../print/picture.ts'
import type { ReportShelf } from '../print/report-shelf.ts'
import { origin } from './origin.ts'
import { boxed } from './window-options.ts'

/** Runs in the hidden page, whose one image is the picture. Vectors are drawn at the size of the canvas, not enlarged. */
const paint = ({ width, height }: { width: number; height: number }) => `(async () => {
  const [image] = document.images
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = ${width}
  canvas.height = ${height}
  canvas.getContext('2d').drawImage(image, 0, 0, ${width}, ${height})
  return canvas.toDataURL('image/png')
})()`

const prefix = 'data:image/png;base64,'

/**
 * Draws pictures in a hidden window of its own, as reports are printed: no preload, no scripts, no network.
 * @param fonts the faces as a style sheet, asked for with the first picture
 */
export function pictureMaker(shelf: ReportShelf, fonts: () => Promise<string>): DrawPicture {
  let faces: Promise<string> | null = null
  return async (svg) => {
    const size = dotsOf(svg)
    faces ??= fonts()
    const address = shelf.putPicture(withFonts(svg, await faces))
    const window = new BrowserWindow({ show: false, webPreferences: { ...boxed } })
    try {
      await window.loadURL(`${origin}${address}`)
      const drawn = String(await window.webContents.executeJavaScript(paint(size)))
      if (!drawn.startsWith(prefix)) throw new Error('the picture could not be drawn')
      return withDensity(Buffer.from(drawn.slice(prefix.length), 'base64'))
    } finally {
      window.destroy()
      shelf.drop(address)
    }
  }
}
