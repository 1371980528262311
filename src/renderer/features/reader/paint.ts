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

/**
 * Draws the marks of the parts near the viewport and nothing else: the cost follows what is seen, not the length of
 * the text. Fills never overlap (the shortest span wins each stretch), lines are drawn for every mark.
 */
export function paint({ root, parts, marks, suggested, currentId, kept }: Painting, near: Iterable<number>): void {
  const all = highlights()
  for (const name of names) all.get(name)?.clear()
  const add = (name: string, part: TextPart, span: Span) => {
    const range = rangeIn(root, part, span)
    if (range) all.get(name)?.add(range)
  }
  for (const index of near) {
    const part = parts[index]
    if (!part) continue
    for (const fill of fillsOf(part, marks[index] ?? [], currentId)) add(`${fill.current ? 'now' : 'fill'}-${inkOf(fill.type, ownTypeNow(fill.type))}`, part, fill)
    for (const { id, anchor, state, type } of [...(marks[index] ?? []), ...(suggested[index] ?? [])]) {
      add(state === 'suggested' ? suggestedLine(type) : lineOf(type), part, anchor)
      if (state === 'suggested' && id === currentId) add('now-suggested', part, anchor)
    }
    if (kept) add('kept-selection', part, kept)
  }
}

export function wipe(): void {
  for (const name of names) CSS.highlights.get(name)?.clear()
}
