/** The parts of an incident that are records under their own id. The key of a record equals its id. */
export const collectionNames = ['sources', 'annotations', 'entities', 'events', 'attributions', 'responses', 'conflicts', 'hypotheses', 'judgements', 'facts', 'techniques', 'indicators', 'gaps'] as const
export type CollectionName = (typeof collectionNames)[number]
