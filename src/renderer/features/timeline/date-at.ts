const day = 86_400_000

/** The date of a place in the lanes, as exactly as it can be pointed at there: a day where days are wide enough, else a month or a year. */
export function dateAt(time: number, msPerPx: number): string {
  const text = new Date(time).toISOString()
  if (msPerPx * 6 <= day) return text.slice(0, 10)
  return text.slice(0, msPerPx * 6 <= 30 * day ? 7 : 4)
}
