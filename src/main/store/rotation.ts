/** When a backup was made, in milliseconds since 1970. */
export type Dated = { time: number }

const recent = 10
const days = 7
const weeks = 4
const dayMilliseconds = 86_400_000

/** Days since 1 January 1970 in UTC; that was a Thursday, so weeks that begin on Monday are four days behind. */
const dayOf = (time: number) => Math.floor(time / dayMilliseconds)
const weekOf = (time: number) => Math.floor((dayOf(time) + 3) / 7)

/** The newest backup of each of the last so many periods that have one. */
function newestOfEach<Backup extends Dated>(newestFirst: readonly Backup[], period: (time: number) => number, count: number): Backup[] {
  const newest = new Map<number, Backup>()
  for (const backup of newestFirst) if (!newest.has(period(backup.time))) newest.set(period(backup.time), backup)
  return [...newest.values()].slice(0, count)
}

/**
 * The backups of one incident that may go: all but the 10 newest, the newest of each of the last 7 days and of each of
 * the last 4 weeks that have one. Days without work do not count, so that a month away costs nothing.
 */
export function superfluous<Backup extends Dated>(backups: readonly Backup[]): Backup[] {
  const newestFirst = backups.toSorted((a, b) => b.time - a.time)
  const kept = new Set([...newestFirst.slice(0, recent), ...newestOfEach(newestFirst, dayOf, days), ...newestOfEach(newestFirst, weekOf, weeks)])
  return newestFirst.filter((backup) => !kept.has(backup))
}
