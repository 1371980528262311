/** Where a call failed and at which lines of the program; never what was in it, which belongs to the person. */
export function logUnexpected(where: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8) : []
  const name = error instanceof Error ? error.name : typeof error
  process.stderr.write(`[kronika] ${where}: ${name}\n${stack.join('\n')}\n`)
}
