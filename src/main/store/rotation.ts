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
  const kept = keptFor(backups)
  return backups.toSorted((a, b) => b.time - a.time).filter((backup) => !kept.has(backup))
}

export type KeptFor = 'recent' | 'daily' | 'weekly'

/** What each backup that stays is kept for: the nearest of its reasons. */
export function keptFor<Backup extends Dated>(backups: readonly Backup[]): Map<Backup, KeptFor> {
  const newestFirst = backups.toSorted((a, b) => b.time - a.time)
  const kept = new Map<Backup, KeptFor>()
  for (const backup of newestOfEach(newestFirst, weekOf, weeks)) kept.set(backup, 'weekly')
  for (const backup of newestOfEach(newestFirst, dayOf, days)) kept.set(backup, 'daily')
  for (const backup of newestFirst.slice(0, recent)) kept.set(backup, 'recent')
  return kept
}
