import { formatEdtf } from '../dates/index.ts'
import type { Incident, Lane, Tlp } from '../incident/index.ts'
import { itemTitles, timelinePeriods, timelineItems, type TimelineItem, type TimelinePeriod } from '../timeline/index.ts'
import { statedDays } from './date-parts.ts'

type Options = { language: 'en' | 'cs'; tlp: Tlp; /** The instant of the export; the domain has no clock. */ now: Date }

const words = {
  en: {
    lanes: { activity: 'Activity', detection: 'Detection', attribution: 'Attribution', diplomatic: 'Diplomacy', legal: 'Law', media: 'Media' } satisfies Record<Lane, string>,
    note: (kept: number, all: number) => `${kept} of ${all} records have a date known to the day and are events here. The other ${all - kept} are left out, because a calendar would give them a day that no source states.`,
    periods: (kept: number, all: number) => ` Of ${all} named periods ${kept} ${kept === 1 ? 'has' : 'have'} both limits known to the day and ${kept === 1 ? 'is' : 'are'} here.`,
    period: 'Named period', date: 'Date', wording: 'Source wording', context: 'Context: not part of the incident itself', background: 'Background: not confirmed by a source',
  },
  cs: {
    lanes: { activity: 'Činnost', detection: 'Odhalení', attribution: 'Atribuce', diplomatic: 'Diplomacie', legal: 'Právo', media: 'Média' } satisfies Record<Lane, string>,
    note: (kept: number, all: number) => `Na den známé datum má záznamů: ${kept} z ${all}; ty jsou zde událostmi. Vynecháno: ${all - kept}, protože kalendář by jim dal den, který žádný zdroj neuvádí.`,
    periods: (kept: number, all: number) => ` Pojmenovaných období s oběma hranicemi známými na den: ${kept} z ${all}; ostatní jsou vynechána.`,
    period: 'Pojmenované období', date: 'Datum', wording: 'Znění zdroje', context: 'Souvislost: není součástí samotného incidentu', background: 'Obecně známé: nepotvrzeno zdrojem',
  },
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line ends. */
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r\n?|\n/g, '\\n')

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** RFC 5545, 3.1: lines of at most 75 octets, continued after CRLF and a blank; characters stay whole. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const dateValue = (day: string) => day.replaceAll('-', '')
/** DTEND of a whole day is the day after it. */
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const stamp = (now: Date) => `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
/** RFC 5545 knows three classes: what may be shown to everybody, what may not, and what is confidential. */
const classOf = (tlp: Tlp) => (tlp === 'CLEAR' ? 'PUBLIC' : tlp === 'GREEN' || tlp === 'AMBER' ? 'PRIVATE' : 'CONFIDENTIAL')

type Days = { first: string; last: string }
type Entry = { uid: string; title: string; edtf: string | null; wording: string | null; category: string; notes: readonly string[] }

function entryOf(item: TimelineItem, language: Options['language']): Entry {
  const say = words[language]
  return { uid: `${item.collection}-${item.id}`, title: item.title, edtf: item.edtf, wording: item.wording, category: say.lanes[item.lane], notes: [...(item.context ? [say.context] : []), ...(item.standing === 'background' ? [say.background] : [])] }
}
const periodEntry = ({ id, title, edtf, wording, note }: TimelinePeriod, language: Options['language']): Entry => ({ uid: `periods-${id}`, title, edtf, wording, category: words[language].period, notes: note === '' ? [] : [note] })

function event(entry: Entry, days: Days, incidentId: string, { language, tlp, now }: Options): string[] {
  const say = words[language]
  const notes = [`TLP:${tlp}`, `${say.date}: ${formatEdtf(entry.edtf, language)}`, ...(entry.wording === null ? [] : [`${say.wording}: ${entry.wording}`]), ...entry.notes]
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}@${incidentId}.kronika`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${dateValue(days.first)}`,
    `DTEND;VALUE=DATE:${dateValue(dayAfter(days.last))}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(notes.join('\n'))}`,
    `CATEGORIES:${escaped(entry.category)}`,
    `CLASS:${classOf(tlp)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * The incident as an iCalendar (RFC 5545, RFC 7986) of whole days. Only records and named periods whose date
 * states its days become events; a year, a month, an approximate or an open date has no day, so it is left out and counted in the calendar's
 * description.
 */
export function incidentIcs(incident: Incident, options: Options): string {
  const items = timelineItems(incident, itemTitles(options.language))
  const inDays = <Item extends { edtf: string | null }>(list: readonly Item[]) => list.flatMap((item) => {
    const days = statedDays(item.edtf)
    return days === null ? [] : [{ item, days }]
  })
  const dated = inDays(items)
  const periods = timelinePeriods(incident)
  const named = inDays(periods)
  const name = `TLP:${options.tlp} ${incident.shortTitle || incident.title}`
  const say = words[options.language]
  const note = `${say.note(dated.length, items.length)}${periods.length === 0 ? '' : say.periods(named.length, periods.length)}`
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kronika//Kronika//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, `DESCRIPTION:${escaped(note)}`, `X-WR-CALDESC:${escaped(note)}`,
    ...dated.flatMap(({ item, days }) => event(entryOf(item, options.language), days, incident.id, options)),
    ...named.flatMap(({ item, days }) => event(periodEntry(item, options.language), days, incident.id, options)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
