import { escapeText } from '../html/escape.ts'

export type Attributes = Record<string, string | number>

/** Two decimals are a hundredth of a millimetre; more would only make files differ. */
const shown = (value: string | number) => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeText(value))

export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${shown(value)}"`).join('')
  return children.length === 0 ? `<${name}${list}/>` : `<${name}${list}>${children.join('')}</${name}>`
}

export const ink = '#1a1d21'
export const grey = '#555b63'
export const hairline = '#b4bac1'
export const known = '#c9ced4'
export const hatchId = 'hatch'

export const line = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): string =>
  element('line', { x1, y1, x2, y2, stroke: hairline, 'stroke-width': 0.12, ...attributes })

export const rectangle = (x: number, y: number, width: number, height: number, attributes: Attributes): string => element('rect', { x, y, width, height, ...attributes })

export type TextStyle = { size?: number; weight?: 400 | 600; fill?: string; anchor?: 'start' | 'middle' | 'end' }

/** One line of text; `y` is the baseline. */
export function text(x: number, y: number, words: string, { size = 2.54, weight = 400, fill = ink, anchor = 'start' }: TextStyle = {}): string {
  return element('text', { x, y, 'font-size': size, ...(weight === 400 ? {} : { 'font-weight': weight }), fill, ...(anchor === 'start' ? {} : { 'text-anchor': anchor }) }, escapeText(words))
}

/** The hatch that says "one date somewhere in here". */
export const hatchPattern = (): string =>
  element('defs', {}, element('pattern', { id: hatchId, width: 1.2, height: 1.2, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    rectangle(0, 0, 1.2, 1.2, { fill: '#ffffff' }), line(0, 0, 0, 1.2, { stroke: ink, 'stroke-width': 0.56 })))
