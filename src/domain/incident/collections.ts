import type { Incident } from './incident.ts'

/** The parts of an incident that are records under their own id. The key of a record equals its id. */
export const collectionNames = ['sources', 'annotations', 'entities', 'events', 'attributions', 'responses', 'conflicts', 'hypotheses', 'judgements', 'facts', 'techniques', 'indicators', 'gaps', 'periods'] as const
export type CollectionName = (typeof collectionNames)[number]
/** Those that a document leaves out while there are none, so that older documents come back byte for byte. */
export const optionalCollections = ['periods'] as const satisfies CollectionName[]

/** A record of a collection, or of any. */
export type IncidentRecord<Name extends CollectionName = CollectionName> = NonNullable<Incident[Name]>[string]

/** The records of a collection by id; none where the document leaves it out. Not for changing them. */
export const recordsIn = <Name extends CollectionName>(incident: Incident, name: Name): Readonly<Record<string, IncidentRecord<Name>>> => (incident[name] ?? {}) as Record<string, IncidentRecord<Name>>
