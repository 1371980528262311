import type { DayCount, Interval, IntervalName } from './intervals.ts'
import type { MilestoneName } from './milestones.ts'

type Language = 'en' | 'cs'
const nbsp = '\u00a0'

export const milestoneTitles: Record<Language, Record<MilestoneName, string>> = {
  en: { activity: 'First activity', detection: 'Detection', disclosure: 'Disclosure', attribution: 'First attribution', response: 'First response' },
  cs: { activity: 'První činnost', detection: 'Odhalení', disclosure: 'Zveřejnění', attribution: 'První atribuce', response: 'První reakce' },
}
export const intervalTitles: Record<Language, Record<IntervalName, string>> = {
  en: { 'activity-detection': 'Activity to detection', 'detection-disclosure': 'Detection to disclosure', 'disclosure-attribution': 'Disclosure to attribution', 'attribution-response': 'Attribution to first response' },
  cs: { 'activity-detection': 'Činnost až odhalení', 'detection-disclosure': 'Odhalení až zveřejnění', 'disclosure-attribution': 'Zveřejnění až atribuce', 'attribution-response': 'Atribuce až první reakce' },
}

const words = {
  en: {
    about: 'c.', days: { one: 'day', few: 'days', many: 'days', other: 'days' }, atLeast: 'at least', atMost: 'at most', mostUnknown: 'no upper limit stated', mostOpen: 'upper limit open', leastUnknown: 'no lower limit stated', leastOpen: 'lower limit open', notCountable: 'not countable',
    missing: { activity: 'first activity not stated', detection: 'detection not stated', disclosure: 'disclosure not stated', attribution: 'no attribution on record', response: 'no response on record' }, from: 'from', to: 'to', until: 'until',
  },
  cs: {
    about: 'asi', days: { one: 'den', few: 'dny', many: 'dne', other: 'dní' }, atLeast: 'nejméně', atMost: 'nejvýše', mostUnknown: 'horní mez neuvedena', mostOpen: 'horní mez otevřená', leastUnknown: 'dolní mez neuvedena', leastOpen: 'dolní mez otevřená', notCountable: 'nelze spočítat',
    missing: { activity: 'první činnost neuvedena', detection: 'odhalení neuvedeno', disclosure: 'zveřejnění neuvedeno', attribution: 'žádná atribuce v záznamech', response: 'žádná reakce v záznamech' }, from: 'od', to: 'až', until: 'do',
  },
} as const

const plural = { en: new Intl.PluralRules('en'), cs: new Intl.PluralRules('cs') }

/** 1,243 in English, 1 243 with a no-break space in Czech; a real minus. */
export function number(value: number, language: Language): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : nbsp)
  return value < 0 ? `−${digits}` : digits
}
const withSign = (value: number, language: Language) => (value === 0 ? '+0' : value > 0 ? `+${number(value, language)}` : number(value, language))

/** "1 day", "2 dny", "5 dní". */
const days = (value: number, language: Language) => words[language].days[plural[language].select(Math.abs(value)) as 'one'] ?? words[language].days.other

function marked(text: string, { approximate, uncertain }: { approximate: boolean; uncertain: boolean }, language: Language): string {
  const doubted = uncertain ? `${text}?` : text
  return approximate ? `${words[language].about}${nbsp}${doubted}` : doubted
}

/** A range of two counts; an en dash, or words where a sign would read as one. */
function range(least: number, most: number, language: Language): string {
  if (least === most) return number(least, language)
  return least < 0 || most < 0 ? `${number(least, language)} ${words[language].to}${nbsp}${number(most, language)}` : `${number(least, language)}–${number(most, language)}`
}

/**
 * "879–1,243 days", "0 days", "at least 12 days, no upper limit stated", "detection not stated". An approximate date makes the
 * count "c. 80 days", an uncertain one "80? days". Without `unit` the word for days is left out.
 */
export function intervalInWords(interval: Interval, language: Language, unit = true): string {
  const say = words[language]
  if (!interval.known) return interval.missing.map((name) => say.missing[name]).join(', ')
  const { least, most } = interval
  const tail = (value: number) => (unit ? `${nbsp}${days(value, language)}` : '')
  if (least.known && most.known) return `${marked(range(least.days, most.days, language), interval, language)}${tail(most.days)}`
  if (least.known) return `${say.atLeast} ${marked(number(least.days, language), interval, language)}${tail(least.days)}, ${!most.known && most.open ? say.mostOpen : say.mostUnknown}`
  if (most.known) return `${say.atMost} ${marked(number(most.days, language), interval, language)}${tail(most.days)}, ${!least.known && least.open ? say.leastOpen : say.leastUnknown}`
  return say.notCountable
}

/** Days from day zero, signed: "+0", "−1,243 to −514", "from −1,243", "c. +80". */
export function offsetInWords({ least, most }: { least: DayCount; most: DayCount }, language: Language, marks = { approximate: false, uncertain: false }): string {
  const say = words[language]
  if (least.known && most.known) return marked(least.days === most.days ? withSign(least.days, language) : `${withSign(least.days, language)}${nbsp}${say.to}${nbsp}${withSign(most.days, language)}`, marks, language)
  if (least.known) return marked(`${say.from}${nbsp}${withSign(least.days, language)}`, marks, language)
  return most.known ? marked(`${say.until}${nbsp}${withSign(most.days, language)}`, marks, language) : say.notCountable
}

export const missingInWords = (name: MilestoneName, language: Language): string => words[language].missing[name]
