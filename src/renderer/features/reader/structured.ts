import type { Structure } from '#domain/incident/index.ts'
import { partAt, type TextPart } from './marks.ts'

/** A part as its document set it; `pages` are the pages that begin in it, `opens` says that the first of them begins with it. */
export type StructuredPart = TextPart & { level?: number; pages?: { first: number; last: number; opens: boolean } }

/**
 * Parts with what the text itself does not show: headings, list items and where pages begin. Numbers stay those of the
 * text, so that the gutter and the evidence say the same; a page that begins between two parts begins with the next.
 */
export function structuredParts(parts: readonly TextPart[], structure: Structure | undefined): StructuredPart[] {
  const made: StructuredPart[] = [...parts]
  for (const entry of structure ?? []) {
    const found = partAt(parts, entry.start)
    if (!found) continue
    if (entry.kind === 'page') addPage(made, entry.start < found.end ? found.index : found.index + 1, entry)
    else if (found.start >= entry.start && found.end <= entry.end) made[found.index] = { ...made[found.index]!, kind: entry.kind, ...(entry.kind === 'heading' ? { level: entry.level } : {}) }
  }
  return made
}

function addPage(parts: StructuredPart[], index: number, { start, page }: { start: number; page: number }) {
  const part = parts[index]
  if (!part) return
  const { pages } = part
  parts[index] = { ...part, pages: pages ? { ...pages, last: page } : { first: page, last: page, opens: start <= part.start } }
}

/** The pages a part lies on: those that begin in it, and the one before when it began there. Null: no page begins in it. */
export function pagesOf({ pages }: StructuredPart): { from: number; to: number } | null {
  return pages ? { from: pages.opens ? pages.first : Math.max(1, pages.first - 1), to: pages.last } : null
}
