import type { SimpleCommand } from '#domain/command/index.ts'
import { references, type Incident, type Lane, type Standing } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { removalOf, updateOf } from './item-commands.ts'

/** One change to several records at once. */
export type BulkChange =
  | { kind: 'lane'; lane: Lane }
  | { kind: 'add-tags'; tags: readonly string[] }
  | { kind: 'remove-tag'; tag: string }
  | { kind: 'context'; context: boolean }
  | { kind: 'standing'; standing: Standing }

/** Commands in one batch, as the schema has it. */
export const mostAtOnce = 5000

/** Attributions and responses have a lane by what they are, and are never mere context. */
export const canChange = (item: TimelineItem, { kind }: Pick<BulkChange, 'kind'>): boolean => item.collection === 'events' || (kind !== 'lane' && kind !== 'context')

function changesOf(item: TimelineItem, change: BulkChange): Parameters<typeof updateOf>[1] | null {
  switch (change.kind) {
    case 'lane': return item.lane === change.lane ? null : { lane: change.lane }
    case 'context': return item.context === change.context ? null : { context: change.context }
    case 'standing': return item.standing === change.standing ? null : { standing: change.standing }
    case 'remove-tag': return item.tags.includes(change.tag) ? { tags: item.tags.filter((tag) => tag !== change.tag) } : null
    case 'add-tags': {
      const tags = [...new Set([...item.tags, ...change.tags])]
      return tags.length === item.tags.length ? null : { tags }
    }
  }
}

/** A command for each record that the change touches; those that have it already, or cannot have it, get none. */
export function bulkCommands(items: readonly TimelineItem[], change: BulkChange): SimpleCommand[] {
  return items.flatMap((item) => {
    const changes = canChange(item, change) ? changesOf(item, change) : null
    return changes ? [updateOf(item, changes)] : []
  })
}

/** Removes the records and releases what rests on them. */
export const removalCommands = (items: readonly TimelineItem[]): SimpleCommand[] => items.map((item) => removalOf(item, true))

/** What rests on the records and is not itself among them, "collection/id", each once. */
export function restingOn(incident: Incident, items: readonly TimelineItem[]): string[] {
  const going = new Set(items.map(({ key }) => key))
  const resting = [...references(incident)].filter(({ to }) => going.has(`${to.collection}/${to.id}`)).map(({ from }) => `${from.collection}/${from.id}`)
  return [...new Set(resting)].filter((key) => !going.has(key))
}
