import { annotationTypes, isBuiltInType, type Annotation, type AnnotationType } from '#domain/incident/index.ts'
import { inkOf, ownTypeNow } from '../../state/codebook.ts'
import type { Span } from '#domain/text/index.ts'
import { fillsOf, type TextPart } from './marks.ts'
import type { PartsRoot } from './text-dom.ts'

const names = [...annotationTypes.flatMap((type) => [`fill-${type}`, `now-${type}`, `line-${type}`, `own-${type}`]), 'line-suggested', 'line-suggested-wide', 'now-suggested', 'kept-selection'] as const

/** The registered highlights, made once; the selection kept for a field lies on top. */
function highlights(): Map<string, Highlight> {
  for (const name of names) {
    if (CSS.highlights.has(name)) continue
    const highlight = new Highlight()
    highlight.priority = name === 'kept-selection' ? 3 : /^(?:line|own)-/.test(name) ? 2 : 1
    CSS.highlights.set(name, highlight)
  }
  return CSS.highlights
}

/** The highlight that draws the line of a type: an own type lies between two lines of its ink. */
const lineOf = (type: AnnotationType) => (isBuiltInType(type) ? `line-${type}` : `own-${inkOf(type, ownTypeNow(type))}`)

/** Phrases and quotations have names and dates inside: their line lies lower, so that those keep their own. */
const suggestedLine = (type: AnnotationType) => (['attribution', 'response', 'legal', 'assessment'].includes(type) ? 'line-suggested-wide' : 'line-suggested')

/** A stretch of one part as a range over its text node. */
function rangeIn(root: PartsRoot, part: TextPart, { start, end }: Span): StaticRange | null {
  const node = root.children[part.index]?.firstChild
  const from = Math.max(start, part.start) - part.start
  const to = Math.min(end, part.end) - part.start
  return node && to > from ? new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }) : null
}

export type Painting = { root: PartsRoot; parts: readonly TextPart[]; marks: readonly Annotation[][]; suggested: readonly Annotation[][]; currentId: string | null; kept: Span | null }

/** What is drawn of each part now, by its index: its ranges, and what they say, so that an unchanged part is left alone. */
type Painted = { says: string; ranges: { highlight: Highlight; range: StaticRange }[] }
const painted = new Map<number, Painted>()

function take(index: number) {
  for (const { highlight, range } of painted.get(index)?.ranges ?? []) highlight.delete(range)
  painted.delete(index)
}

/** The highlights of one part and the stretches they cover. */
function linesOf({ marks, suggested, currentId, kept }: Painting, part: TextPart): { name: string; span: Span }[] {
  const own = marks[part.index] ?? []
  return [
    ...fillsOf(part, own, currentId).map((fill) => ({ name: `${fill.current ? 'now' : 'fill'}-${inkOf(fill.type, ownTypeNow(fill.type))}`, span: fill })),
    ...[...own, ...(suggested[part.index] ?? [])].flatMap(({ id, anchor, state, type }) => {
      const line = { name: state === 'suggested' ? suggestedLine(type) : lineOf(type), span: anchor }
      return state === 'suggested' && id === currentId ? [line, { name: 'now-suggested', span: anchor }] : [line]
    }),
    ...(kept ? [{ name: 'kept-selection', span: kept }] : []),
  ]
}

/**
 * Draws the marks of the parts near the viewport and nothing else: the cost follows what is seen, not the length of
 * the text, and a part whose marks are the same is not touched. Fills never overlap (the shortest span wins each
 * stretch), lines are drawn for every mark.
 */
export function paint(painting: Painting, near: ReadonlySet<number>): void {
  const all = highlights()
  for (const index of painted.keys()) if (!near.has(index)) take(index)
  for (const index of near) {
    const part = painting.parts[index]
    if (!part) continue
    const lines = linesOf(painting, part)
    const says = lines.map(({ name, span: { start, end } }) => `${name} ${start} ${end}`).join('|')
    if (painted.get(index)?.says === says) continue
    take(index)
    const ranges = lines.flatMap(({ name, span }) => {
      const highlight = all.get(name)
      const range = highlight && rangeIn(painting.root, part, span)
      if (!range) return []
      highlight.add(range)
      return [{ highlight, range }]
    })
    painted.set(index, { says, ranges })
  }
}

export function wipe(): void {
  painted.clear()
  for (const name of names) CSS.highlights.get(name)?.clear()
}
