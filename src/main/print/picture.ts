import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'

/** Draws an SVG of ours as PNG bytes, twice as fine as a screen of 96 dots per inch. */
export type DrawPicture = (svg: string) => Promise<Uint8Array>

/** Dots for each CSS pixel. */
export const pictureScale = 2
/** Beyond this many dots to a side Chromium makes no canvas. */
const mostDots = 16_000
const dotsPerMillimetre = (96 / 25.4) * pictureScale

export class PictureTooLarge extends Error {
  constructor(width: number, height: number) {
    super(`the picture would be ${width} × ${height} dots; export it as SVG instead`)
    this.name = 'PictureTooLarge'
  }
}

/** Size in dots of an SVG that states its width and height in millimetres. @throws PictureTooLarge */
export function dotsOf(svg: string): { width: number; height: number } {
  const [, width = '', height = ''] = /<svg[^>]* width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg) ?? []
  const dots = { width: Math.round(Number(width) * dotsPerMillimetre), height: Math.round(Number(height) * dotsPerMillimetre) }
  if (!(dots.width > 0 && dots.height > 0)) throw new Error('the picture states no size in millimetres')
  if (Math.max(dots.width, dots.height) > mostDots) throw new PictureTooLarge(dots.width, dots.height)
  return dots
}

const stylesheet = /<link[^>]+rel="stylesheet"[^>]*href="([^"]+\.css)"/
const wanted = (face: string) => /font-family:\s*["']?Inter["']?[;}]/.test(face) && /font-style:\s*normal/.test(face) && /font-weight:\s*(400|600)/.test(face)

/**
 * The faces of Inter as a style sheet that holds its fonts: a picture on a canvas is a document of its own and sees no
 * font of the page around it.
 * @param template the built report.html, whose style sheet has the faces
 */
export async function pictureFonts(template: string): Promise<string> {
  const [, href = ''] = stylesheet.exec(await readFile(template, 'utf8')) ?? []
  const sheet = join(dirname(template), href)
  const faces = [...(await readFile(sheet, 'utf8')).matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face).filter(wanted)
  if (faces.length === 0) throw new Error('the style sheet of the report has no face of Inter')
  const embedded = faces.map(async (face) => {
    const [, file = ''] = /url\(["']?([^"')]+)["']?\)/.exec(face) ?? []
    const bytes = await readFile(join(dirname(sheet), file))
    return face.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${bytes.toString('base64')})`)
  })
  return (await Promise.all(embedded)).join('')
}

/** The picture with its fonts inside, for the canvas only; what is exported as SVG has neither style nor font. */
export const withFonts = (svg: string, fonts: string): string => svg.replace(/<title /, () => `<style>${fonts}</style><title `)

const signature = 8
const headerChunk = 25
const dotsPerMetre = Math.round(dotsPerMillimetre * 1000)

/** Says in the file how large its dots are meant (PNG, 11.3.4.3 pHYs), so that it is placed at the size of the drawing. */
export function withDensity(png: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  chunk.writeUInt32BE(dotsPerMetre, 8)
  chunk.writeUInt32BE(dotsPerMetre, 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  const at = signature + headerChunk
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)])
}
