import type { ImportResult } from '#contract/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { isEdtf } from '#domain/dates/index.ts'
import { bundleExtension, bundleSizeLimit } from '../../bundle/index.ts'
import { importRead, readFiles, sizeLimit, type SuppliedFile } from '../../ingest/index.ts'
import { done, optionText, refusedCode, type Context } from '../context.ts'
import { readNamed } from '../files.ts'
import { printJson, printProblem, readAs, table } from '../output.ts'
import { problemOf, UsageError } from '../problem.ts'
import { carryCertain, marksInWords, requireSource } from './carry-certain.ts'
import { importFolders, withFolders } from './import-folders.ts'
import { writing } from '../with-library.ts'

type Refused = Pick<ImportResult, 'name' | 'code' | 'where' | 'detail'>

function checkedOptions({ operands, options }: Context) {
  const [incidentId = null, title, publisher, sourceDate, supersedes] = ['incident', 'title', 'publisher', 'source-date', 'supersedes'].map((name) => optionText(options, name))
  if (operands.length === 0) throw new UsageError('import needs at least one FILE')
  if (incidentId !== null && title !== undefined) throw new UsageError('--incident and --title cannot be given together: a title is for a new incident')
  if (sourceDate !== undefined && !isEdtf(sourceDate)) throw new UsageError(`--source-date "${sourceDate}" is not an EDTF date such as 2025-05-28, 2025-05 or 2022~`)
  if (supersedes !== undefined && (incidentId === null || operands.length > 1)) throw new UsageError('--supersedes SOURCE-ID needs --incident ID and one FILE')
  return { incidentId, ...(supersedes === undefined ? {} : { supersedes }), ...(title === undefined ? {} : { title }), ...(publisher === undefined ? {} : { publisher }), ...(sourceDate === undefined ? {} : { sourceDate }) }
}

function refuseAll(context: Context, refusals: readonly Refused[]): number {
  for (const { code, where, detail } of refusals) printProblem(context.io, { code: code ?? 'invalid', where, message: detail }, context.json)
  return refusedCode
}

/** The files by name and content; one that cannot be read is a refusal like any other. */
async function suppliedFiles(context: Context): Promise<{ files: SuppliedFile[]; refusals: Refused[] }> {
  const files: SuppliedFile[] = []
  const refusals: Refused[] = []
  for (const path of context.operands) {
    try {
      files.push({ name: path, bytes: await readNamed(context.io, path, path.toLowerCase().endsWith(bundleExtension) ? bundleSizeLimit : sizeLimit) })
    } catch (error) {
      const { code, where, message } = problemOf(error)
      refusals.push({ name: path, code, where, detail: message })
    }
  }
  return { files, refusals }
}

/** kronika import FILE…: all of the files, or none when one is refused. With a folder among them: one by one. */
export async function runImport(context: Context): Promise<number> {
  const options = checkedOptions(context)
  const inFolders = await withFolders(context)
  if (inFolders && options.supersedes !== undefined) throw new UsageError('--supersedes SOURCE-ID takes one FILE, not a folder')
  if (inFolders) return importFolders(context, inFolders, options)
  const { files, refusals } = await suppliedFiles(context)
  // Read before the library is opened, so that a refusal does not even create one.
  const reads = await readFiles(files)
  const unread = reads.flatMap(({ name, supplied }) => (supplied instanceof Refusal ? [{ name, code: supplied.code, where: supplied.where, detail: supplied.detail }] : []))
  if (refusals.length + unread.length > 0) return refuseAll(context, [...refusals, ...unread])
  return writing(context, async (library) => {
    await requireSource(library, options)
    const { results, incidentId } = await importRead(library, { ...options, now: context.deps.now, together: true }, reads)
    const refused = results.filter(({ outcome }) => outcome === 'refused')
    if (refused.length > 0) return refuseAll(context, refused)
    const carried = options.supersedes === undefined ? null : await carryCertain(library, results)
    if (context.json) printJson(context.io, { results, incidentId, ...(carried ? { marks: carried } : {}) })
    else {
      const title = new Map(library.list().map((summary) => [summary.id, summary.title]))
      context.io.stdout.write(table(results.map((result) => [result.outcome, result.name, result.incidentId ?? '', title.get(result.incidentId ?? '') ?? '', ...(result.encoding ? [readAs(result.encoding)] : [])])))
      if (carried) context.io.stdout.write(`${marksInWords(carried)}\n`)
    }
    return done
  }, { expected: options.incidentId !== null })
}
