import { checkLibrary } from '../../store/index.ts'
import { done, refusedCode, type Context } from '../context.ts'
import { libraryFolder } from '../default-library.ts'
import { plural, printJson, printProblem } from '../output.ts'
import { UsageError } from '../problem.ts'
import { keyOf } from '../with-library.ts'

/** kronika check: every checksum, reference and anchor of the library; changes nothing. */
export async function runCheck(context: Context): Promise<number> {
  if (context.operands.length > 0) throw new UsageError('check takes no arguments')
  const folder = await libraryFolder(context)
  const report = await checkLibrary(folder, undefined, await keyOf(context, folder))
  const { problems, notes, counts } = report
  if (context.json) printJson(context.io, report)
  else {
    for (const { where, message } of notes) context.io.stdout.write(`Note: ${where}: ${message}\n`)
    context.io.stdout.write(`${plural(counts.incidents, 'incident')}, ${plural(counts.revisions, 'revision')}, ${plural(counts.references, 'reference')}, ${plural(counts.anchors, 'anchor')}, ${plural(counts.texts, 'text')}, ${plural(counts.originals, 'original')}: ${problems.length === 0 ? 'all sound' : plural(problems.length, 'problem')}\n`)
  }
  for (const { where, message } of problems) printProblem(context.io, { code: 'corrupt', where, message }, context.json)
  return problems.length === 0 ? done : refusedCode
}
