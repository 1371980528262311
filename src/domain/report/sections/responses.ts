import { daysFrom } from '../../dates/index.ts'
import { responseTypeNames, type TimelineItem } from '../../timeline/index.ts'
import { isAct, type ReportContext } from '../context.ts'
import type { Block, Inline, Row } from '../document.ts'
import { dayOffset, formatDate } from './dates.ts'

const isOnDayZero = (zero: string, item: TimelineItem): boolean => {
  const days = item.edtf === null ? null : daysFrom(zero, item.edtf)
  return days !== null && days.least === 0 && days.most === 0
}

const countryOf = ({ incident }: ReportContext, item: TimelineItem): string | null =>
  (item.collection === 'attributions' ? incident.attributions[item.id]?.by.country : incident.responses[item.id]?.actor.country) ?? null

/** On the day of disclosure: own side, then others, then the accused; everything else follows by date. */
function rank(context: ReportContext, item: TimelineItem): number {
  if (context.zero !== null && !isOnDayZero(context.zero, item)) return 3
  const country = countryOf(context, item)
  if (country !== null && context.incident.sponsorStates.includes(country)) return 2
  if (item.kind === 'denial') return 2
  return country !== null && context.incident.victims.some((victim) => victim.country === country) ? 0 : 1
}

/** All positions and responses in the order of the table. */
export function actsOf(context: ReportContext): TimelineItem[] {
  return context.items.filter(isAct).toSorted((a, b) => rank(context, a) - rank(context, b))
}

type Words = { actor: string; kind: string; what: string }

function wordsOf({ incident, strings, language }: ReportContext, item: TimelineItem): Words {
  const attribution = item.collection === 'attributions' ? incident.attributions[item.id] : undefined
  if (attribution !== undefined) {
    const names = `${strings.responses.names} ${attribution.to.map(({ name }) => name).join('; ')}`
    return { actor: attribution.by.name, kind: strings.attribution.stances[attribution.stance], what: attribution.note.trim() || names.charAt(0).toUpperCase() + names.slice(1) }
  }
  const response = incident.responses[item.id]
  const type = response?.type ?? 'other'
  return { actor: response?.actor.name ?? '', kind: responseTypeNames[language][type], what: response?.description.trim() ?? '' }
}

function row(context: ReportContext, item: TimelineItem): Row {
  const { set, strings, notebook, zero } = context
  const words = wordsOf(context, item)
  const background: Inline[] = item.standing === 'background' ? [set.text(` (${strings.background})`, 'quiet')] : []
  const when = zero === null ? (item.edtf === null ? strings.noDate : formatDate(item.edtf, context)) : dayOffset(zero, item.edtf, context)
  return {
    items: [item.key],
    cells: [set.cell(words.actor), set.cell(words.kind), { text: [set.text(words.what || strings.notStated), ...background, ...notebook.call(item.evidence)] }, set.cell(when)],
  }
}

function sentences(context: ReportContext, acts: readonly TimelineItem[]): string {
  const { zero, strings, incident } = context
  const types = new Set(Object.values(incident.responses).map(({ type }) => type))
  const unseen = (['sanctions', 'expulsion', 'indictment'] as const).filter((type) => !types.has(type)).map((type) => strings.responses.watched[type])
  const onDay = zero === null ? 0 : acts.filter((item) => isOnDayZero(zero, item)).length
  const undated = acts.filter(({ edtf }) => edtf === null).length
  const counts = zero === null ? strings.responses.total(acts.length) : strings.responses.count(onDay, acts.length - onDay - undated, undated)
  return [acts.length === 0 ? strings.responses.none : counts, ...(acts.length === 0 || unseen.length === 0 ? [] : [strings.responses.notSeen(unseen)])].join(' ')
}

export function responseBlocks(context: ReportContext): Block[] {
  const { set, strings, zero } = context
  const acts = actsOf(context)
  const intro: Block = { kind: 'paragraph', look: 'text', text: set.rich(sentences(context, acts)) }
  if (acts.length === 0) return [intro]
  const { actor, kind, what, offset, date } = strings.responses.columns
  const caption = zero === null ? strings.responses.tableWithoutZero : strings.responses.tableWithZero(formatDate(zero, context))
  const columns = [{ head: actor }, { head: kind }, { head: what }, zero === null ? { head: date } : { head: offset, align: 'right' as const }]
  return [intro, { kind: 'table', name: 'responses', id: 't-responses', caption, columns, groups: [{ rows: acts.map((item) => row(context, item)) }] }]
}
