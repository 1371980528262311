import { CommandError } from '#domain/command/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { NotSaved, StoreError } from '../store/index.ts'

/** The command line itself was wrong: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** A refusal that only the command line knows, such as a file that is not there. */
export class CliError extends Error {
  readonly code: string
  readonly where: string
  constructor(code: string, where: string, message: string) {
    super(message)
    this.name = 'CliError'
    this.code = code
    this.where = where
  }
}

/** What is printed for an error: `where` is a file, an id or a JSON path and may be empty. */
export type Problem = { code: string; where: string; message: string }

const systemCode = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : null)

export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal || error instanceof StoreError) return { code: error.code, where: error.where, message: error.detail }
  if (error instanceof CliError) return { code: error.code, where: error.where, message: error.message }
  if (error instanceof CommandError) return { code: error.code, where: error.path, message: withDependents(error) }
  if (error instanceof NotSaved) return { code: 'not-saved', where: error.reason, message: error.detail }
  if (error instanceof UsageError) return { code: 'usage', where: '', message: error.message }
  if (error instanceof Error) return { code: systemCode(error) ?? 'unexpected', where: '', message: error.message }
  return { code: 'unexpected', where: '', message: String(error) }
}

function withDependents({ path, message, dependents }: CommandError): string {
  const plain = path !== '' && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message
  const names = dependents.map(({ from }) => `${from.collection}/${from.id}`)
  return names.length === 0 ? plain : `${plain}: ${[...new Set(names)].join(', ')}`
}

/** The same refusal, with the file it was found in. */
export const inFile = (file: string, { code, where, message }: Problem): CliError => new CliError(code, where === '' ? file : `${file}: ${where}`, message)
