import type { FigureKind } from '../document.ts'
import { element, ink, text } from './svg.ts'

const solid = { fill: ink }

/** The sign of a kind of record, centred on x and y; it stands for one exact day. */
export function markAt(kind: FigureKind, x: number, y: number): string {
  switch (kind) {
    case 'attribution':
      return element('path', { d: path([x, y - 1.7], [x + 1.7, y + 1.5], [x - 1.7, y + 1.5]), ...solid })
    case 'summons':
      return element('rect', { x: x - 1.2, y: y - 1.2, width: 2.4, height: 2.4, ...solid })
    case 'support':
      return element('circle', { cx: x, cy: y, r: 1.3, ...solid })
    case 'statement':
      return element('circle', { cx: x, cy: y, r: 1.2, fill: '#ffffff', stroke: ink, 'stroke-width': 0.45 })
    case 'denial':
      return element('path', { d: `${open([x - 1.2, y - 1.2], [x + 1.2, y + 1.2])}${open([x + 1.2, y - 1.2], [x - 1.2, y + 1.2])}`, stroke: ink, 'stroke-width': 0.6, fill: 'none' })
    case 'warning':
      return element('path', { d: path([x, y - 1.75], [x + 1.75, y], [x, y + 1.75], [x - 1.75, y]), ...solid })
    case 'legal':
      return text(x, y + 1.1, '§', { size: 3.3, weight: 600, anchor: 'middle' })
    case 'detected':
      return element('path', { d: path([x, y - 1.55], [x + 1.55, y], [x, y + 1.55], [x - 1.55, y]), fill: '#ffffff', stroke: ink, 'stroke-width': 0.4 })
    case 'disclosed':
      return element('path', { d: path([x - 1.7, y - 1.5], [x + 1.7, y - 1.5], [x, y + 1.7]), fill: '#ffffff', stroke: ink, 'stroke-width': 0.4 })
    case 'event':
      return element('rect', { x: x - 0.45, y: y - 1.5, width: 0.9, height: 3, ...solid })
  }
}

type Point = readonly [number, number]
const round = (value: number) => Math.round(value * 100) / 100
const open = (...points: Point[]) => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
const path = (...points: Point[]) => `${open(...points)}Z`

/** The head of the arrow at an end that no source states; x is its tip. */
export function arrowHead(x: number, y: number, direction: 1 | -1): string {
  return element('path', { d: open([x - 1.3 * direction, y - 1.1], [x, y], [x - 1.3 * direction, y + 1.1]), stroke: ink, 'stroke-width': 0.3, fill: 'none' })
}
