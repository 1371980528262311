import { bandOf, boundsOf, type BandPart } from '../../dates/index.ts'
import type { FigurePeriod } from '../document.ts'
import { openEnd, type, type Scale } from './geometry.ts'
import { wrap } from './labels.ts'
import { beyond } from './shapes.ts'
import { element, grey, hatchId, ink, line, rectangle, text } from './svg.ts'
import type { Measure } from './widths.ts'

const bandHatchId = 'band-hatch'
const bar = 1
const widest = 74
const gap = 2
/** How far (mm) an end that no source states is drawn: a length on paper, as with the dates of records. */
const fade = openEnd * 2

const stops = (first: number, last: number) => [first, last].map((opacity, at) => element('stop', { offset: at, 'stop-color': ink, 'stop-opacity': opacity }))
const gradient = (id: string, first: number, last: number) => element('linearGradient', { id }, ...stops(first, last))
const tint = 0.07

/** What bands are filled with; only for drawings that have any. */
export const bandDefs = (): string =>
  element('defs', {},
    element('pattern', { id: bandHatchId, width: 2, height: 2, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, line(0, 0, 0, 2, { stroke: ink, 'stroke-width': 0.16, 'stroke-opacity': 0.35 })),
    gradient('fade-end', tint, 0), gradient('fade-start', 0, tint), gradient('bar-fade-end', 1, 0), gradient('bar-fade-start', 0, 1))

type Place = { period: FigurePeriod; parts: BandPart[]; left: number; right: number; lines: string[]; labelX: number; width: number; side: 1 | -1 | null; row: number }

/** Ends that are not stated are as long as their fade is on paper, whatever the scale. */
function partsOn({ edtf }: FigurePeriod, scale: Scale): BandPart[] {
  const length = (fade / (scale.plot.right - scale.plot.left)) * (scale.to - scale.from)
  return edtf === null ? [] : bandOf(edtf, { from: Infinity, to: -Infinity }).map((part) => (part.kind === 'fade-end' ? { ...part, to: part.from + length } : part.kind === 'fade-start' ? { ...part, from: part.to - length } : part))
}

/** Where the periods stand that a scale holds; with `strays` also those that lie wholly beyond it, at the edge they lie behind. */
function placesOf(periods: readonly FigurePeriod[], scale: Scale, strays: boolean, measure: Measure): Place[] {
  const { plot } = scale
  const ends: number[] = []
  return periods.flatMap((period): Place[] => {
    const parts = partsOn(period, scale)
    const [first, last] = [parts[0], parts.at(-1)]
    if (!first || !last) return []
    const [from, to] = [scale.x(first.from), scale.x(last.to + 1)]
    const side = from >= plot.right ? 1 : to <= plot.left ? -1 : null
    if (side !== null && !strays) return []
    const [left, right] = side === null ? [Math.max(plot.left, from), Math.min(plot.right, to)] : side === 1 ? [plot.right - 2, plot.right] : [plot.left, plot.left + 2]
    const lines = wrap(period.title, widest, measure)
    const width = Math.max(...lines.map((words) => measure(words, type.size)))
    const labelX = Math.max(plot.left, Math.min(left, plot.right - width))
    const [start, end] = [Math.min(left, labelX), Math.max(right, labelX + width)]
    const free = ends.findIndex((taken) => taken + gap <= start)
    const row = free < 0 ? ends.length : free
    ends[row] = end
    return [{ period, parts: side === null ? parts : [], left, right, lines, labelX, width, side, row }]
  })
}

const within = ({ from, to }: BandPart, { x, plot }: Scale) => ({ left: Math.max(plot.left, x(from)), right: Math.min(plot.right, x(to + 1)) })

function barOf(part: BandPart, scale: Scale, y: number): string {
  const { left, right } = within(part, scale)
  if (right <= left) return ''
  const fill = part.kind === 'core' ? grey : part.kind === 'margin' ? `url(#${hatchId})` : `url(#bar-${part.kind})`
  return rectangle(left, y, Math.max(0.4, right - left), bar, { fill, ...(part.kind === 'margin' ? { stroke: grey, 'stroke-width': 0.15 } : {}) })
}

function bandOn(part: BandPart, scale: Scale, top: number, bottom: number): string {
  const { left, right } = within(part, scale)
  if (right <= left) return ''
  const fill = part.kind === 'core' ? { fill: ink, 'fill-opacity': tint } : { fill: `url(#${part.kind === 'margin' ? bandHatchId : part.kind})` }
  return rectangle(left, top, Math.max(0.3, right - left), bottom - top, fill)
}

/** Signs at the ends of a bar that goes on beyond the axis. */
function beyondSigns({ period, side, left, right }: Place, scale: Scale, y: number): string {
  if (side !== null) return beyond(side === 1 ? right : left, y, side)
  const { earliest, latest } = boundsOf(period.edtf ?? '')
  const before = earliest !== null && Number.isFinite(earliest) && scale.x(earliest) < scale.plot.left - 0.3
  const after = latest !== null && Number.isFinite(latest) && scale.x(latest) > scale.plot.right + 0.3
  return `${before ? beyond(scale.plot.left, y, -1) : ''}${after ? beyond(scale.plot.right, y, 1) : ''}`
}

export type PeriodRows = { /** Of the names and their bars. */ height: number; svg: string; /** The bands down to y, to be drawn before everything else. */ bands: (bottom: number) => string }

/** Names of periods with their bars from `top` down, and the bands below them; nothing where there are none. */
export function drawPeriods(periods: readonly FigurePeriod[], scale: Scale, top: number, strays: boolean, measure: Measure): PeriodRows {
  const places = placesOf(periods, scale, strays, measure)
  const heights = places.reduce<number[]>((list, { row, lines }) => {
    list[row] = Math.max(list[row] ?? 0, lines.length * type.line + bar + 0.9)
    return list
  }, [])
  const topOf = (row: number) => top + 0.4 + heights.slice(0, row).reduce((sum, height) => sum + height, 0)
  const svg = places.map((place) => {
    const y = topOf(place.row)
    const barTop = y + (heights[place.row] ?? 0) - bar - 0.4
    const words = place.lines.map((one, index) => text(place.labelX, y + 2.5 + index * type.line, one, { weight: 600 }))
    const ground = rectangle(place.labelX - 0.3, y, place.width + 0.6, place.lines.length * type.line, { fill: '#ffffff' })
    return element('g', { 'data-period': place.period.key }, ground, ...words, ...place.parts.map((part) => barOf(part, scale, barTop)), beyondSigns(place, scale, barTop + bar / 2))
  })
  const height = heights.length === 0 ? 0 : heights.reduce((sum, one) => sum + one, 0) + 0.8
  return { height, svg: svg.join(''), bands: (bottom) => places.flatMap(({ parts }) => parts.map((part) => bandOn(part, scale, top + height, bottom))).join('') }
}

/** The sign of a band in the legend. */
export const bandSample = (x: number, y: number, width: number): string =>
  `${rectangle(x, y - 1.4, width, 2.8, { fill: ink, 'fill-opacity': tint })}${rectangle(x, y - 1.4, width, bar * 0.7, { fill: grey })}`
