import { z } from 'zod'
import { encodingSchema, idSchema } from '#domain/incident/index.ts'

/** Bringing documents in: one job a drop, paste or choice, one file after another, each a revision of its own. */

const call = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output })
const jobSchema = z.string().min(1).max(100)

/** One file brought in by the window: bytes in base64, because they cross two kinds of bridges. */
const suppliedFileSchema = z.strictObject({ name: z.string().max(255), base64: z.string().max(72_000_000), mediaType: z.string().max(100).optional() })
export const importResultSchema = z.strictObject({
  name: z.string(),
  /** cancelled: the person gave up before it was brought in. */
  outcome: z.enum(['imported', 'duplicate', 'refused', 'cancelled']),
  incidentId: idSchema.nullable(),
  sourceId: idSchema.nullable(),
  /** When refused: a RefusalCode for the view to phrase. */
  code: z.string().nullable(),
  where: z.string(),
  detail: z.string(),
  /** How a text was read, where it is not plainly UTF-8. */
  encoding: encodingSchema.optional(),
  /** When refused because its id is taken: what document:import-copy takes to bring it in beside the other. */
  copyToken: z.string().optional(),
})
export type ImportResult = z.infer<typeof importResultSchema>
/** `incidentId`: of the incident that now holds the sources. */
const importAnswerSchema = z.strictObject({ results: z.array(importResultSchema), incidentId: idSchema.nullable() })

/** How far a job is that main walks by itself. `result`: of the file that was just done; null while `name` is read. */
const importProgressSchema = z.strictObject({ job: jobSchema, done: z.int().nonnegative(), total: z.int().nonnegative(), name: z.string(), result: importResultSchema.nullable() })
export type ImportProgress = z.infer<typeof importProgressSchema>

export const importContract = {
  /** The next files of a job whose files the window has; `total`: how many the whole job has. The window counts by the answers. */
  'document:import': call(z.strictObject({ job: jobSchema, total: z.int().positive(), incidentId: idSchema.nullable(), files: z.array(suppliedFileSchema).min(1).max(500) }), importAnswerSchema),
  /** A job over files chosen in the system's dialog; import:progress tells how far it is, from when the dialog was answered. `supersedes`: the source of which the one file is a newer version. */
  'document:choose': call(z.strictObject({ job: jobSchema, incidentId: idSchema.nullable(), supersedes: idSchema.optional() }), importAnswerSchema),
  'document:import-copy': call(z.strictObject({ token: z.string().max(100) }), importAnswerSchema),
  /** Stops a job that runs: what came in stays. Of one that has ended, lets go what was kept for copies. */
  'document:cancel': call(z.strictObject({ job: jobSchema }), z.strictObject({})),
} as const
