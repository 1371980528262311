import { boundsOf, formatEdtf, stretchBetween, type DateLanguage } from '#domain/dates/index.ts'
import type { Period } from '../../state/filters.ts'
import { translate } from '../../strings/index.ts'
import { workStrings } from '../../strings/timeline-work.ts'

/** A period as its chip says it: "May 2025 – Jul 2025", "2022 or later", with "surely in" where that is asked. */
export function periodInWords({ from, to, sure }: Period, language: DateLanguage): string {
  const say = (edtf: string) => formatEdtf(edtf, language)
  const stretch = from !== null && to !== null ? (from === to ? say(from) : `${say(from)} – ${say(to)}`)
    : from !== null ? translate(workStrings, language, 'orLater', { date: say(from) })
      : to !== null ? translate(workStrings, language, 'orEarlier', { date: say(to) }) : ''
  return sure ? translate(workStrings, language, 'surelyIn', { period: stretch }) : stretch
}

/** Where a limit of a period falls: on the first day of what was typed, or on its last. Empty where it states none. */
export function limitInWords(side: 'from' | 'to', edtf: string | null, language: DateLanguage): string {
  if (edtf === null) return translate(workStrings, language, side === 'from' ? 'openFrom' : 'openTo')
  const { earliest, latest } = boundsOf(edtf)
  const limit = side === 'from' ? earliest : latest
  if (limit === null || !Number.isFinite(limit)) return ''
  return translate(workStrings, language, side === 'from' ? 'beginsOn' : 'endsOn', { date: formatEdtf(new Date(limit).toISOString().slice(0, 10), language, 'long') })
}

/** What keeps two dates from being the limits of a period. */
export function periodProblem(from: string | null, to: string | null): 'noStart' | 'noEnd' | 'reversed' | null {
  const stated = (limit: number | null) => limit !== null && Number.isFinite(limit)
  if (from !== null && !stated(boundsOf(from).earliest)) return 'noStart'
  if (to !== null && !stated(boundsOf(to).latest)) return 'noEnd'
  const stretch = stretchBetween(from, to)
  return stretch.from > stretch.to ? 'reversed' : null
}
