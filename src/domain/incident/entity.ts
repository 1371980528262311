import { z } from 'zod'
import { countrySchema, idSchema, proseSchema, tagsSchema, titleSchema } from './ids.ts'
import { evidenceListSchema } from './evidence-schemas.ts'
import { entityKindSchema, standingSchema } from './vocabulary-schemas.ts'

export const aliasSchema = z.strictObject({
  name: titleSchema,
  namer: z.string().max(200).nullable().meta({ description: 'who uses this name, such as a vendor; null when not known' }),
  standing: standingSchema,
})

export const entitySchema = z.strictObject({
  id: idSchema,
  kind: entityKindSchema,
  name: titleSchema,
  aliases: z.array(aliasSchema).max(200),
  country: countrySchema.nullable().meta({ description: 'where it belongs; for an actor the suspected sponsor state' }),
  sponsor: z.string().max(300).nullable().meta({ description: 'suspected sponsoring organisation of an actor' }),
  role: z.string().max(300).nullable(),
  externalIds: z.array(z.strictObject({ scheme: z.string().max(60), id: z.string().max(200) })).max(50),
  description: proseSchema,
  evidence: evidenceListSchema,
  standing: standingSchema,
  tags: tagsSchema,
})
export type Entity = z.infer<typeof entitySchema>
