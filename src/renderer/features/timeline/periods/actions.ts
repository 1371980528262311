import type { Language } from '#contract/index.ts'
import type { TimelinePeriod } from '#domain/timeline/index.ts'
import { changeFilters, useFilters } from '../../../state/filters.ts'
import { notify, report } from '../../../state/notices.ts'
import { applyOrThrow } from '../../../state/open-incident.ts'
import { undoAction } from '../../../state/undo-action.ts'
import { translate } from '../../../strings/index.ts'
import { periodStrings } from '../../../strings/timeline-periods.ts'
import { selectItem } from '../actions.ts'
import { changeView } from '../view-state.ts'
import { dateOfFilter, dateOfWindow, limitsOf } from './dates.ts'

/** Opens the form of a period that is to be named, with what is known of its date. */
export const startPeriod = (edtf: string | null): void => changeView({ form: 'new-period', inspectorOpen: true, periodsMenu: false, begun: edtf === null ? null : { edtf, lane: null } })

/** The focus on the name of a period, after a form that held it is gone; where it is not drawn, on its card or the lanes. */
export function focusPeriod(key: string | null): void {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  // Two frames: the strip first draws what was named or changed.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const own = key === null ? find('[data-period][tabindex="0"]') : (find(`[data-period="${CSS.escape(key)}"]`) ?? find('[data-pane="inspector"]'))
    const target = own ?? find('[data-pane="timeline"] [role="img"][tabindex="0"]')
    target?.focus({ preventScroll: true })
  }))
}

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
    focusPeriod(null)
    notify({ tone: 'done', text: translate(periodStrings, language, 'removed', { title }), action: undoAction(language) })
  } catch (error) {
    report(error)
  }
}
