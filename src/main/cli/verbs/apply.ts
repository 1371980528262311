import type { Command } from '#domain/command/index.ts'
import { readCommandFile, Refusal } from '#domain/exchange/index.ts'
import { decodeText } from '../../ingest/decode.ts'
import type { Library } from '../../store/index.ts'
import { done, optionText, refusedCode, type Context } from '../context.ts'
import { readNamed } from '../files.ts'
import { linesOf, type Line } from '../lines.ts'
import { printJsonLine, printProblem } from '../output.ts'
import { inFile, problemOf, UsageError } from '../problem.ts'
import { writing } from '../with-library.ts'

/** Several commands as one revision, so that all of them happen or none, and one undo takes them back. */
function asOne(commands: readonly Command[]): Command {
  const [only] = commands
  if (only && commands.length === 1) return only
  const simple = commands.flatMap((command) => (command.type === 'batch' ? command.commands : [command]))
  return { type: 'batch', label: `${simple.length} commands`, commands: simple }
}

function refuseCreation(command: Command): Command {
  const parts = command.type === 'batch' ? command.commands : [command]
  if (parts.some(({ type }) => type === 'incident.create')) throw new Refusal('invalid', '', 'incident.create begins a history and cannot be applied to one; use import')
  return command
}

async function applyFile(context: Context, id: string, file: string): Promise<number> {
  let command: Command
  const bytes = await readNamed(context.io, file)
  try {
    command = refuseCreation(asOne(readCommandFile(decodeText('', bytes))))
  } catch (error) {
    throw inFile(file, problemOf(error))
  }
  return writing(context, async (library) => {
    const { sequence } = await library.apply(id, command)
    if (context.json) printJsonLine(context.io, { sequence })
    else context.io.stdout.write(`Applied as revision ${sequence} of ${id}.\n`)
    return done
  }, { expected: true })
}

/** @throws CliError with the line's number */
async function applyLine(library: Library, id: string, { number, text }: Line): Promise<number> {
  try {
    return (await library.apply(id, refuseCreation(asOne(readCommandFile(text))))).sequence
  } catch (error) {
    throw inFile(`line ${number}`, problemOf(error))
  }
}

/** One command a line; each is answered when it is durable, and the first refused one ends it. */
async function applyLines(context: Context, library: Library, id: string): Promise<number> {
  try {
    for await (const line of linesOf(context.io.stdin)) {
      if (line.text.trim() !== '') printJsonLine(context.io, { sequence: await applyLine(library, id, line) })
    }
    return done
  } catch (error) {
    const problem = problemOf(error)
    printJsonLine(context.io, { error: problem })
    printProblem(context.io, problem, context.json)
    return refusedCode
  }
}

/** kronika apply ID --command FILE.json, or --command - for a stream of commands. */
export async function runApply(context: Context): Promise<number> {
  const [id, ...others] = context.operands
  const file = optionText(context.options, 'command')
  if (id === undefined || others.length > 0) throw new UsageError('apply needs one ID')
  if (file === undefined) throw new UsageError('apply needs --command FILE.json, or --command - to read one command a line')
  if (file !== '-') return applyFile(context, id, file)
  return writing(context, async (library) => {
    await library.open(id)
    return applyLines(context, library, id)
  }, { expected: true })
}
