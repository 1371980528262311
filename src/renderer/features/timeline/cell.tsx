import type { ReactNode } from 'react'
import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Grade } from '../../ui/index.ts'
import { cellOf, type ColumnId } from './columns.ts'
import type { Row } from './rows.ts'
import styles from './table.module.css'
import { useReading } from './use-reading.ts'

/** What may be cut says itself in full under the pointer. */
const mayBeCut: readonly ColumnId[] = ['event', 'wording', 'tags']

export function Cell({ row, column }: { row: Row; column: ColumnId }) {
  const text = String(cellOf(row, column, useReading()))
  return (
    <div role="gridcell" className={styles['cell']} data-column={column} title={mayBeCut.includes(column) && text !== '' ? text : undefined}>
      <Content row={row} column={column} text={text} />
    </div>
  )
}

function Content({ row: { item, grade, state }, column, text }: { row: Row; column: ColumnId; text: string }): ReactNode {
  const t = useStrings(timelineStrings)
  const quiet = (words: string) => <span className={styles['context']}>{words}</span>
  switch (column) {
    case 'edtf': return text === '' ? t('noDate') : text
    case 'event': return item.context ? <>{item.title}{quiet(` (${t('context')})`)}</> : text
    case 'wording': return text === '' ? null : <q>{text}</q>
    case 'state': return state === 'contested' ? <span className={styles['contested']}>{text}</span> : text
    case 'grade': return grade ? <Grade>{grade}</Grade> : quiet(t('notRated'))
    default: return text
  }
}
