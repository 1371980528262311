import { z } from 'zod'
import { dateStatementSchema } from '../dates/edtf.ts'
import { evidenceListSchema } from './evidence-schemas.ts'
import { countrySchema, idSchema, proseSchema, tagsSchema, titleSchema } from './ids.ts'
import { credibilitySchema, laneSchema, standingSchema } from './vocabulary-schemas.ts'

/** Something that happened, other than an attribution or a response, which have records of their own. */
export const eventSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  date: dateStatementSchema,
  lane: laneSchema,
  evidence: evidenceListSchema,
  credibility: credibilitySchema.nullable(),
  location: z.strictObject({ name: z.string().max(200), country: countrySchema.nullable() }).nullable(),
  entityIds: z.array(idSchema).max(100),
  context: z.boolean().meta({ description: 'surroundings, not part of the incident itself' }),
  standing: standingSchema,
  tags: tagsSchema,
})
export type IncidentEvent = z.infer<typeof eventSchema>
