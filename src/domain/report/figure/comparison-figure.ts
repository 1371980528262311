import { dayZeroOf, momentBounds, momentMarks, number, offsetInWords, offsetsFrom, startBounds, startMarks, zeroInstant, type Alignment, type ComparedCase, type DayZero, comparedCase } from '../../compare/index.ts'
import { compareDates, formatEdtf } from '../../dates/index.ts'
import type { Incident, Lane } from '../../incident/index.ts'
import { itemTitles, responseTypeNames, timelineItems, type TimelineItem } from '../../timeline/index.ts'
import type { FigureItem, FigureKind, ReportLanguage } from '../document.ts'
import { comparisonStrings, type ComparisonStrings } from './comparison-strings.ts'

export type ComparisonLane = { name: string; items: FigureItem[] }
/** One case as a group of lanes. Without a day zero on a counted axis it has no lanes, and its note says why. */
export type ComparisonGroup = { id: string; title: string; note: string; zero: { instant: number; reach: number; words: string } | null; lanes: ComparisonLane[] }
export type ComparisonFigure = { alignment: Alignment; groups: ComparisonGroup[]; sources: number; cases: number }

/** Acts on one date are one mark; beyond so many dates the later ones are counted. */
const mostActs = 6

type Writer = { language: ReportLanguage; strings: ComparisonStrings; zero: DayZero | null; incident: Incident; compared: ComparedCase }

/** When something was: counted from day zero where there is one, else the date itself. */
function when({ zero, language }: Writer, edtf: string, isStart = false): string {
  if (zero === null) return formatEdtf(edtf, language)
  const [days, marks] = isStart ? [startBounds(edtf), startMarks(edtf)] : [momentBounds(edtf), momentMarks(edtf)]
  return offsetInWords(offsetsFrom(zero, days), language, marks)
}

const figureItem = (key: string, title: string, lane: Lane, kind: FigureKind, edtf: string): FigureItem => ({ key, title, lane, kind, edtf, context: false })

/** The mark of a milestone answers to `case#milestone`, so that a click finds the case, the milestone and its record. */
const keyOf = (caseId: string, name: string) => `${caseId}#${name}`

const strength: readonly FigureKind[] = ['attribution', 'summons', 'legal', 'support', 'warning', 'denial', 'statement']
const isAct = ({ collection, lane, kind }: TimelineItem) => collection !== 'events' && lane !== 'detection' && kind !== 'warning'

/** Acts that share a date, as one entry: the strongest sign, the first of them in words, and how many more. */
function actsOn(writer: Writer, edtf: string, acts: readonly TimelineItem[], later: string): FigureItem {
  const { incident, language, strings, compared } = writer
  const first = acts.toSorted((a, b) => strength.indexOf(a.kind) - strength.indexOf(b.kind))[0]
  const by = first?.collection === 'attributions' ? (incident.attributions[first.id]?.by.name ?? '') : ''
  const response = first?.collection === 'responses' ? incident.responses[first.id] : undefined
  // "Other act" says nothing; who acted does.
  const who = response === undefined ? by : response.type === 'other' ? response.actor.name : responseTypeNames[language][response.type]
  const more = acts.length > 1 ? ` ${strings.alsoActs(acts.length - 1)}` : ''
  const { attribution, response: answer } = compared.milestones
  const keys = acts.map(({ key }) => key)
  const name = attribution.itemKey !== null && keys.includes(attribution.itemKey) ? 'attribution' : answer.itemKey !== null && keys.includes(answer.itemKey) ? 'response' : (first?.key ?? '')
  return figureItem(keyOf(compared.id, name), `${who}${more}, ${when(writer, edtf)}${later}`, 'attribution', first?.kind ?? 'statement', edtf)
}

function actItems(writer: Writer): FigureItem[] {
  const { incident, compared, strings } = writer
  const dates = new Map<string, TimelineItem[]>()
  for (const item of timelineItems(incident, itemTitles(writer.language)).filter(isAct)) if (item.edtf !== null) dates.set(item.edtf, [...(dates.get(item.edtf) ?? []), item])
  const { attribution } = compared.milestones
  const groups = [...dates].toSorted(([a], [b]) => compareDates(a, b))
  const shown = groups.slice(0, mostActs)
  const hidden = groups.slice(mostActs).reduce((sum, [, acts]) => sum + acts.length, 0)
  const later = hidden === 0 ? '' : `; ${strings.furtherActs(hidden)}`
  const drawn = shown.map(([edtf, acts], index) => actsOn(writer, edtf, acts, index === shown.length - 1 ? later : ''))
  // A key date of the attribution that no record bears is drawn too.
  const lone = attribution.edtf !== null && attribution.itemKey === null ? [figureItem(keyOf(compared.id, 'attribution'), `${strings.labels.attribution}, ${when(writer, attribution.edtf)}`, 'attribution', 'attribution', attribution.edtf)] : []
  return [...lone, ...drawn]
}

function lanesOf(writer: Writer, alignment: Alignment): ComparisonLane[] {
  const { compared, strings, language } = writer
  const { activity, detection, disclosure } = compared.milestones
  const detected = detection.edtf === null ? [] : [figureItem(keyOf(compared.id, 'detection'), `${strings.labels.detection}, ${when(writer, detection.edtf)}`, 'detection', 'detected', detection.edtf)]
  // The line of day zero says when it was disclosed; a mark of its own would only repeat that.
  const disclosed = disclosure.edtf === null || alignment === 'disclosure' ? [] : [figureItem(keyOf(compared.id, 'disclosure'), `${strings.labels.disclosure}, ${when(writer, disclosure.edtf)}`, 'media', 'disclosed', disclosure.edtf)]
  const began = activity.edtf === null ? [] : [figureItem(keyOf(compared.id, 'activity'), formatEdtf(activity.edtf, language), 'activity', 'event', activity.edtf)]
  return [
    { name: strings.lanes.activity, items: began },
    { name: strings.lanes.detection, items: [...detected, ...disclosed] },
    { name: strings.lanes.acts, items: actItems(writer) },
  ].filter(({ items }) => items.length > 0)
}

/** Day zero of an activity is its start, so only that is said. */
const startOf = (edtf: string, alignment: Alignment) => (alignment === 'activity' ? (edtf.split('/')[0] ?? edtf) : edtf)

function group(incident: Incident, alignment: Alignment, language: ReportLanguage): ComparisonGroup {
  const strings = comparisonStrings[language]
  const compared = comparedCase(incident)
  const head = { id: compared.id, title: compared.shortTitle }
  if (alignment === 'absolute') {
    const lanes = lanesOf({ language, strings, zero: null, incident, compared }, alignment)
    return { ...head, note: lanes.length === 0 ? strings.nothing : '', zero: null, lanes }
  }
  const milestone = compared.milestones[alignment]
  const zero = dayZeroOf(milestone)
  if (milestone.edtf === null || zero === null) return { ...head, note: milestone.edtf === null ? strings.missing[alignment] : `${strings.notBounded}: ${formatEdtf(milestone.edtf, language)}`, zero: null, lanes: [] }
  const words = zero.reach === 0 ? '' : strings.within(number(Math.ceil(zero.reach), language))
  return { ...head, note: `${strings.zeroOn[alignment]} ${formatEdtf(startOf(milestone.edtf, alignment), language)}`, zero: { instant: zeroInstant(zero), reach: zero.reach, words }, lanes: lanesOf({ language, strings, zero, incident, compared }, alignment) }
}

/** What the figure of several cases draws: each incident as a group of lanes, in the order given. */
export function comparisonFigure(incidents: readonly Incident[], { alignment, language }: { alignment: Alignment; language: ReportLanguage }): ComparisonFigure {
  const sources = incidents.reduce((sum, incident) => sum + Object.keys(incident.sources).length, 0)
  return { alignment, groups: incidents.map((incident) => group(incident, alignment, language)), sources, cases: incidents.length }
}

