import { boundsOf, formatEdtf, isEdtf, type Bounds, type DateLanguage } from '#domain/dates/index.ts'
import type { Window } from './marks.ts'

const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

type Dated = { edtf: string; stated?: Bounds }

/** The period of several items in words: their common date, else from the first limit that is stated to the last, each as exact as it is stated. */
export function periodOf(items: readonly Dated[], language: DateLanguage): string {
  const { first, last } = outermost(items)
  if (!first || !last) return ''
  if (items.every(({ edtf }) => edtf === items[0]?.edtf)) return formatEdtf(items[0]!.edtf, language)
  if (first.part === last.part) return formatEdtf(first.part, language)
  const both = `${first.part}/${last.part}`
  if (isEdtf(both)) return formatEdtf(both, language)
  // A year and a day in it make no interval of EDTF, nor do seasons.
  return `${formatEdtf(first.part, language)} – ${formatEdtf(last.part, language)}`
}

type Limit = { time: number; part: string }

/** The limits at both ends of what is stated; an end that is open or that no source states says nothing, and neither does what is drawn for it. */
function outermost(items: readonly Dated[]): { first: Limit | null; last: Limit | null } {
  let [first, last]: [Dated | null, Dated | null] = [null, null]
  let [least, most] = [Infinity, -Infinity]
  for (const item of items) {
    const { earliest, latest } = boundsIn(item)
    const starts = isKnown(earliest) ? earliest : latest
    const ends = isKnown(latest) ? latest : earliest
    if (isKnown(starts) && starts < least) {
      first = item
      least = starts
    }
    if (isKnown(ends) && ends > most) {
      last = item
      most = ends
    }
  }
  return {
    first: first && { time: least, part: partOf(first.edtf, isKnown(boundsIn(first).earliest) ? 'start' : 'end') },
    last: last && { time: most, part: partOf(last.edtf, isKnown(boundsIn(last).latest) ? 'end' : 'start') },
  }
}

const boundsIn = ({ edtf, stated }: Dated): Bounds => stated ?? boundsOf(edtf)
const isKnown = (time: number | null): time is number => time !== null && time > -Infinity && time < Infinity

function partOf(edtf: string, which: 'start' | 'end'): string {
  const [start = '', end = start] = edtf.split('/')
  return which === 'start' ? start : end
}

/** The years of several items, as stated: "2021 – 2025". */
export function yearsOf(items: readonly Dated[]): string {
  const { first, last } = outermost(items)
  if (!first || !last) return ''
  const [from, to] = [first, last].map(({ time }) => iso(time).slice(0, 4))
  return from === to ? `${from}` : `${from} – ${to}`
}

const words = (from: string, to: string, language: DateLanguage) => formatEdtf(from === to ? from : `${from}/${to}`, language)

/** A window in words, in months when it is longer than three of them: "Jul 2020 – Dec 2025". */
export function windowInWords({ from, to }: Window, language: DateLanguage): string {
  const cut = to - from > 92 * 86_400_000 ? 7 : 10
  return words(iso(from).slice(0, cut), iso(to).slice(0, cut), language)
}
