import type { Tlp } from '../../incident/index.ts'
import { escapeText } from '../html/escape.ts'
import { tlpColours } from '../html/page-css.ts'
import { pagePlot } from './geometry.ts'
import type { Drawing } from './draw.ts'
import { wrap } from './labels.ts'
import { element, grey, rectangle, text } from './svg.ts'
import { measureInter } from './widths.ts'

const margin = 8
const titleSize = 4.6

function label(tlp: Tlp, right: number, top: number): { svg: string; width: number } {
  const words = `TLP:${tlp}`
  const width = measureInter(words, 4.2, 600) + 5
  return { svg: `${rectangle(right - width, top, width, 7.6, { fill: '#000000' })}${text(right - width / 2, top + 5.3, words, { size: 4.2, weight: 600, fill: tlpColours[tlp], anchor: 'middle' })}`, width }
}

export type Frame = { title: string; /** Period and zone, under the title. */ period: string; tlp: Tlp; language: 'en' | 'cs'; /** What the picture is based on. */ source: string; /** Of the drawing, in mm. */ width?: number }

/**
 * A drawing as a picture of its own, one SVG file: title, period and zone, TLP label, legend and a line on dates and
 * sources are part of it. Text stays text in a font by its name; there is no style, no script and no address.
 */
export function framePicture(drawing: Drawing, { title, period, tlp, language, source, width: inner = pagePlot.width }: Frame): string {
  const width = inner + 2 * margin
  const tag = label(tlp, width - margin, margin)
  const lines = wrap(title, inner - tag.width - 6, measureInter, titleSize, 600)
  const below = margin + lines.length * 5.8 + 4
  const top = Math.max(below, margin + 9) + 3
  const footer = wrap(source, inner, measureInter)
  const footerTop = top + drawing.height + 4
  const height = Number((footerTop + footer.length * 3.4 + margin).toFixed(2))
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-labelledby': 'title', viewBox: `0 0 ${width} ${height}`, width: `${width}mm`, height: `${height}mm`, 'font-family': 'Inter, Helvetica, Arial, sans-serif', lang: language },
    element('title', { id: 'title' }, escapeText(`TLP:${tlp} ${title}`)),
    rectangle(0, 0, width, height, { fill: '#ffffff' }),
    ...lines.map((words, index) => text(margin, margin + 5 + index * 5.8, words, { size: titleSize, weight: 600 })),
    text(margin, below, period, { fill: grey, size: 2.89 }),
    tag.svg,
    element('g', { transform: `translate(${margin} ${top.toFixed(2)})` }, drawing.svg),
    ...footer.map((words, index) => text(margin, footerTop + 2 + index * 3.4, words, { fill: grey })))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`
}
