import { boundsOf, dateBetween } from '#domain/dates/index.ts'
import type { Period } from '../../../state/filters.ts'
import type { Window } from '../marks.ts'

const isoDay = (ms: number, length: number) => new Date(ms).toISOString().slice(0, length)
/** A window as a date, as exactly as a window can be pointed at: in days while it is at most three months wide, else in months. */
export function dateOfWindow({ from, to }: Window): string | null {
  const length = to - from > 92 * 86_400_000 ? 7 : 10
  return dateBetween(isoDay(from, length), isoDay(to, length))
}
/** The period of the filter as a date; null where one date cannot say it. */
export const dateOfFilter = ({ from, to }: Period): string | null => dateBetween(from, to)

/** The limits by which a period filters; null where its date states none. */
export function limitsOf(edtf: string | null): Pick<Period, 'from' | 'to'> | null {
  if (edtf === null) return null
  const { earliest, latest } = boundsOf(edtf)
  const [first = '', last = first] = edtf.split('/')
  const limit = (bound: number | null, part: string) => (bound === null || !Number.isFinite(bound) ? null : part)
  const limits = { from: limit(earliest, first), to: limit(latest, last) }
  return limits.from === null && limits.to === null ? null : limits
}
