import { boundsOf, compareDates } from '../dates/index.ts'
import type { Attribution, Evidence, Incident, IncidentEvent, Response, ResponseType } from '../incident/index.ts'
import { momentBounds, momentMarks, startBounds, startMarks, type DayBounds } from './days.ts'

export const milestoneNames = ['activity', 'detection', 'disclosure', 'attribution', 'response'] as const
/** First activity, detection, disclosure, first attribution, first response to it. */
export type MilestoneName = (typeof milestoneNames)[number]

/** A milestone as the incident states it. A date that nothing states is not derived from anything else. */
export type Milestone = {
  name: MilestoneName
  /** The date as stated; null: not stated. */
  edtf: string | null
  wording: string | null
  /** The days it may have fallen on; null without a date. For an activity those of its start. */
  days: DayBounds | null
  approximate: boolean
  uncertain: boolean
  /** The record it comes from, such as "events/e1" or "facts/f1"; null when only the key date of the incident states it. */
  itemKey: string | null
  evidence: Evidence[]
}
export type Milestones = Record<MilestoneName, Milestone>

type Dated = { key: string; edtf: string | null; wording: string | null; evidence: Evidence[] }

const dated = (collection: string) => (record: IncidentEvent | Attribution | Response): Dated => ({ key: `${collection}/${record.id}`, edtf: record.date.edtf, wording: record.date.wording, evidence: record.evidence })

const inOrder = (records: readonly Dated[]): Dated[] => records.filter(({ edtf }) => edtf !== null).toSorted((a, b) => compareDates(a.edtf, b.edtf))

/** True when a record may have happened within the stated date: the two stretches meet. */
function meets(a: string, b: string): boolean {
  const [x, y] = [boundsOf(a), boundsOf(b)]
  return (x.earliest ?? -Infinity) <= (y.latest ?? Infinity) && (y.earliest ?? -Infinity) <= (x.latest ?? Infinity)
}

/** The record that states the key date: one with the same date before one that only may mean the same day. */
const recordOf = (edtf: string, records: readonly Dated[]): Dated | undefined => records.find((one) => one.edtf === edtf) ?? records.find((one) => one.edtf !== null && meets(one.edtf, edtf))

/** The checked statement of the case card that carries a key date. */
function factOf(incident: Incident, fields: readonly string[]): Dated | undefined {
  const fact = Object.values(incident.facts).find(({ field, evidence }) => fields.includes(field) && evidence.length > 0)
  return fact && { key: `facts/${fact.id}`, edtf: null, wording: null, evidence: fact.evidence }
}

const named: Record<Exclude<MilestoneName, 'response'>, { head: keyof Incident['dates']; facts: readonly string[] }> = {
  activity: { head: 'activity', facts: ['activity.start', 'dates.activity'] },
  detection: { head: 'detected', facts: ['dates.detected'] },
  disclosure: { head: 'disclosed', facts: ['dates.disclosed'] },
  attribution: { head: 'attributed', facts: ['dates.attributed'] },
}

function milestone(name: MilestoneName, edtf: string | null, wording: string | null, record: Dated | undefined): Milestone {
  const isStart = name === 'activity'
  const marks = edtf === null ? { approximate: false, uncertain: false } : isStart ? startMarks(edtf) : momentMarks(edtf)
  return { name, edtf, wording, days: edtf === null ? null : isStart ? startBounds(edtf) : momentBounds(edtf), ...marks, itemKey: record?.key ?? null, evidence: record?.evidence ?? [] }
}

/**
 * A key date of the incident with the record behind it; without a key date the first record that says the very thing.
 * @param says records that state this milestone by themselves · @param bears records that may stand behind a key date
 */
function stated(incident: Incident, name: Exclude<MilestoneName, 'response'>, says: readonly Dated[], bears: readonly Dated[]): Milestone {
  const { head, facts } = named[name]
  const { edtf, wording } = incident.dates[head]
  if (edtf !== null) return milestone(name, edtf, wording, recordOf(edtf, says) ?? recordOf(edtf, bears) ?? factOf(incident, facts))
  const [first] = inOrder(says)
  return milestone(name, first?.edtf ?? null, first?.wording ?? null, first)
}

/** What is no act of diplomacy or law: the attribution itself, what the accused answers, and work on the network. */
const noResponse: readonly ResponseType[] = ['public-attribution', 'denial', 'counter-accusation', 'technical-advisory', 'remediation', 'preventive-measure', 'other']

/**
 * The first response to the attribution: an act of diplomacy or law by anyone but the state accused that can have
 * happened on the day of the attribution or after it.
 */
function firstResponse(incident: Incident, attribution: Milestone): Milestone {
  const since = attribution.edtf === null ? null : boundsOf(attribution.edtf).earliest
  const acts = Object.values(incident.responses).filter(({ type, actor }) => !noResponse.includes(type) && !(actor.country !== null && incident.sponsorStates.includes(actor.country)))
  const answers = inOrder(acts.map(dated('responses'))).filter(({ edtf }) => since !== null && edtf !== null && (boundsOf(edtf).latest ?? Infinity) >= since)
  return milestone('response', answers[0]?.edtf ?? null, answers[0]?.wording ?? null, answers[0])
}

/** The five milestones of an incident, each with the record and the evidence it comes from. */
export function milestonesOf(incident: Incident): Milestones {
  const events = Object.values(incident.events).filter(({ context }) => !context)
  const inLane = (lane: IncidentEvent['lane']) => events.filter((event) => event.lane === lane)
  const attributions = Object.values(incident.attributions).filter(({ stance }) => stance === 'attributes').map(dated('attributions'))
  const responses = Object.values(incident.responses).map(dated('responses'))
  const detection = inLane('detection')
  // A remedy stands in the same lane, so only an event that is tagged as the detection states it by itself.
  const detected = detection.filter(({ tags }) => tags.some((tag) => tag.toLowerCase() === 'detection')).map(dated('events'))
  const attribution = stated(incident, 'attribution', attributions, [])
  // Made public by the attribution itself when both have one day; the press of that day comes after it.
  const atOnce = incident.dates.disclosed.edtf === attribution.edtf
  const disclosing = [...(atOnce ? attributions : []), ...inLane('media').map(dated('events')), ...attributions, ...responses]
  return {
    activity: stated(incident, 'activity', inLane('activity').map(dated('events')), []),
    detection: stated(incident, 'detection', detected, detection.map(dated('events'))),
    disclosure: stated(incident, 'disclosure', [], disclosing),
    attribution,
    response: firstResponse(incident, attribution),
  }
}
