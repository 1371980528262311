import type { Annotation, AnnotationType, Source } from '#domain/incident/index.ts'
import { annotationTypeOf, equals, stillWaits, type Suggestion } from '#domain/suggest/index.ts'
import { makeAnchor, splitsPair } from '#domain/text/index.ts'
import { inTextOrder } from './marks.ts'
import type { RecordKind } from './record-draft.ts'

/**
 * A suggestion on the screen: drawn and listed as the annotation it would become. One that the rules made has `found` and an
 * id that no annotation has; one that stands in the case as suggested, as imported cases may have, has none.
 */
export type Item = { annotation: Annotation; found: Suggestion | null }

const made = 'suggested:'
/** Whether an id is that of a suggestion that is not an annotation of the case. */
export const isMade = (id: string): boolean => id.startsWith(made)
const idOf = ({ type, start, end }: Suggestion) => `${made}${type}:${start}-${end}`

const known = new WeakMap<Suggestion, Item>()
/** The same item as long as the suggestion is the same: lists and texts draw anew only what changes, and of tens of thousands none is made twice. */
function asItem(found: Suggestion, source: Source, text: string): Item {
  const before = known.get(found)
  if (before?.annotation.sourceId === source.id) return before
  const made = { annotation: newAnnotation(found, source, text), found }
  known.set(found, made)
  return made
}
let all: { found: readonly Suggestion[]; sourceId: string; items: Item[] } | null = null
/** All of a reading, decided or not: made anew when the rules found more, not with each mark. */
function allItems(found: readonly Suggestion[], source: Source, text: string): Item[] {
  if (all?.found === found && all.sourceId === source.id) return all.items
  const items = found.filter(({ start, end }) => !splitsPair(text, start) && !splitsPair(text, end)).map((one) => asItem(one, source, text))
  all = { found, sourceId: source.id, items }
  return items
}
const newAnnotation = (found: Suggestion, source: Source, text: string): Annotation => ({
  id: idOf(found), sourceId: source.id, anchor: makeAnchor(text, source.text?.sha256 ?? '', found.start, found.end), type: annotationTypeOf(found), tags: [], note: '', state: 'suggested', createdAt: '', createdBy: '',
})

/** The suggestions of a text that still wait, in text order. */
export function itemsOf(found: readonly Suggestion[], annotations: Record<string, Annotation>, source: Source, text: string): Item[] {
  const own = Object.values(annotations).filter(({ sourceId, anchor }) => sourceId === source.id && anchor.textSha256 === source.text?.sha256)
  const waits = stillWaits(source, text, own.map(({ anchor }) => anchor))
  const fromRules = allItems(found, source, text).filter((item) => item.found !== null && waits(item.found))
  const fromCase = own.filter(({ state }) => state === 'suggested').map((annotation) => ({ annotation, found: null }))
  return fromCase.length === 0 ? fromRules : [...fromRules, ...fromCase].sort((a, b) => inTextOrder(a.annotation, b.annotation))
}

/** Which ones Tab walks through: all, or those that a dated or attributed record is made of. */
export type Walk = 'all' | 'records'
const ofRecords: readonly AnnotationType[] = ['date', 'attribution', 'response', 'legal', 'assessment']
export const isOfWalk = ({ annotation }: Item, walk: Walk): boolean => walk === 'all' || ofRecords.includes(annotation.type)

/**
 * The next or previous one.
 * @param from the suggestion one stands on, or an offset in the text (UTF-16)
 */
export function stepFrom(items: readonly Item[], from: string | number, direction: 1 | -1, walk: Walk): Item | null {
  const at = typeof from === 'string' ? items.findIndex(({ annotation }) => annotation.id === from) : -1
  const offset = typeof from === 'number' ? from : 0
  const beyond = ({ annotation }: Item, index: number) => (at >= 0 ? (direction > 0 ? index > at : index < at) : direction > 0 ? annotation.anchor.start >= offset : annotation.anchor.start < offset)
  const wanted = (item: Item, index: number) => beyond(item, index) && isOfWalk(item, walk)
  return (direction > 0 ? items.find(wanted) : items.findLast(wanted)) ?? null
}

/** The same finding everywhere in the text, itself included; a suggestion of the case stands for itself alone. */
export function equalItems(items: readonly Item[], item: Item): Item[] {
  const { found } = item
  return found ? items.filter((other) => other.found !== null && equals(other.found, found)) : [item]
}

/** What Enter makes of it. */
export function fitting({ annotation, found }: Item): 'event' | Extract<RecordKind, 'attribution' | 'response' | 'claim' | 'entity'> {
  switch (annotation.type) {
    case 'date': return 'event'
    case 'attribution': return 'attribution'
    case 'response':
    case 'legal': return 'response'
    case 'assessment': return 'claim'
    default: return found?.type === 'vulnerability' || found?.type === 'technique' ? 'event' : 'entity'
  }
}
