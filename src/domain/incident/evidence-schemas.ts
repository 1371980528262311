import { z } from 'zod'
import { idSchema } from './ids.ts'
import { credibilitySchema } from './vocabulary-schemas.ts'

const shared = {
  stance: z.enum(['for', 'against']),
  credibility: credibilitySchema.nullable().meta({ description: 'Admiralty 1–6 of this piece of information' }),
  note: z.string().max(2000),
}

/** The exact words: an annotation in a frozen text. */
export const quoteEvidenceSchema = z.strictObject({ kind: z.literal('quote'), annotationId: idSchema, ...shared })
/** A source whose text is not in the library: citation only. */
export const citationEvidenceSchema = z.strictObject({ kind: z.literal('citation'), sourceId: idSchema, locator: z.string().max(200).nullable(), ...shared })

export const evidenceSchema = z.discriminatedUnion('kind', [quoteEvidenceSchema, citationEvidenceSchema])
export type Evidence = z.infer<typeof evidenceSchema>
export const evidenceListSchema = z.array(evidenceSchema).max(200)
