import { z } from 'zod'
import { idSchema, instantSchema, languageSchema, proseSchema, sha256Schema, tagsSchema } from './ids.ts'
import { annotationStateSchema, annotationTypeSchema, markRelationSchema } from './vocabulary-schemas.ts'

/**
 * Where the words stand: W3C TextPositionSelector and TextQuoteSelector over one frozen text.
 * Offsets are UTF-16 code units, end exclusive: text.slice(start, end) === exact.
 */
export const anchorSchema = z
  .strictObject({
    textSha256: sha256Schema,
    start: z.int().nonnegative(),
    end: z.int().positive(),
    exact: z.string().min(1).max(50_000),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
  })
  .refine((anchor) => anchor.end - anchor.start === anchor.exact.length, { error: 'end - start must equal the length of exact' })
export type Anchor = z.infer<typeof anchorSchema>

/** Our translation of the marked words; the words themselves stay as they are. */
export const translationSchema = z.strictObject({ language: languageSchema, text: z.string().trim().min(1).max(20_000) })
export type Translation = z.infer<typeof translationSchema>

export const annotationSchema = z.strictObject({
  id: idSchema,
  sourceId: idSchema,
  anchor: anchorSchema,
  type: annotationTypeSchema,
  tags: tagsSchema,
  note: proseSchema,
  state: annotationStateSchema,
  createdAt: instantSchema,
  createdBy: z.string().max(200),
  translation: translationSchema.nullable().optional().meta({ description: 'our own translation of the quote; absent or null: none' }),
  unplaced: idSchema.nullable().optional().meta({ description: 'the newer version of its source in which a person found no place for these words; absent or null: not looked for' }),
  relations: z.array(z.strictObject({ kind: markRelationSchema, annotationId: idSchema })).max(50).optional().meta({ description: 'how this passage stands to others, of the same or of another source' }),
})
export type Annotation = z.infer<typeof annotationSchema>
