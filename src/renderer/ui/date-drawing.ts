import { drawnPadding, shapeOf, type KnownLimit, type Limit } from '#domain/dates/index.ts'

/**
 * What is drawn for a date; times in ms since 1970 UTC.
 * solid: certainly inside. hatch: a limit lies somewhere in here. open: the end is not known.
 * ongoing: still going on. An exact day is a point.
 */
export type DatePart = { kind: 'solid' | 'hatch' | 'open-start' | 'open-end' | 'ongoing'; from: number; to: number }
export type DateDrawing = { parts: DatePart[]; point: number | null; from: number; to: number }

const day = 86_400_000
const year = 365.25 * day

const padded = (limit: KnownLimit) => ({ from: limit.from - drawnPadding(limit), to: limit.to + drawnPadding(limit) })
const fuzzy = (limit: KnownLimit) => limit.precision !== 'day' || drawnPadding(limit) > 0

function moment(at: KnownLimit): Pick<DateDrawing, 'parts' | 'point'> {
  const point = at.precision === 'day' ? (at.from + at.to) / 2 : null
  return { parts: fuzzy(at) ? [{ kind: 'hatch', ...padded(at) }] : [], point }
}

/** Both limits known: hatch, solid, hatch; where the limits may meet nothing is certain. */
function between(start: KnownLimit, end: KnownLimit): DatePart[] {
  const [first, last] = [padded(start), padded(end)]
  const inside = { from: fuzzy(start) ? first.to : first.from, to: fuzzy(end) ? last.from : last.to }
  // Limits that touch leave one millisecond between them: nothing is certain there either.
  if (inside.to - inside.from <= 1) return [{ kind: 'hatch', from: first.from, to: last.to }]
  const parts: DatePart[] = [{ kind: 'solid', ...inside }]
  if (fuzzy(start)) parts.unshift({ kind: 'hatch', from: first.from, to: inside.from })
  if (fuzzy(end)) parts.push({ kind: 'hatch', from: inside.to, to: last.to })
  return parts
}

/** How far an end that no source states is drawn beyond what is known; a length on paper, not a statement. */
const reach = (limit: KnownLimit) => Math.max(2.4 * (limit.to - limit.from), limit.precision === 'day' ? 60 * day : 0)

function span(start: Limit, end: Limit): DatePart[] {
  if (start.known && end.known) return between(start, end)
  if (start.known) {
    const { from, to } = padded(start)
    const tail: DatePart = { kind: !end.known && end.open ? 'ongoing' : 'open-end', from: fuzzy(start) ? to : from, to: to + reach(start) }
    return fuzzy(start) ? [{ kind: 'hatch', from, to }, tail] : [tail]
  }
  if (end.known) {
    const { from, to } = padded(end)
    const head: DatePart = { kind: 'open-start', from: from - reach(end), to: fuzzy(end) ? from : to }
    return fuzzy(end) ? [head, { kind: 'hatch', from, to }] : [head]
  }
  return []
}

/** The drawing of a stored EDTF value with a little air on both sides; null when neither end is known. */
export function drawDate(edtf: string): DateDrawing | null {
  const shape = shapeOf(edtf)
  const { parts, point } = shape.kind === 'moment' ? moment(shape.at) : { parts: span(shape.start, shape.end), point: null }
  const times = [...parts.flatMap((part) => [part.from, part.to]), ...(point === null ? [] : [point])]
  if (times.length === 0) return null
  const [least, most] = [Math.min(...times), Math.max(...times)]
  const air = Math.max((most - least) * 0.08, point === null ? 0 : 12 * day)
  return { parts, point, from: least - air, to: most + air }
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
