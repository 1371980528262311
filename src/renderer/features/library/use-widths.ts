import { useMemo } from 'react'
import type { Language } from '#contract/index.ts'
import type { Translate } from '../../strings/index.ts'
import type { library } from '../../strings/library.ts'
import { widestText } from '../../ui/text-width.ts'
import { actorsOf, shortPeriod, shownTitle, victimsOf } from './columns.tsx'
import type { Row } from './filter.ts'

const fonts = { plain: "400 12.5px 'Inter', system-ui, sans-serif", own: "600 12.5px 'Inter', system-ui, sans-serif" }
const padding = 17
const widest = (texts: Iterable<string>, { font = fonts.plain, ...range }: { least: number; most?: number; font?: string }) => widestText(texts, { ...range, font, padding })

/** Columns as wide as what all rows hold, before filters: a period or an actor is never cut, and nothing jumps while someone filters. */
export function useWidths(rows: readonly Row[], { t, language, notStated }: { t: Translate<keyof typeof library.en>; language: Language; notStated: string }): Record<string, string> {
  return useMemo(() => {
    const px = {
      title: widest(rows.map(shownTitle), { least: 140, most: 300, font: rows.some((row) => row.own) ? fonts.own : fonts.plain }),
      actor: widest(rows.map((row) => actorsOf(row, t)), { least: 96, most: 200 }),
      victim: widest(rows.map((row) => victimsOf(row, language, notStated, t)), { least: 84, most: 160 }),
      period: widest(rows.map((row) => shortPeriod(row.activity, language)), { least: 120, most: 280 }),
    }
    return Object.fromEntries(Object.entries(px).map(([name, width]) => [`--${name}`, `${width}px`]))
  }, [rows, t, language, notStated])
}
