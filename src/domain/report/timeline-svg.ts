import type { Incident, Tlp } from '../incident/index.ts'
import { contextOf } from './context.ts'
import type { ReportLanguage } from './document.ts'
import { drawTimeline } from './figure/draw.ts'
import { drawing } from './figure/geometry.ts'
import { wrap } from './figure/labels.ts'
import { element, grey, rectangle, text } from './figure/svg.ts'
import { measureInter } from './figure/widths.ts'
import { escapeText } from './html/escape.ts'
import { tlpColours } from './html/page-css.ts'
import { createNotebook } from './notebook.ts'
import { figureOf } from './sections/timeline.ts'
import { formatInstant } from './typography.ts'

const margin = 8
const titleSize = 4.6

function label(tlp: Tlp, right: number, top: number): { svg: string; width: number } {
  const words = `TLP:${tlp}`
  const width = measureInter(words, 4.2, 600) + 5
  return { svg: `${rectangle(right - width, top, width, 7.6, { fill: '#000000' })}${text(right - width / 2, top + 5.3, words, { size: 4.2, weight: 600, fill: tlpColours[tlp], anchor: 'middle' })}`, width }
}

/**
 * The timeline of an incident as one SVG file (width 190 mm): title, TLP label, legend, and a line on dates
 * and sources are part of the picture. Text stays text; there is no style, no script and no address.
 */
export function timelineSvg(incident: Incident, { language, tlp, title }: { language: ReportLanguage; tlp: Tlp; title?: string }): string {
  const context = contextOf(incident, language, createNotebook(incident, {}))
  const { strings } = context
  const picture = drawTimeline(figureOf(context), language, measureInter)
  const width = drawing.width + 2 * margin
  const tag = label(tlp, width - margin, margin)
  const heading = title ?? incident.title
  const lines = wrap(heading, drawing.width - tag.width - 6, measureInter, titleSize, 600)
  const top = margin + Math.max(9, lines.length * 5.8 + 1)
  const cutOff = incident.cutOff === null ? null : formatInstant(incident.cutOff, language)
  const footer = wrap(strings.drawing.footer(Object.keys(incident.sources).length, cutOff), drawing.width, measureInter)
  const footerTop = top + 4 + picture.height + 4
  const height = footerTop + footer.length * 3.4 + margin
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-labelledby': 'title', viewBox: `0 0 ${width} ${height.toFixed(2)}`, width: `${width}mm`, height: `${height.toFixed(2)}mm`, 'font-family': 'Inter, Helvetica, Arial, sans-serif', lang: language },
    element('title', { id: 'title' }, escapeText(`TLP:${tlp} ${heading}`)),
    rectangle(0, 0, width, Number(height.toFixed(2)), { fill: '#ffffff' }),
    ...lines.map((words, index) => text(margin, margin + 5 + index * 5.8, words, { size: titleSize, weight: 600 })),
    tag.svg,
    element('g', { transform: `translate(${margin} ${(top + 4).toFixed(2)})` }, picture.svg),
    ...footer.map((words, index) => text(margin, footerTop + 2 + index * 3.4, words, { fill: grey })))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`
}
