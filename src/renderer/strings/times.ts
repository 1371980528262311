import type { Language } from '#contract/index.ts'

const locales = { en: 'en-GB', cs: 'cs' } as const
const whole = { en: new Intl.DateTimeFormat(locales.en, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }), cs: new Intl.DateTimeFormat(locales.cs, { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' }) }
const full = { en: new Intl.DateTimeFormat(locales.en, { dateStyle: 'full', timeStyle: 'long' }), cs: new Intl.DateTimeFormat(locales.cs, { dateStyle: 'full', timeStyle: 'long' }) }

/** A moment (ISO 8601) in the time zone of the desk: "25 Nov 2026, 16:40", "25. 11. 2026 16:40". */
export function timeInWords(iso: string, language: Language): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : whole[language].format(time)
}

/** The same to the second, with its time zone, for tooltips. */
export function exactTime(iso: string, language: Language): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : full[language].format(time)
}

const units = ['B', 'kB', 'MB', 'GB'] as const

/** A number of bytes in decimal units, as file managers show it. */
export function bytesInWords(bytes: number, language: Language): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${value.toLocaleString(locales[language], { maximumFractionDigits: power === 0 || value >= 100 ? 0 : 1 })}\u00a0${units[power] ?? 'B'}`
}
