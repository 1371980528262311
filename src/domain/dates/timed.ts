/** A date and time as EDTF level 0 has it (ISO 8601): day, hours and minutes, seconds, and the offset from UTC if it is stated. */
const timed = /^(-?\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/

const words = { en: { noZone: 'zone not stated' }, cs: { noZone: 'pásmo neuvedeno' } } as const

/** A day with its time as written; `offset` null: not stated, so nobody knows which instant is meant. */
export type Timed = { day: string; clock: string; second: string; offset: string | null }

/** One part of a date that states a time of day; null for all others. */
export function timedOf(part: string): Timed | null {
  const [, day, clock, second = '00', offset] = timed.exec(part) ?? []
  return day === undefined || clock === undefined ? null : { day, clock, second, offset: offset ?? null }
}

/** True when a date states a time of day: only such an instant is moved by a time zone. */
export const hasTime = (text: string | null): boolean => text?.split('/').some((part) => timed.test(part)) ?? false

/** True when a part of a date states a time of day but not in which zone. */
export const isUnzoned = (part: string): boolean => timedOf(part)?.offset === null

/** One part of a date to be said: its day as EDTF and, where one is stated, the time with its zone in words. */
export type Told = { edtf: string; time: string | null }

/** "+02:00" is said as "UTC+2", "Z" as "UTC". */
const offsetInWords = (offset: string): string => {
  const [, sign = '', hours = '0', minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? []
  return Number(hours) === 0 && Number(minutes) === 0 ? 'UTC' : `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/** A part of a date in the day, time and offset that it is written with. */
export function written(part: string, language: 'en' | 'cs'): Told {
  const stated = timedOf(part)
  if (stated === null) return { edtf: part, time: null }
  const { day, clock, second, offset } = stated
  const time = second === '00' ? clock : `${clock}:${second}`
  return { edtf: day, time: offset === null ? `${time} (${words[language].noZone})` : `${time} ${offsetInWords(offset)}` }
}
