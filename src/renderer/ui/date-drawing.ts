import { drawnPadding, shapeOf, type DateShape, type KnownLimit, type Limit } from '#domain/dates/index.ts'

/**
 * What is drawn for a date; times in ms since 1970 UTC.
 * solid: certainly inside. hatch: a limit lies somewhere in here. open: the end is not known.
 * ongoing: still going on. An exact day is a point.
 */
export type DatePart = { kind: 'solid' | 'hatch' | 'open-start' | 'open-end' | 'ongoing'; from: number; to: number }
export type DateDrawing = { parts: readonly DatePart[]; point: number | null; from: number; to: number }

const day = 86_400_000
const year = 365.25 * day

const fuzzy = (limit: KnownLimit) => limit.precision !== 'day' || drawnPadding(limit) > 0
const padded = (kind: DatePart['kind'], limit: KnownLimit): DatePart => {
  const padding = drawnPadding(limit)
  return { kind, from: limit.from - padding, to: limit.to + padding }
}
/** What is nothing but a point has these: most dates are, and there may be a hundred thousand. */
const none: readonly DatePart[] = []

function moment(at: KnownLimit): Pick<DateDrawing, 'parts' | 'point'> {
  return { parts: fuzzy(at) ? [padded('hatch', at)] : none, point: at.precision === 'day' ? (at.from + at.to) / 2 : null }
}

/** Both limits known: hatch, solid, hatch; where the limits may meet nothing is certain. */
function between(start: KnownLimit, end: KnownLimit): DatePart[] {
  const first = padded('hatch', start)
  const last = padded('hatch', end)
  const from = fuzzy(start) ? first.to : first.from
  const to = fuzzy(end) ? last.from : last.to
  // Limits that touch leave one millisecond between them: nothing is certain there either.
  if (to - from <= 1) return [{ kind: 'hatch', from: first.from, to: last.to }]
  const parts: DatePart[] = []
  if (fuzzy(start)) parts.push(first)
  parts.push({ kind: 'solid', from, to })
  if (fuzzy(end)) parts.push(last)
  return parts
}

/** How far an end that no source states is drawn beyond what is known; a length on paper, not a statement. */
const reach = (limit: KnownLimit) => Math.max(2.4 * (limit.to - limit.from), limit.precision === 'day' ? 60 * day : 0)

function span(start: Limit, end: Limit): DatePart[] {
  if (start.known && end.known) return between(start, end)
  if (start.known) {
    const hatch = padded('hatch', start)
    const { from, to } = hatch
    const tail: DatePart = { kind: !end.known && end.open ? 'ongoing' : 'open-end', from: fuzzy(start) ? to : from, to: to + reach(start) }
    return fuzzy(start) ? [hatch, tail] : [tail]
  }
  if (end.known) {
    const hatch = padded('hatch', end)
    const { from, to } = hatch
    const head: DatePart = { kind: 'open-start', from: from - reach(end), to: fuzzy(end) ? from : to }
    return fuzzy(end) ? [head, hatch] : [head]
  }
  return []
}

/** What is drawn for what a date says, and how far it reaches; null when neither end is known. */
export function drawShape(shape: DateShape): DateDrawing | null {
  const { parts, point } = shape.kind === 'moment' ? moment(shape.at) : { parts: span(shape.start, shape.end), point: null }
  let from = point ?? Infinity
  let to = point ?? -Infinity
  for (const part of parts) {
    if (part.from < from) from = part.from
    if (part.to > to) to = part.to
  }
  return from > to ? null : { parts, point, from, to }
}

/** The drawing of a stored EDTF value with a little air on both sides; null when neither end is known. */
export function drawDate(edtf: string): DateDrawing | null {
  const drawing = drawShape(shapeOf(edtf))
  if (!drawing) return null
  const { parts, point, from, to } = drawing
  const air = Math.max((to - from) * 0.08, point === null ? 0 : 12 * day)
  return { parts, point, from: from - air, to: to + air }
}

/** Ticks at round dates: years when there are several, months below that. `label` is the precision to print. */
export function ticksOf(from: number, to: number, most = 6): { time: number; label: 'year' | 'month' | 'day' }[] {
  const years = (to - from) / year
  if (years > 1.6) return steps(from, to, 12 * Math.ceil(years / most), 'year')
  if (years > 0.12) return steps(from, to, Math.max(1, Math.ceil((years * 12) / most)), 'month')
  const every = Math.max(1, Math.ceil((to - from) / day / most))
  const first = Math.ceil(from / day) * day
  return Array.from({ length: most + 1 }, (_, index) => ({ time: first + index * every * day, label: 'day' as const })).filter(({ time }) => time <= to)
}

function steps(from: number, to: number, months: number, label: 'year' | 'month') {
  const start = new Date(from)
  const ticks: { time: number; label: 'year' | 'month' }[] = []
  const first = label === 'year' ? start.getUTCFullYear() * 12 : start.getUTCFullYear() * 12 + start.getUTCMonth()
  for (let month = first; ticks.length < 24; month += months) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (time > to) break
    if (time >= from) ticks.push({ time, label })
  }
  return ticks
}
