import type { Incident } from '#domain/incident/index.ts'
import { competition, type Competition, type CompetingReason, type TimelineItem } from '#domain/timeline/index.ts'

const known = new WeakMap<Incident, Competition>()

/** What competes in an incident, worked out once for each state of it. */
export function competitionOf(incident: Incident): Competition {
  const before = known.get(incident)
  if (before) return before
  const found = competition(incident)
  known.set(incident, found)
  return found
}

/** Records over which sources disagree: those that compete with others, and those that a conflict is about. */
export function contestedIn(incident: Incident): Set<string> {
  const { groups, conflicts } = competitionOf(incident)
  return new Set([...groups.flat(), ...conflicts.keys()])
}

/** Those that compete with a record itself, in the order of `items`, and why. */
export function rivalsOf(incident: Incident, key: string, items: readonly TimelineItem[]): { item: TimelineItem; reason: CompetingReason }[] {
  const reasons = new Map(competitionOf(incident).pairs.flatMap(({ a, b, reason }) => (a === key ? [[b, reason] as const] : b === key ? [[a, reason] as const] : [])))
  return items.flatMap((item) => {
    const reason = reasons.get(item.key)
    return reason ? [{ item, reason }] : []
  })
}

/** The next of the group a record competes in, round and round in the order of `items`; null when nothing competes with it. */
export function nextRival(incident: Incident, key: string, items: readonly TimelineItem[]): string | null {
  const group = competitionOf(incident).groups.find((one) => one.includes(key))
  const order = items.filter((item) => group?.includes(item.key)).map((item) => item.key)
  return order.length > 1 ? (order[(order.indexOf(key) + 1) % order.length] ?? null) : null
}
