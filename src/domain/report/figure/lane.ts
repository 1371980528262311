import type { FigureItem } from '../document.ts'
import { bar, mark, type, type Box, type Scale } from './geometry.ts'
import { heightOf, place, widestLabel, wrap, type Label } from './labels.ts'
import { markAt } from './marks.ts'
import { drawShape, shapeFor, type DateSign, type Shape } from './shapes.ts'
import { element, rectangle, text } from './svg.ts'
import type { Measure } from './widths.ts'

export type Legend = { dates: Set<DateSign>; marks: Set<FigureItem['kind']> }
export type Lane = { height: number; svg: string }

/** What stands in a lane; an empty key marks a summary of records that another panel names one by one. */
export type Entry = { item: FigureItem; label: string; strong?: boolean }
type Drawn = { entry: Entry; shape: Shape; top: number }

/** Shapes take rows first; a shape that would touch another goes one row lower. */
function intoRows(entries: readonly Entry[], scale: Scale): Drawn[] {
  const rows: number[] = []
  return entries.flatMap((entry) => {
    const shape = entry.item.edtf === null ? null : shapeFor(entry.item.edtf, scale)
    if (shape === null) return []
    const free = rows.findIndex((right) => right + 1 <= shape.left)
    const row = free < 0 ? rows.length : free
    rows[row] = shape.right
    return [{ entry, shape, top: row * bar.row }]
  })
}

const boxOf = ({ shape, top }: Drawn): Box => ({ x: shape.left, y: top + 0.6, width: shape.right - shape.left, height: bar.row - 1.2 })

/** The sign of a dated range stands before its label, never inside the range. */
const hasSign = ({ entry, shape }: Drawn) => !shape.exact && entry.item.kind !== 'event'
const signWidth = mark.width + 0.8

function labelOf(drawn: Drawn, measure: Measure, lineAt: number | null): Label {
  const weight = drawn.entry.strong ? 600 : 400
  const lines = wrap(drawn.entry.label, widestLabel(lineAt), measure, type.size, weight)
  const width = Math.max(0, ...lines.map((words) => measure(words, type.size, weight))) + (hasSign(drawn) ? signWidth : 0)
  return { lines, width, left: drawn.shape.left, right: drawn.shape.right, top: drawn.top }
}

function drawLabel(drawn: Drawn, label: Label, at: { x: number; y: number; align: 'start' | 'end' }, y: number): string {
  const sign = hasSign(drawn) ? markAt(drawn.entry.item.kind, at.x + mark.width / 2, y + at.y + 1.6) : ''
  const left = at.x + (hasSign(drawn) ? signWidth : 0)
  const x = at.align === 'end' ? at.x + label.width : left
  const ground = rectangle(at.x - 0.4, y + at.y, label.width + 0.8, heightOf(label.lines) - 0.1, { fill: '#ffffff' })
  const lines = label.lines.map((words, index) => text(x, y + at.y + 2.5 + index * type.line, words, { weight: drawn.entry.strong ? 600 : 400, anchor: at.align }))
  return `${ground}${sign}${lines.join('')}`
}

/** Draws a lane with its top at y; it is as high as its labels need. */
export function drawLane(entries: readonly Entry[], scale: Scale, y: number, lineAt: number | null, measure: Measure, legend: Legend): Lane {
  const drawn = intoRows(entries, scale)
  const taken = drawn.map(boxOf)
  let bottom = Math.max(bar.row, ...drawn.map(({ top }) => top + bar.row))
  const labels = new Map<Drawn, string>()
  for (const one of drawn) {
    const label = labelOf(one, measure, lineAt)
    const at = place(label, taken, lineAt)
    taken.push({ x: at.x, y: at.y, width: label.width, height: heightOf(label.lines) - 0.2 })
    bottom = Math.max(bottom, at.y + heightOf(label.lines) + 0.5)
    labels.set(one, drawLabel(one, label, at, y))
  }
  for (const { entry, shape } of drawn) {
    for (const sign of shape.signs) legend.dates.add(sign)
    if (shape.exact || entry.item.kind !== 'event') legend.marks.add(entry.item.kind)
  }
  // Labels have a white ground, so every shape is drawn after all of them.
  const grounds = drawn.map((one) => labels.get(one) ?? '').join('')
  const shapes = drawn.map(({ entry, shape, top }) => {
    const picture = drawShape(shape, entry.item.kind, y + top + bar.row / 2)
    return entry.item.key === '' ? picture : element('g', { 'data-key': entry.item.key }, picture)
  })
  return { height: bottom + 0.6, svg: grounds + shapes.join('') }
}
