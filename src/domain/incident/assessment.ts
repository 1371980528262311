import { z } from 'zod'
import { evidenceListSchema } from './evidence-schemas.ts'
import { idSchema, proseSchema, titleSchema } from './ids.ts'
import { likelihoodScales } from './vocabulary.ts'
import { confidenceSchema, credibilitySchema, hypothesisRatingSchema, likelihoodScaleSchema } from './vocabulary-schemas.ts'

const ratedItemSchema = z.strictObject({
  collection: z.enum(['annotations', 'events', 'attributions', 'responses', 'facts']),
  id: idSchema,
})

/** One explanation among several (analysis of competing hypotheses). */
export const hypothesisSchema = z.strictObject({
  id: idSchema,
  statement: titleSchema,
  description: proseSchema,
  ratings: z.array(z.strictObject({ item: ratedItemSchema, rating: hypothesisRatingSchema, note: z.string().max(2000) })).max(500),
})
export type Hypothesis = z.infer<typeof hypothesisSchema>

/** Our own assessment. Likelihood is of the event; confidence is in the sources; the two are never merged. */
export const judgementSchema = z
  .strictObject({
    id: idSchema,
    order: z.int().nonnegative(),
    statement: titleSchema,
    scale: likelihoodScaleSchema,
    likelihood: z.string().max(60).nullable().meta({ description: 'a term of the scale' }),
    confidence: confidenceSchema.nullable(),
    why: proseSchema,
    wouldChange: proseSchema,
    hypothesisId: idSchema.nullable(),
    evidence: evidenceListSchema,
  })
  .refine((judgement) => judgement.likelihood === null || likelihoodScales[judgement.scale].some(({ term }) => term === judgement.likelihood), {
    error: 'the likelihood is not a term of the scale',
    path: ['likelihood'],
  })
export type Judgement = z.infer<typeof judgementSchema>

const claimSchema = z.strictObject({
  id: idSchema,
  statement: titleSchema,
  claimant: titleSchema,
  stance: z.enum(['asserted', 'denied', 'doubted']),
  credibility: credibilitySchema.nullable(),
  evidence: evidenceListSchema,
})
export type Claim = z.infer<typeof claimSchema>

/** A question the sources answer differently, with the competing claims. */
export const conflictSchema = z.strictObject({
  id: idSchema,
  question: titleSchema,
  claims: z.array(claimSchema).min(1).max(50),
  reading: proseSchema.meta({ description: 'how we read it; empty while open' }),
  state: z.enum(['open', 'decided', 'kept-open']),
})
export type Conflict = z.infer<typeof conflictSchema>

/** What is not known. */
export const gapSchema = z.strictObject({
  id: idSchema,
  statement: titleSchema,
  matters: proseSchema.meta({ description: 'why it matters' }),
  couldClose: proseSchema.meta({ description: 'who or what could close it' }),
})
export type Gap = z.infer<typeof gapSchema>
