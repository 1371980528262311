import { daysFrom, formatEdtf, isExactDay } from '../../dates/index.ts'
import type { ReportContext } from '../context.ts'
import { signed } from '../typography.ts'

type Language = Pick<ReportContext, 'language'>

/** A date in data: "28 May 2025", "28. 5. 2025". */
export const formatDate = (edtf: string | null, { language }: Language): string => formatEdtf(edtf, language, language === 'en' ? 'long' : 'short')

/** Days from day zero to a date: "+98", "−1,243 to −879", "from −1,243" when the end is not known. */
export function offsetWords(zero: string, edtf: string | null, { language, strings }: Pick<ReportContext, 'language' | 'strings'>): string {
  if (edtf === null) return strings.notStated
  const { least, most } = daysFrom(zero, edtf)
  const say = (value: number) => signed(value, language)
  if (least !== null && most !== null) {
    if (least === most) return say(least)
    return `${say(least)} ${strings.timeline.to}\u00a0${say(most)}`
  }
  if (least !== null) return `${strings.timeline.from}\u00a0${say(least)}`
  return most === null ? strings.notStated : `${strings.timeline.until}\u00a0${say(most)}`
}

/** The offset of an act: D+0, D+98, or a range where the day is not exact. */
export function dayOffset(zero: string, edtf: string | null, context: Pick<ReportContext, 'language' | 'strings'>): string {
  if (edtf === null) return context.strings.noDate
  return isExactDay(edtf) ? `D${daysFrom(zero, edtf).least === 0 ? '+0' : offsetWords(zero, edtf, context)}` : offsetWords(zero, edtf, context)
}
