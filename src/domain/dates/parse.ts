import { isEdtf } from './is-edtf.ts'
import { unitBefore } from './shift.ts'

/** Names of months in both languages, with the Czech cases people write; folded (no diacritics, lower case). */
const months: [RegExp, number][] = [
  [/^(jan(uary)?|leden|ledna|lednu|lednem)$/, 1],
  [/^(feb(ruary)?|unor|unora|unoru|unorem)$/, 2],
  [/^(mar(ch)?|brezen|brezna|breznu|breznem)$/, 3],
  [/^(apr(il)?|duben|dubna|dubnu|dubnem)$/, 4],
  [/^(may|kveten|kvetna|kvetnu|kvetnem)$/, 5],
  [/^(june?|cerven|cervna|cervnu|cervnem)$/, 6],
  [/^(july?|cervenec|cervence|cervenci|cervencem)$/, 7],
  [/^(aug(ust)?|srpen|srpna|srpnu|srpnem)$/, 8],
  [/^(sept?(ember)?|zari|zarim)$/, 9],
  [/^(oct(ober)?|rijen|rijna|rijnu|rijnem)$/, 10],
  [/^(nov(ember)?|listopad|listopadu|listopadem)$/, 11],
  [/^(dec(ember)?|prosinec|prosince|prosinci|prosincem)$/, 12],
]
const seasons: [RegExp, string][] = [
  [/^(spring|jaro|jara|jare)$/, '21'],
  [/^(summer|leto|leta|lete)$/, '22'],
  [/^(autumn|fall|podzim|podzimu)$/, '23'],
  [/^(winter|zima|zimy|zime)$/, '24'],
]

/** Lower case without diacritics: "Květen" is found as "kveten". */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const monthOf = (word: string) => months.find(([pattern]) => pattern.test(word.replace(/\.$/, '')))?.[1] ?? null
const pad = (value: number) => String(value).padStart(2, '0')

function fromNumbers(year: string, month: number | null, day: number | null): string | null {
  const text = [year, month && pad(month), day && pad(day)].filter(Boolean).join('-')
  return isEdtf(text) ? text : null
}

function plain(text: string): string | null {
  let match = /^(\d{4})$/.exec(text)
  if (match) return text
  // A decade by its digits; "the nineties" alone do not say of which century.
  match = /^(?:the )?(\d{3})0s$/.exec(text)
  if (match) return `${match[1]}X`
  match = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text)
  if (match) return fromNumbers(match[3]!, Number(match[2]), Number(match[1]))
  match = /^(\d{1,2})[./](\d{4})$/.exec(text)
  if (match) return fromNumbers(match[2]!, Number(match[1]), null)
  match = /^q([1-4])[ /]?(\d{4})$/.exec(text) ?? /^([1-4])\. ?(?:ctvrtleti|kvartal) (?:roku )?(\d{4})$/.exec(text)
  if (match) return quarter(Number(match[1]), match[2]!)
  match = /^h([12])[ /]?(\d{4})$/.exec(text) ?? /^([12])\. ?pololeti (?:roku )?(\d{4})$/.exec(text.replace(/^(?:the )?first half of |^prvni (?:polovina|pololeti) (?:roku )?/, '1. pololeti ').replace(/^(?:the )?second half of |^druh[ae] (?:polovina|pololeti) (?:roku )?/, '2. pololeti '))
  if (match) return half(Number(match[1]), match[2]!)
  match = /^(\d{1,2})\.?\s+([\p{L}]+\.?)\s+(\d{4})$/u.exec(text)
  if (match) return named(match[2]!, match[3]!, Number(match[1]))
  match = /^([\p{L}]+\.?)\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text)
  if (match) return named(match[1]!, match[3]!, Number(match[2]))
  match = /^([\p{L}]+\.?)\s+(?:of\s+|roku\s+)?(\d{4})$/u.exec(text)
  if (match) return named(match[1]!, match[2]!, null)
  return null
}

function named(word: string, year: string, day: number | null): string | null {
  const month = monthOf(word)
  if (month !== null) return fromNumbers(year, month, day)
  const season = day === null ? seasons.find(([pattern]) => pattern.test(word))?.[1] : undefined
  return season === undefined ? null : `${year}-${season}`
}

const quarter = (number: number, year: string) => `${year}-${pad(number * 3 - 2)}/${year}-${pad(number * 3)}`
const half = (number: number, year: string) => (number === 1 ? `${year}-01/${year}-06` : `${year}-07/${year}-12`)

/**
 * "Early 2023" has no value of its own in level 1, and no source says which days are early: it is read as the whole
 * year (or month), the words stay beside it. "Koncem roku 2022" is the same; "do konce roku 2022" is an end.
 */
const vaguePart = /^(?:(?:in )?(?:early|mid|late)[ -]|(?:at )?the (?:beginning|start|middle|end) of |(?:na )?(?:zacatkem|zacatku|zacatek|pocatkem|pocatku) |(?:v )?(?:polovine|prubehu) |(?:na )?(?:koncem|konci|konce) |behem |during )(?=\S)/

/** Words before or after a date that mean "about" (~) or "perhaps" (?). */
function qualified(text: string): string | null {
  const mark = /[?~%]$/.exec(text)?.[0]
  if (mark) return withMark(plain(text.slice(0, -1).trim()), mark)
  const about = /^(?:around|about|circa|ca\.?|c\.|approximately|asi|kolem|okolo|priblizne|zhruba|nekdy kolem)\s+(?:v roce\s+|v\s+|roku\s+)?(\S.*)$/.exec(text)
  if (about) return withMark(plain(about[1]!), '~')
  const perhaps = /^(?:perhaps|possibly|probably|maybe|snad|mozna|pravdepodobne|zrejme)\s+(?:in\s+|on\s+|v roce\s+|v\s+)?(\S.*)$/.exec(text)
  if (perhaps) return doubted(qualified(perhaps[1]!))
  return plain(text.replace(vaguePart, '').replace(/^(?:in|on|dne|v roce|v|roku|year)\s+(?=\S)/, ''))
}

const withMark = (date: string | null, mark: string) => (date === null || date.includes('/') ? null : `${date}${mark}`)
/** "Perhaps around 2022" is both. */
const doubted = (date: string | null) => (date?.endsWith('~') ? `${date.slice(0, -1)}%` : withMark(date, '?'))

/** Expressions are anchored and never repeat inside a repetition: what is typed is read in linear time. */
function open(said: string): string | null {
  // "Přibližně od roku 2022" doubts the year, not the going on.
  const text = said.replace(/^(?:asi|priblizne|zhruba) (od|do) /, '$1 asi ')
  const since = /^(?:since|from|od|starting) (?:roku )?/.exec(text)
  if (since) {
    const rest = text.slice(since[0].length)
    const ongoing = /,? (?:ongoing|still going on|stale trva|dosud|until now)$/.exec(rest)
    if (ongoing) return join(qualified(rest.slice(0, ongoing.index)), '..')
    const unknown = /,? (?:end (?:is )?not known|end unknown|konec neni znam|konec neznamy)$/.exec(rest)
    return join(qualified(unknown ? rest.slice(0, unknown.index) : rest), '')
  }
  const before = /^(?:before|prior to|pred) (?:rokem )?/.exec(text)
  if (before) return join('', earlierThan(text.slice(before[0].length)))
  const until = /^(?:no later than|by|until|up to|nejpozdeji|do|az do) (?:roku )?/.exec(text)
  return until ? join('', qualified(text.slice(until[0].length))) : null
}

/**
 * What happened before 2022 did not happen in 2022, where "by 2022" may have; before the end of 2022 it may. Null for a
 * season, a decade, or the middle of something: where that begins is not for us to say.
 */
function earlierThan(text: string): string | null {
  const part = vaguePart.exec(text)?.[0]
  const date = qualified(text)
  if (date === null || date.includes('/')) return null
  if (part === undefined || /beginning|start|zacat|pocat/.test(part)) return unitBefore(date)
  return /end of|konc/.test(part) ? date : null
}

function join(start: string | null, end: string | null): string | null {
  return start === null || end === null || start.includes('/') || end.includes('/') ? null : `${start}/${end}`
}

function twoParts(text: string): [string, string] | null {
  const years = /^(\d{4})-(\d{4})$/.exec(text)
  if (years) return [years[1]!, years[2]!]
  const both = /^(?:between|mezi) /.exec(text)
  const rest = text.replace(/^(?:between|mezi|from|od) /, '')
  const middle = (both ? / (?:and|a) / : / ?[–—] ?| (?:-|to|until|do|az|\/) /).exec(rest)
  return middle === null || middle.index === 0 ? null : [rest.slice(0, middle.index), rest.slice(middle.index + middle[0].length)]
}

/** A day, a month or a season stands last; "asi" before "do května 2025" has no year to borrow. */
function endsInDate(text: string): boolean {
  const last = text.slice(text.lastIndexOf(' ') + 1)
  return /\d/.test(last) || monthOf(last) !== null || seasons.some(([pattern]) => pattern.test(last))
}

function between(text: string): string | null {
  const parts = twoParts(text)
  if (!parts) return null
  const [first, second] = parts
  const end = qualified(second)
  // "12–15 May 2025": the first part borrows the month as well.
  if (end && /^\d{1,2}\.?$/.test(first) && /^\d{4}-\d\d-\d\d$/.test(end)) return join(fromNumbers(end.slice(0, 4), Number(end.slice(5, 7)), Number.parseInt(first, 10)), end)
  // "1 July – 31 December 2022": the first part borrows the year of the second.
  const start = qualified(first) ?? (end && endsInDate(first) ? qualified(`${first.replace(/\.$/, '.')} ${end.slice(0, 4)}`) : null)
  return join(start, end)
}

/**
 * Reads what people write ("28.5.2025", "around May 2025", "od roku 2022", "2022?") as EDTF.
 * English and Czech are understood at once; null when nothing sensible can be read. Never invents a day.
 */
export function parseDate(input: string): string | null {
  const raw = input.trim()
  if (isEdtf(raw) && /^[\dXTZ.:+~?%/-]{4,}$/.test(raw) && !/^\d{4}-\d{4}$/.test(raw)) return raw
  const text = fold(raw).replace(/\u00a0/g, ' ').replace(/\s+/g, ' ').replace(/[.,;]$/, (end) => (end === '.' && /\d\.$/.test(raw) ? '' : ''))
  const found = qualified(text) ?? between(text) ?? open(text)
  return found !== null && isEdtf(found) ? found : null
}
