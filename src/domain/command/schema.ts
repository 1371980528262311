import { z } from 'zod'
import { attributionSchema, conflictSchema, entitySchema, eventSchema, factSchema, gapSchema, headShape, hypothesisSchema, idSchema, indicatorSchema, judgementSchema, periodSchema, responseSchema, annotationSchema, sourceSchema, tagSchema, techniqueSchema, titleSchema, incidentSchema, type CollectionName } from '../incident/index.ts'

/** The collection a command's noun stands for. */
export const collectionOfNoun = {
  source: 'sources',
  annotation: 'annotations',
  entity: 'entities',
  event: 'events',
  attribution: 'attributions',
  response: 'responses',
  conflict: 'conflicts',
  hypothesis: 'hypotheses',
  judgement: 'judgements',
  fact: 'facts',
  technique: 'techniques',
  indicator: 'indicators',
  gap: 'gaps',
  period: 'periods',
} as const satisfies Record<string, CollectionName>
export type Noun = keyof typeof collectionOfNoun

const addOf = <N extends Noun, Item extends z.ZodType>(noun: N, item: Item) => z.strictObject({ type: z.literal(`${noun}.add`), item })
/** `changes` names fields of the item with their new values; id stays. The result is checked against the whole schema. */
const updateOf = <N extends Noun>(noun: N) => z.strictObject({ type: z.literal(`${noun}.update`), id: idSchema, changes: z.record(z.string().max(80), z.json()) })
/** `together`: also remove or release what rests on it; without it such a removal is refused with the list. */
const removeOf = <N extends Noun>(noun: N) => z.strictObject({ type: z.literal(`${noun}.remove`), id: idSchema, together: z.boolean().optional() })
const changesOf = <N extends Noun, Item extends z.ZodType>(noun: N, item: Item) => [addOf(noun, item), updateOf(noun), removeOf(noun)] as const

/** The fields that incident.update may change, each optional. */
export const headChangesSchema = z.strictObject(headShape).partial()

const simpleCommandSchema = z.discriminatedUnion('type', [
  /** The first line of every history: the incident as it came to be. */
  z.strictObject({ type: z.literal('incident.create'), incident: incidentSchema }),
  /** A later revision put in place as a whole, as when an older one is restored. */
  z.strictObject({ type: z.literal('incident.restore'), incident: incidentSchema, sequence: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('incident.rename'), title: titleSchema }),
  z.strictObject({ type: z.literal('incident.update'), changes: headChangesSchema }),
  z.strictObject({ type: z.literal('tag.rename'), from: tagSchema, to: tagSchema }),
  ...changesOf('source', sourceSchema),
  ...changesOf('annotation', annotationSchema),
  ...changesOf('entity', entitySchema),
  ...changesOf('event', eventSchema),
  ...changesOf('attribution', attributionSchema),
  ...changesOf('response', responseSchema),
  ...changesOf('conflict', conflictSchema),
  ...changesOf('hypothesis', hypothesisSchema),
  ...changesOf('judgement', judgementSchema),
  ...changesOf('fact', factSchema),
  ...changesOf('technique', techniqueSchema),
  ...changesOf('indicator', indicatorSchema),
  ...changesOf('gap', gapSchema),
  ...changesOf('period', periodSchema),
])
export type SimpleCommand = z.infer<typeof simpleCommandSchema>

/** Several commands as one step: one revision, one undo. */
const batchSchema = z.strictObject({ type: z.literal('batch'), label: z.string().max(200), commands: z.array(simpleCommandSchema).min(1).max(5000) })

export const commandSchema = z.union([simpleCommandSchema, batchSchema]).meta({ description: 'one change to an incident' })
export type Command = z.infer<typeof commandSchema>
