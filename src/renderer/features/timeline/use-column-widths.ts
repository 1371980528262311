import { useMemo } from 'react'
import { widestText } from '../../ui/text-width.ts'
import { cellOf, columnName, type ColumnId } from './columns.ts'
import type { Row } from './rows.ts'
import { useReading } from './use-reading.ts'

const sans = "500 12.5px 'Inter', system-ui, sans-serif"
const mono = "400 11.5px 'IBM Plex Mono', ui-monospace, monospace"
const padding = 18
/** Room for the arrow of a sorted column, px. */
const arrow = 17

/** Fonts of columns that are as wide as what they hold: a date, a lane or a state is never cut. */
const measured: Partial<Record<ColumnId, string>> = { date: sans, edtf: mono, lane: sans, state: sans }
/** Least width of those that share what is left, and their share. */
const shared: Partial<Record<ColumnId, { least: number; share: number }>> = { event: { least: 180, share: 3 }, wording: { least: 150, share: 2 }, tags: { least: 120, share: 1 } }

/** The columns as a CSS grid template, and the least width in px that they need together. */
export function useColumnWidths(rows: readonly Row[], columns: readonly ColumnId[]): { template: string; least: number } {
  const reading = useReading()
  return useMemo(() => {
    const widths = columns.map((column) => {
      const head = widestText([columnName(column, reading.language)], { least: 60, font: sans, padding: padding + arrow })
      const font = measured[column]
      const part = shared[column]
      if (part) return { css: `minmax(${part.least}px, ${part.share}fr)`, least: part.least }
      const least = font ? widestText(rows.map((row) => String(cellOf(row, column, reading))), { least: head, font, padding }) : head
      return { css: `${least}px`, least }
    })
    return { template: widths.map(({ css }) => css).join(' '), least: widths.reduce((sum, { least }) => sum + least, 16) }
  }, [rows, columns, reading])
}
