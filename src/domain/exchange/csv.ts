/** One value of a table. Numbers are written as they are; texts are guarded. */
export type CsvValue = string | number | null

/**
 * Programs that open CSV may run a cell that begins like a formula (OWASP, CSV injection); an apostrophe before it
 * keeps it a text. Also after blanks, which some of them skip.
 */
const guarded = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const cell = (value: CsvValue): string => (value === null ? '' : typeof value === 'number' ? String(value) : quoted(guarded(value)))

/** A table as RFC 4180 CSV in UTF-8: CRLF after every line, a header line first. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
