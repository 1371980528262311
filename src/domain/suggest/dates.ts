import { czechMonths, englishMonths, ordinals, seasons, weekdays } from './gazetteer/months.ts'
import { claim, raw, sentenceEnd, sentenceStart, word, type Doc } from './doc.ts'

const day = 86_400_000
const two = (value: number) => String(value).padStart(2, '0')
const edtfOfDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const isYear = (value: number) => value >= 1945 && value <= 2049
const isDay = (value: number) => value >= 1 && value <= 31
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

type Found = { first: number; end: number; value: string; rule: string }

const monthOf = (doc: Doc, at: number): number | undefined => {
  const { lower, capital } = doc.list[at]?.word ?? { lower: '', capital: false }
  return czechMonths.get(lower) ?? (capital ? englishMonths.get(lower) : undefined)
}
/** A year that no other number is glued to: not the year of a version or of an id. */
function yearAt(doc: Doc, at: number): number | null {
  const token = doc.list[at]
  if (!token || token.end - token.start !== 4 || !isYear(token.word.number)) return null
  const after = doc.list[at + 1]
  if (after?.gap === 'none' && '.-/,_:'.includes(after.word.text)) {
    const next = doc.list[at + 2]
    const range = after.word.text === '-' && next?.end !== undefined && next.end - next.start === 4 && isYear(next.word.number)
    if (next?.gap === 'none' && next.word.letters && next.word.number >= 0 && !range) return null
    if (next?.gap === 'none' && next.word.letters && after.word.text !== ',' && after.word.text !== '.' && after.word.text !== '-' && !range) return null
  }
  const before = doc.list[at - 1]
  if (token.gap === 'none' && before && '.-/_:#$€£'.includes(before.word.text)) {
    const earlier = doc.list[at - 2]
    const range = before.word.text === '-' && earlier !== undefined && earlier.end - earlier.start === 4 && isYear(earlier.word.number)
    if (!range) return null
  }
  return token.word.number
}
const dateOf = (year: number, month: number, date: number) => (month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month) ? `${year}-${two(month)}-${two(date)}` : null)

/** The year of a month or day that has none: the last one before publication, unless the sentence looks ahead to one close by. */
function yearless(doc: Doc, at: number, month: number, date: number | null): string | null {
  if (doc.published === null) return null
  const published = new Date(doc.published)
  const year = published.getUTCFullYear()
  const ahead = Date.UTC(year, month - 1, date ?? 1) - doc.published
  // A day of last year is written with its year; one of the coming weeks is not.
  const soon = date !== null && ahead > 0 && ahead <= 45 * day
  const near = soon || ahead > 0 && ahead < 200 * day && looksAhead(doc, at)
  const wraps = looksAhead(doc, at) && ahead < -200 * day
  const which = wraps ? year + 1 : ahead > 0 && !near ? year - 1 : year
  return date === null ? `${which}-${two(month)}` : dateOf(which, month, date)
}
const future = new Set(['will', 'shall', 'until', 'scheduled', 'due', 'upcoming', 'next', 'expires', 'expire', 'deadline', 'bude', 'budou', 'proběhne', 'uskuteční', 'příští', 'plánuje', 'chystá', 'začne', 'skončí'])
function looksAhead(doc: Doc, at: number): boolean {
  for (let index = sentenceStart(doc, at); index < sentenceEnd(doc, at); index++) if (future.has(word(doc, index))) return true
  return false
}

/** "March 25, 2024", "March 25", "March 2024", "March of 2024". */
function monthFirst(doc: Doc, at: number, month: number): Found | null {
  let next = at + 1
  if (raw(doc, next) === '.' && doc.list[at]!.word.text.length <= 4) next++
  const date = doc.list[next]?.word ?? null
  const ordinal = date ? ordinalDay(date.lower) : 0
  if (ordinal > 0 && doc.list[next]!.gap !== 'none') {
    const comma = raw(doc, next + 1) === ','
    const year = yearAt(doc, next + (comma ? 2 : 1))
    if (year !== null) {
      const value = dateOf(year, month, ordinal)
      return value ? { first: at, end: next + (comma ? 3 : 2), value, rule: 'date:month-day-year' } : null
    }
    const value = yearless(doc, at, month, ordinal)
    return value ? { first: at, end: next + 1, value, rule: 'date:month-day' } : null
  }
  const joined = ['of', 'roku', ','].includes(word(doc, next)) ? next + 1 : next
  const year = yearAt(doc, joined)
  if (year !== null) return { first: at, end: joined + 1, value: `${year}-${two(month)}`, rule: 'date:month-year' }
  return monthAlone(doc, at, month)
}
const ordinalSuffix = /^(\d{1,2})(?:st|nd|rd|th)?$/
function ordinalDay(text: string): number {
  const first = text.charCodeAt(0)
  if (text.length > 4 || first < 48 || first > 57) return 0
  const match = ordinalSuffix.exec(text)
  const value = Number(match?.[1] ?? 0)
  return isDay(value) ? value : 0
}

const beforeMonth = new Set(['in', 'since', 'until', 'till', 'by', 'during', 'from', 'late', 'early', 'mid', 'of', 'last', 'this', 'and', 'to', 'between', 'before', 'after', 'through', 'v', 've', 'od', 'do', 'během', 'koncem', 'začátkem', 'počátkem', 'polovině', 'konci', 'začátku', 'loni', 'letos', 'mezi', 'před', 'po', 'a', 'až', 'letošního', 'letošním', 'loňského', 'loňském', 'nejméně', 'minimálně', 'uplynulého', 'uplynulém', 'uplynulý', 'minulého', 'minulém', 'celý', 'celého'])
const ambiguousMonths = new Set(['may', 'march', 'mar', 'dec', 'sep', 'jun', 'jan', 'nov', 'apr', 'jul', 'feb', 'oct', 'aug'])
function monthAlone(doc: Doc, at: number, month: number): Found | null {
  const { lower, text } = doc.list[at]!.word
  const before = word(doc, at - 1) === '-' ? word(doc, at - 2) : word(doc, at - 1)
  if (!beforeMonth.has(before) || (lower === 'září' && before === 'a')) return null
  if (ambiguousMonths.has(lower) && (text.length < 5 && lower !== 'may' || before === 'of' || before === 'to' || before === 'and')) return null
  if (czechMonths.has(lower) && (lower === 'března' || lower === 'listopadu' || lower === 'května') && /^\d/.test(word(doc, at - 1))) return null
  const later = ['and', 'to', '–', '-', 'a', 'až', 'do'].includes(word(doc, at + 1)) && monthOf(doc, at + 2) !== undefined ? yearAt(doc, at + 3) : null
  const value = later === null ? yearless(doc, at, month, null) : `${later}-${two(month)}`
  return value ? { first: at, end: at + 1, value, rule: 'date:month' } : null
}

/** "25 March 2024", "3. května", "3–5 May 2024" from its last day. */
function dayFirst(doc: Doc, at: number): Found | null {
  const token = doc.list[at]!
  const date = ordinalDay(token.word.lower)
  if (date === 0 || (token.gap === 'none' && at > 0 && raw(doc, at - 1) !== '–' && raw(doc, at - 1) !== '-' && raw(doc, at - 1) !== '(')) return null
  let next = raw(doc, at + 1) === '.' && doc.list[at + 1]!.gap === 'none' ? at + 2 : at + 1
  const dotted = next === at + 2
  if (word(doc, next) === 'of') next++
  const month = monthOf(doc, next)
  if (month !== undefined) {
    const after = raw(doc, next + 1) === ',' || word(doc, next + 1) === 'roku' || raw(doc, next + 1) === '.' ? next + 2 : next + 1
    const year = yearAt(doc, after)
    if (year !== null) return valued(dateOf(year, month, date), at, after + 1, 'date:day-month-year')
    return valued(yearless(doc, at, month, date), at, next + 1, 'date:day-month')
  }
  if (!dotted) return null
  const number = doc.list[next]?.word.number ?? -1
  if (number < 1 || number > 12 || raw(doc, next + 1) !== '.' || doc.list[next + 1]!.gap !== 'none') return null
  const year = yearAt(doc, next + 2)
  if (year !== null) return valued(dateOf(year, number, date), at, next + 3, 'date:numeric')
  return doc.language === 'cs' && doc.list[next]!.gap === 'space' && doc.list[next + 2]?.word.number === -1 ? valued(yearless(doc, at, number, date), at, next + 2, 'date:numeric-day-month') : null
}
const valued = (value: string | null, first: number, end: number, rule: string): Found | null => (value === null ? null : { first, end, value, rule })

/** "2024-03-25". */
function isoDate(doc: Doc, at: number): Found | null {
  const year = doc.list[at]
  if (!year || year.end - year.start !== 4) return null
  const [dash, month, dash2, date] = doc.list.slice(at + 1, at + 5)
  if (!dash || !month || !dash2 || !date || dash.word.text !== '-' || dash2.word.text !== '-') return null
  if (month.end - month.start !== 2 || date.end - date.start !== 2 || date.start - year.start !== 8) return null
  if (doc.list[at - 1]?.word.text === '-' && year.gap === 'none') return null
  return isYear(year.word.number) ? valued(dateOf(year.word.number, month.word.number, date.word.number), at, at + 5, 'date:iso') : null
}

const versioned = new Set(['windows', 'server', 'office', 'exchange', 'sharepoint', 'outlook', 'studio', 'version', 'versions', 'verze', 'no', 'number', 'č', 'word', 'excel', 'port', 'unit', 'building', 'page', 'rfc', 'iso', 'articles', 'section', 'agenda', 'about', 'approximately', 'over', 'nearly', 'almost', 'than', 'up', 'asi', 'přes', 'cve', 'least', 'some', 'around'])
const sinceWords = new Set(['since', 'from', 'until', 'before'])
const counted = new Set(['people', 'persons', 'users', 'accounts', 'computers', 'servers', 'devices', 'victims', 'emails', 'employees', 'systems', 'organisations', 'organizations', 'companies', 'customers', 'records', 'files', 'km', 'euros', 'dollars', 'percent', 'employee', 'times', 'soldiers', 'lidí', 'osob', 'účtů', 'počítačů', 'zařízení', 'uživatelů', 'korun', 'eur', 'voters', 'members', 'networks', 'websites', 'domains', 'attacks', 'incidents'])
function yearAlone(doc: Doc, at: number): Found | null {
  const year = yearAt(doc, at)
  if (year === null || counted.has(word(doc, at + 1)) || raw(doc, at + 1) === '%' || year > 2039 || year < 1960) return null
  const before = word(doc, at - 1)
  if (versioned.has(before) && doc.list[at]!.gap !== 'none' && !(before === 'least' && sinceWords.has(word(doc, at - 3)))) return null
  return { first: at, end: at + 1, value: String(year), rule: 'date:year' }
}

function seasonAt(doc: Doc, at: number): Found | null {
  const code = seasons.get(word(doc, at))
  if (code === undefined) return null
  const joined = ['of', 'roku'].includes(word(doc, at + 1)) ? at + 2 : at + 1
  const year = yearAt(doc, joined)
  if (year !== null) return { first: at, end: joined + 1, value: `${year}-${code}`, rule: 'date:season' }
  if (doc.published === null || !['last', 'loni', 'this', 'letos'].includes(word(doc, at - 1))) return null
  const published = new Date(doc.published).getUTCFullYear()
  return { first: at, end: at + 1, value: `${['last', 'loni'].includes(word(doc, at - 1)) ? published - 1 : published}-${code}`, rule: 'date:season' }
}

const lastQuarter = new Set(['last', 'final', 'poslední', 'posledním', 'posledního'])
const quarterName = /^q([1-4])$/
/** "Q2 2021", "second quarter of 2021", "2. čtvrtletí 2021": EDTF 33–36. */
function quarterAt(doc: Doc, at: number): Found | null {
  const short = doc.list[at]!.word.text.length === 2 ? quarterName.exec(word(doc, at)) : null
  const dot = raw(doc, at + 1) === '.' ? 1 : 0
  const long = ['quarter', 'čtvrtletí', 'kvartálu', 'kvartál'].includes(word(doc, at + 1 + dot)) ? (lastQuarter.has(word(doc, at)) ? 4 : ordinals.get(word(doc, at)) ?? (dot ? doc.list[at]!.word.number : 0)) : 0
  const number = short ? Number(short[1]) : long
  if (number < 1 || number > 4) return null
  const after = short ? at + 1 : at + 2 + dot
  const joined = ['of', 'roku', '/'].includes(word(doc, after)) ? after + 1 : after
  const year = doc.list[joined]?.word.number ?? 0
  return isYear(year) ? { first: at, end: joined + 1, value: `${year}-${32 + number}`, rule: 'date:quarter' } : null
}

const dayWords = new Map<string, number>([['today', 0], ['yesterday', -1], ['tomorrow', 1], ['tonight', 0], ['dnes', 0], ['včera', -1], ['zítra', 1], ['předevčírem', -2], ['dnešního', 0], ['včerejšího', -1]])
function relativeAt(doc: Doc, at: number): Found | null {
  if (doc.published === null) return null
  const lower = word(doc, at)
  const offset = dayWords.get(lower)
  if (offset !== undefined) return { first: at, end: at + 1, value: edtfOfDay(doc.published + offset * day), rule: 'date:relative-day' }
  const year = new Date(doc.published).getUTCFullYear()
  const month = new Date(doc.published).getUTCMonth() + 1
  if (lower === 'loni') return { first: at, end: at + 1, value: String(year - 1), rule: 'date:relative-year' }
  if (lower === 'letos' || lower === 'předloni') return { first: at, end: at + 1, value: String(lower === 'letos' ? year : year - 2), rule: 'date:relative-year' }
  const unit = word(doc, at + 1)
  if ((lower === 'last' || lower === 'this' || lower === 'next') && unit === 'year') return { first: at, end: at + 2, value: String(year + (lower === 'last' ? -1 : lower === 'next' ? 1 : 0)), rule: 'date:relative-year' }
  if ((lower === 'last' || lower === 'this' || lower === 'next') && unit === 'month') {
    const shift = lower === 'last' ? -1 : lower === 'next' ? 1 : 0
    return { first: at, end: at + 2, value: edtfOfDay(Date.UTC(year, month - 1 + shift, 1)).slice(0, 7), rule: 'date:relative-month' }
  }
  return null
}

/** The same day in the year, of this one and its neighbours, in which it falls on the weekday named. */
function onWeekday(value: string, weekday: number): string {
  const year = Number(value.slice(0, 4))
  for (const step of [0, 1, -1]) {
    const candidate = `${year + step}${value.slice(4)}`
    if (new Date(Date.parse(candidate)).getUTCDay() === weekday) return candidate
  }
  return value
}

function weekdayAt(doc: Doc, at: number): Found | null {
  const { lower, capital } = doc.list[at]!.word
  const which = weekdays.get(lower)
  if (which === undefined || (lower.charCodeAt(0) < 128 && lower.endsWith('day') && !capital)) return null
  const next = raw(doc, at + 1) === ',' ? at + 2 : at + 1
  const date = fixedAt(doc, next)
  if (date && date.rule !== 'date:year' && date.value.length === 10) return { ...date, first: at, value: /day-month$|month-day$/.test(date.rule) ? onWeekday(date.value, which) : date.value, rule: `${date.rule}-weekday` }
  if (doc.published === null) return null
  const before = word(doc, at - 1)
  if (['soboty', 'neděle', 'středy'].includes(lower) && !['od', 'do', 'z', 'ze'].includes(before)) return null
  const today = new Date(doc.published).getUTCDay()
  if (before === 'next' || before === 'příští') return { first: at, end: at + 1, value: edtfOfDay(doc.published + (((which - today + 7) % 7) || 7) * day), rule: 'date:weekday' }
  return { first: at, end: at + 1, value: edtfOfDay(doc.published - ((today - which + 7) % 7) * day), rule: 'date:weekday' }
}

function fixedAt(doc: Doc, at: number): Found | null {
  const token = doc.list[at]
  if (!token) return null
  const first = token.word.text.charCodeAt(0)
  if (first >= 48 && first <= 57) return isoDate(doc, at) ?? dayFirst(doc, at) ?? slashed(doc, at) ?? quarterAt(doc, at) ?? yearAlone(doc, at)
  const month = monthOf(doc, at)
  return month === undefined ? null : monthFirst(doc, at, month)
}

/** "25/03/2024" where only one order of day and month is possible, or the language is Czech. */
function slashed(doc: Doc, at: number): Found | null {
  if (raw(doc, at + 1) !== '/' || raw(doc, at + 3) !== '/') return null
  const year = doc.list[at + 4]?.word.number ?? 0
  const [x, y] = [Number(raw(doc, at)), Number(raw(doc, at + 2))]
  if (!isYear(year) || !(x > 12 || y > 12 || x === y)) return null
  return valued(x > 12 ? dateOf(year, y, x) : dateOf(year, x, y), at, at + 5, 'date:slashed')
}

/** "3–5 May 2024", "May–June 2021", "between 3 and 5 May 2024": the first end borrows what the second one says. */
function firstEnd(doc: Doc, second: Found): Found | null {
  const join = word(doc, second.first - 1)
  if (!['–', '-', '—', 'and', 'to', 'až', 'a', 'do'].includes(join)) return null
  const dotted = raw(doc, second.first - 2) === '.' ? 1 : 0
  const at = second.first - 2 - dotted
  if (at < 0 || doc.at[at]) return null
  const number = doc.list[at]!.word.number
  if (second.value.length === 10 && isDay(number) && doc.list[at]!.end - doc.list[at]!.start <= 2 && (['–', '-', '—'].includes(join) || ['between', 'from', 'on', 'mezi', 'od', 've', 'dnech'].includes(word(doc, at - 1)))) {
    return valued(dateOf(Number(second.value.slice(0, 4)), Number(second.value.slice(5, 7)), number), at, at + 1 + dotted, 'date:range')
  }
  const month = monthOf(doc, at)
  return month !== undefined && second.value.length === 7 && dotted === 0 ? { first: at, end: at + 1, value: `${second.value.slice(0, 4)}-${two(month)}`, rule: 'date:range' } : null
}

const lead = (doc: Doc, at: number): boolean => {
  const { text, lower, capital } = doc.list[at]!.word
  const code = text.charCodeAt(0)
  return (code >= 48 && code <= 57) || czechMonths.has(lower) || weekdays.has(lower) || seasons.has(lower) || dayWords.has(lower) || (capital && (englishMonths.has(lower) || (code === 81 && text.length === 2))) || ordinals.has(lower) || lastQuarter.has(lower) || lower === 'last' || lower === 'this' || lower === 'next' || lower === 'loni' || lower === 'letos' || lower === 'předloni'
}
function canBegin(doc: Doc, at: number): boolean {
  const { word: here } = doc.list[at]!
  return (here.beginsDate ??= lead(doc, at))
}

/** Dates to EDTF. Ranges are two dates; what cannot be resolved to a day, month, season or year is left alone. */
export function findDates(doc: Doc): void {
  doc.published ??= dateline(doc)
  for (let at = 0; at < doc.list.length; at++) {
    if (doc.at[at] || !canBegin(doc, at)) continue
    const found = weekdayAt(doc, at) ?? fixedAt(doc, at) ?? quarterAt(doc, at) ?? seasonAt(doc, at) ?? relativeAt(doc, at)
    if (!found || (found.rule === 'date:year' && doc.list[at]!.gap === 'none' && doc.list[at - 1]?.word.letters)) continue
    const first = firstEnd(doc, found)
    if (claim(doc, { type: 'date', ...found }) && first) claim(doc, { type: 'date', ...first })
    at = found.end - 1
  }
}

/** The day in a dateline: a full date that ends a short line near the top. */
function dateline(doc: Doc): number | null {
  const limit = Math.min(doc.list.length, 120)
  for (let at = 0; at < limit; at++) {
    const found = canBegin(doc, at) ? fixedAt(doc, at) : null
    if (!found || found.value.length !== 10) continue
    const next = doc.list[found.end]
    const line = doc.text.lastIndexOf('\n', doc.list[at]!.start) + 1
    if ((!next || next.gap === 'line' || next.gap === 'blank') && doc.list[at]!.start - line < 60) return Date.parse(found.value)
  }
  return null
}
