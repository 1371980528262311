import { boundsOf, compareDates, type Stretch } from '../dates/index.ts'
import { recordsIn, type Incident, type NamedPeriod } from '../incident/index.ts'

/** A named period as lists and bands show it. */
export type TimelinePeriod = Pick<NamedPeriod, 'id' | 'title' | 'note' | 'ink' | 'evidence'> & { /** Unique over the incident, such as "periods/p1". */ key: string; edtf: string | null; wording: string | null }

/** The named periods of an incident in order of time, undated ones last; ties by name, so that the order is always the same. */
export function timelinePeriods(incident: Incident): TimelinePeriod[] {
  return Object.values(recordsIn(incident, 'periods'))
    .map(({ id, title, note, ink, evidence, date }) => ({ id, title, note, ink, evidence, key: `periods/${id}`, edtf: date.edtf, wording: date.wording }))
    .toSorted((a, b) => compareDates(a.edtf, b.edtf) || (a.title < b.title ? -1 : Number(a.title > b.title)))
}

/** The first and the last limit (ms) that any of these dates states; null where none does. How far what has no end is drawn. */
export function reachOfAll(edtfs: readonly (string | null)[]): Stretch | null {
  let [from, to] = [Infinity, -Infinity]
  for (const edtf of edtfs) {
    if (edtf === null) continue
    const { earliest, latest } = boundsOf(edtf)
    for (const limit of [earliest, latest]) {
      if (limit === null || !Number.isFinite(limit)) continue
      from = Math.min(from, limit)
      to = Math.max(to, limit)
    }
  }
  return from <= to ? { from, to } : null
}
