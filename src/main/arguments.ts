/**
 * The arguments meant for Kronika: those after the program's own file. A packaged program has none, and
 * Electron's and Chromium's switches may stand before it.
 */
export function ownArguments(argv: readonly string[], packaged = isPackaged()): string[] {
  if (packaged) return argv.slice(1)
  const entry = argv.findIndex((argument, position) => position > 0 && !argument.startsWith('-'))
  return entry < 0 ? [] : argv.slice(entry + 1)
}

const isPackaged = () => 'electron' in process.versions && !('defaultApp' in process && process.defaultApp === true)

const asking = new Set(['--help', '-h', '--version'])

/** The arguments of the command line, or null when a window is wanted. A word that is no switch is a verb, known or not. */
export function commandLineArguments([first = '--', ...others]: readonly string[]): string[] | null {
  if (first === '--cli') return others
  return asking.has(first) || !first.startsWith('-') ? [first, ...others] : null
}

/** What a start with a window can be told. Unknown switches are Chromium's and are left alone. */
export type StartOptions = { library: string | null; userData: string | null; sample: boolean }

/** @throws Error when an option that needs a value has none */
export function startOptions(args: readonly string[]): StartOptions {
  return {
    library: valueOf(args, '--library'),
    userData: valueOf(args, '--user-data'),
    sample: args.includes('--sample') && !args.includes('--no-sample'),
  }
}

function valueOf(args: readonly string[], name: string): string | null {
  const position = args.lastIndexOf(name)
  if (position < 0) return null
  const value = args[position + 1]
  if (value === undefined || value.startsWith('--')) throw new Error(`${name} needs a value`)
  return value
}
