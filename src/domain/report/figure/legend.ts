import type { FigureItem } from '../document.ts'
import type { Strings } from '../strings.ts'
import { bar, drawing, mark, pagePlot, type Plot } from './geometry.ts'
import type { Legend } from './lane.ts'
import { markAt } from './marks.ts'
import { bandSample } from './periods.ts'
import { beyond, stub, type DateSign } from './shapes.ts'
import { grey, hatchId, ink, known, rectangle, text } from './svg.ts'
import type { Measure } from './widths.ts'

const dateSigns: readonly DateSign[] = ['hatch', 'dashed', 'unknown', 'open', 'span', 'beyond']
const kinds: readonly FigureItem['kind'][] = ['detected', 'disclosed', 'attribution', 'summons', 'support', 'statement', 'denial', 'warning', 'legal', 'event']
const swatch = 6
const rowHeight = 4.2

function drawSign(sign: DateSign, x: number, y: number): string {
  if (sign === 'unknown' || sign === 'open') return stub(x, x + swatch, y, sign === 'open')
  if (sign === 'beyond') return beyond(x + 2, y, 1)
  const fill = sign === 'span' ? known : `url(#${hatchId})`
  return rectangle(x, y - bar.height / 2 + 0.2, swatch, bar.height - 0.4, { fill, stroke: ink, 'stroke-width': 0.28, ...(sign === 'dashed' ? { 'stroke-dasharray': '1 0.7' } : {}) })
}

type Entry = { width: number; words: string; draw: (x: number, y: number) => string }

/** Explains the signs that are used, and no others; flows over as many rows as it needs. */
export function drawLegend(used: Legend, strings: Strings, y: number, measure: Measure, plot: Plot = pagePlot): { svg: string; height: number } {
  const words = strings.drawing.legend
  const entries: Entry[] = [
    ...dateSigns.filter((sign) => used.dates.has(sign)).map((sign) => ({ width: sign === 'beyond' ? 2 : swatch, words: words[sign], draw: (x: number, at: number) => drawSign(sign, x, at) })),
    ...(used.periods ? [{ width: swatch, words: words.period, draw: (x: number, at: number) => bandSample(x, at, swatch) }] : []),
    ...kinds.filter((kind) => used.marks.has(kind)).map((kind) => ({ width: mark.width, words: words[kind], draw: (x: number, at: number) => markAt(kind, x + mark.width / 2, at) })),
  ]
  let x: number = drawing.lanes
  let row = 0
  const parts = entries.map((entry) => {
    const width = entry.width + 1.4 + measure(entry.words, 2.54)
    if (x > 0 && x + width > plot.width) {
      x = 0
      row += 1
    }
    const middle = y + row * rowHeight + 2.2
    const svg = `${entry.draw(x, middle)}${text(x + entry.width + 1.4, middle + 0.9, entry.words, { fill: grey })}`
    x += width + 5
    return svg
  })
  return { svg: parts.join(''), height: entries.length === 0 ? 0 : (row + 1) * rowHeight }
}
