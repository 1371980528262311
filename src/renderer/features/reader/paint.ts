import type { Annotation, AnnotationType } from '#domain/incident/index.ts'
import { isBuiltInType } from '#domain/incident/index.ts'
import type { Span } from '#domain/text/index.ts'
import { inkOf, ownTypeNow } from '../../state/codebook.ts'
import { joined, pathOf, type Run, type Shape } from './mark-shapes.ts'
import { fillsOf, type TextPart } from './marks.ts'
import { partElement, type PartsRoot } from './text-dom.ts'

export type Painting = { root: PartsRoot; parts: readonly TextPart[]; marks: readonly Annotation[][]; suggested: readonly Annotation[][]; currentId: string | null }

const svgNamespace = 'http://www.w3.org/2000/svg'

/** The shape of a type's line: an own type lies between two lines of its ink. */
const lineOf = (type: AnnotationType): Shape => (isBuiltInType(type) ? `line-${type}` : `own-${inkOf(type, ownTypeNow(type))}`)

/** Phrases and quotations have names and dates inside: their line lies lower, so that those keep their own. */
const suggestedLine = (type: AnnotationType): Shape => (['attribution', 'response', 'legal', 'assessment'].includes(type) ? 'line-suggested-wide' : 'line-suggested')

/** What is drawn of a part, fills first, and the stretches it covers, from the start of the part. */
function shapesOf({ marks, suggested, currentId }: Painting, part: TextPart): { shape: Shape; span: Span }[] {
  const own = marks[part.index] ?? []
  const inside = ({ start, end }: Span): Span => ({ start: Math.max(start, part.start) - part.start, end: Math.min(end, part.end) - part.start })
  return [
    ...fillsOf(part, own, currentId).map((fill) => ({ shape: `${fill.current ? 'now' : 'fill'}-${inkOf(fill.type, ownTypeNow(fill.type))}` as const, span: inside(fill) })),
    ...(suggested[part.index] ?? []).filter(({ id }) => id === currentId).map(({ anchor }) => ({ shape: 'now-suggested' as const, span: inside(anchor) })),
    ...[...own, ...(suggested[part.index] ?? [])].map(({ anchor, state, type }) => ({ shape: state === 'suggested' ? suggestedLine(type) : lineOf(type), span: inside(anchor) })),
  ].filter(({ span }) => span.end > span.start)
}

/** Px from the top of a line's box to its baseline, by font, until another font is loaded under that name. Chromium rounds it as it sets the line. */
const ascents = new Map<string, number>()
let pen: CanvasRenderingContext2D | null = null
function ascentOf(element: Element): number {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const known = ascents.get(font)
  if (known !== undefined) return known
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return Number.parseFloat(fontSize)
  pen.font = font
  const ascent = Math.round(pen.measureText('x').fontBoundingBoxAscent)
  ascents.set(font, ascent)
  return ascent
}

/** The runs of stretches of a part, by their ends. */
type Runs = ReadonlyMap<string, Run[]>

/**
 * Where each stretch between two of the cuts lies in its part. Asks for the layout and changes nothing.
 * @param known those of the same layout, which are not asked for again: each asks all lines of its paragraph
 */
function measure(element: Element, node: Node, cuts: readonly number[], known: Runs): Map<string, Run[]> {
  const corner = element.getBoundingClientRect()
  const ascent = ascentOf(element)
  const range = document.createRange()
  return new Map(cuts.slice(1).map((to, index) => {
    const from = cuts[index]!
    const name = `${from}-${to}`
    const before = known.get(name)
    if (before) return [name, before]
    range.setStart(node, from)
    range.setEnd(node, to)
    return [name, [...range.getClientRects()].filter(({ width }) => width > 0).map((box) => ({ left: box.left - corner.left, right: box.right - corner.left, top: box.top - corner.top, bottom: box.bottom - corner.top, baseline: box.top - corner.top + ascent }))]
  }))
}

type Path = { shape: Shape; spans: string; d: string }

/** The shapes as paths by their class, each with the stretches it covers, and what was measured for them. */
function pathsOf(element: Element, shapes: readonly { shape: Shape; span: Span }[], known: Runs): { paths: Path[]; measured: Runs } {
  const node = element.firstChild
  if (!node) return { paths: [], measured: new Map() }
  const cuts = [...new Set(shapes.flatMap(({ span }) => [span.start, span.end]))].toSorted((a, b) => a - b)
  const measured = measure(element, node, cuts, known)
  const runs = [...measured.values()]
  const place = new Map(cuts.map((cut, index) => [cut, index]))
  const byShape = new Map<Shape, { spans: string[]; d: string }>()
  for (const { shape, span } of shapes) {
    const known = byShape.get(shape) ?? { spans: [], d: '' }
    byShape.set(shape, known)
    known.spans.push(`${span.start}-${span.end}`)
    known.d += pathOf(shape, joined(runs.slice(place.get(span.start), place.get(span.end)).flat()))
  }
  return { paths: [...byShape].map(([shape, { spans, d }]) => ({ shape, spans: spans.join(' '), d })), measured }
}

function svgIn(element: Element): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg')
  svg.classList.add('marks')
  svg.setAttribute('aria-hidden', 'true')
  return element.appendChild(svg)
}

function pathElement({ shape, spans, d }: Path): SVGPathElement {
  const path = document.createElementNS(svgNamespace, 'path')
  path.setAttribute('class', shape)
  path.setAttribute('data-spans', spans)
  path.setAttribute('d', d)
  return path
}

/** What is drawn of each part now, by its index, what it says, so that an unchanged part is left alone, and what was measured for it. */
const painted = new Map<number, { says: string; svg: SVGSVGElement | null; measured: Runs }>()
const nothing: Runs = new Map()

function take(index: number) {
  painted.get(index)?.svg?.remove()
  painted.delete(index)
}

/** Forgets what is drawn of parts that were laid out anew; the next painting draws them again. */
export function forget(indexes: Iterable<number>): void {
  for (const index of indexes) {
    const known = painted.get(index)
    if (known) painted.set(index, { ...known, says: '', measured: nothing })
  }
}

/** Forgets how high letters are, when a font has come. */
export const forgetLetters = (): void => ascents.clear()

/**
 * Draws the marks of the parts near the viewport, under their words, and nothing else: the cost follows what is seen,
 * and a part whose marks are the same is not touched, which the browser's own highlights do not offer (each change of
 * one has all of them painted anew). Fills never overlap (the shortest span wins each stretch), lines are drawn for
 * every mark. The text node of a part stays as it is: what is drawn follows it.
 */
export function paint(painting: Painting, near: ReadonlySet<number>): void {
  for (const index of painted.keys()) if (!near.has(index)) take(index)
  const changed = [...near].flatMap((index) => {
    const part = painting.parts[index]
    const element = partElement(painting.root, index)
    if (!part || !element) return []
    const shapes = shapesOf(painting, part)
    const says = shapes.map(({ shape, span: { start, end } }) => `${shape} ${start} ${end}`).join('|') || '-'
    return painted.get(index)?.says === says ? [] : [{ index, element, says, shapes }]
  })
  // First all is measured, then all is drawn: between two drawings the layout would be asked for again.
  const drawn = changed.map(({ index, element, says, shapes }) => ({ index, element, says, ...pathsOf(element, shapes, painted.get(index)?.measured ?? nothing) }))
  for (const { index, element, says, paths, measured } of drawn) {
    // What is drawn already is filled anew: an element more or less in a paragraph has all its words laid out again.
    const svg = painted.get(index)?.svg ?? (paths.length === 0 ? null : svgIn(element))
    svg?.replaceChildren(...paths.map(pathElement))
    painted.set(index, { says, svg, measured })
  }
}

export function wipe(): void {
  for (const index of painted.keys()) take(index)
}
