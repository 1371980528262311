import { boundsOfShape, readShape, type Bounds } from '#domain/dates/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { drawShape, type DateDrawing, type DatePart } from '../../ui/date-drawing.ts'

/** What is drawn of one item on the canvas; times in ms since 1970 UTC. `point` is the middle of a single day. */
export type Drawn = DateDrawing
/** One mark to be drawn; `stated` are the limits of its date rather than of what is drawn round it. */
export type DrawnItem = Drawn & { id: string; key: string; lane: string; context: boolean; title: string; edtf: string; stated: Bounds; /** What competes stands together and is marked; records of one contest share a number. */ contest?: number | undefined }

const day = 86_400_000
/** An end that no source states gets at least this much paper, so that its dashes are seen. */
const leastReach = 45 * day

/** What is read of a date once, however many records have it and however often they are drawn. `last` is the last instant that it states. */
type Read = { drawn: Drawn; stated: Bounds; open: boolean; last: number | null }
const known = new Map<string, Read | null>()
const remembered = 100_000

/** A date that cannot be read is shown as undated rather than blanking the view. */
function readOnce(edtf: string): Read | null {
  const before = known.get(edtf)
  if (before !== undefined) return before
  if (known.size >= remembered) known.clear()
  const read = readDate(edtf)
  known.set(edtf, read)
  return read
}
function readDate(edtf: string): Read | null {
  try {
    const shape = readShape(edtf)
    const drawn = drawShape(shape)
    if (!drawn) return null
    let open = false
    let last = drawn.point
    for (const part of drawn.parts) {
      if (isOpen(part)) open = true
      else if (part.kind !== 'open-start' && (last === null || part.to > last)) last = part.to
    }
    return { drawn, stated: boundsOfShape(shape), open, last }
  } catch {
    return null
  }
}
const isOpen = ({ kind }: DatePart) => kind === 'open-end' || kind === 'ongoing'

/**
 * The marks of a date. An unknown or open end is drawn as far as the records of the incident reach (`horizon`),
 * never to today: nothing later is claimed. Null when nothing can be drawn; such items belong to the undated.
 */
export function drawn(edtf: string | null, horizon: number): Drawn | null {
  const read = edtf === null ? null : readOnce(edtf)
  return read && drawnTo(read, horizon)
}

function drawnTo({ drawn, open }: Read, horizon: number): Drawn {
  if (!open) return drawn
  const parts = drawn.parts.map((part) => (isOpen(part) ? { ...part, to: Math.max(horizon, part.from + leastReach) } : part))
  // What is open has parts and no point.
  return { parts, point: null, from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) }
}

/** The last instant that a dated record states; where open ends are drawn to. */
export function horizonOf(items: readonly TimelineItem[]): number {
  let most: number | null = null
  for (const { edtf } of items) {
    const last = edtf === null ? null : (readOnce(edtf)?.last ?? null)
    if (last !== null && (most === null || last > most)) most = last
  }
  return most ?? 0
}

/** Items that can be drawn, and those that cannot, each in the order given. */
export function drawnItems(items: readonly TimelineItem[], horizon: number): { dated: DrawnItem[]; undated: TimelineItem[] } {
  const dated: DrawnItem[] = []
  const undated: TimelineItem[] = []
  for (const item of items) {
    const { key, lane, context, title, edtf } = item
    const read = edtf === null ? null : readOnce(edtf)
    if (!read || edtf === null) undated.push(item)
    else {
      const { parts, point, from, to } = drawnTo(read, horizon)
      dated.push({ from, to, parts, point, id: key, key, lane, context, title, edtf, stated: read.stated })
    }
  }
  return { dated, undated }
}

/** A stretch of time in ms since 1970 UTC. */
export type Window = { from: number; to: number }

/** The window that shows everything, with air for the labels; null when nothing is dated. */
export function extentOf(items: readonly Drawn[]): Window | null {
  if (items.length === 0) return null
  // Not as arguments of Math.min: a hundred thousand of them do not fit the stack.
  let [from, to] = [Infinity, -Infinity]
  for (const item of items) {
    if (item.from < from) from = item.from
    if (item.to > to) to = item.to
  }
  const air = Math.max((to - from) * 0.06, 10 * day)
  return { from: from - air, to: to + air }
}

/** Whole years round a window: what the overview shows, so that the window's edges can be taken hold of. */
export function wholeYears({ from, to }: Window): Window {
  return { from: Date.UTC(new Date(from).getUTCFullYear(), 0, 1), to: Date.UTC(new Date(to).getUTCFullYear() + 1, 0, 1) }
}
