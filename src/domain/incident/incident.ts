import { z } from 'zod'
import { dateStatementSchema } from '../dates/edtf.ts'
import { annotationSchema } from './annotation.ts'
import { conflictSchema, gapSchema, hypothesisSchema, judgementSchema } from './assessment.ts'
import { attributionSchema } from './attribution.ts'
import type { CollectionName } from './collections.ts'
import { entitySchema } from './entity.ts'
import { eventSchema } from './event.ts'
import { factSchema, indicatorSchema, techniqueSchema, victimSchema } from './finding.ts'
import { countrySchema, idSchema, instantSchema, languageSchema, proseSchema, tagsSchema, titleSchema } from './ids.ts'
import { periodSchema } from './period.ts'
import { responseSchema } from './response.ts'
import { sourceSchema } from './source.ts'
import { ownTypeSchema } from './own-type.ts'
import { incidentOriginSchema, incidentStatusSchema, papSchema, tlpSchema } from './vocabulary-schemas.ts'

export const collectionSchemas = {
  sources: sourceSchema,
  annotations: annotationSchema,
  entities: entitySchema,
  events: eventSchema,
  attributions: attributionSchema,
  responses: responseSchema,
  conflicts: conflictSchema,
  hypotheses: hypothesisSchema,
  judgements: judgementSchema,
  facts: factSchema,
  techniques: techniqueSchema,
  indicators: indicatorSchema,
  gaps: gapSchema,
  periods: periodSchema,
} as const satisfies Record<CollectionName, z.ZodType>

/** What an analyst edits about the incident as a whole. */
export const headShape = {
  title: titleSchema,
  shortTitle: z.string().max(80).meta({ description: 'for lists and running heads; empty: the title' }),
  summary: proseSchema,
  bottomLine: proseSchema,
  status: incidentStatusSchema,
  tlp: tlpSchema,
  pap: papSchema.nullable(),
  language: languageSchema,
  tags: tagsSchema,
  sponsorStates: z.array(countrySchema).max(20),
  actorIds: z.array(idSchema).max(50).meta({ description: 'entities held responsible' }),
  victims: z.array(victimSchema).max(200),
  dates: z.strictObject({
    activity: dateStatementSchema,
    detected: dateStatementSchema,
    disclosed: dateStatementSchema,
    attributed: dateStatementSchema,
  }),
  cutOff: instantSchema.nullable().meta({ description: 'information cut-off of the report' }),
  coverNote: z.string().max(2000).meta({ description: 'limits of distribution beside the TLP label' }),
  codebook: z.array(ownTypeSchema).max(200).optional().meta({ description: 'the own annotation types that were used in this incident, so that they keep their names wherever it is opened' }),
} as const

const recordsOf = <Schema extends z.ZodType>(schema: Schema) => z.record(idSchema, schema)

export const incidentSchema = z.strictObject({
  id: idSchema,
  origin: incidentOriginSchema,
  createdAt: instantSchema,
  ...headShape,
  sources: recordsOf(sourceSchema),
  annotations: recordsOf(annotationSchema),
  entities: recordsOf(entitySchema),
  events: recordsOf(eventSchema),
  attributions: recordsOf(attributionSchema),
  responses: recordsOf(responseSchema),
  conflicts: recordsOf(conflictSchema),
  hypotheses: recordsOf(hypothesisSchema),
  judgements: recordsOf(judgementSchema),
  facts: recordsOf(factSchema),
  techniques: recordsOf(techniqueSchema),
  indicators: recordsOf(indicatorSchema),
  gaps: recordsOf(gapSchema),
  periods: recordsOf(periodSchema).optional().meta({ description: 'stretches of time that were named; left out while there are none' }),
})
export type Incident = z.infer<typeof incidentSchema>
export type Head = Pick<Incident, keyof typeof headShape>

/** The version of the Incident schema written today. Older documents are migrated, newer ones refused. */
export const schemaVersion = 1

const undated = { edtf: null, wording: null }

/** An empty incident; `id` and `createdAt` come from the caller, the domain has no clock. */
export function emptyIncident({ id, title, createdAt, language = 'en' }: { id: string; title: string; createdAt: string; language?: string }): Incident {
  return {
    id,
    origin: 'own',
    createdAt,
    title,
    shortTitle: '',
    summary: '',
    bottomLine: '',
    status: 'in-progress',
    tlp: 'CLEAR',
    pap: null,
    language,
    tags: [],
    sponsorStates: [],
    actorIds: [],
    victims: [],
    dates: { activity: { ...undated }, detected: { ...undated }, disclosed: { ...undated }, attributed: { ...undated } },
    cutOff: null,
    coverNote: '',
    sources: {},
    annotations: {},
    entities: {},
    events: {},
    attributions: {},
    responses: {},
    conflicts: {},
    hypotheses: {},
    judgements: {},
    facts: {},
    techniques: {},
    indicators: {},
    gaps: {},
  }
}
