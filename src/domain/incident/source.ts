import { z } from 'zod'
import { edtfSchema } from '../dates/edtf.ts'
import { idSchema, instantSchema, languageSchema, proseSchema, sha256Schema, tagsSchema } from './ids.ts'
import { accessSchema, papSchema, reliabilitySchema, sourceKindSchema, suggestionTypeSchema, tlpSchema } from './vocabulary-schemas.ts'

const cslNameSchema = z.union([
  z.strictObject({ family: z.string().max(200), given: z.string().max(200).optional() }),
  z.strictObject({ literal: z.string().max(300) }),
])
const cslDateSchema = z.strictObject({
  'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2).optional(),
  literal: z.string().max(100).optional(),
  circa: z.boolean().optional(),
})

/** The part of CSL-JSON (csl-data.json 1.0.2) that the product writes; `id` equals the source's id. */
export const citationSchema = z.strictObject({
  id: idSchema,
  type: z.enum(['webpage', 'article-newspaper', 'article-magazine', 'article-journal', 'report', 'legislation', 'legal_case', 'speech', 'post', 'interview', 'dataset', 'document', 'personal_communication']),
  title: z.string().max(600),
  author: z.array(cslNameSchema).max(50).optional(),
  publisher: z.string().max(300).optional(),
  'container-title': z.string().max(300).optional(),
  issued: cslDateSchema.optional(),
  accessed: cslDateSchema.optional(),
  URL: z.string().max(2000).optional(),
  language: languageSchema.optional(),
})
export type Citation = z.infer<typeof citationSchema>

/**
 * What a text cannot say itself: which stretches the document set as headings and list items, and where its pages begin.
 * Offsets are UTF-16 code units of the frozen text, end exclusive, in rising order of start.
 */
export const structureSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('heading'), start: z.int().nonnegative(), end: z.int().positive(), level: z.int().min(1).max(6) }),
      z.strictObject({ kind: z.literal('list-item'), start: z.int().nonnegative(), end: z.int().positive() }),
      z.strictObject({ kind: z.literal('page'), start: z.int().nonnegative(), page: z.int().positive() }),
    ]),
  )
  .max(20_000)
export type Structure = z.infer<typeof structureSchema>

/**
 * A suggestion that a person has turned down, so that it is not made again. The words are those of the frozen text; `value`
 * is what the rule had read in them, so that another reading of the same words is another suggestion.
 */
export const rejectionSchema = z.strictObject({ type: suggestionTypeSchema, start: z.int().nonnegative(), end: z.int().positive(), value: z.string().max(5000).nullable() })
export type Rejection = z.infer<typeof rejectionSchema>

const documentSaid = z.literal('document').optional()
/**
 * What stands in a source because its document says so itself and no person has confirmed it, by field, with where it is
 * from: the document's own metadata, the first words of its text, the name of its file, or a count of function words.
 * `created`: the day on which the file says it was made. It is no date of publication until a person takes it as one.
 */
export const proposedSchema = z.strictObject({
  title: z.enum(['document', 'first-words', 'file-name']).optional(),
  publisher: documentSaid,
  author: documentSaid,
  date: documentSaid,
  language: z.enum(['document', 'word-counts']).optional(),
  created: edtfSchema.optional(),
})
export type ProposedFields = z.infer<typeof proposedSchema>

/**
 * How the bytes of a document became its text. `name` is of the WHATWG Encoding standard, lower-case; `from` says what told
 * it: a byte order mark, the document's own declaration, or the bytes themselves, whose characters make a text in no other.
 * `declared`: what the document says of itself where its bytes deny it.
 */
export const encodingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/),
  from: z.enum(['byte-order-mark', 'declaration', 'bytes']),
  declared: z.string().min(1).max(40).optional(),
})
export type Encoding = z.infer<typeof encodingSchema>

/** A document about the incident. Its text is frozen: kept once under its hash and never edited. */
export const sourceSchema = z
  .strictObject({
    id: idSchema,
    citation: citationSchema,
    date: edtfSchema.nullable().meta({ description: 'publication date at its known precision; the CSL issued date follows it' }),
    kind: sourceKindSchema,
    access: accessSchema,
    language: languageSchema.nullable(),
    tlp: tlpSchema,
    pap: papSchema.nullable(),
    reliability: reliabilitySchema.meta({ description: 'Admiralty A–F; F when it cannot be judged' }),
    repeats: z
      .strictObject({ sourceId: idSchema, note: z.string().max(1000) })
      .nullable()
      .meta({ description: 'the other source this one repeats, so that origins and not copies are counted' }),
    capture: z
      .strictObject({
        capturedAt: instantSchema,
        fileName: z.string().max(255).meta({ description: 'as supplied; shown, never used as a path' }),
        mediaType: z.enum(['text/plain', 'text/markdown', 'text/html', 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'message/rfc822']),
        byteLength: z.int().nonnegative(),
        sha256: sha256Schema.meta({ description: 'of the original bytes' }),
        encoding: encodingSchema.optional().meta({ description: 'absent: UTF-8, or a format that says it itself' }),
        unreadable: z.int().positive().optional().meta({ description: 'characters that stand as U+FFFD, because the document names an encoding without a letter for their bytes; absent: none' }),
      })
      .nullable(),
    text: z
      .strictObject({
        sha256: sha256Schema.meta({ description: 'of the frozen text as UTF-8' }),
        length: z.int().nonnegative().meta({ description: 'UTF-16 code units' }),
        nature: z.enum(['original', 'own-words']).meta({ description: 'own-words: a note retold by the analyst, not official wording' }),
        structure: structureSchema.optional().meta({ description: 'headings, list items and page breaks over the frozen text' }),
      })
      .nullable(),
    supersedes: idSchema.nullable().optional().meta({ description: 'the source of which this one is a newer version; marks may be carried over from it' }),
    rejected: z.array(rejectionSchema).max(20_000).optional().meta({ description: 'suggestions over the frozen text that were turned down; absent: none' }),
    proposed: proposedSchema.nullable().optional().meta({ description: 'fields taken from the document itself that no person has confirmed, with where each is from' }),
    note: proseSchema.meta({ description: "the analyst's own words about the source" }),
    tags: tagsSchema,
  })
  .refine((source) => source.citation.id === source.id, { error: "must equal the source's id", path: ['citation', 'id'] })
  .refine((source) => source.supersedes !== source.id, { error: 'a source cannot be a version of itself', path: ['supersedes'] })
  .refine((source) => source.repeats?.sourceId !== source.id, { error: 'a source cannot repeat itself', path: ['repeats', 'sourceId'] })
export type Source = z.infer<typeof sourceSchema>
