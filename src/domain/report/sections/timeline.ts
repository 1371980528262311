import { isExactDay, precisionOf } from '../../dates/index.ts'
import { timelinePeriods, type TimelineItem } from '../../timeline/index.ts'
import { isAct, type ReportContext } from '../context.ts'
import type { Block, Rich, Row, Table, TimelineFigure } from '../document.ts'
import { figureFits } from '../figure/index.ts'
import { verbatim } from '../rich.ts'
import { formatDate, offsetWords } from './dates.ts'

/** From this many acts on one day, the table says them in one row and the table of responses one by one. */
const crowd = 3

/** Items in rows: acts that share an exact day stand together once there are enough of them. */
function rowsOf(items: readonly TimelineItem[]): TimelineItem[][] {
  const days = new Map<string, TimelineItem[]>()
  for (const item of items) {
    if (isAct(item) && item.edtf !== null && isExactDay(item.edtf)) days.set(item.edtf, [...(days.get(item.edtf) ?? []), item])
  }
  return items.flatMap((item) => {
    const day = isAct(item) && item.edtf !== null ? days.get(item.edtf) : undefined
    if (day === undefined || day.length < crowd) return [[item]]
    return day[0] === item ? [day] : []
  })
}

/** Whether the wording of a date is the desk's own, from a note of it or from no source at all: such words never stand in quotation marks. */
function isOwnWording({ incident }: ReportContext, { evidence }: Pick<TimelineItem, 'evidence'>, wording: string): boolean {
  const quotes = evidence.flatMap((piece) => (piece.kind === 'quote' ? (incident.annotations[piece.annotationId] ?? []) : []))
  const own = quotes.filter(({ sourceId }) => incident.sources[sourceId]?.text?.nature === 'own-words')
  return evidence.length === 0 || own.some(({ anchor }) => anchor.exact.includes(wording)) || (own.length > 0 && own.length === quotes.length)
}

/** The words a date was read from, when they say more than the date itself does. */
function wordingOf(context: ReportContext, item: Pick<TimelineItem, 'wording' | 'edtf' | 'evidence'>, date: string): Rich {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').toLowerCase()
  const { wording, edtf } = item
  if (wording === null || plain(wording) === plain(date) || wording === edtf) return []
  if (!isOwnWording(context, item, wording)) return [verbatim(wording)]
  return [context.set.text(`${context.strings.attribution.ownWords}: `, 'quiet'), { kind: 'text', text: wording }]
}

function row(context: ReportContext, group: readonly TimelineItem[]): Row {
  const { set, strings, notebook, incident, zero } = context
  const first = group[0]
  if (first === undefined) return { cells: [] }
  const date = first.edtf === null ? strings.noDate : formatDate(first.edtf, context)
  const marks = [...(first.context ? [strings.context] : []), ...(first.standing === 'background' ? [strings.background] : [])]
  const credibility = first.collection === 'events' ? (incident.events[first.id]?.credibility ?? null) : null
  const further = group.length > 1 ? [set.text(`${strings.timeline.furtherActs(group.length - 1)}\u00a0`), { kind: 'reference' as const, to: 't-responses' }] : []
  const said = wordingOf(context, first, date)
  return {
    items: group.map(({ key }) => key),
    cells: [
      { text: [set.text(date, first.edtf === null ? 'quiet' : undefined), ...(said.length > 0 ? [{ kind: 'break' as const }, ...said] : [])] },
      { text: [set.text(first.title), ...(marks.length > 0 ? [set.text(` (${marks.join(', ')})`, 'quiet')] : []), ...notebook.call(first.evidence, credibility), ...further] },
      set.cell(strings.timeline.precision[precisionOf(first.edtf)]),
      ...(zero === null ? [] : [set.cell(first.edtf === null ? strings.notStated : offsetWords(zero, first.edtf, context))]),
    ],
  }
}

function table(context: ReportContext): Table {
  const { strings, zero, items } = context
  const { columns } = strings.timeline
  return {
    kind: 'table',
    name: 'timeline',
    id: 't-timeline',
    caption: zero === null ? strings.timeline.tableWithoutZero : strings.timeline.tableWithZero(formatDate(zero, context)),
    columns: [{ head: columns.date }, { head: columns.event }, { head: columns.precision }, ...(zero === null ? [] : [{ head: columns.offset, align: 'right' as const }])],
    groups: [{ rows: rowsOf(items).map((group) => row(context, group)) }],
  }
}

/** The items of the figure: those of the tables, no more and no less. */
export function figureOf({ incident, items, zero, set }: Pick<ReportContext, 'incident' | 'items' | 'zero' | 'set'>): TimelineFigure {
  const periods = timelinePeriods(incident).map(({ key, title, edtf }) => ({ key, title: set.text(title).text, edtf }))
  return { items: items.map(({ key, title, lane, kind, edtf, context }) => ({ key, title: set.text(title).text, lane, kind, edtf, context })), zero, ...(periods.length === 0 ? {} : { periods }) }
}

/** The named periods with what they rest on; nothing where there are none. */
function periodTable(context: ReportContext): Table[] {
  const { incident, set, strings, notebook } = context
  const { date, period, precision } = strings.timeline.periods.columns
  const rows = timelinePeriods(incident).map((one): Row => {
    const { title, edtf, note, evidence } = one
    const words = edtf === null ? strings.noDate : formatDate(edtf, context)
    const said = wordingOf(context, one, words)
    return {
      cells: [
        { text: [set.text(words, edtf === null ? 'quiet' : undefined), ...(said.length > 0 ? [{ kind: 'break' as const }, ...said] : [])] },
        { text: [set.text(title), ...notebook.call(evidence), ...(note === '' ? [] : [{ kind: 'break' as const }, set.text(note, 'quiet')])] },
        set.cell(strings.timeline.precision[precisionOf(edtf)]),
      ],
    }
  })
  return rows.length === 0 ? [] : [{ kind: 'table', name: 'periods', id: 't-periods', caption: strings.timeline.periods.table, columns: [{ head: date }, { head: period }, { head: precision }], groups: [{ rows }] }]
}

export function timelineBlocks(context: ReportContext): Block[] {
  const { items, set, strings, language } = context
  if (items.length === 0) return [{ kind: 'paragraph', look: 'quiet', text: set.rich(strings.timeline.none) }, ...periodTable(context)]
  const figure = figureOf(context)
  const dated = items.some(({ edtf }) => edtf !== null)
  const caption = set.rich(`${strings.timeline.figure} ${strings.timeline.data}\u00a0`, [{ kind: 'reference', to: 't-timeline' }, set.text('.')])
  const picture: Block[] = !dated
    ? []
    : figureFits(figure, language)
      ? [{ kind: 'figure', id: 'f-timeline', caption, label: strings.timeline.label(items.length, `${strings.table}\u00a01`), figure }]
      : [{ kind: 'paragraph', look: 'quiet', text: set.rich(strings.timeline.tooLarge) }]
  return [...picture, table(context), ...periodTable(context)]
}
