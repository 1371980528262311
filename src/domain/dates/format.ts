import { shapeOf, type KnownLimit, type Limit } from './shape.ts'
import { hasTime, written, type Told } from './timed.ts'

export type DateLanguage = 'en' | 'cs'

const nbsp = '\u00a0'

const monthNames = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  cs: ['leden', 'únor', 'březen', 'duben', 'květen', 'červen', 'červenec', 'srpen', 'září', 'říjen', 'listopad', 'prosinec'],
}
const monthGenitive = ['ledna', 'února', 'března', 'dubna', 'května', 'června', 'července', 'srpna', 'září', 'října', 'listopadu', 'prosince']
const monthShort = { en: monthNames.en.map((name) => name.slice(0, 3)), cs: monthNames.cs }
const seasons = {
  en: { 2: 'spring', 5: 'summer', 8: 'autumn', 11: 'winter' },
  cs: { 2: 'jaro', 5: 'léto', 8: 'podzim', 11: 'zima' },
} as const

const words = {
  en: { from: 'from', endUnknown: 'end not known', ongoing: 'still going on', until: 'until', startUnknown: 'start not known', about: 'c.', undated: 'undated', anyYear: 'a year not known', uncertain: '?' },
  cs: { from: 'od', endUnknown: 'konec není znám', ongoing: 'stále trvá', until: 'do', startUnknown: 'začátek není znám', about: 'kolem', undated: 'bez data', anyYear: 'neznámý rok', uncertain: '?' },
} as const

export type DateStyle = 'short' | 'long'

/** After "kolem", "od" and "do" a Czech month stands in the genitive. */
type Case = 'nominative' | 'genitive'

/** Years with unspecified digits, said by their first and last: "20XX" is 2000–2099, and "XXXX" no year at all. */
const named = ({ from, to }: KnownLimit, language: DateLanguage) => {
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()]
  return last - first > 100 ? words[language].anyYear : `${first}–${last}`
}

function calendar(limit: KnownLimit, language: DateLanguage, style: DateStyle, grammar: Case = 'nominative'): string {
  const date = new Date(limit.from)
  const year = String(date.getUTCFullYear())
  const month = date.getUTCMonth()
  const day = date.getUTCDate()
  switch (limit.precision) {
    case 'century':
      return named(limit, language)
    case 'decade':
      return language === 'cs' ? `${year.padStart(4, '0')}–${String(date.getUTCFullYear() + 9).padStart(4, '0')}` : `${year}s`
    case 'year':
      return year
    case 'season':
      return `${seasons[language][month as 2 | 5 | 8 | 11]}${nbsp}${year}`
    case 'month':
      if (language === 'cs' && grammar === 'genitive') return `${monthGenitive[month]}${nbsp}${year}`
      return `${(style === 'long' ? monthNames : monthShort)[language][month]}${nbsp}${year}`
    case 'day':
      if (language === 'en') return `${day}${nbsp}${(style === 'long' ? monthNames : monthShort).en[month]}${nbsp}${year}`
      return style === 'long' ? `${day}.${nbsp}${monthGenitive[month]}${nbsp}${year}` : `${day}.${nbsp}${month + 1}.${nbsp}${year}`
  }
}

function one(limit: KnownLimit, language: DateLanguage, style: DateStyle, grammar: Case = 'nominative'): string {
  const text = calendar(limit, language, style, limit.approximate ? 'genitive' : grammar)
  const marked = limit.uncertain ? `${text}${words[language].uncertain}` : text
  if (!limit.approximate) return marked
  return `${words[language].about}${nbsp}${language === 'cs' && limit.precision === 'year' ? `roku${nbsp}` : ''}${marked}`
}

/** "roku" before a bare Czech year keeps the sentence grammatical. */
const after = (limit: KnownLimit, language: DateLanguage, style: DateStyle) =>
  language === 'cs' && limit.precision === 'year' && !limit.approximate ? `roku${nbsp}${one(limit, language, style)}` : one(limit, language, style, 'genitive')

/** An end of a span with its word: "from c. 2022". Two prepositions do not stand together in Czech: "přibližně od roku 2022". */
function limited(word: 'from' | 'until', limit: KnownLimit, language: DateLanguage, style: DateStyle): string {
  if (language === 'cs' && limit.approximate) return `přibližně${nbsp}${limited(word, { ...limit, approximate: false }, language, style)}`
  return `${words[language][word]}${nbsp}${after(limit, language, style)}`
}

function span(start: Limit, end: Limit, language: DateLanguage, style: DateStyle): string {
  const word = words[language]
  if (start.known && end.known) return range(start, end, language, style)
  if (start.known) return `${limited('from', start, language, style)}, ${!end.known && end.open ? word.ongoing : word.endUnknown}`
  if (end.known) return `${limited('until', end, language, style)}, ${word.startUnknown}`
  return word.undated
}

/** Says a shared year once: "1 Jul – 31 Dec 2022". */
function range(start: KnownLimit, end: KnownLimit, language: DateLanguage, style: DateStyle): string {
  const [first, last] = [one(start, language, style), one(end, language, style)]
  const year = `${nbsp}${new Date(start.from).getUTCFullYear()}`
  const plain = !start.uncertain && !start.approximate && start.precision !== 'year'
  const head = plain && first.endsWith(year) && last.endsWith(year) ? first.slice(0, -year.length) : first
  return `${head} – ${last}`
}

/**
 * A stored date in words, at the precision it has: "28 May 2025", "c. Jun 2018", "from 2022, end not known".
 * Style short abbreviates months in English and writes figures in Czech ("28. 5. 2025"). An instant is said with its
 * time in the offset it is written with, so that its day is that of the source.
 */
export function formatEdtf(text: string | null, language: DateLanguage, style: DateStyle = 'short'): string {
  if (text === null) return words[language].undated
  return hasTime(text) ? formatTimed(text, language, style, (part) => written(part, language)) : plainly(text, language, style)
}

/** A date with a time of day in words; `tell` says the day and the time of each of its parts. */
export function formatTimed(text: string, language: DateLanguage, style: DateStyle, tell: (part: string) => Told): string {
  const parts = text.split('/').map(tell)
  const say = ({ edtf, time }: Told) => `${plainly(edtf, language, style)}${time === null ? '' : `, ${time}`}`
  if (parts.every(({ edtf }) => edtf !== '' && edtf !== '..')) return parts.map(say).join(' – ')
  const known = parts.find(({ time }) => time !== null)
  const whole = plainly(parts.map(({ edtf }) => edtf).join('/'), language, style)
  return known ? whole.replace(plainly(known.edtf, language, style), () => say(known)) : whole
}

function plainly(text: string, language: DateLanguage, style: DateStyle): string {
  const shape = shapeOf(text)
  return shape.kind === 'moment' ? one(shape.at, language, style) : span(shape.start, shape.end, language, style)
}

/** Doubt is said in words here: the signs of a date ("2022?.") would read as punctuation. */
function englishWhen({ precision, uncertain, approximate }: KnownLimit, date: string): string {
  const when = approximate ? `about ${date}` : precision === 'day' ? `on ${date}` : `some time in ${date}`
  return uncertain ? `perhaps ${when}` : when
}

function czechWhen({ uncertain, approximate }: KnownLimit, date: string): string {
  const when = approximate ? `přibližně ${date}` : date
  return uncertain ? `snad ${when}` : when
}

const sentences = {
  en: {
    moment: { day: (d: string) => `On ${d}.`, other: (d: string) => `Some time in ${d}; the day is not known.` },
    approximate: (d: string) => `About ${d}; not exact.`,
    uncertain: (d: string) => `Perhaps ${d}; the sources leave it uncertain.`,
    start: (limit: KnownLimit, d: string) => `Starts ${englishWhen(limit, d)}.`,
    end: (limit: KnownLimit, d: string) => `Ends ${englishWhen(limit, d)}.`,
    startUnknown: 'No source states the start.',
    endUnknown: 'No source states the end.',
    ongoing: 'Still going on.',
    startOpen: 'The start is open.',
    undated: 'No date is known.',
  },
  cs: {
    moment: { day: (d: string) => `Dne ${d}.`, other: (d: string) => `Někdy v období: ${d}; den není znám.` },
    approximate: (d: string) => `Přibližně ${d}; není to přesné.`,
    uncertain: (d: string) => `Snad ${d}; zdroje to nechávají nejisté.`,
    start: (limit: KnownLimit, d: string) => `Začátek: ${czechWhen(limit, d)}.`,
    end: (limit: KnownLimit, d: string) => `Konec: ${czechWhen(limit, d)}.`,
    startUnknown: 'Začátek neuvádí žádný zdroj.',
    endUnknown: 'Konec neuvádí žádný zdroj.',
    ongoing: 'Stále trvá.',
    startOpen: 'Začátek je otevřený.',
    undated: 'Datum není známo.',
  },
} as const

/** The date read back in one or two sentences, so that a person sees what was understood. */
export function readBack(text: string | null, language: DateLanguage): string {
  const say = sentences[language]
  if (text === null) return say.undated
  if (hasTime(text)) return `${formatEdtf(text, language, 'long')}.`
  const shape = shapeOf(text)
  if (shape.kind === 'moment') {
    const plain = calendar(shape.at, language, 'long')
    if (shape.at.uncertain) return say.uncertain(plain)
    if (shape.at.approximate) return say.approximate(plain)
    return shape.at.precision === 'day' ? say.moment.day(plain) : say.moment.other(plain)
  }
  const start = shape.start.known ? say.start(shape.start, calendar(shape.start, language, 'long')) : shape.start.open ? say.startOpen : say.startUnknown
  const end = shape.end.known ? say.end(shape.end, calendar(shape.end, language, 'long')) : shape.end.open ? say.ongoing : say.endUnknown
  return `${start} ${end}`
}
