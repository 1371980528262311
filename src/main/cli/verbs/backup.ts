import { StoreError, type BackupInfo, type Library } from '../../store/index.ts'
import { done, refusedCode, type Context } from '../context.ts'
import { plural, printJson, printProblem, table } from '../output.ts'
import { UsageError } from '../problem.ts'
import { reading, writing } from '../with-library.ts'

const row = ({ name, time, revision, reason, bytes, problem }: BackupInfo) => [time, `revision ${revision}`, reason, `${Math.ceil(bytes / 1000)} KB`, problem === null ? 'sound' : `not sound: ${problem}`, name]

async function list(context: Context, [id, ...others]: readonly string[]): Promise<number> {
  if (others.length > 0) throw new UsageError('backup list takes one ID at most')
  const backups = await reading(context, (library) => library.backups(id))
  if (context.json) printJson(context.io, backups)
  else context.io.stdout.write(backups.length === 0 ? 'No backups yet. The program makes them while it runs; this makes one now: kronika backup make\n' : table(backups.map(row)))
  return backups.some(({ problem }) => problem !== null) ? refusedCode : done
}

async function make(context: Context, operands: readonly string[]): Promise<number> {
  if (operands.length > 0) throw new UsageError('backup make takes no arguments')
  return writing(context, async (library) => {
    const { made, failed } = await library.backupNow('asked')
    if (context.json) printJson(context.io, { made, failed })
    else context.io.stdout.write(`${plural(made.length, 'backup')} made; the other incidents had not changed since theirs.\n`)
    for (const { id, message } of failed) printProblem(context.io, { code: 'not-saved', where: id, message }, context.json)
    return failed.length === 0 ? done : refusedCode
  }, { expected: true })
}

/** What bringing a backup back would give up, in words; null when nothing. */
async function givenUp(library: Library, { id, revision }: BackupInfo): Promise<string | null> {
  const { state } = await library.state(id)
  if (state !== 'ok') return `The files of ${id} are ${state}: they would go to quarantine/, and the incident would be as it was at revision ${revision}.`
  const { sequence } = await library.open(id)
  const later = sequence - revision
  return later <= 0 ? null : `${plural(later, 'later revision')} would be taken back. Nothing is deleted: the restoring is one more revision, and undo brings them back.`
}

async function restore(context: Context, operands: readonly string[]): Promise<number> {
  const [id, wanted, ...others] = operands
  if (id === undefined || wanted === undefined || others.length > 0) throw new UsageError('backup restore needs an ID and the name of a backup, as backup list shows it, or "newest"')
  return writing(context, async (library) => {
    const backups = await library.backups(id)
    const backup = wanted === 'newest' ? backups.find(({ problem }) => problem === null) : backups.find(({ name }) => name === wanted || name === `${id}/${wanted}`)
    if (!backup) throw new StoreError('not-found', wanted, `is no backup of ${id}`)
    if (backup.problem !== null) throw new StoreError('corrupt', backup.name, backup.problem)
    const loss = await givenUp(library, backup)
    if (loss !== null && context.options['yes'] !== true) {
      printProblem(context.io, { code: 'would-lose', where: id, message: `${loss} Nothing was changed; --yes does it.` }, context.json)
      return refusedCode
    }
    const { sequence } = await library.restore(backup.name)
    if (context.json) printJson(context.io, { id, restored: backup.revision, sequence })
    else context.io.stdout.write(`${loss === null ? '' : `${loss}\n`}${id} is as it was at revision ${backup.revision}; that is revision ${sequence} now.\n`)
    return done
  }, { expected: true })
}

/** kronika backup list [ID] · backup make · backup restore ID BACKUP [--yes] */
export async function runBackup(context: Context): Promise<number> {
  const [what, ...operands] = context.operands
  if (what === 'list') return list(context, operands)
  if (what === 'make') return make(context, operands)
  if (what === 'restore') return restore(context, operands)
  throw new UsageError('backup needs list, make or restore')
}
