import type { Encoding } from '#domain/incident/index.ts'
import type { Io } from './context.ts'
import type { Problem } from './problem.ts'

/** Document text on one terminal line: control characters could drive the terminal, so they are shown, not sent. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, (run) => (/^[\n\t\r]+$/.test(run) ? ' ' : '\ufffd'))

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const widthOf = (text: string) => [...graphemes.segment(text)].length
const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** The text in at most so many characters, with an ellipsis when it was longer. */
export function clipped(text: string, width: number): string {
  const parts = [...graphemes.segment(text)]
  return parts.length <= width ? text : `${parts.slice(0, width - 1).map(({ segment }) => segment).join('').trimEnd()}…`
}

/** Rows as aligned columns, two spaces apart; a column without a word is left out, save the first, which may be an indent. */
export function table(rows: readonly (readonly string[])[]): string {
  const filled = new Set(rows.flatMap((row) => row.flatMap((cell, column) => (cell !== '' || column === 0 ? [column] : []))))
  const clean = rows.map((row) => row.filter((_, column) => filled.has(column)).map(printable))
  const widths: number[] = []
  for (const row of clean) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))
  return clean.map((row) => `${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('')
}

export const printJson = (io: Io, value: unknown): void => void io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
/** JSON on one line, as streams of answers need it. */
export const printJsonLine = (io: Io, value: unknown): void => void io.stdout.write(`${JSON.stringify(value)}\n`)

export function printProblem(io: Io, problem: Problem, json: boolean): void {
  if (json) io.stderr.write(`${JSON.stringify({ error: problem })}\n`)
  else io.stderr.write(`kronika: ${printable(problem.where === '' ? problem.message : `${problem.where}: ${problem.message}`)}\n`)
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const readFrom = { 'byte-order-mark': 'by its byte order mark', declaration: 'as the document says', bytes: 'recognised by its characters' } as const
/** "read as windows-1250 (recognised by its characters; the page says utf-8)" */
export const readAs = ({ name, from, declared }: Encoding): string => `read as ${name} (${readFrom[from]}${declared === undefined ? '' : `; the document says ${declared}`})`
