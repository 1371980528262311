import type { SimpleCommand } from '#domain/command/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'

const nouns = { events: 'event', attributions: 'attribution', responses: 'response' } as const

/** The command that takes a record away; `together` also releases what rests on it. */
export const removalOf = ({ collection, id }: Pick<TimelineItem, 'collection' | 'id'>, together: boolean): SimpleCommand => ({ type: `${nouns[collection]}.remove`, id, ...(together ? { together } : {}) })
/** The command that changes fields of a record. */
export const updateOf = ({ collection, id }: Pick<TimelineItem, 'collection' | 'id'>, changes: Extract<SimpleCommand, { type: 'event.update' }>['changes']): SimpleCommand => ({ type: `${nouns[collection]}.update`, id, changes })
