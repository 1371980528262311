import { isBuiltInType, type Annotation, type AnnotationType, type EntityKind, type Incident, type Source } from '#domain/incident/index.ts'
import type { Suggestion, SuggestionType } from '#domain/suggest/index.ts'
import type { Span } from '#domain/text/index.ts'

/** Marked words of which something is about to be made. `annotationId` is null while the mark itself is not made yet. */
export type Basis = {
  sourceId: string
  annotationId: string | null
  span: Span
  type: AnnotationType
  quote: string
  /** The suggestion that the words are, and what the rules read in them. */
  from?: string
  found?: Suggestion | null
}
export type RecordKind = 'attribution' | 'claim' | 'response' | 'entity' | 'judgement' | 'relation' | 'translation'
/** `otherId`: for a relation, the mark that was chosen before. */
export type RecordDraft = Basis & { kind: RecordKind; otherId: string | null }

const fold = (text: string) => text.toLocaleLowerCase().replace(/\s+/g, ' ').trim()

export type NamedEntity = { id: string; name: string; kind: EntityKind; at: number }

/** Entities whose name or other name stands in a stretch of text, nearest to the marked words first. `at`: UTF-16 offset. */
export function entitiesNear(incident: Incident, text: string, around: Span, span: Span): NamedEntity[] {
  const words = text.slice(around.start, around.end).toLocaleLowerCase()
  const found = Object.values(incident.entities).flatMap(({ id, name, kind, aliases }) => {
    const places = [name, ...aliases.map((alias) => alias.name)].map((one) => words.indexOf(one.toLocaleLowerCase())).filter((at) => at >= 0)
    return places.length > 0 ? [{ id, name, kind, at: around.start + Math.min(...places) }] : []
  })
  const far = ({ at }: NamedEntity) => Math.max(0, span.start - at, at - span.end)
  return found.sort((a, b) => far(a) - far(b) || a.name.localeCompare(b.name))
}

/** Entities that the marked words may mean: the same name first, then those that share it in part. */
export function entitiesLike(incident: Incident, quote: string): { id: string; name: string; same: boolean }[] {
  const wanted = fold(quote)
  return Object.values(incident.entities)
    .flatMap(({ id, name, aliases }) => {
      const names = [name, ...aliases.map((alias) => alias.name)].map(fold)
      const same = names.includes(wanted)
      return same || names.some((one) => one.includes(wanted) || wanted.includes(one)) ? [{ id, name, same }] : []
    })
    .sort((a, b) => Number(b.same) - Number(a.same) || a.name.localeCompare(b.name))
}

const kindOfType: Partial<Record<AnnotationType, EntityKind>> = { actor: 'actor', place: 'place', indicator: 'infrastructure', activity: 'malware' }
const kindOfFound: Partial<Record<SuggestionType, EntityKind>> = { actor: 'actor', organisation: 'organisation', person: 'person', place: 'place', malware: 'malware', vulnerability: 'vulnerability', indicator: 'infrastructure' }
export const entityKindFor = (type: AnnotationType, found?: Suggestion | null): EntityKind => (found ? kindOfFound[found.type] : undefined) ?? kindOfType[type] ?? 'organisation'
/** The name that the rules know for the words, where they are another name or a part of it. */
export const knownName = (found: Suggestion | null | undefined): string | null => (found && ['actor', 'organisation', 'person', 'malware'].includes(found.type) ? found.value : null)

/** C makes an attribution or a response of a mark of that type, and a claim of any other. */
export const claimKindFor = (type: AnnotationType): 'attribution' | 'response' | 'claim' => (isBuiltInType(type) && (type === 'attribution' || type === 'response') ? type : 'claim')

/** Who stands behind a source and may be the one who speaks. */
export const speakerOf = ({ citation }: Source): string => citation.publisher ?? citation['container-title'] ?? ''

export type OtherMark = { id: string; quote: string; sourceId: string }
const shown = 100

/** The marks that a mark can be related to: the one chosen before, then those of the same text by distance, then the others. */
export function otherMarks(incident: Incident, from: { annotationId: string | null; sourceId: string; span: Span }, otherId: string | null, query: string): OtherMark[] {
  const wanted = fold(query)
  const rank = ({ id, sourceId, anchor }: Annotation) => (id === otherId ? -1 : sourceId === from.sourceId ? Math.abs(anchor.start - from.span.start) : 1e9)
  return Object.values(incident.annotations)
    .filter((mark) => mark.id !== from.annotationId && mark.state === 'accepted' && (wanted === '' || fold(`${mark.anchor.exact} ${mark.tags.join(' ')}`).includes(wanted)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, shown)
    .map(({ id, anchor, sourceId }) => ({ id, quote: anchor.exact.replace(/\s+/g, ' '), sourceId }))
}
