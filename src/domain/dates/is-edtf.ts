import { edtf } from './named-edtf.ts'
import { isPlain } from './shape.ts'

/**
 * EDTF as ISO 8601-2 level 0 and 1: dates, seasons, decades, intervals, `?` uncertain, `~` approximate,
 * `X` unspecified, `/` unknown and `/..` open ends. Sets and lists (level 2) are not dates of an event.
 */
const types = ['Date', 'Season', 'Year', 'Decade', 'Century', 'Interval'] as const

/** The same dates are checked again and again, and the parser takes a good part of a millisecond for each. */
const known = new Map<string, boolean>()
const remembered = 10_000

/** The library turns 29 February of a common year into 1 March; a date that does not exist is no date. */
const daysExist = (text: string) => [...text.matchAll(/(-?\d{4})-(\d\d)-(\d\d)/g)].every(([, year, month, day]) => Number(day) <= daysOfMonth(Number(year), Number(month)))
/** Month 1 to 12 of the proleptic Gregorian calendar. */
const daysOfMonth = (year: number, month: number) => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

/** True when the text is an EDTF value the product stores. */
export function isEdtf(text: string): boolean {
  if (isPlain(text)) return true
  if (text.length > 80 || !daysExist(text)) return false
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= remembered) known.clear()
  const is = isRead(text)
  known.set(text, is)
  return is
}

function isRead(text: string): boolean {
  try {
    const parsed = edtf(text, { types, level: 1 })
    return parsed.min === null || parsed.max === null || !Number.isNaN(Number(parsed.min))
  } catch {
    return false
  }
}
