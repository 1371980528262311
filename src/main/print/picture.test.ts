import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { emptyIncident } from '#domain/incident/index.ts'
import { timelineSvg } from '#domain/report/index.ts'
import { dotsOf, PictureTooLarge, pictureFonts, withDensity, withFonts } from './picture.ts'

const svg = timelineSvg(emptyIncident({ id: 'e', title: 'Empty', createdAt: '2026-01-01T00:00:00Z' }), { language: 'en', tlp: 'CLEAR' })

/** A grey dot: the least file that is a PNG. */
function onePixel(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))])
}

describe('a picture in dots', () => {
  it('has two for each CSS pixel of its millimetres', () => {
    expect(dotsOf(svg).width).toBe(Math.round((190 / 25.4) * 96 * 2))
  })
  it('refuses what no canvas can hold, and says what to do', () => {
    expect(() => dotsOf('<svg width="190mm" height="9000.00mm">')).toThrow(PictureTooLarge)
    expect(() => dotsOf('<svg width="190mm" height="9000.00mm">')).toThrow(/SVG instead/)
  })
  it('says in the file how large its dots are', () => {
    const png = withDensity(onePixel())
    const at = Buffer.from(png).indexOf('pHYs')
    expect(Buffer.from(png).readUInt32BE(at + 4)).toBe(Math.round((192 / 25.4) * 1000))
    expect(Buffer.from(png).readUInt32BE(at + 13)).toBe(crc32(Buffer.from(png).subarray(at, at + 13)))
    expect(Buffer.from(png).indexOf('IDAT')).toBeGreaterThan(at)
    expect(png.length).toBe(onePixel().length + 21)
  })
})

describe('its fonts', () => {
  it('are the upright faces of Inter, held in the picture itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kronika-fonts-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'report.html'), '<html><link rel="stylesheet" crossorigin href="./assets/report-1.css"></html>')
    const face = (family: string, style: string, weight: number, file: string) => `@font-face{font-family:${family};font-style:${style};font-weight:${weight};src:url(./${file}) format("woff2");unicode-range:U+0-FF}`
    await writeFile(join(folder, 'assets', 'report-1.css'), [face('Inter', 'normal', 400, 'a.woff2'), face('Inter', 'italic', 400, 'b.woff2'), face('Inter', 'normal', 700, 'c.woff2'), face('Source Serif 4', 'normal', 400, 'd.woff2')].join(''))
    await writeFile(join(folder, 'assets', 'a.woff2'), 'glyphs')
    const fonts = await pictureFonts(join(folder, 'report.html'))
    expect(fonts).toContain(`url(data:font/woff2;base64,${Buffer.from('glyphs').toString('base64')})`)
    expect(fonts.match(/@font-face/g)).toHaveLength(1)
    expect(withFonts(svg, fonts)).toContain(`<style>${fonts}</style><title `)
  })
})
