import { tlpLabels, type Tlp } from './vocabulary.ts'
import type { Evidence } from './evidence-schemas.ts'
import { collectionNames, recordsIn, type CollectionName, type IncidentRecord } from './collections.ts'
import type { Incident } from './incident.ts'

/** A reference from one item (or the incident's head) to another item. `path` is where it stands. */
export type Reference = {
  from: { collection: CollectionName | 'incident'; id: string }
  path: (string | number)[]
  to: { collection: CollectionName; id: string }
}

function* ofEvidence(evidence: readonly Evidence[], base: (string | number)[]) {
  for (const [index, piece] of evidence.entries()) {
    if (piece.kind === 'quote') yield { path: [...base, 'evidence', index], to: { collection: 'annotations' as const, id: piece.annotationId } }
    else yield { path: [...base, 'evidence', index], to: { collection: 'sources' as const, id: piece.sourceId } }
  }
}

type Step = { path: (string | number)[]; to: Reference['to'] }

function* ofItem(collection: CollectionName, item: IncidentRecord): Generator<Step> {
  if ('evidence' in item) yield* ofEvidence(item.evidence, [])
  if (collection === 'sources' && 'repeats' in item && item.repeats) yield { path: ['repeats'], to: { collection: 'sources', id: item.repeats.sourceId } }
  if (collection === 'sources' && 'supersedes' in item && item.supersedes) yield { path: ['supersedes'], to: { collection: 'sources', id: item.supersedes } }
  if (collection === 'annotations' && 'sourceId' in item) yield { path: ['sourceId'], to: { collection: 'sources', id: item.sourceId } }
  if (collection === 'annotations' && 'unplaced' in item && item.unplaced) yield { path: ['unplaced'], to: { collection: 'sources', id: item.unplaced } }
  if ('entityIds' in item) for (const [index, id] of item.entityIds.entries()) yield { path: ['entityIds', index], to: { collection: 'entities', id } }
  if ('by' in item && item.by.entityId) yield { path: ['by', 'entityId'], to: { collection: 'entities', id: item.by.entityId } }
  if ('to' in item) for (const [index, target] of item.to.entries()) if (target.entityId) yield { path: ['to', index, 'entityId'], to: { collection: 'entities', id: target.entityId } }
  if ('relations' in item) {
    for (const [index, relation] of (item.relations ?? []).entries()) {
      yield { path: ['relations', index], to: 'annotationId' in relation ? { collection: 'annotations', id: relation.annotationId } : { collection: 'attributions', id: relation.attributionId } }
    }
  }
  if ('actor' in item && item.actor.entityId) yield { path: ['actor', 'entityId'], to: { collection: 'entities', id: item.actor.entityId } }
  if ('answers' in item) for (const [index, id] of item.answers.entries()) yield { path: ['answers', index], to: { collection: 'attributions', id } }
  if ('claims' in item) for (const [index, claim] of item.claims.entries()) yield* ofEvidence(claim.evidence, ['claims', index])
  if ('ratings' in item) for (const [index, rating] of item.ratings.entries()) yield { path: ['ratings', index], to: rating.item }
  if ('hypothesisId' in item && item.hypothesisId) yield { path: ['hypothesisId'], to: { collection: 'hypotheses', id: item.hypothesisId } }
}

/** Every reference an item holds, with its path inside the item. */
export function referencesOfItem(collection: CollectionName, item: IncidentRecord): Step[] {
  return [...ofItem(collection, item)]
}

/** Every reference of the incident, in stable order. */
export function* references(incident: Incident): Generator<Reference> {
  for (const [index, id] of incident.actorIds.entries()) yield { from: { collection: 'incident', id: incident.id }, path: ['actorIds', index], to: { collection: 'entities', id } }
  for (const [index, victim] of incident.victims.entries()) {
    if (victim.entityId) yield { from: { collection: 'incident', id: incident.id }, path: ['victims', index, 'entityId'], to: { collection: 'entities', id: victim.entityId } }
  }
  for (const collection of collectionNames) {
    for (const item of Object.values(recordsIn(incident, collection))) {
      for (const step of ofItem(collection, item)) yield { from: { collection, id: item.id }, ...step }
    }
  }
}

/** What rests on an item: the references that point at it. */
export function dependents(incident: Incident, to: Reference['to']): Reference[] {
  return [...references(incident)].filter((reference) => reference.to.collection === to.collection && reference.to.id === to.id)
}

export const relatesToItself = ({ id, relations }: Pick<Incident['annotations'][string], 'id' | 'relations'>): boolean => relations?.some(({ annotationId }) => annotationId === id) ?? false

export type Problem = { path: string; message: string }

const at = (...parts: (string | number)[]) => parts.join('.')

/** What the schema cannot say: keys equal ids, references resolve, anchors fit their source, TLP not below its parts. */
export function integrityProblems(incident: Incident): Problem[] {
  const problems: Problem[] = []
  for (const collection of collectionNames) {
    for (const [key, item] of Object.entries(recordsIn(incident, collection))) {
      if (item.id !== key) problems.push({ path: at(collection, key, 'id'), message: `the id "${item.id}" differs from its key` })
    }
  }
  for (const { from, path, to } of references(incident)) {
    if (Object.hasOwn(recordsIn(incident, to.collection), to.id)) continue
    const place = from.collection === 'incident' ? at(...path) : at(from.collection, from.id, ...path)
    problems.push({ path: place, message: `refers to ${to.collection} "${to.id}", which does not exist` })
  }
  for (const annotation of Object.values(incident.annotations)) {
    if (relatesToItself(annotation)) problems.push({ path: at('annotations', annotation.id, 'relations'), message: 'a passage cannot stand in a relation to itself' })
    const text = incident.sources[annotation.sourceId]?.text
    if (!text) problems.push({ path: at('annotations', annotation.id, 'sourceId'), message: 'the source has no frozen text' })
    else if (annotation.anchor.end > text.length && annotation.anchor.textSha256 === text.sha256) {
      problems.push({ path: at('annotations', annotation.id, 'anchor.end'), message: `lies beyond the text of ${text.length} characters` })
    }
  }
  return problems
}

/** The stricter of two labels. */
export function strictest(...labels: Tlp[]): Tlp {
  return labels.reduce((a, b) => (tlpLabels.indexOf(b) > tlpLabels.indexOf(a) ? b : a), 'CLEAR')
}

/** The least label a product of this incident may carry: the strictest among the incident and its sources. */
export function leastTlp(incident: Incident): Tlp {
  return strictest(incident.tlp, ...Object.values(incident.sources).map((source) => source.tlp))
}
