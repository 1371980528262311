import { boundsOf, formatEdtf, type Bounds, type DateLanguage } from '#domain/dates/index.ts'
import type { Window } from './marks.ts'

const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

type Dated = { from: number; to: number; edtf: string; stated?: Bounds }

/** The period of several items in words: their common date, else from the first to the last day. */
export function periodOf(items: readonly Dated[], language: DateLanguage): string {
  const [first] = items
  if (!first) return ''
  if (items.every(({ edtf }) => edtf === first.edtf)) return formatEdtf(first.edtf, language)
  const from = items.reduce((least, item) => Math.min(least, finite(limits(item).earliest) ?? item.from), Infinity)
  const to = items.reduce((most, item) => Math.max(most, finite(limits(item).latest) ?? item.to), -Infinity)
  return words(iso(from), iso(to), language)
}

const limits = ({ stated, edtf }: Dated) => stated ?? boundsOf(edtf)

/** Stated limits rather than what is drawn round them. */
const finite = (time: number | null) => (time !== null && Number.isFinite(time) ? time : null)

/** The years of several items: "2021 – 2025". */
export function yearsOf(items: readonly { from: number; to: number }[]): string {
  if (items.length === 0) return ''
  const [from, to] = [iso(items.reduce((least, item) => Math.min(least, item.from), Infinity)).slice(0, 4), iso(items.reduce((most, item) => Math.max(most, item.to), -Infinity)).slice(0, 4)]
  return from === to ? from : `${from} – ${to}`
}

const words = (from: string, to: string, language: DateLanguage) => formatEdtf(from === to ? from : `${from}/${to}`, language)

/** A window in words, in months when it is longer than three of them: "Jul 2020 – Dec 2025". */
export function windowInWords({ from, to }: Window, language: DateLanguage): string {
  const cut = to - from > 92 * 86_400_000 ? 7 : 10
  return words(iso(from).slice(0, cut), iso(to).slice(0, cut), language)
}
