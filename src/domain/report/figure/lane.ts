import type { FigureItem } from '../document.ts'
import { bar, mark, takenPlaces, type, type Box, type Scale } from './geometry.ts'
import { heightOf, place, widestLabel, wrap, type Label, type Placed, type Setting } from './labels.ts'
import { markAt } from './marks.ts'
import { drawShape, shapeFor, type DateSign, type Shape } from './shapes.ts'
import { element, rectangle, text } from './svg.ts'
import type { Measure } from './widths.ts'

export type Legend = { dates: Set<DateSign>; marks: Set<FigureItem['kind']>; /** Whether named periods are drawn. */ periods?: boolean }
export type Lane = { height: number; svg: string }

/** What stands in a lane; an empty key marks a summary of records that another panel names one by one. */
export type Entry = { item: FigureItem; label: string; strong?: boolean }
type Drawn = { entry: Entry; shape: Shape; top: number }

/** Shapes take rows first; a shape that would touch another goes one row lower, or each one does. */
function intoRows(entries: readonly Entry[], scale: Scale, ownRows: boolean): Drawn[] {
  const rows: number[] = []
  return entries.flatMap((entry) => {
    const shape = entry.item.edtf === null ? null : shapeFor(entry.item.edtf, scale)
    if (shape === null) return []
    const free = ownRows ? -1 : rows.findIndex((right) => right + 1 <= shape.left)
    const row = free < 0 ? rows.length : free
    rows[row] = shape.right
    return [{ entry, shape, top: row * bar.row }]
  })
}

const boxOf = ({ shape, top }: Drawn): Box => ({ x: shape.left, y: top + 0.6, width: shape.right - shape.left, height: bar.row - 1.2 })

/** The sign of a range stands beside its label, never inside the range. */
const hasSign = ({ entry, shape }: Drawn) => !shape.exact && entry.item.kind !== 'event'
const signWidth = mark.width + 0.8

/** Narrower settings are tried beside the shape before the label goes below it. */
const narrower = [40, 28, 22] as const

function labelOf(drawn: Drawn, measure: Measure, lineAt: number | null, { plot }: Scale): Label {
  const weight = drawn.entry.strong ? 600 : 400
  const sign = hasSign(drawn) ? signWidth : 0
  const setting = (limit: number): Setting => {
    const lines = wrap(drawn.entry.label, limit, measure, type.size, weight)
    return { lines, width: Math.max(0, ...lines.map((words) => measure(words, type.size, weight))) + sign }
  }
  const widest = widestLabel(lineAt, plot)
  return { settings: [setting(widest), ...narrower.filter((limit) => limit < widest).map(setting)], left: drawn.shape.left, right: drawn.shape.right, top: drawn.top }
}

function drawLabel(drawn: Drawn, at: Placed, y: number): string {
  const room = hasSign(drawn) ? signWidth : 0
  const ends = at.align === 'end'
  // The sign stands at the end that is nearer to the shape.
  const signX = ends ? at.x + at.width - mark.width / 2 : at.x + mark.width / 2
  const sign = hasSign(drawn) ? markAt(drawn.entry.item.kind, signX, y + at.y + 1.6) : ''
  const x = ends ? at.x + at.width - room : at.x + room
  const ground = rectangle(at.x - 0.4, y + at.y, at.width + 0.8, heightOf(at.lines) - 0.1, { fill: '#ffffff' })
  const lines = at.lines.map((words, index) => text(x, y + at.y + 2.5 + index * type.line, words, { weight: drawn.entry.strong ? 600 : 400, anchor: at.align }))
  return `${ground}${sign}${lines.join('')}`
}

/** Draws a lane with its top at y; it is as high as its labels need. With `ownRows` it reads like a list. */
export function drawLane(entries: readonly Entry[], scale: Scale, y: number, lineAt: number | null, measure: Measure, legend: Legend, ownRows = false): Lane {
  const drawn = intoRows(entries, scale, ownRows)
  const taken = takenPlaces(drawn.map(boxOf))
  let bottom = Math.max(bar.row, ...drawn.map(({ top }) => top + bar.row))
  const labels = new Map<Drawn, string>()
  for (const one of drawn) {
    const at = place(labelOf(one, measure, lineAt, scale), taken, lineAt, scale.plot)
    taken.add({ x: at.x, y: at.y, width: at.width, height: heightOf(at.lines) - 0.2 })
    bottom = Math.max(bottom, at.y + heightOf(at.lines) + 0.5)
    labels.set(one, drawLabel(one, at, y))
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
