import type { Annotation, AnnotationType, Incident, Source } from '#domain/incident/index.ts'
import { verifyAnchor, type Span } from '#domain/text/index.ts'
import { numberedParagraphs } from '../../state/paragraph-numbers.ts'

/** A paragraph as it is read; `number` stands in the gutter, headings have none. Offsets are UTF-16. */
export type TextPart = Span & { index: number; kind: 'heading' | 'paragraph' | 'list-item'; number: number | null }

export function partsOf(text: string): TextPart[] {
  return numberedParagraphs(text).map((part, index) => ({ ...part, index }))
}

/** The part an offset lies in, or the last one that begins before it; by halving. */
export function partAt(parts: readonly TextPart[], offset: number): TextPart | undefined {
  let low = 0
  let high = parts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (parts[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return parts[low]
}

/** Text order: by start, the longer span first, so that what lies inside follows. */
export function inTextOrder(a: Annotation, b: Annotation): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)
}

let last: { list: readonly Annotation[]; ordered: Annotation[] } = { list: [], ordered: [] }
/** In text order. A list that is nearly the last one is put in order by what is new in it, which is one mark of thousands. */
export function textOrder(list: readonly Annotation[]): Annotation[] {
  const { gone, fresh } = between(last.list, list)
  const out = new Set(gone)
  const kept = gone.length === 0 ? last.ordered : last.ordered.filter((annotation) => !out.has(annotation))
  last = { list, ordered: fresh.length > 100 || gone.length > 100 ? list.toSorted(inTextOrder) : merged(kept, fresh.toSorted(inTextOrder)) }
  return last.ordered
}

/** What two lists differ in, by what they begin and end with in common: an edit changes one place of a record. */
function between(before: readonly Annotation[], now: readonly Annotation[]): { gone: readonly Annotation[]; fresh: readonly Annotation[] } {
  const shorter = Math.min(before.length, now.length)
  let start = 0
  while (start < shorter && before[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++
  return { gone: before.slice(start, before.length - end), fresh: now.slice(start, now.length - end) }
}

/** Two lists in order as one. */
export function merged(list: readonly Annotation[], fresh: readonly Annotation[], order: (a: Annotation, b: Annotation) => number = inTextOrder): Annotation[] {
  const out: Annotation[] = []
  let at = 0
  for (const annotation of fresh) {
    const next = firstAfter(list, annotation, order, at)
    for (; at < next; at++) out.push(list[at]!)
    out.push(annotation)
  }
  for (; at < list.length; at++) out.push(list[at]!)
  return out
}

/** Where the first one stands that does not come before `annotation`, from `low` on; by halving. */
function firstAfter(list: readonly Annotation[], annotation: Annotation, order: (a: Annotation, b: Annotation) => number, low: number): number {
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(list[middle]!, annotation) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export const annotationsOf = (incident: Pick<Incident, 'annotations'>, sourceId: string): Annotation[] =>
  textOrder(Object.values(incident.annotations).filter((annotation) => annotation.sourceId === sourceId))

/** Neither an anchor nor a frozen text ever changes, so that what was once compared holds. */
const verified = new WeakMap<Annotation['anchor'], { sha256: string; anchored: boolean }>()
/** Whether the words of an anchor stand where it says in the text with this hash. */
export function isAnchored(text: string, sha256: string, anchor: Annotation['anchor']): boolean {
  const known = verified.get(anchor)
  if (known?.sha256 === sha256) return known.anchored
  const anchored = verifyAnchor(text, sha256, anchor) === 'anchored'
  verified.set(anchor, { sha256, anchored })
  return anchored
}

/** Splits annotations by whether their words still stand where the anchor says; an orphan is never drawn. */
export function placed(annotations: readonly Annotation[], source: Source, text: string): { anchored: Annotation[]; orphaned: Set<string> } {
  const anchored: Annotation[] = []
  const orphaned = new Set<string>()
  for (const annotation of annotations) {
    if (source.text && isAnchored(text, source.text.sha256, annotation.anchor)) anchored.push(annotation)
    else orphaned.add(annotation.id)
  }
  return { anchored, orphaned }
}

/** The drawn annotations of every part; one that crosses parts stands in each. Rejected ones are not drawn. */
export function marksByPart(parts: readonly TextPart[], anchored: readonly Annotation[]): Annotation[][] {
  const byPart: Annotation[][] = parts.map(() => [])
  for (const annotation of anchored) {
    if (annotation.state === 'rejected') continue
    const { start, end } = annotation.anchor
    for (let index = partAt(parts, start)?.index ?? 0; index < parts.length && parts[index]!.start < end; index++) {
      if (parts[index]!.end > start) byPart[index]!.push(annotation)
    }
  }
  return byPart
}

/** The annotations under an offset, shortest first; an end counts as inside, so that a caret there finds them. */
export function marksAt(annotations: readonly Annotation[], offset: number): Annotation[] {
  return annotations
    .filter(({ anchor, state }) => state !== 'rejected' && anchor.start <= offset && offset <= anchor.end)
    .sort((a, b) => lengthOf(a) - lengthOf(b))
}

export type Fill = Span & { type: AnnotationType; current: boolean }
const lengthOf = ({ anchor }: Annotation) => anchor.end - anchor.start

/** The shortest span; of equals the later one. */
const topmost = (marks: readonly Annotation[]) => marks.reduce<Annotation | undefined>((top, mark) => (!top || lengthOf(mark) <= lengthOf(top) ? mark : top), undefined)

/**
 * The fills of one part: no two overlap, each stretch has the ink of its shortest span. Dates and suggestions have none.
 * One way through the text with the marks that are open at each place: a paragraph may have thousands.
 * @param marks in text order
 */
export function fillsOf(part: Span, marks: readonly Annotation[], currentId: string | null): Fill[] {
  const inside = (offset: number) => Math.min(part.end, Math.max(part.start, offset))
  const cuts = [...new Set(marks.flatMap(({ anchor }) => [inside(anchor.start), inside(anchor.end)]))].sort((a, b) => a - b)
  const filled = marks.filter(({ id, state, type }) => state === 'accepted' && (type !== 'date' || id === currentId))
  const fills: Fill[] = []
  let open: Annotation[] = []
  let next = 0
  for (let index = 1; index < cuts.length; index++) {
    const [start, end] = [cuts[index - 1]!, cuts[index]!]
    while (filled[next] && filled[next]!.anchor.start <= start) open.push(filled[next++]!)
    open = open.filter(({ anchor }) => anchor.end > start)
    const top = topmost(open)
    if (top) fills.push({ start, end, type: top.type, current: top.id === currentId })
  }
  return fills
}

/** A span without the white space at its ends; null when nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const slice = text.slice(start, end)
  const lead = slice.length - slice.trimStart().length
  return lead === slice.length ? null : { start: start + lead, end: start + slice.trimEnd().length }
}
