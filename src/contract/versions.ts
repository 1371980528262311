import { z } from 'zod'
import { idSchema } from '#domain/incident/index.ts'

const formerPlaceSchema = z.strictObject({ id: idSchema, sourceId: idSchema, start: z.int().nonnegative(), end: z.int().nonnegative() })

export const versionContract = {
  /** Which marks of a source came to it from another one, with where they stood there, as the history knows it. */
  'version:taken-over': { input: z.strictObject({ id: idSchema, sourceId: idSchema }), output: z.strictObject({ places: z.array(formerPlaceSchema) }) },
} as const
