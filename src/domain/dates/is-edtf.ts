import { edtf } from './named-edtf.ts'

/**
 * EDTF as ISO 8601-2 level 0 and 1: dates, seasons, decades, intervals, `?` uncertain, `~` approximate,
 * `X` unspecified, `/` unknown and `/..` open ends. Sets and lists (level 2) are not dates of an event.
 */
const types = ['Date', 'Season', 'Year', 'Decade', 'Century', 'Interval'] as const

/** True when the text is an EDTF value the product stores. */
export function isEdtf(text: string): boolean {
  if (text.length > 80) return false
  try {
    const parsed = edtf(text, { types, level: 1 })
    return parsed.min === null || parsed.max === null || !Number.isNaN(Number(parsed.min))
  } catch {
    return false
  }
}
