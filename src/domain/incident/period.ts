import { z } from 'zod'
import { dateStatementSchema } from '../dates/edtf.ts'
import { evidenceListSchema } from './evidence-schemas.ts'
import { idSchema, proseSchema, titleSchema } from './ids.ts'
import { builtInTypeSchema } from './vocabulary-schemas.ts'

/** A stretch of time that an analyst names, such as a presidency or a wave of a campaign: what events are seen against, not an event. */
export const periodSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  date: dateStatementSchema,
  note: proseSchema,
  ink: builtInTypeSchema.nullable().meta({ description: 'whose ink of the checked palette its band is drawn in; null: grey' }),
  evidence: evidenceListSchema,
})
export type NamedPeriod = z.infer<typeof periodSchema>
