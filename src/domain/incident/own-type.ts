import { z } from 'zod'
import { builtInTypeSchema, ownTypeIdSchema } from './vocabulary-schemas.ts'

const typeNameSchema = z.string().trim().min(1, { error: 'must not be empty' }).max(60)

/**
 * An annotation type made by people. Its ink is one of the ten that were checked together for contrast and colour
 * blindness; an eleventh could not be told from them, so sign, name and the double line of own types tell it apart.
 */
export const ownTypeSchema = z.strictObject({
  id: ownTypeIdSchema,
  names: z.strictObject({ en: typeNameSchema, cs: typeNameSchema }),
  ink: builtInTypeSchema.meta({ description: 'whose ink of the checked palette it is drawn in' }),
  glyph: z.string().regex(/^[\p{L}\p{N}\p{P}\p{S}]{1,2}$/u, { error: 'one or two characters' }),
  key: z.string().regex(/^[a-z]$/, { error: 'one letter from a to z' }).nullable().meta({ description: 'the letter that marks with it; null: none' }),
})
export type OwnType = z.infer<typeof ownTypeSchema>
