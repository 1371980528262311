import type { DatePart } from '../../ui/date-drawing.ts'
import styles from './canvas.module.css'
import { edgesOf, gap, lanePadding, rowHeight, type PlacedMark } from './layout.ts'
import type { DrawnItem } from './marks.ts'
import { textWidth } from '../../ui/text-width.ts'

// Marks as DOM elements for the adapter. Text is set as textContent, never as markup.

function make(className: string | undefined, text?: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className ?? ''
  if (text !== undefined) element.textContent = text
  return element
}

const partClass: Record<DatePart['kind'], string | undefined> = {
  solid: styles['solid'], hatch: styles['hatch'], ongoing: styles['ongoing'], 'open-end': styles['openEnd'], 'open-start': styles['openStart'],
}

function bar({ parts, from, to, point }: DrawnItem): HTMLElement[] {
  const share = (time: number) => (to === from ? 0 : ((time - from) / (to - from)) * 100)
  const elements = parts.map((part) => {
    const element = make(`${styles['part']} ${partClass[part.kind]}`)
    element.style.left = `${share(part.from)}%`
    element.style.width = `${share(part.to) - share(part.from)}%`
    return element
  })
  if (point !== null) {
    const diamond = make(styles['diamond'])
    diamond.style.left = to === from ? '0' : `${share(point)}%`
    elements.push(diamond)
  }
  return elements
}

const mostKeys = 50

/** One mark with its label; the element fills the box that the adapter places by time. */
export function drawMark(mark: PlacedMark, x: (time: number) => number, title: string): HTMLElement {
  const element = make(styles['mark'])
  const { bin, side, label, labelX, row } = mark
  element.style.top = `${row * rowHeight + lanePadding}px`
  element.title = title
  element.dataset['mark'] = mark.id
  element.dataset['context'] = String(bin.items.every(({ context }) => context))
  // A larger bin opens by zooming, so its events need not be known here.
  element.dataset['keys'] = bin.items.length > mostKeys ? '' : bin.items.map(({ key }) => key).join(' ')
  if (bin.items.length > 1) {
    const box = make(styles['bin'], String(bin.items.length))
    box.dataset['bin'] = ''
    element.append(box)
  } else {
    const shape = make(styles['shape'])
    shape.append(...bar(bin.items[0]!))
    element.append(shape)
  }
  if (side === 'none') return element
  const text = make(styles['label'], label)
  text.dataset['side'] = side
  if (mark.labelRoom !== null) text.style.maxWidth = `${Math.floor(mark.labelRoom)}px`
  const { left, right } = edgesOf(bin, x)
  // A bin stands at the middle of what it holds, so its box has no width of its own.
  const [from, to] = bin.items.length > 1 ? [x((bin.from + bin.to) / 2), x((bin.from + bin.to) / 2)] : [x(bin.from), x(bin.to)]
  if (side === 'right') text.style.left = `calc(100% + ${right - to + gap}px)`
  else if (side === 'left') text.style.right = `calc(100% + ${from - left + gap}px)`
  else text.style.left = `${left - from + labelX}px`
  element.append(text)
  return element
}

const chevron = 'M6 9l6 6 6-6'

/** A lane head: fold sign, name, own count and context count after a plus. */
export function drawHead({ id, name, own, context, folded, height }: { id: string; name: string; own: number; context: number; folded: boolean; height: number }): HTMLElement {
  const head = make(styles['head'])
  head.style.height = `${height}px`
  head.dataset['lane'] = id
  head.title = name
  head.dataset['folded'] = String(folded)
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', styles['fold'] ?? '')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', chevron)
  svg.append(path)
  head.append(svg, make(styles['headName'], name), make(styles['headCount'], String(own)))
  if (context > 0) head.append(make(styles['headContext'], `+${context}`))
  return head
}

/** Width in px of a label as drawn. */
export const measureLabel = (text: string): number => Math.min(widestLabel, textWidth(text, "400 12px 'Inter', system-ui, sans-serif") + 2)
/** Longer labels end in an ellipsis and show in full in the tooltip, the table and the inspector. */
export const widestLabel = 360
