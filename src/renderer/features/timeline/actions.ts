import type { Incident } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { goToQuote, select, useNavigation } from '../../state/navigation.ts'
import { nothingChosen } from './choosing.ts'
import { firstQuote } from './rows.ts'
import { changeView, useTimelineView, type TimelineView } from './view-state.ts'

/** What can be done with an item, wherever it is selected: table, canvas, inspector, list of a bin. */

export function selectItem(key: string | null): void {
  if (useTimelineView.getState().chosen.keys.length > 0) changeView({ chosen: nothingChosen })
  moveTo(key)
}

/** Selects as the arrows with Shift or Ctrl do: what is chosen beside it stays. */
export function moveTo(key: string | null): void {
  if (useNavigation.getState().place.itemKey === key) return
  select({ itemKey: key })
  changeView({ wordless: null, form: 'none' })
}

/** Opens the words at the first quote. Without one the inspector says so and lists what is cited. */
export function openWords(incident: Incident, item: TimelineItem): void {
  const quote = firstQuote(incident, item)
  if (quote) goToQuote(quote.sourceId, quote.annotationId)
  else changeView({ wordless: item.key, inspectorOpen: true })
}

/** The focus back on the selected row, after a form or a question that held it is gone. */
export function focusTable(): void {
  // Two frames: the table first draws the row that was made or selected.
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('[role=grid] [data-key][tabindex="0"]')?.focus({ preventScroll: true })))
}

export const startEdit = (): void => changeView({ form: 'edit', inspectorOpen: true })
export const startNew = (): void => changeView({ form: 'new', inspectorOpen: true, begun: null })
/** The form of a new event with the date and lane of a place in the lanes. */
export const startNewAt = (begun: TimelineView['begun']): void => changeView({ form: 'new', inspectorOpen: true, begun })
