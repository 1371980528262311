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

type Read = { drawing: Drawn; stated: Bounds }

/** A date that cannot be read is shown as undated rather than blanking the view. */
function read(edtf: string): Read | null {
  try {
    const shape = readShape(edtf)
    const drawing = drawShape(shape)
    return drawing && { drawing, stated: boundsOfShape(shape) }
  } catch {
    return null
  }
}

const isOpen = ({ kind }: DatePart) => kind === 'open-end' || kind === 'ongoing'

/** The last instant that a date states; null when it states none. */
function lastOf({ parts, point }: Drawn): number | null {
  let last = point
  for (const { kind, to } of parts) if ((kind === 'solid' || kind === 'hatch') && (last === null || to > last)) last = to
  return last
}

/**
 * The marks of a date. An unknown or open end is drawn as far as the records of the incident reach (`horizon`),
 * never to today: nothing later is claimed. Null when nothing can be drawn; such items belong to the undated.
 */
export function drawn(edtf: string | null, horizon: number): Drawn | null {
  const drawing = edtf === null ? null : (read(edtf)?.drawing ?? null)
  return drawing?.parts.some(isOpen) ? reaching(drawing, horizon) : drawing
}

/** The same with its open end at the horizon; what is open has parts, and is no point. */
function reaching({ parts, point }: Drawn, horizon: number): Drawn {
  const reached = parts.map((part) => (isOpen(part) ? { ...part, to: Math.max(horizon, part.from + leastReach) } : part))
  return { parts: reached, point, from: Math.min(...reached.map(({ from }) => from)), to: Math.max(...reached.map(({ to }) => to)) }
}

/**
 * Items that can be drawn, and those that cannot, each in the order given; open ends reach to the `horizon`, the last
 * instant that any of the items states. Each date is read once: of many thousands that is most of what drawing them takes.
 */
export function drawnItems(items: readonly TimelineItem[]): { dated: DrawnItem[]; undated: TimelineItem[]; horizon: number } {
  const dated: DrawnItem[] = []
  const undated: TimelineItem[] = []
  const open: number[] = []
  let last: number | null = null
  for (const item of items) {
    const { key, lane, context, title, edtf } = item
    const found = edtf === null ? null : read(edtf)
    if (!found || edtf === null) {
      undated.push(item)
      continue
    }
    const { drawing, stated } = found
    const { from, to, parts, point } = drawing
    const least = lastOf(drawing)
    if (least !== null && (last === null || least > last)) last = least
    if (parts.some(isOpen)) open.push(dated.length)
    dated.push({ from, to, parts, point, id: key, key, lane, context, title, edtf, stated })
  }
  const horizon = last ?? 0
  for (const at of open) Object.assign(dated[at]!, reaching(dated[at]!, horizon))
  return { dated, undated, horizon }
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
