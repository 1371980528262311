import { reachOf } from '../dates/index.ts'
import type { Attribution, Conflict, Evidence, Incident, IncidentEvent, Response } from '../incident/index.ts'

/**
 * Why two records compete: one attribution disputes the other; a party denies it; a quote one rests on contradicts a
 * quote of the other; they say of one event that it happened at different times; or they bear out different claims of a
 * conflict that is not decided.
 */
export type CompetingReason = 'disputes' | 'denies' | 'contradicts' | 'dates' | 'claims'
/** Keys such as "events/e1"; `a` before `b`. */
export type CompetingPair = { a: string; b: string; reason: CompetingReason }
export type Competition = {
  pairs: CompetingPair[]
  /** Records that compete directly or over others, each group in order of keys: what is drawn stacked. */
  groups: string[][]
  /** Conflicts that are not decided, by the records whose evidence their claims share. */
  conflicts: Map<string, Conflict[]>
}

type Dated = IncidentEvent | Attribution | Response
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
const recordsOf = (incident: Incident): [string, Dated][] => (['events', 'attributions', 'responses'] as const).flatMap((collection) => Object.values(incident[collection]).map((record): [string, Dated] => [`${collection}/${record.id}`, record]))
const quotesOf = (evidence: readonly Evidence[], stance: Evidence['stance'] | null = 'for') => evidence.flatMap((piece) => (piece.kind === 'quote' && (stance === null || piece.stance === stance) ? [piece.annotationId] : []))

const openConflicts = ({ conflicts }: Incident) => Object.values(conflicts).filter(({ state }) => state !== 'decided')

/** The quotes over which anything can compete: a large incident has few of them, and is looked through for these alone. */
function quotesInDispute(incident: Incident): Set<string> {
  const found = new Set(openConflicts(incident).flatMap(({ claims }) => claims.flatMap(({ evidence }) => quotesOf(evidence, null))))
  for (const { id, relations } of Object.values(incident.annotations)) {
    for (const { kind, annotationId } of relations ?? []) if (kind === 'contradicts' || kind === 'same-as') found.add(id).add(annotationId)
  }
  return found
}

/** Records that rest on quotes in dispute, and those that speak for them by quote. */
function byQuote(incident: Incident, wanted: ReadonlySet<string>): { records: [string, Dated][]; quotes: Map<string, string[]> } {
  const quotes = new Map<string, string[]>()
  const records = wanted.size === 0 ? [] : recordsOf(incident).filter(([, { evidence }]) => evidence.some((piece) => piece.kind === 'quote' && wanted.has(piece.annotationId)))
  for (const [key, { evidence }] of records) {
    for (const id of new Set(quotesOf(evidence))) {
      const keys = quotes.get(id)
      if (keys) keys.push(key)
      else quotes.set(id, [key])
    }
  }
  return { records, quotes }
}

/** Beyond this many records on one quote or claim, a list of all pairs would help nobody; a conflict still marks each of them. */
const mostPaired = 100

type Add = (a: string, b: string, reason: CompetingReason) => void

/** An attribution that disputes, against those that hold the same party responsible; and what its relations say. */
function attributions({ attributions, responses }: Incident, add: Add) {
  const all = Object.values(attributions)
  const targets = ({ to }: Attribution) => to.flatMap(({ entityId, name }) => [folded(name), ...(entityId === null ? [] : [`id ${entityId}`])])
  for (const one of all) {
    for (const { kind, attributionId } of one.relations) if (kind === 'disputes') add(`attributions/${one.id}`, `attributions/${attributionId}`, 'disputes')
    if (one.stance !== 'disputes') continue
    const disputed = new Set(targets(one))
    for (const other of all) if (other.stance !== 'disputes' && targets(other).some((target) => disputed.has(target))) add(`attributions/${one.id}`, `attributions/${other.id}`, 'disputes')
  }
  for (const { id, type, answers } of Object.values(responses)) {
    if (type === 'denial' || type === 'counter-accusation') for (const answered of answers) add(`responses/${id}`, `attributions/${answered}`, 'denies')
  }
}

const apart = (a: string | null, b: string | null) => {
  if (a === null || b === null) return false
  const [x, y] = [reachOf(a), reachOf(b)]
  return x.to < y.from || y.to < x.from
}

/**
 * Two records of one event whose dates cannot both be right: no day is allowed by both. A year and a day in it agree.
 * That it is one event is said by a quote being the same as another; like titles prove nothing ("second warning").
 */
function dates(incident: Incident, quotes: ReadonlyMap<string, string[]>, add: Add) {
  related(incident, quotes, 'same-as', (a, b) => {
    const [x, y] = [eventOf(incident, a), eventOf(incident, b)]
    if (x && y && apart(x.date.edtf, y.date.edtf)) add(a, b, 'dates')
  })
}
const eventOf = (incident: Incident, key: string) => (key.startsWith('events/') ? incident.events[key.slice('events/'.length)] : undefined)

function related(incident: Incident, quotes: ReadonlyMap<string, string[]>, kind: 'contradicts' | 'same-as', each: (a: string, b: string) => void) {
  for (const { id, relations } of Object.values(incident.annotations)) {
    for (const relation of relations ?? []) {
      if (relation.kind !== kind) continue
      for (const a of (quotes.get(id) ?? []).slice(0, mostPaired)) for (const b of (quotes.get(relation.annotationId) ?? []).slice(0, mostPaired)) each(a, b)
    }
  }
}

/** Records that bear out different claims of one conflict, and none of the same. */
function claims(incident: Incident, quotes: ReadonlyMap<string, string[]>, add: Add) {
  for (const { claims: stated } of openConflicts(incident)) {
    const borneOut = new Map<string, Set<string>>()
    for (const claim of stated) for (const id of quotesOf(claim.evidence)) for (const key of quotes.get(id) ?? []) borneOut.set(key, (borneOut.get(key) ?? new Set()).add(claim.id))
    const all = [...borneOut].slice(0, mostPaired)
    all.forEach(([a, of], index) => all.slice(index + 1).forEach(([b, other]) => [...of].some((id) => other.has(id)) || add(a, b, 'claims')))
  }
}

function conflictsOf(incident: Incident, records: readonly [string, Dated][]): Map<string, Conflict[]> {
  const cited = openConflicts(incident).map((conflict) => ({ conflict, ids: new Set(conflict.claims.flatMap(({ evidence }) => quotesOf(evidence, null))) }))
  return new Map(records.flatMap(([key, { evidence }]): [string, Conflict[]][] => {
    const ids = quotesOf(evidence, null)
    const touching = cited.flatMap((one) => (ids.some((id) => one.ids.has(id)) ? [one.conflict] : []))
    return touching.length > 0 ? [[key, touching]] : []
  }))
}

/** Connected records together: who competes with one of them competes with all. */
function groupsOf(pairs: readonly CompetingPair[]): string[][] {
  const groups = new Map<string, Set<string>>()
  for (const { a, b } of pairs) {
    const [one, other] = [groups.get(a) ?? new Set([a]), groups.get(b) ?? new Set([b])]
    // The smaller goes into the larger, so that a record moves seldom.
    const [large, small] = one.size < other.size ? [other, one] : [one, other]
    for (const key of small) large.add(key)
    for (const key of [a, b, ...small]) groups.set(key, large)
  }
  return [...new Set(groups.values())].map((group) => [...group].toSorted())
}

const isThere = (incident: Incident, key: string) => {
  const [collection, id = ''] = key.split('/') as ['events' | 'attributions' | 'responses', string?]
  return Object.hasOwn(incident[collection], id)
}

/** Everything in an incident that competes. A decided conflict competes no more; a link to what is gone is none. */
export function competition(incident: Incident): Competition {
  const { records, quotes } = byQuote(incident, quotesInDispute(incident))
  const pairs = new Map<string, CompetingPair>()
  const add: Add = (one, other, reason) => {
    if (one === other || !isThere(incident, one) || !isThere(incident, other)) return
    const [a, b] = one < other ? [one, other] : [other, one]
    const key = `${a} ${b}`
    if (!pairs.has(key)) pairs.set(key, { a, b, reason })
  }
  attributions(incident, add)
  related(incident, quotes, 'contradicts', (a, b) => add(a, b, 'contradicts'))
  dates(incident, quotes, add)
  claims(incident, quotes, add)
  const list = [...pairs.values()]
  return { pairs: list, groups: groupsOf(list), conflicts: conflictsOf(incident, records) }
}
