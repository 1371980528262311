import { formatEdtf } from '../dates/index.ts'
import type { Incident, Lane, Tlp } from '../incident/index.ts'
import { itemTitles, timelinePeriods, timelineItems, type TimelineItem, type TimelinePeriod } from '../timeline/index.ts'
import { partsOf, type DateParts } from './date-parts.ts'

type Slide = { unique_id: string; start_date: DateParts; end_date?: DateParts; display_date: string; group: string; text: { headline: string; text: string } }
type Era = { start_date: DateParts; end_date: DateParts; text: { headline: string } }
/** The part of TimelineJS 3's JSON (timeline.knightlab.com/docs/json-format.html) that is written. */
export type TimelineJs = { title: { text: { headline: string; text: string } }; events: Slide[]; /** Left out where there are none. */ eras?: Era[] }

const words = {
  en: {
    lanes: { activity: 'Activity', detection: 'Detection', attribution: 'Attribution', diplomatic: 'Diplomacy', legal: 'Law', media: 'Media' } satisfies Record<Lane, string>,
    undated: (count: number) => (count === 0 ? '' : `Without a date and so not shown: ${count}.`), noEra: (count: number) => (count === 0 ? '' : `Named periods without two limits that can be told apart, and so not shown: ${count}.`), wording: 'Source wording', context: 'Context', background: 'Background',
  },
  cs: {
    lanes: { activity: 'Činnost', detection: 'Odhalení', attribution: 'Atribuce', diplomatic: 'Diplomacie', legal: 'Právo', media: 'Média' } satisfies Record<Lane, string>,
    undated: (count: number) => (count === 0 ? '' : `Bez data, a proto nezobrazeno: ${count}.`), noEra: (count: number) => (count === 0 ? '' : `Pojmenovaná období bez dvou rozlišitelných hranic, a proto nezobrazená: ${count}.`), wording: 'Znění zdroje', context: 'Souvislost', background: 'Obecně známé',
  },
}

/** TimelineJS puts texts into the page as HTML. */
const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

/**
 * Where a date begins and ends on the line. A span with one known end stands at that end, and the words of the date say
 * that the other is not known. Null for a date that states no limit.
 */
function placed(edtf: string): Pick<Slide, 'start_date' | 'end_date'> | null {
  const { start, end } = partsOf(edtf)
  if (start === null) return end === null ? null : { start_date: end }
  return end === null ? { start_date: start } : { start_date: start, end_date: end }
}

function slide(item: TimelineItem, language: 'en' | 'cs'): Slide | null {
  const place = item.edtf === null ? null : placed(item.edtf)
  if (place === null) return null
  const say = words[language]
  const notes = [...(item.wording === null ? [] : [`${say.wording}: ${item.wording}`]), ...(item.context ? [say.context] : []), ...(item.standing === 'background' ? [say.background] : [])]
  return { unique_id: `${item.collection}-${item.id}`, ...place, display_date: html(formatEdtf(item.edtf, language, 'long')), group: html(say.lanes[item.lane]), text: { headline: html(item.title), text: notes.map((note) => `<p>${html(note)}</p>`).join('') } }
}

/**
 * An era must have two ends, and begins at the first instant of the parts it is given: one whose ends are not both
 * known, or are the same year or month, would be drawn with a length that it does not have.
 */
function era({ edtf, title }: TimelinePeriod): Era | null {
  const { start, end } = edtf === null ? { start: null, end: null } : partsOf(edtf)
  if (start === null || end === null || (start.year === end.year && start.month === end.month && start.day === end.day)) return null
  return { start_date: start, end_date: end, text: { headline: html(title) } }
}

/**
 * The incident as TimelineJS 3 JSON. Dates have the parts that are known: a year has no month, a month no day;
 * `display_date` carries the date in words. Named periods are its eras. What cannot be shown is counted on the title slide.
 */
export function incidentTimelineJs(incident: Incident, { language, tlp }: { language: 'en' | 'cs'; tlp: Tlp }): string {
  const items = timelineItems(incident, itemTitles(language))
  const events = items.map((item) => slide(item, language)).filter((one) => one !== null)
  const periods = timelinePeriods(incident)
  const eras = periods.map(era).filter((one) => one !== null)
  const note = [incident.summary, words[language].undated(items.length - events.length), words[language].noEra(periods.length - eras.length)].filter((text) => text !== '')
  const document: TimelineJs = { title: { text: { headline: html(`TLP:${tlp} ${incident.title}`), text: note.map((text) => `<p>${html(text)}</p>`).join('') } }, events, ...(eras.length === 0 ? {} : { eras }) }
  return `${JSON.stringify(document, null, 2)}\n`
}
