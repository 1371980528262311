import type { Incident } from '#domain/incident/index.ts'
import type { SimpleCommand } from '#domain/command/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { goToQuote, select, useNavigation } from '../../state/navigation.ts'
import { firstQuote } from './rows.ts'
import { changeView } from './view-state.ts'

/** What can be done with an item, wherever it is selected: table, canvas, inspector, list of a bin. */

export function selectItem(key: string | null): void {
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

export const startEdit = (): void => changeView({ form: 'edit', inspectorOpen: true })
export const startNew = (): void => changeView({ form: 'new', inspectorOpen: true })

const nouns = { events: 'event', attributions: 'attribution', responses: 'response' } as const

/** The command that takes a record away; `together` also releases what rests on it. */
export const removalOf = ({ collection, id }: Pick<TimelineItem, 'collection' | 'id'>, together: boolean): SimpleCommand => ({ type: `${nouns[collection]}.remove`, id, ...(together ? { together } : {}) })
export const updateOf = ({ collection, id }: Pick<TimelineItem, 'collection' | 'id'>, changes: Extract<SimpleCommand, { type: 'event.update' }>['changes']): SimpleCommand => ({ type: `${nouns[collection]}.update`, id, changes })
