import { isEdtf } from './is-edtf.ts'

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
  match = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text)
  if (match) return fromNumbers(match[3]!, Number(match[2]), Number(match[1]))
  match = /^(\d{1,2})[./](\d{4})$/.exec(text)
  if (match) return fromNumbers(match[2]!, Number(match[1]), null)
  match = /^q([1-4])[ /]?(\d{4})$/.exec(text)
  if (match) return quarter(Number(match[1]), match[2]!)
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

/** Words before or after a date that mean "about" (~) or "perhaps" (?). */
function qualified(text: string): string | null {
  const mark = /[?~%]$/.exec(text)?.[0]
  if (mark) return withMark(plain(text.slice(0, -1).trim()), mark)
  const about = /^(?:around|about|circa|ca\.?|c\.|approximately|asi|kolem|okolo|priblizne|zhruba)\s+(?:roku\s+)?(.+)$/.exec(text)
  if (about) return withMark(plain(about[1]!), '~')
  const perhaps = /^(?:perhaps|possibly|maybe|snad|mozna)\s+(?:v\s+roce\s+)?(.+)$/.exec(text)
  if (perhaps) return withMark(plain(perhaps[1]!), '?')
  return plain(text.replace(/^(?:in|on|dne|v|roku|v roce)\s+(?=\S)/, ''))
}

const withMark = (date: string | null, mark: string) => (date === null || date.includes('/') ? null : `${date}${mark}`)

function open(text: string): string | null {
  let match = /^(?:since|od roku|od)\s+(.+?)\s*(?:,\s*)?(?:ongoing|still going on|stale trva|dosud|until now)$/.exec(text)
  if (match) return join(qualified(match[1]!), '..')
  match = /^(?:from|since|od roku|od|starting)\s+(.+?)(?:\s*,?\s*(?:end (?:is )?not known|end unknown|konec neni znam|konec neznamy))?$/.exec(text)
  if (match && !/\s(?:to|until|do|až)\s/.test(match[1]!)) return join(qualified(match[1]!), '')
  match = /^(?:no later than|by|until|before|up to|nejpozdeji|do roku|do|pred)\s+(.+)$/.exec(text)
  if (match) return join('', qualified(match[1]!))
  return null
}

function join(start: string | null, end: string | null): string | null {
  return start === null || end === null || start.includes('/') || end.includes('/') ? null : `${start}/${end}`
}

function between(text: string): string | null {
  const match =
    /^(?:between|mezi)\s+(.+?)\s+(?:and|a)\s+(.+)$/.exec(text) ??
    /^(?:from\s+|od\s+)?(.+?)\s*(?:–|—|\s-\s|\sto\s|\suntil\s|\sdo\s|\saz\s|\s\/\s)\s*(.+)$/.exec(text) ??
    /^(\d{4})-(\d{4})$/.exec(text)
  if (!match) return null
  const end = qualified(match[2]!)
  // "1 July – 31 December 2022": the first part borrows the year of the second.
  const start = qualified(match[1]!) ?? (end ? qualified(`${match[1]!.replace(/\.$/, '.')} ${end.slice(0, 4)}`) : null)
  return join(start, end)
}

/**
 * Reads what people write ("28.5.2025", "around May 2025", "od roku 2022", "2022?") as EDTF.
 * English and Czech are understood at once; null when nothing sensible can be read. Never invents a day.
 */
export function parseDate(input: string): string | null {
  const raw = input.trim()
  if (isEdtf(raw) && /^[\dX.~?%/-]{4,}$/.test(raw) && !/^\d{4}-\d{4}$/.test(raw)) return raw
  const text = fold(raw).replace(/\u00a0/g, ' ').replace(/\s+/g, ' ').replace(/[.,;]$/, (end) => (end === '.' && /\d\.$/.test(raw) ? '' : ''))
  const found = qualified(text) ?? between(text) ?? open(text)
  return found !== null && isEdtf(found) ? found : null
}
