import type { Language } from '#contract/index.ts'
import { boundsOf, dateBetween } from '#domain/dates/index.ts'
import type { TimelinePeriod } from '#domain/timeline/index.ts'
import { changeFilters, useFilters, type Period } from '../../../state/filters.ts'
import { notify, report } from '../../../state/notices.ts'
import { applyOrThrow } from '../../../state/open-incident.ts'
import { undoAction } from '../../../state/undo-action.ts'
import { translate } from '../../../strings/index.ts'
import { periodStrings } from '../../../strings/timeline-periods.ts'
import { focusTable, selectItem } from '../actions.ts'
import type { Window } from '../marks.ts'
import { changeView } from '../view-state.ts'

/** Opens the form of a period that is to be named, with what is known of its date. */
export const startPeriod = (edtf: string | null): void => changeView({ form: 'new-period', inspectorOpen: true, periodsMenu: false, begun: edtf === null ? null : { edtf, lane: null } })

const isoDay = (ms: number, length: number) => new Date(ms).toISOString().slice(0, length)
/** A window as a date, as exactly as a window can be pointed at: in days while it is at most three months wide, else in months. */
export function dateOfWindow({ from, to }: Window): string | null {
  const length = to - from > 92 * 86_400_000 ? 7 : 10
  return dateBetween(isoDay(from, length), isoDay(to, length))
}
/** The period of the filter as a date; null where one date cannot say it. */
export const dateOfFilter = ({ from, to }: Period): string | null => dateBetween(from, to)

/** Names what the filter asks for, else something new. */
export function startFromFilter(): void {
  const { period, window } = useFilters.getState().filters
  startPeriod(period ? dateOfFilter(period) : window ? dateOfWindow(window) : null)
}

/** Shows a period: selected, its card open, in the window. */
export function showPeriod(key: string): void {
  selectItem(key)
  changeView({ inspectorOpen: true, periodsMenu: false, revealed: null })
}

/** The limits by which a period filters; null where its date states none. */
export function limitsOf(edtf: string | null): Pick<Period, 'from' | 'to'> | null {
  if (edtf === null) return null
  const { earliest, latest } = boundsOf(edtf)
  const [first = '', last = first] = edtf.split('/')
  const limit = (bound: number | null, part: string) => (bound === null || !Number.isFinite(bound) ? null : part)
  const limits = { from: limit(earliest, first), to: limit(latest, last) }
  return limits.from === null && limits.to === null ? null : limits
}

/** Sets the filter to a period, or says why it cannot. */
export function filterTo({ edtf }: Pick<TimelinePeriod, 'edtf'>, language: Language): void {
  const limits = limitsOf(edtf)
  if (limits) changeFilters({ period: { ...limits, sure: false } })
  else notify({ tone: 'done', text: translate(periodStrings, language, 'noLimits') })
}

/** Takes a period away, with the way back in the notice. */
export async function removePeriod({ id, title }: Pick<TimelinePeriod, 'id' | 'title'>, language: Language): Promise<void> {
  try {
    await applyOrThrow({ type: 'period.remove', id })
    selectItem(null)
    focusTable()
    notify({ tone: 'done', text: translate(periodStrings, language, 'removed', { title }), action: undoAction(language) })
  } catch (error) {
    report(error)
  }
}
