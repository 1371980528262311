import { z } from 'zod'
import { isEdtf } from './is-edtf.ts'

export const edtfSchema = z
  .string()
  .min(4)
  .max(80)
  .refine(isEdtf, { error: 'not an EDTF date (level 0 or 1)' })
  .meta({ description: 'EDTF date, ISO 8601-2 level 0 or 1' })

/** A date as known: the EDTF value, or null when undated, beside the words it was read from. */
export const dateStatementSchema = z.strictObject({
  edtf: edtfSchema.nullable(),
  wording: z.string().max(400).nullable().meta({ description: 'the words the date was read from, letter for letter: those of a source or of a note in our own words; null: the date was entered as such' }),
})
export type DateStatement = z.infer<typeof dateStatementSchema>
