import { boundsOf, type Bounds } from '#domain/dates/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { drawDate, type DatePart } from '../../ui/date-drawing.ts'

/** What is drawn of one item on the canvas; times in ms since 1970 UTC. `point` is the middle of a single day. */
export type Drawn = { from: number; to: number; parts: DatePart[]; point: number | null }
/** One mark to be drawn; `stated` are the limits of its date rather than of what is drawn round it. */
export type DrawnItem = Drawn & { id: string; key: string; lane: string; context: boolean; title: string; edtf: string; stated: Bounds; /** What competes stands together and is marked; records of one contest share a number. */ contest?: number | undefined }

const day = 86_400_000
/** An end that no source states gets at least this much paper, so that its dashes are seen. */
const leastReach = 45 * day

/**
 * The marks of a date. An unknown or open end is drawn as far as the records of the incident reach (`horizon`),
 * never to today: nothing later is claimed. Null when nothing can be drawn; such items belong to the undated.
 */
export function drawn(edtf: string | null, horizon: number): Drawn | null {
  const drawing = edtf === null ? null : readable(edtf)
  if (!drawing) return null
  const parts = drawing.parts.map((part) => reaching(part, horizon))
  const times = [...parts.flatMap(({ from, to }) => [from, to]), ...(drawing.point === null ? [] : [drawing.point])]
  return { from: Math.min(...times), to: Math.max(...times), parts, point: drawing.point }
}

/** A date that cannot be read is shown as undated rather than blanking the view. */
function readable(edtf: string) {
  try {
    return drawDate(edtf)
  } catch {
    return null
  }
}

const reaching = (part: DatePart, horizon: number): DatePart =>
  part.kind === 'open-end' || part.kind === 'ongoing' ? { ...part, to: Math.max(horizon, part.from + leastReach) } : part

/** The last instant that a dated record states; where open ends are drawn to. */
export function horizonOf(items: readonly TimelineItem[]): number {
  const stated = items.flatMap(({ edtf }) => {
    const drawing = edtf === null ? null : readable(edtf)
    if (!drawing) return []
    return [...(drawing.point === null ? [] : [drawing.point]), ...drawing.parts.filter(({ kind }) => kind === 'solid' || kind === 'hatch').map(({ to }) => to)]
  })
  return stated.length === 0 ? 0 : stated.reduce((most, time) => Math.max(most, time))
}

/** Items that can be drawn, and those that cannot, each in the order given. */
export function drawnItems(items: readonly TimelineItem[], horizon: number): { dated: DrawnItem[]; undated: TimelineItem[] } {
  const dated: DrawnItem[] = []
  const undated: TimelineItem[] = []
  for (const item of items) {
    const drawing = drawn(item.edtf, horizon)
    if (drawing && item.edtf !== null) dated.push({ ...drawing, id: item.key, key: item.key, lane: item.lane, context: item.context, title: item.title, edtf: item.edtf, stated: boundsOf(item.edtf) })
    else undated.push(item)
  }
  return { dated, undated }
}

/** A stretch of time in ms since 1970 UTC. */
export type Window = { from: number; to: number }

/** The window that shows everything, with air for the labels; null when nothing is dated. */
export function extentOf(items: readonly Drawn[]): Window | null {
  if (items.length === 0) return null
  // Not as arguments of Math.min: a hundred thousand of them do not fit the stack.
  const from = items.reduce((least, item) => Math.min(least, item.from), Infinity)
  const to = items.reduce((most, item) => Math.max(most, item.to), -Infinity)
  const air = Math.max((to - from) * 0.06, 10 * day)
  return { from: from - air, to: to + air }
}

/** Whole years round a window: what the overview shows, so that the window's edges can be taken hold of. */
export function wholeYears({ from, to }: Window): Window {
  return { from: Date.UTC(new Date(from).getUTCFullYear(), 0, 1), to: Date.UTC(new Date(to).getUTCFullYear() + 1, 0, 1) }
}
