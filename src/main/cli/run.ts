import { parseArgs, type ParseArgsConfig } from 'node:util'
import { done, refusedCode, usageCode, type Context, type Deps, type Io } from './context.ts'
import { helpText } from './help.ts'
import { printJson, printProblem } from './output.ts'
import { problemOf, UsageError } from './problem.ts'
import { runApply } from './verbs/apply.ts'
import { runBackup } from './verbs/backup.ts'
import { runBundle } from './verbs/bundle.ts'
import { runCheck } from './verbs/check.ts'
import { runCompare } from './verbs/compare.ts'
import { runExport } from './verbs/export.ts'
import { runGenerate } from './verbs/generate.ts'
import { runImport } from './verbs/import.ts'
import { runLibrary } from './verbs/library.ts'
import { runList } from './verbs/list.ts'
import { runShow } from './verbs/show.ts'
import { runSuggest } from './verbs/suggest.ts'
import { runValidate } from './verbs/validate.ts'

type OptionTable = NonNullable<ParseArgsConfig['options']>
type Verb = { run: (context: Context) => Promise<number>; options: OptionTable }

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const common = { library: text, json: flag, help: { ...flag, short: 'h' } } as const satisfies OptionTable

const verbs: Readonly<Record<string, Verb>> = {
  import: { run: runImport, options: { incident: text, title: text, publisher: text, 'source-date': text, supersedes: text } },
  list: { run: runList, options: { references: flag } },
  show: { run: runShow, options: {} },
  apply: { run: runApply, options: { command: text } },
  export: { run: runExport, options: { format: text, out: text, tlp: text, lang: text } },
  compare: { run: runCompare, options: { similar: text, align: text, format: text, out: text, tlp: text, lang: text } },
  suggest: { run: runSuggest, options: { lang: text, published: text } },
  validate: { run: runValidate, options: {} },
  check: { run: runCheck, options: {} },
  backup: { run: runBackup, options: { yes: flag } },
  bundle: { run: runBundle, options: { out: text, 'with-history': flag, 'as-copy': flag } },
  library: { run: runLibrary, options: {} },
  generate: { run: runGenerate, options: { incidents: text, seed: text } },
}

function parsed(verb: Verb, args: string[], io: Io, deps: Deps): Context {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...common, ...verb.options }, allowPositionals: true, strict: true })
    // No option is given more than once, so no value is a list.
    const options = values as Context['options']
    return { io, deps, operands: positionals, options, json: options['json'] === true }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function help(io: Io): number {
  io.stdout.write(helpText)
  return done
}

async function dispatch(argv: readonly string[], io: Io, deps: Deps): Promise<number> {
  const [name = 'help', ...args] = argv
  if (name === '--version' || name === 'version') {
    if (args.includes('--json')) printJson(io, { version: deps.version })
    else io.stdout.write(`${deps.version}\n`)
    return done
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (name === 'help' || name === '--help' || name === '-h') return help(io)
  if (!verb) throw new UsageError(`there is no verb "${name}"`)
  const context = parsed(verb, args, io, deps)
  if (context.options['help'] === true) return help(io)
  return verb.run(context)
}

/**
 * The program without a window.
 * @param argv what follows the program's name
 * @returns the exit code: 0 done, 1 refused with nothing changed, 2 wrong usage
 */
export async function run(argv: readonly string[], io: Io, deps: Deps): Promise<number> {
  try {
    return await dispatch(argv, io, deps)
  } catch (error) {
    printProblem(io, problemOf(error), argv.includes('--json'))
    if (!(error instanceof UsageError)) return refusedCode
    if (!argv.includes('--json')) io.stderr.write('Try: kronika help\n')
    return usageCode
  }
}
