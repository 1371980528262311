import type { Incident } from '#domain/incident/index.ts'
import { call } from '../../api.ts'
import { notify, report } from '../../state/notices.ts'
import { reportOptions } from '../../state/report-options.ts'
import { translate } from '../../strings/index.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import type { ColumnId, Reading } from './columns.ts'
import type { Row } from './rows.ts'
import { tableCsv } from './table-csv.ts'

/** Puts rows on the clipboard as CSV under the label of the incident's report, and says how many. */
export async function copyRows(incident: Incident, rows: readonly Row[], columns: readonly ColumnId[], reading: Reading): Promise<void> {
  if (rows.length === 0) return
  try {
    await call('clipboard:write', { text: tableCsv(rows, columns, reading, reportOptions(incident).tlp) })
    notify({ tone: 'done', text: translate(workStrings, reading.language, 'copiedRows', { n: rows.length }) })
  } catch (error) {
    report(error)
  }
}
