import { boundsOf, isExactDay, stretchBetween } from '#domain/dates/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import type { Language } from '#contract/index.ts'
import type { Period } from '../../state/filters.ts'
import { translate } from '../../strings/index.ts'
import { lanesStrings } from '../../strings/timeline-lanes.ts'

/** Something that runs across all lanes: a line where `from` and `to` are the same, else a stretch. Times in ms since 1970 UTC; `look`: its classes (vis.css). */
export type Across = { id: string; look: string; from: number; to: number; label: string; /** Part of a named period: behind the lanes, where nothing takes presses. */ isBand?: true }
/** What can be put out of sight. */
export const acrossKinds = ['bands', 'attributed', 'cut-off', 'today'] as const
export type AcrossKind = (typeof acrossKinds)[number]

const year = 365.25 * 86_400_000

/** The day of attribution, where it is known to the day (without a name, for that is where the marks stand); the cut-off of information; today; the period that is asked for. */
export function acrossLanes(incident: Incident, period: Period | null, language: Language, now = Date.now()): Across[] {
  const line = (id: AcrossKind, at: number, label: 'cutOff' | 'today'): Across => ({ id, look: `across ${id}`, from: at, to: at, label: translate(lanesStrings, language, label) })
  const { edtf } = incident.dates.attributed
  const attributed = edtf !== null && isExactDay(edtf) ? middleOf(edtf) : null
  return [
    ...(period ? [stretch(period, now)] : []),
    ...(attributed === null ? [] : [{ id: 'attributed', look: 'across attributed', from: attributed, to: attributed, label: '' }]),
    ...(incident.cutOff === null ? [] : [line('cut-off', Date.parse(incident.cutOff), 'cutOff')]),
    line('today', now, 'today'),
  ]
}

/** The middle of a day, or the instant that a time of day states, as its mark is drawn. */
function middleOf(edtf: string): number | null {
  const { earliest, latest } = boundsOf(edtf)
  return earliest === null || latest === null ? null : (earliest + latest + 1) / 2
}

/** An open side reaches as far as anyone may look. */
function stretch({ from, to }: Period, now: number): Across {
  const asked = stretchBetween(from, to)
  return { id: 'period', look: 'across period', from: Math.max(asked.from, now - 500 * year), to: Math.min(asked.to, now + 500 * year), label: '' }
}
