import { formatEdtf } from '../dates/index.ts'
import type { ReportLanguage } from './document.ts'

const nbsp = '\u00a0'
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

/**
 * No-break spaces where a line must not end: in dates, before per cent, and in Czech after one-letter
 * prepositions and conjunctions (k s v z o u a i). Quotations and titles of sources are not passed through here.
 */
export function tidy(text: string, language: ReportLanguage): string {
  const common = text.replace(/(\d) (?=%)/g, `$1${nbsp}`)
  if (language === 'en') return common.replace(new RegExp(`(\\b\\d{1,2}) (?=(?:${months})\\b)`, 'g'), `$1${nbsp}`)
  return common.replace(/(?<=^|[\s(„])([ksvzouai]) (?=\S)/giu, `$1${nbsp}`).replace(/(\d\.) (?=[\p{Ll}\d])/gu, `$1${nbsp}`)
}

/** The first letter in capitals and a full stop at the end, for values kept as notes that print as sentences. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1)
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`
}

const two = (value: number) => String(value).padStart(2, '0')

/** "6 October 2025, 14:30 UTC" of an instant; Czech "6. 10. 2025, 14:30 UTC". */
export function formatInstant(instant: string, language: ReportLanguage): string {
  const date = new Date(instant)
  return `${formatDay(instant, language)}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${nbsp}UTC`
}

/** The UTC day of an instant, months written out in English. */
export function formatDay(instant: string, language: ReportLanguage): string {
  return formatEdtf(new Date(instant).toISOString().slice(0, 10), language, language === 'en' ? 'long' : 'short')
}

/** A date in prose: months written out in both languages. */
export const dateInProse = (edtf: string | null, language: ReportLanguage): string => formatEdtf(edtf, language, 'long')

/** Signed with a real minus and grouped by thousands: −1,243. */
export function signed(value: number, language: ReportLanguage): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : nbsp)
  return value === 0 ? '0' : `${value < 0 ? '−' : '+'}${digits}`
}

/** Cuts at a word and says so; for running heads only. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
