import { milestoneNames, milestonesOf, type MilestoneName } from '#domain/compare/index.ts'
import type { Evidence, Incident } from '#domain/incident/index.ts'
import { itemTitles, timelineItems } from '#domain/timeline/index.ts'

export const milestoneOf = (what: string): MilestoneName | null => milestoneNames.find((name) => name === what) ?? null

/** The record behind what was chosen: that of a milestone, or the record itself. Null when only a key date states it. */
export function recordOf(incident: Incident, what: string): string | null {
  const name = milestoneOf(what)
  return name === null ? what : milestonesOf(incident)[name].itemKey
}

export type Statement = { name: MilestoneName | null; title: string | null; edtf: string | null; wording: string | null; itemKey: string | null; evidence: Evidence[] }

/** Everything the side pane says of what was chosen. Null when the case no longer has it. */
export function statementOf(incident: Incident, what: string, language: 'en' | 'cs'): Statement | null {
  const name = milestoneOf(what)
  const items = timelineItems(incident, itemTitles(language))
  if (name === null) {
    const item = items.find(({ key }) => key === what)
    return item === undefined ? null : { name, title: item.title, edtf: item.edtf, wording: item.wording, itemKey: item.key, evidence: item.evidence }
  }
  const { edtf, wording, itemKey, evidence } = milestonesOf(incident)[name]
  const fact = itemKey?.startsWith('facts/') === true ? incident.facts[itemKey.slice('facts/'.length)] : undefined
  return { name, title: items.find(({ key }) => key === itemKey)?.title ?? fact?.value ?? null, edtf, wording, itemKey, evidence }
}
