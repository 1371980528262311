import { applyCommand, type Command, type Revision } from '#domain/command/index.ts'
import { incidentSchema, integrityProblems, type Incident } from '#domain/incident/index.ts'
import type { Backup } from './backup-file.ts'
import { keepCopy, writeDurably } from './durable-file.ts'
import { HistoryDamaged, StoreError, systemCode } from './errors.ts'
import type { Files } from './files.ts'
import { decodeHistory, encodeLine, replay, type History } from './history.ts'
import { stampOf, type Layout } from './layout.ts'
import { joined } from './salvage.ts'
import type { Schema } from './schema.ts'
import { quarantineSnapshot, readSnapshot } from './snapshot.ts'

export type RecoverOptions = { now: Date; author: string; files: Files; schema: Schema }
type Part = { bytes: Buffer; history: Pick<History, 'revisions' | 'versions' | 'size'> }

/**
 * The first lines of a history, and their bytes; none when not even the first is whole. Lines of a newer version count
 * as not whole here; callers that write refuse such a history.
 */
function wholePart(bytes: Buffer, path: string, schema: Schema, upToLine = Infinity): Part {
  const limited = upToLine === Infinity ? bytes : bytes.subarray(0, endOfLine(bytes, upToLine))
  const nothing: Part = { bytes: Buffer.alloc(0), history: { revisions: [], versions: [], size: 0 } }
  try {
    const history = decodeHistory(limited, path, schema)
    const whole = limited.subarray(0, history.size)
    return { bytes: history.unterminated ? Buffer.concat([whole, Buffer.from('\n')]) : whole, history }
  } catch (error) {
    if (!(error instanceof HistoryDamaged)) throw error
    if (error.knownUntil === 0 || error.knownUntil >= upToLine) return nothing
    return wholePart(bytes, path, schema, error.knownUntil)
  }
}

function endOfLine(bytes: Buffer, line: number): number {
  let end = 0
  for (let count = 0; count < line && end < bytes.length; count += 1) {
    const at = bytes.indexOf(0x0a, end)
    end = at === -1 ? bytes.length : at + 1
  }
  return end
}

/** Opens what is whole, for looking only. @throws StoreError when nothing is */
export async function readWhatIsWhole(at: Layout, id: string, { files, schema }: Pick<RecoverOptions, 'files' | 'schema'>): Promise<{ incident: Incident; revisions: Revision[] }> {
  const { history } = wholePart(await historyBytes(at, id, files), at.history(id), schema)
  const base = (await readSnapshot(at, id, files, schema).catch(() => null))?.base ?? null
  if (base && base.sequence > history.revisions.length && base.version === schema.version) return { incident: base.incident, revisions: history.revisions }
  if (history.revisions.length === 0) throw new StoreError('corrupt', at.history(id), 'nothing of it is whole')
  return { incident: replay(history, at.history(id), null, schema), revisions: history.revisions }
}

/**
 * Keeps the lines up to one and puts the old bytes aside.
 * @throws StoreError invalid when there are not so many whole lines, or they do not make a sound incident
 */
export async function recoverFromHistory(at: Layout, id: string, upToLine: number, options: RecoverOptions): Promise<void> {
  const old = await historyBytes(at, id, options.files)
  const part = wholePart(old, at.history(id), options.schema, upToLine)
  const count = part.history.revisions.length
  if (upToLine < 1 || count !== upToLine) throw new StoreError('invalid', at.history(id), `has ${count} whole lines before line ${upToLine + 1}`)
  requireSound(id, replay(part.history, at.history(id), null, options.schema))
  await replaceHistory(at, id, { old, fresh: part.bytes }, options)
}

/**
 * Keeps the whole lines and adds the snapshot behind them as one more revision; where not even the first line is whole
 * the snapshot begins the history anew.
 * @throws StoreError invalid when there is no snapshot beyond the whole lines
 */
export async function recoverFromSnapshot(at: Layout, id: string, options: RecoverOptions): Promise<void> {
  const { files, schema } = options
  const old = await historyBytes(at, id, files)
  const { bytes, history } = wholePart(old, at.history(id), schema)
  const { base } = await readSnapshot(at, id, files, schema)
  if (!base || base.version !== schema.version || base.sequence <= history.revisions.length) throw new StoreError('invalid', at.snapshot(id), 'does not go beyond the history')
  requireSound(id, base.incident)
  const line = history.revisions.length === 0 ? creation(base.incident) : restoration(replay(history, at.history(id), null, schema), base)
  const revision: Revision = { sequence: history.revisions.length + 1, time: options.now.toISOString(), author: options.author, kind: 'do', of: null, ...line }
  await replaceHistory(at, id, { old, fresh: Buffer.concat([bytes, encodeLine(revision, schema.version)]) }, options)
}

/**
 * Puts a backup, carried on by the whole lines of the damaged history behind it, in the place of that history.
 * @throws StoreError invalid when the history does not carry the backup on
 */
export async function joinBackupAndHistory(at: Layout, { head: { id }, history }: Backup, options: RecoverOptions): Promise<void> {
  const old = await historyBytes(at, id, options.files)
  const both = joined(history, old, at.history(id), options.schema)
  if (!both) throw new StoreError('invalid', at.history(id), 'does not carry the backup on')
  requireSound(id, replay(both.history, at.history(id), null, options.schema))
  await replaceHistory(at, id, { old, fresh: both.bytes }, options)
}

/** Puts a backup in the place of files that cannot be followed. The backup was verified when it was read. */
export async function replaceByBackup(at: Layout, { head: { id }, history }: Backup, options: RecoverOptions): Promise<void> {
  requireSound(id, replay(decodeHistory(history, at.history(id), options.schema), at.history(id), null, options.schema))
  await replaceHistory(at, id, { old: await historyBytes(at, id, options.files), fresh: history }, options)
}

type Line = Pick<Revision, 'command' | 'patches' | 'inverse'>
const creation = (incident: Incident): Line => ({ command: { type: 'incident.create', incident }, patches: [], inverse: [] })

function restoration(before: Incident, { incident, sequence }: { incident: Incident; sequence: number }): Line {
  const command: Command = { type: 'incident.restore', incident, sequence }
  const { patches, inverse } = applyCommand(before, command)
  return { command, patches, inverse }
}

function requireSound(id: string, incident: Incident) {
  const parsed = incidentSchema.safeParse(incident)
  const problem = parsed.error?.issues[0]?.message ?? (parsed.data && integrityProblems(parsed.data)[0]?.message) ?? (incident.id === id ? null : `holds the incident ${incident.id}`)
  if (problem) throw new StoreError('invalid', id, problem)
}

/**
 * The old bytes are durable in quarantine/ before the new ones take their place in one step. A snapshot of the old
 * history says nothing of the new one and goes aside too: before, where the history is damaged by itself and stays so
 * until it is replaced; after, where only the snapshot tells that revisions are missing. So a kill leaves the trouble
 * visible or the recovery done.
 */
async function replaceHistory(at: Layout, id: string, { old, fresh }: { old: Buffer; fresh: Buffer }, { now, files, schema }: RecoverOptions) {
  requireNotNewer(old, at.history(id), schema)
  if (old.length > 0) await keepCopy(at.history(id), at.quarantine, `${id}.history.${stampOf(now)}.jsonl`, files)
  const damagedByItself = wholePart(old, at.history(id), schema).history.size < old.length
  if (damagedByItself) await quarantineSnapshot(at, id, now, files)
  await writeDurably(at.history(id), fresh, files)
  await quarantineSnapshot(at, id, now, files)
}

/** What a newer version wrote is sound: it is never replaced by what this one understands of it. */
function requireNotNewer(bytes: Buffer, path: string, schema: Schema) {
  try {
    decodeHistory(bytes, path, schema)
  } catch (error) {
    if (!(error instanceof StoreError) || error.code === 'newer') throw error
  }
}

async function historyBytes(at: Layout, id: string, files: Files): Promise<Buffer> {
  return files.readFile(at.history(id)).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
}
