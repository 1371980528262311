/** Keys of all records, and of those that the filters let through. */
export type Seen = { all: ReadonlySet<string>; shown: ReadonlySet<string> }

/**
 * What a change to the incident put out of sight under the same filters: records that were shown, and new ones that
 * never were. `hidden` are those of earlier changes; they stay while they are there and still out of sight.
 */
export function newlyHidden(before: Seen, now: Seen, hidden: readonly string[]): string[] {
  const gone = [...now.all].filter((key) => !now.shown.has(key) && (before.shown.has(key) || !before.all.has(key)))
  return [...new Set([...hidden.filter((key) => now.all.has(key) && !now.shown.has(key)), ...gone])]
}
