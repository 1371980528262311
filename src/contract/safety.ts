import { z } from 'zod'
import { collectionNames, idSchema, incidentSchema, instantSchema } from '#domain/incident/index.ts'

/** What the windows ask about history, backups, damage, failed saves and unfinished typing. */

const nothing = z.strictObject({})
const byId = z.strictObject({ id: idSchema })
const call = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output })
const nameSchema = z.string().max(300)

const fieldChangeSchema = z.strictObject({ path: z.array(z.string()), from: z.json().optional(), to: z.json().optional() })
const recordChangeSchema = z.strictObject({ collection: z.enum([...collectionNames, 'incident']), id: z.string(), verb: z.enum(['add', 'update', 'remove']), record: z.json(), fields: z.array(fieldChangeSchema) })
export const historyEntrySchema = z.strictObject({
  sequence: z.int().positive(),
  time: instantSchema,
  author: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  of: z.int().nullable(),
  type: z.string(),
  label: z.string().nullable(),
  changes: z.array(recordChangeSchema),
  changed: z.int(),
  tag: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  restored: z.int().nullable(),
  began: z.int().nullable(),
})

/** An earlier state to look at: a revision, a backup, or as much as is whole of something damaged. */
export const momentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('revision'), sequence: z.int().positive() }),
  z.strictObject({ kind: z.literal('backup'), name: nameSchema }),
  z.strictObject({ kind: z.literal('whole') }),
])
export type Moment = z.infer<typeof momentSchema>

const backupSchema = z.strictObject({ name: nameSchema, id: idSchema, revision: z.int(), time: instantSchema, reason: z.enum(['close', 'idle', 'migration', 'import', 'restore', 'asked']), bytes: z.int(), problem: z.string().nullable(), kept: z.enum(['recent', 'daily', 'weekly']).nullable() })
export type ListedBackup = z.infer<typeof backupSchema>

const holderSchema = z.strictObject({ host: z.string(), pid: z.int(), time: z.string() })
export type LockHolder = z.infer<typeof holderSchema>

export const troubleSchema = z.enum(['missing', 'unreadable', 'corrupt', 'newer'])
export type TroubleName = z.infer<typeof troubleSchema>
/** An incident of the list whose files cannot be followed. */
export const damagedSchema = z.strictObject({ id: idSchema, state: troubleSchema, message: z.string() })
export type Damaged = z.infer<typeof damagedSchema>

export const recoveryChoiceSchema = z.enum(['join-backup-and-history', 'recover-from-snapshot', 'recover-from-history', 'restore-backup', 'open-read-only'])
export type RecoveryChoice = z.infer<typeof recoveryChoiceSchema>
/** `lost`: so many known revisions it gives up; `lostEdits`: those of them that anything still tells of, the newest last. */
const waySchema = z.strictObject({ choice: recoveryChoiceSchema, revision: z.int(), lost: z.int(), backup: backupSchema.omit({ kept: true }).nullable(), lostEdits: z.array(historyEntrySchema) })
export type RecoveryWay = z.infer<typeof waySchema>

const incidentTroubleSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  state: z.enum(['ok', 'missing', 'unreadable', 'corrupt', 'newer']),
  where: z.string(),
  detail: z.string(),
  line: z.int().nullable(),
  whole: z.int(),
  lastKnown: z.int(),
  ways: z.array(waySchema),
})
export type IncidentTrouble = z.infer<typeof incidentTroubleSchema>

const libraryTroubleSchema = z.strictObject({
  state: z.enum(['ok', 'none', 'locked', 'missing', 'unreadable', 'corrupt', 'newer', 'not-a-library']),
  path: z.string(),
  detail: z.string(),
  by: holderSchema.nullable(),
  /** What a person may choose, besides trying again and choosing another folder. */
  ways: z.array(z.enum(['read-only', 'set-aside', 'create'])),
  language: z.enum(['en', 'cs']),
  theme: z.enum(['system', 'light', 'dark']),
})
export type LibraryTrouble = z.infer<typeof libraryTroubleSchema>

const failedSaveSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  reason: z.enum(['disk-full', 'no-permission', 'changed-outside', 'io-error']).nullable(),
  detail: z.string(),
  waiting: z.array(historyEntrySchema),
  disk: z.strictObject({ sequence: z.int(), time: instantSchema, author: z.string() }).nullable(),
  diskProblem: z.string().nullable(),
})
export type FailedSaveInfo = z.infer<typeof failedSaveSchema>

const draftSchema = z.strictObject({ key: z.string().min(1).max(500), text: z.string().max(5_000_000), time: instantSchema })
export type DraftInfo = z.infer<typeof draftSchema>

export const safetyContract = {
  'library:state': call(nothing, libraryTroubleSchema),
  'library:open': call(z.strictObject({ way: z.enum(['again', 'read-only', 'set-aside', 'create']) }), nothing),
  'library:choose': call(nothing, z.strictObject({ opened: z.boolean() })),
  'history:page': call(
    z.strictObject({ id: idSchema, offset: z.int().nonnegative(), limit: z.int().min(1).max(200), text: z.string().max(200), types: z.array(z.string().max(60)).max(100), record: z.string().max(200).nullable() }),
    z.strictObject({ total: z.int(), matching: z.int(), entries: z.array(historyEntrySchema) }),
  ),
  'incident:then': call(z.strictObject({ id: idSchema, at: momentSchema }), z.strictObject({ incident: incidentSchema, sequence: z.int(), time: z.string(), author: z.string() })),
  'incident:put-back': call(z.strictObject({ id: idSchema, at: momentSchema }), z.strictObject({ sequence: z.int() })),
  'incident:state': call(byId, incidentTroubleSchema),
  'incident:recover': call(z.strictObject({ id: idSchema, choice: recoveryChoiceSchema.exclude(['open-read-only']), revision: z.int(), backup: nameSchema.nullable() }), z.strictObject({ kept: z.array(z.string()) })),
  'incident:forget': call(byId, nothing),
  'backups:overview': call(nothing, z.strictObject({ incidents: z.array(z.strictObject({ id: idSchema, title: z.string(), count: z.int(), newest: instantSchema.nullable() })), problem: z.string().nullable() })),
  'backups:list': call(byId, z.strictObject({ backups: z.array(backupSchema) })),
  'backups:make': call(nothing, z.strictObject({ made: z.int(), failed: z.array(z.strictObject({ id: idSchema, message: z.string() })) })),
  'quarantine:list': call(nothing, z.strictObject({ folder: z.string(), files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), time: z.string() })) })),
  'save:failures': call(nothing, z.strictObject({ failures: z.array(failedSaveSchema) })),
  'save:copy': call(byId, z.strictObject({ path: z.string().nullable() })),
  'save:reload': call(byId, nothing),
  'save:keep': call(z.strictObject({ id: idSchema, title: z.string().min(1).max(300) }), byId),
  'draft:list': call(nothing, z.strictObject({ drafts: z.array(draftSchema) })),
  'draft:put': call(draftSchema.pick({ key: true, text: true }), nothing),
  'draft:drop': call(draftSchema.pick({ key: true }), nothing),
} as const
