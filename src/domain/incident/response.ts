import { z } from 'zod'
import { dateStatementSchema } from '../dates/edtf.ts'
import { evidenceListSchema } from './evidence-schemas.ts'
import { countrySchema, idSchema, proseSchema, tagsSchema, titleSchema } from './ids.ts'
import { responseTypeSchema, standingSchema } from './vocabulary-schemas.ts'

/** What a state, body or accused party did about it. */
export const responseSchema = z.strictObject({
  id: idSchema,
  actor: z.strictObject({ name: titleSchema, entityId: idSchema.nullable(), country: countrySchema.nullable() }),
  type: responseTypeSchema,
  date: dateStatementSchema,
  description: proseSchema,
  answers: z.array(idSchema).max(50).meta({ description: 'attributions it answers' }),
  evidence: evidenceListSchema,
  standing: standingSchema,
  tags: tagsSchema,
})
export type Response = z.infer<typeof responseSchema>
