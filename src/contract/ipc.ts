import { z } from 'zod'
import { codebookSchema, taxonomySchema } from '#domain/codebook/index.ts'
import { commandSchema, revisionSchema } from '#domain/command/index.ts'
import { idSchema, incidentSchema, incidentSummarySchema, sha256Schema, titleSchema, tlpSchema } from '#domain/incident/index.ts'
import { alignments, facetKinds } from '#domain/compare/index.ts'
import type { Channel } from './channels.ts'
import { importContract } from './imports.ts'
import { damagedSchema, momentSchema, safetyContract } from './safety.ts'
import { suggestNamesSchema } from './suggest.ts'
import { vaultContract } from './vault.ts'
import { versionContract } from './versions.ts'

export const languageSchema = z.enum(['en', 'cs'])
export type Language = z.infer<typeof languageSchema>
export const themeSchema = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof themeSchema>

/** A letter for an action of the reader; the actions are the reader's to name. */
export const readerKeysSchema = z.record(z.string().max(40), z.string().regex(/^[a-z]$/))

/** What belongs to the person and the desk, not to a library: kept in the user-data folder. */
export const settingsSchema = z.strictObject({
  language: languageSchema,
  theme: themeSchema,
  author: z.string().max(200),
  singleKeys: z.boolean().meta({ description: 'single-letter keys in the reader; WCAG 2.1.4 lets people switch them off' }),
  readerSize: z.int().min(14).max(22),
  readerKeys: readerKeysSchema.optional().meta({ description: 'keys of the reader that the person changed; absent: as shipped' }),
  /** Pane widths and such, by name; views read what they wrote. */
  view: z.record(z.string().max(100), z.json()),
})
export type Settings = z.infer<typeof settingsSchema>

export const saveStateSchema = z.strictObject({
  state: z.enum(['saved', 'saving', 'failed']),
  /** Milliseconds since 1970 of the last durable save; null before the first. */
  at: z.number().nullable(),
  /** When failed: a code such as disk-full for the view to phrase, and the system's words. */
  reason: z.enum(['disk-full', 'no-permission', 'changed-outside', 'io-error']).nullable(),
  detail: z.string(),
})
export type SaveState = z.infer<typeof saveStateSchema>

const undoNameSchema = z.strictObject({ sequence: z.int(), type: z.string(), label: z.string().nullable() })
/** The open incident as main has it. */
export const openIncidentSchema = z.strictObject({
  incident: incidentSchema,
  sequence: z.int(),
  readOnly: z.boolean(),
  undo: undoNameSchema.nullable(),
  redo: undoNameSchema.nullable(),
})
export type OpenIncident = z.infer<typeof openIncidentSchema>

const patchesSchema = revisionSchema.shape.patches
/** A revision as the windows apply it. */
export const changeSchema = z.strictObject({
  id: idSchema,
  sequence: z.int(),
  patches: patchesSchema,
  undo: undoNameSchema.nullable(),
  redo: undoNameSchema.nullable(),
})
export type Change = z.infer<typeof changeSchema>

export const reportOptionsSchema = z.strictObject({ tlp: tlpSchema, language: languageSchema })
export type ReportOptions = z.infer<typeof reportOptionsSchema>
export const exportFormatSchema = z.enum(['pdf', 'json', 'svg', 'png', 'csv', 'ics', 'timelinejs'])

/** Cases on one axis, the first one being what the others are compared with. */
export const comparisonSchema = z.strictObject({ ids: z.array(idSchema).min(1).max(40), alignment: z.enum(alignments) })
export type ComparisonInput = z.infer<typeof comparisonSchema>
export const comparisonFormatSchema = z.enum(['svg', 'png', 'csv'])
const sharedFacetSchema = z.strictObject({ kind: z.enum(facetKinds), key: z.string(), value: z.string(), weight: z.number(), cases: z.int() })
/** A case like another one, and everything they share with what it weighs. */
export const similarCaseSchema = z.strictObject({ id: idSchema, score: z.number(), total: z.number(), shared: z.array(sharedFacetSchema) })
export type SimilarCase = z.infer<typeof similarCaseSchema>

export const bootstrapSchema = z.strictObject({
  version: z.string(),
  runtime: z.strictObject({ name: z.enum(['electron', 'chromium']), version: z.string(), platform: z.string() }),
  settings: settingsSchema,
  library: z.strictObject({ name: z.string(), path: z.string(), readOnly: z.boolean(), locked: z.boolean(), lockedBy: z.strictObject({ host: z.string(), pid: z.int(), time: z.string() }).nullable() }),
  /** The incidents changed last; the others come by library:page. */
  incidents: z.array(incidentSummarySchema),
  /** How many incidents the library has. */
  total: z.int().nonnegative(),
  damaged: z.array(damagedSchema),
  references: z.array(incidentSummarySchema),
  /** The incident to show first: what was open last, or the sample when asked for on the command line. */
  openFirst: idSchema.nullable(),
  save: saveStateSchema,
})
export type Bootstrap = z.infer<typeof bootstrapSchema>

/** So many summaries cross at once, at most. */
export const pageLimit = 2000
/** So many a window gets before it shows anything. */
export const firstPage = 200

const nothing = z.strictObject({})
const byId = z.strictObject({ id: idSchema })
const call = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output })

/** Every call of a window to main: its input, checked in main, and its answer. */
export const contract = {
  'app:bootstrap': call(nothing, bootstrapSchema),
  'app:quit': call(nothing, nothing),
  'settings:update': call(settingsSchema.partial(), settingsSchema),
  /** A part of the list, the incidents changed last first. */
  'library:page': call(z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(pageLimit) }), z.strictObject({ total: z.int().nonnegative(), incidents: z.array(incidentSummarySchema) })),
  'incident:create': call(z.strictObject({ title: titleSchema }), openIncidentSchema),
  'incident:open': call(byId, openIncidentSchema),
  'incident:apply': call(z.strictObject({ id: idSchema, command: commandSchema }), changeSchema),
  'incident:undo': call(byId, changeSchema),
  'incident:redo': call(byId, changeSchema),
  'incident:retry-save': call(byId, saveStateSchema),
  'incident:remove': call(byId, nothing),
  'sample:open': call(nothing, openIncidentSchema),
  'source:text': call(z.strictObject({ incidentId: idSchema, sha256: sha256Schema, at: momentSchema.nullable().default(null) }), z.strictObject({ text: z.string() })),
  'report:preview': call(z.strictObject({ id: idSchema, options: reportOptionsSchema }), z.strictObject({ url: z.string(), problems: z.array(z.strictObject({ code: z.string(), severity: z.enum(['must', 'check']), where: z.string() })) })),
  'bundle:export': call(z.strictObject({ id: idSchema, withHistory: z.boolean() }), z.strictObject({ path: z.string().nullable(), sha256: z.string().nullable() })),
  'export:run': call(z.strictObject({ id: idSchema, format: exportFormatSchema, options: reportOptionsSchema }), z.strictObject({ path: z.string().nullable(), sha256: z.string().nullable() })),
  'picture:copy': call(z.strictObject({ id: idSchema, options: reportOptionsSchema }), nothing),
  'clipboard:write': call(z.strictObject({ text: z.string().max(50_000_000) }), nothing),
  // Looks at cases without opening them: what was open last stays so.
  'compare:cases': call(z.strictObject({ ids: z.array(idSchema).max(40) }), z.strictObject({ incidents: z.array(incidentSchema), missing: z.array(idSchema) })),
  'compare:similar': call(byId, z.strictObject({ similar: z.array(similarCaseSchema), of: z.int() })),
  'compare:export': call(z.strictObject({ comparison: comparisonSchema, format: comparisonFormatSchema, options: reportOptionsSchema }), z.strictObject({ path: z.string().nullable(), sha256: z.string().nullable() })),
  'compare:copy': call(z.strictObject({ comparison: comparisonSchema, options: reportOptionsSchema }), nothing),
  ...safetyContract,
  'codebook:get': call(nothing, z.strictObject({ codebook: codebookSchema, taxonomies: z.array(taxonomySchema) })),
  'codebook:save': call(codebookSchema, codebookSchema),
  ...vaultContract,
  'suggest:names': call(nothing, suggestNamesSchema),
  ...importContract,
  ...versionContract,
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>
export type Parsed<C extends Channel> = z.output<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>
/** Main implements all of them; a missing one does not compile. */
export type Handlers = { [C in Channel]: (input: Parsed<C>) => Promise<Output<C>> }
