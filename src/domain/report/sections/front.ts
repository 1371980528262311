import { compareDates } from '../../dates/index.ts'
import type { Tlp } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { ReportDocument, ReportOptions, Rich } from '../document.ts'
import { dateInProse, formatDay, formatInstant } from '../typography.ts'
import { formatDate } from './dates.ts'

/** One line under the title, computed from the dates that are known. */
export function deckOf({ incident, language, strings, set }: ReportContext): string {
  const { activity, attributed } = incident.dates
  const say = (edtf: string | null) => (edtf === null ? null : dateInProse(edtf, language))
  return set.text(strings.deck(say(activity.edtf), say(attributed.edtf))).text
}

function newest({ incident }: ReportContext, sources: readonly string[]): string | null {
  const dates = sources.flatMap((id) => incident.sources[id]?.date ?? [])
  return dates.toSorted(compareDates).at(-1) ?? null
}

function distribution({ incident, strings, set }: ReportContext, tlp: Tlp): Rich {
  const kind = incident.origin === 'sample' ? strings.front.sampleReport : incident.origin === 'reference' ? strings.front.referenceReport : null
  const limits = incident.coverNote.trim() || (tlp === 'CLEAR' ? strings.front.noLimits : null)
  return set.rich([`TLP:${tlp}`, limits].filter((part) => part !== null).join(', ') + (kind === null ? '' : `. ${kind}`))
}

/** The facts of the title block; computed last, because it counts the sources that the text cites. */
export function frontOf(context: ReportContext, options: ReportOptions, sources: readonly string[]): ReportDocument['front'] {
  const { incident, language, strings, set } = context
  const { front } = strings
  const quotedOnly = Object.values(incident.sources).filter((source) => source.kind === 'official' && source.access !== 'read').length
  const date = newest(context, sources)
  const cutOff = incident.cutOff === null ? set.rich(strings.notStated) : [set.text(formatInstant(incident.cutOff, language), 'strong')]
  return [
    { label: front.report, value: set.rich(front.version(options.reportId, options.version ?? '1.0')) },
    { label: front.issued, value: set.rich(formatDay(options.now, language)) },
    { label: front.cutOff, value: cutOff },
    { label: front.newest, value: set.rich(date === null ? (sources.length === 0 ? front.noSource : strings.noDate) : formatDate(date, context)) },
    { label: front.base, value: set.rich(front.sources(sources.length, quotedOnly)) },
    { label: front.distribution, value: distribution(context, options.tlp) },
  ]
}
