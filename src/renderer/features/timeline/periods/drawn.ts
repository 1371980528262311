import { bandOf, type BandPart } from '#domain/dates/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { reachOfAll, timelinePeriods, type TimelinePeriod } from '#domain/timeline/index.ts'
import type { Across } from '../across.ts'
import type { Window } from '../marks.ts'
import { inkClass } from './ink.ts'

/** A named period with its band; `from` and `to` (ms) are where the band begins and ends, a fade included. */
export type DrawnPeriod = TimelinePeriod & { parts: BandPart[]; from: number; to: number }
/** All named periods in order of time, and those of them that have a band. */
export type Periods = { all: TimelinePeriod[]; drawn: DrawnPeriod[] }

/** More bands than these are too many to tell apart; the list has all. */
export const mostBands = 60

/** `extent` is the stretch of the dated records (ms): an end that is open or not stated fades as far as they reach, never to today. */
export function periodsOf(incident: Incident, extent: Window | null): Periods {
  const all = timelinePeriods(incident)
  if (all.length === 0) return { all, drawn: [] }
  const own = reachOfAll(all.map(({ edtf }) => edtf))
  const reach = { from: Math.min(extent?.from ?? Infinity, own?.from ?? Infinity), to: Math.max(extent?.to ?? -Infinity, own?.to ?? -Infinity) }
  const drawn = all.flatMap((period): DrawnPeriod[] => {
    const parts = period.edtf === null ? [] : bandOf(period.edtf, reach)
    const [first, last] = [parts[0], parts.at(-1)]
    return first && last ? [{ ...period, parts, from: first.from, to: last.to }] : []
  })
  return { all, drawn: drawn.slice(0, mostBands) }
}

/** The bands across all lanes, one stretch for each part of a date. */
export function bandsAcross(periods: readonly DrawnPeriod[]): Across[] {
  return periods.flatMap(({ key, parts, ink }) => parts.map(({ kind, from, to }, at): Across => ({ id: `${key}/${at}`, look: `band ${kind} ${inkClass(ink)}`, from, to: to + 1, label: '', isBand: true })))
}
