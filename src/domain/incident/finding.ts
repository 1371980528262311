import { z } from 'zod'
import { evidenceListSchema } from './evidence-schemas.ts'
import { idSchema, proseSchema, titleSchema } from './ids.ts'
import { indicatorKindSchema, standingSchema } from './vocabulary-schemas.ts'

/** One checked statement of the case card; field is a dotted key such as scope or activity.start. */
export const factSchema = z.strictObject({
  id: idSchema,
  field: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/),
  value: z.string().max(2000).nullable().meta({ description: 'null: not known' }),
  note: proseSchema,
  evidence: evidenceListSchema,
  standing: standingSchema,
})
export type Fact = z.infer<typeof factSchema>

/** An ATT&CK technique that a source names or whose behaviour it describes. */
export const techniqueSchema = z.strictObject({
  id: idSchema,
  attackId: z.string().regex(/^T\d{4}(\.\d{3})?$/),
  name: titleSchema,
  basis: z.enum(['behaviour-described', 'attack-id-in-source', 'analyst-mapping-of-cve', 'analyst']),
  evidence: evidenceListSchema,
  standing: standingSchema,
})
export type Technique = z.infer<typeof techniqueSchema>

export const indicatorSchema = z.strictObject({
  id: idSchema,
  kind: indicatorKindSchema,
  value: z.string().min(1).max(2000).meta({ description: 'refanged' }),
  note: proseSchema,
  evidence: evidenceListSchema,
  standing: standingSchema,
})
export type Indicator = z.infer<typeof indicatorSchema>

export const victimSchema = z.strictObject({
  name: titleSchema,
  entityId: idSchema.nullable(),
  country: z.string().regex(/^[A-Z]{2}$/).nullable(),
  sector: z.string().max(80),
})
export type Victim = z.infer<typeof victimSchema>
