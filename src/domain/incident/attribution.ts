import { z } from 'zod'
import { dateStatementSchema } from '../dates/edtf.ts'
import { evidenceListSchema } from './evidence-schemas.ts'
import { countrySchema, idSchema, proseSchema, tagsSchema, titleSchema } from './ids.ts'
import { attributionBasisSchema, attributionRelationSchema, attributionStanceSchema, attributionTargetLevelSchema, attributorTypeSchema, standingSchema } from './vocabulary-schemas.ts'

/** Who holds whom responsible, on what basis and in which words (fields after EuRepoC). */
export const attributionSchema = z.strictObject({
  id: idSchema,
  by: z.strictObject({ name: titleSchema, entityId: idSchema.nullable(), type: attributorTypeSchema, country: countrySchema.nullable() }),
  to: z.array(z.strictObject({ name: titleSchema, entityId: idSchema.nullable(), level: attributionTargetLevelSchema })).min(1).max(20),
  stance: attributionStanceSchema,
  basis: attributionBasisSchema,
  date: dateStatementSchema,
  strength: z.string().max(400).nullable().meta({ description: 'strength as stated, in the words of the party or a plain paraphrase; null: not stated' }),
  evidence: evidenceListSchema,
  relations: z.array(z.strictObject({ kind: attributionRelationSchema, attributionId: idSchema })).max(50),
  note: proseSchema,
  standing: standingSchema,
  tags: tagsSchema,
})
export type Attribution = z.infer<typeof attributionSchema>
