import { boundsOf, drawnPadding, isExactDay, shapeOf, type KnownLimit } from '../../dates/index.ts'
import type { FigureKind } from '../document.ts'
import { bar, mark, openEnd, type Scale } from './geometry.ts'
import { arrowHead, markAt } from './marks.ts'
import { element, hatchId, ink, known, line, rectangle, text } from './svg.ts'

/** The signs of dates that a legend explains. */
export type DateSign = 'hatch' | 'dashed' | 'unknown' | 'open' | 'span' | 'beyond'

type Part =
  | { kind: 'mark'; x: number }
  | { kind: 'bar'; from: number; to: number; fill: 'hatch' | 'span'; dashed: boolean }
  | { kind: 'stub'; from: number; to: number; open: boolean }
  | { kind: 'question'; x: number; side: 1 | -1 }
  /** Goes on, or lies, beyond this end of the axis. */
  | { kind: 'beyond'; x: number; side: 1 | -1 }

/** How one date looks: its parts and the stretch they take, in mm. */
export type Shape = { parts: readonly Part[]; left: number; right: number; signs: readonly DateSign[]; exact: boolean }

const narrowest = 1.2
const beyondWidth = 1.8
const question = 2

function barOf(scale: Scale, from: number, to: number, fill: 'hatch' | 'span', dashed: boolean): Extract<Part, { kind: 'bar' }> {
  const { plot } = scale
  const left = Math.min(Math.max(plot.left, scale.x(from)), plot.right - narrowest)
  return { kind: 'bar', from: left, to: Math.min(plot.right, Math.max(scale.x(to), left + narrowest)), fill, dashed }
}

const vague = (limit: KnownLimit) => limit.uncertain || limit.approximate

/** A stretch in which one date lies; wider than stated where the statement itself is uncertain. */
function limitBar(scale: Scale, limit: KnownLimit, padded: boolean): Part[] {
  const padding = padded ? drawnPadding(limit) : 0
  const part = barOf(scale, limit.from - padding, limit.to + 1 + padding, 'hatch', vague(limit))
  return [part, ...(limit.uncertain ? [{ kind: 'question' as const, x: part.to, side: 1 as const }] : [])]
}

function spanParts(scale: Scale, start: KnownLimit, end: KnownLimit): Part[] {
  if (vague(start) || vague(end)) {
    const part = barOf(scale, start.from, end.to + 1, 'hatch', true)
    return [part, ...(start.uncertain ? [{ kind: 'question' as const, x: part.from, side: -1 as const }] : []), ...(end.uncertain ? [{ kind: 'question' as const, x: part.to, side: 1 as const }] : [])]
  }
  if (end.from <= start.to) return [barOf(scale, start.from, end.to + 1, 'hatch', false)]
  const first = start.precision === 'day' ? null : barOf(scale, start.from, start.to + 1, 'hatch', false)
  const last = end.precision === 'day' ? null : barOf(scale, end.from, end.to + 1, 'hatch', false)
  const from = first === null ? start.from : start.to + 1
  const to = last === null ? end.to + 1 : end.from
  const middle = to > from ? barOf(scale, from, to, 'span', false) : null
  return [middle, first, last].filter((part) => part !== null)
}

/** A stub of fixed length: an arrow that ran on to the next event would claim duration. */
function stubAfter(from: number, opened: boolean, { plot }: Scale): Part {
  return { kind: 'stub', from, to: Math.min(from + openEnd, plot.right), open: opened }
}
const stubBefore = (from: number, opened: boolean, { plot }: Scale): Part => ({ kind: 'stub', from, to: Math.max(from - openEnd, plot.left), open: opened })

function partsOf(edtf: string, scale: Scale): Part[] {
  if (isExactDay(edtf)) {
    const shape = shapeOf(edtf)
    // The middle of the day, so that a mark and the line of its day meet.
    return shape.kind === 'moment' ? [{ kind: 'mark', x: scale.x(shape.at.from) }] : []
  }
  const shape = shapeOf(edtf)
  if (shape.kind === 'moment') return limitBar(scale, shape.at, true)
  const { start, end } = shape
  if (start.known && end.known) return spanParts(scale, start, end)
  if (start.known) {
    const parts = limitBar(scale, start, false)
    return [...parts, stubAfter(extent(parts).right, !end.known && end.open, scale)]
  }
  if (end.known) {
    const parts = limitBar(scale, end, false)
    return [...parts, stubBefore(extent(parts).left, start.open, scale)]
  }
  return []
}

function extent(parts: readonly Part[]): { left: number; right: number } {
  const ends = parts.flatMap((part) => {
    if (part.kind === 'mark') return [part.x - mark.width / 2, part.x + mark.width / 2]
    if (part.kind === 'question') return [part.x, part.x + part.side * question]
    if (part.kind === 'beyond') return [part.x, part.x - part.side * beyondWidth]
    return [part.from, part.to]
  })
  return { left: Math.min(...ends), right: Math.max(...ends) }
}

const signOf = (part: Part): DateSign[] => {
  if (part.kind === 'beyond') return ['beyond']
  if (part.kind === 'stub') return [part.open ? 'open' : 'unknown']
  if (part.kind === 'bar') return [part.fill === 'span' ? 'span' : part.dashed ? 'dashed' : 'hatch']
  return []
}

/** A date that reaches beyond an end of the axis has an arrow there; one that lies beyond it has nothing else. */
function withinPlot(edtf: string, parts: Part[], scale: Scale): Part[] {
  const { earliest, latest } = boundsOf(edtf)
  const ends = [earliest, latest].filter((end) => end !== null && Number.isFinite(end)).map((end) => scale.x(Number(end)))
  if (ends.length === 0) return parts
  const { left, right } = scale.plot
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  const slack = 0.3
  if (from > right + slack) return [{ kind: 'beyond', x: right, side: 1 }]
  if (to < left - slack) return [{ kind: 'beyond', x: left, side: -1 }]
  return [...(from < left - slack ? [{ kind: 'beyond' as const, x: left - beyondWidth, side: -1 as const }] : []), ...parts, ...(to > right + slack ? [{ kind: 'beyond' as const, x: right, side: 1 as const }] : [])]
}

/** The drawing of a date on a scale; null when it says no limit at all. */
export function shapeFor(edtf: string, scale: Scale): Shape | null {
  const parts = withinPlot(edtf, partsOf(edtf, scale), scale)
  if (parts.length === 0) return null
  return { parts, ...extent(parts), signs: parts.flatMap(signOf), exact: parts.some((part) => part.kind === 'mark') }
}

/** A shape with the middle of its bar at y. */
export function drawShape(shape: Shape, kind: FigureKind, y: number): string {
  return shape.parts.map((part) => {
    switch (part.kind) {
      case 'mark':
        return markAt(kind, part.x, y)
      case 'question':
        return text(part.x + 1.1 * part.side, y + 0.9, '?', { weight: 600, anchor: 'middle' })
      case 'beyond':
        return beyond(part.x, y, part.side)
      case 'stub':
        return stub(part.from, part.to, y, part.open)
      case 'bar':
        return rectangle(part.from, y - bar.height / 2, part.to - part.from, bar.height, {
          fill: part.fill === 'span' ? known : `url(#${hatchId})`, stroke: ink, 'stroke-width': 0.28, ...(part.dashed ? { 'stroke-dasharray': '1 0.7' } : {}),
        })
    }
  }).join('')
}

/** A filled arrow at an end of the axis: there is more that way. */
export const beyond = (x: number, y: number, side: 1 | -1): string => element('path', { d: `M${round(x)} ${round(y)}L${round(x - side * beyondWidth)} ${round(y - 1.2)}L${round(x - side * beyondWidth)} ${round(y + 1.2)}Z`, fill: ink })
const round = (value: number) => Math.round(value * 100) / 100

/** Dashed: no source states the end. Solid: it is stated that it goes on. */
export function stub(from: number, to: number, y: number, opened: boolean): string {
  const direction = to >= from ? 1 : -1
  const dash = opened ? {} : { 'stroke-dasharray': '1 0.7' }
  return `${line(from, y, to - 0.2 * direction, y, { stroke: ink, 'stroke-width': 0.3, ...dash })}${arrowHead(to, y, direction)}`
}
