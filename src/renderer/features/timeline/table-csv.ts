import { writeCsv } from '#domain/exchange/csv.ts'
import type { Tlp } from '#domain/incident/index.ts'
import { cellOf, columnName, type ColumnId, type Reading } from './columns.ts'
import type { Row } from './rows.ts'

/**
 * The columns shown as CSV, with the label that the data carries. The EDTF value always stands beside the date in
 * words: the words are for people, and no program should have to guess what they mean.
 */
export function tableCsv(rows: readonly Row[], shown: readonly ColumnId[], reading: Reading, tlp: Tlp): string {
  const columns = shown.flatMap((id): ColumnId[] => (id === 'date' && !shown.includes('edtf') ? ['date', 'edtf'] : [id]))
  return writeCsv(['TLP', ...columns.map((id) => columnName(id, reading.language))], rows.map((row) => [`TLP:${tlp}`, ...columns.map((id) => cellOf(row, id, reading))]))
}
