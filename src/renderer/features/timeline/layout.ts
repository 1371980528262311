import type { Bin } from './bins.ts'
import { feed } from './feed.ts'
import type { LodIndex } from './lod.ts'
import type { DrawnItem, Window } from './marks.ts'

/** Where a label stands: beside its mark, inside the empty part of an open bar, or held at the window's edge. */
export type Side = 'right' | 'left' | 'inside' | 'held' | 'none'
export type PlacedMark = {
  id: string
  lane: string
  row: number
  side: Side
  /** Distance in px from the mark's left edge, for labels inside or held. */
  labelX: number
  /** Room in px where the whole label has none; it then ends in an ellipsis. */
  labelRoom: number | null
  label: string
  bin: Bin<DrawnItem>
}
export type LaneLayout = { lane: string; rows: number }
/** `holds`: the stretch of time within which nothing is missing. */
export type Layout = { lanes: LaneLayout[]; marks: PlacedMark[]; holds: Window }

export const rowHeight = 24
export const lanePadding = 8
export const gap = 8
const diamondHalf = 8
const binHalf = 14
const between = 12

export type LayoutInput = {
  index: LodIndex<DrawnItem>
  /** The lanes from top to bottom. */
  lanes: readonly string[]
  folded: readonly string[]
  /** Keys of items that are drawn as themselves although their place is crowded. */
  alone?: ReadonlySet<string>
  window: Window
  /** Canvas in px for the window. */
  width: number
  labelOf: (bin: Bin<DrawnItem>) => string
  /** Width of a text in px. */
  measure: (text: string) => number
}

/** Rows and label sides for a window; depends on nothing but its input, so that the same window looks the same. */
export function layout({ index, lanes, folded, alone = new Set(), window, width, labelOf, measure }: LayoutInput): Layout {
  const scale = width / (window.to - window.from)
  const x = (time: number) => (time - window.from) * scale
  const fed = feed(index, lanes, window, width, alone)
  const byLane = Map.groupBy(fed.bins, (bin) => bin.items[0]!.lane)
  const out: Layout = { lanes: [], marks: [], holds: fed.holds }
  for (const lane of lanes) {
    const list = (byLane.get(lane) ?? []).toSorted((a, b) => a.from - b.from || b.to - a.to)
    const isFolded = folded.includes(lane)
    const taken: [number, number][][] = []
    const contests = new Map<number, number>()
    for (const bin of together(list)) {
      const label = isFolded ? '' : labelOf(bin)
      const place: LabelPlace = isFolded ? { side: 'none', from: 0, to: 0 } : placeLabel(bin, x, width, label === '' ? 0 : measure(label))
      const contest = bin.items.length === 1 ? bin.items[0]!.contest : undefined
      // Claims that compete stand below each other, in the order of their dates.
      const row = isFolded ? 0 : firstFree(taken, place.from, place.to, contest === undefined ? 0 : (contests.get(contest) ?? 0))
      if (contest !== undefined) contests.set(contest, row + 1)
      out.marks.push({ id: bin.id, lane, row, side: place.side, labelX: place.labelX ?? 0, labelRoom: place.labelRoom ?? null, label, bin })
    }
    out.lanes.push({ lane, rows: isFolded ? 1 : Math.max(1, taken.length) })
  }
  return out
}

/** The edges of what is drawn, in px of the canvas. */
export function edgesOf(bin: Bin<DrawnItem>, x: (time: number) => number): { left: number; right: number } {
  const [from, to] = [x(bin.from), x(bin.to)]
  if (bin.items.length > 1) return { left: (from + to) / 2 - binHalf, right: (from + to) / 2 + binHalf }
  const { point } = bin.items[0]!
  if (point === null) return { left: from, right: Math.max(to, from + 3) }
  return { left: Math.min(from, x(point) - diamondHalf), right: Math.max(to, x(point) + diamondHalf) }
}

type LabelPlace = { side: Side; from: number; to: number; labelX?: number; labelRoom?: number }
/** A label cut shorter than this (px) tells nothing. */
const leastRoom = 112

/**
 * Right of the mark, else left, else cut on the roomier side; a bar wider than the window holds its label where it is
 * seen. Never clipped by the window.
 */
function placeLabel(bin: Bin<DrawnItem>, x: (time: number) => number, width: number, labelWidth: number): LabelPlace {
  const { left, right } = edgesOf(bin, x)
  if (labelWidth === 0) return { side: 'none', from: left, to: right }
  const blank = bin.items.length === 1 ? bin.items[0]!.parts.find(({ kind }) => kind === 'open-end') : undefined
  if (blank) {
    const start = Math.max(x(blank.from), 0) + gap
    if (start + labelWidth + gap * 2 <= Math.min(right, width)) return { side: 'inside', labelX: start - left, from: left, to: right }
  }
  const outside = right < 0 || left > width
  const [roomRight, roomLeft] = [width - right - gap, left - gap]
  if (outside || labelWidth <= roomRight) return { side: 'right', from: left, to: right + gap + labelWidth }
  if (labelWidth <= roomLeft) return { side: 'left', from: left - gap - labelWidth, to: right }
  const room = Math.max(roomRight, roomLeft)
  if (room >= leastRoom) return room === roomRight ? { side: 'right', labelRoom: room, from: left, to: width } : { side: 'left', labelRoom: room, from: 0, to: right }
  const held = Math.max(gap, Math.min(left + gap, width - labelWidth - gap))
  return { side: 'held', labelX: held - left, from: Math.min(left, held), to: Math.max(right, held + labelWidth) }
}

/** Those of one contest right after its first, so that nothing else takes the rows below it. */
function together(list: readonly Bin<DrawnItem>[]): Bin<DrawnItem>[] {
  const contest = (bin: Bin<DrawnItem>) => (bin.items.length === 1 ? bin.items[0]!.contest : undefined)
  return list.flatMap((bin, at) => {
    const mine = contest(bin)
    if (mine === undefined) return [bin]
    return list.findIndex((one) => contest(one) === mine) === at ? list.filter((one) => contest(one) === mine) : []
  })
}

function firstFree(taken: [number, number][][], from: number, to: number, least: number): number {
  const free = taken.findIndex((row, at) => at >= least && row.every(([start, end]) => to + between <= start || from >= end + between))
  const row = free < 0 ? Math.max(taken.length, least) : free
  while (taken.length <= row) taken.push([])
  taken[row]!.push([from, to])
  return row
}

export const foldedHeight = 28
/** Height of a lane in px. */
export const laneHeight = (rows: number): number => rows * rowHeight + lanePadding * 2
