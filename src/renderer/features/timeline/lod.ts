import type { Placed } from './bins.ts'
import type { Window } from './marks.ts'

/**
 * The items of one lane in typed arrays, so that what touches a window is found by halving: `middles`, `froms` and `tos`
 * in the order of the middles, `starts` and `ends` each sorted for counting. Times in ms since 1970 UTC.
 */
export type LaneIndex<Item extends Placed> = { lane: string; items: readonly Item[]; middles: Float64Array; froms: Float64Array; tos: Float64Array; starts: Float64Array; ends: Float64Array }
/** Made once for a list of items; every window of it is then cut out without looking at all of them. */
export type LodIndex<Item extends Placed> = { size: number; all: readonly Item[]; lanes: ReadonlyMap<string, LaneIndex<Item>> }

const middleOf = ({ from, to }: Placed) => (from + to) / 2

/** Index of items for `touchCount`, `touching` and `cellsOf`; O(n log n), to be made once per list. */
export function indexOf<Item extends Placed>(all: readonly Item[]): LodIndex<Item> {
  const lanes = new Map<string, LaneIndex<Item>>()
  for (const [lane, list] of Map.groupBy(all, (item) => item.lane)) lanes.set(lane, laneIndex(lane, list))
  return { size: all.length, all, lanes }
}

// Loops rather than from and map: for a hundred thousand events those take longer than the sorting.
function laneIndex<Item extends Placed>(lane: string, list: readonly Item[]): LaneIndex<Item> {
  const keys = new Float64Array(list.length)
  const order: number[] = []
  for (let at = 0; at < list.length; at++) {
    keys[at] = middleOf(list[at]!)
    order.push(at)
  }
  // Items come in the order of their starts, which is nearly that of their middles: what this sort is quick with.
  order.sort((a, b) => keys[a]! - keys[b]!)
  const [middles, froms, tos] = [new Float64Array(list.length), new Float64Array(list.length), new Float64Array(list.length)]
  const items: Item[] = []
  for (let at = 0; at < order.length; at++) {
    const item = list[order[at]!]!
    items.push(item)
    middles[at] = keys[order[at]!]!
    froms[at] = item.from
    tos[at] = item.to
  }
  return { lane, items, middles, froms, tos, starts: froms.toSorted(), ends: tos.toSorted() }
}

/** How many of the sorted values are below a time. */
function below(sorted: Float64Array, time: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const at = (low + high) >> 1
    if (sorted[at]! < time) low = at + 1
    else high = at
  }
  return low
}
/** How many of the sorted values are at or below a time. */
function upTo(sorted: Float64Array, time: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const at = (low + high) >> 1
    if (sorted[at]! <= time) low = at + 1
    else high = at
  }
  return low
}

/** How many items of a lane touch a window: those that began by its end, less those that were over before its start. */
export const touchCount = ({ starts, ends }: LaneIndex<Placed>, { from, to }: Window): number => upTo(starts, to) - below(ends, from)

/** The items of a lane that touch a window, in the order of their middles. */
export function touching<Item extends Placed>({ items, froms, tos }: LaneIndex<Item>, { from, to }: Window): Item[] {
  const found: Item[] = []
  for (let at = 0; at < froms.length; at++) if (froms[at]! <= to && tos[at]! >= from) found.push(items[at]!)
  return found
}

export type Cell<Item> = { at: number; items: Item[] }

/**
 * The items of a lane that touch a window of whole cells, by the cell that holds their middle; what begins or ends
 * outside stands in the cell at the edge that it crosses. `cell` is in ms; every touching item is in exactly one.
 */
export function cellsOf<Item extends Placed>(index: LaneIndex<Item>, window: Window, cell: number): Cell<Item>[] {
  const { items, middles, froms, tos } = index
  const first = Math.floor(window.from / cell)
  const end = Math.ceil(window.to / cell)
  const [low, high] = [below(middles, first * cell), below(middles, end * cell)]
  const found: Cell<Item>[] = []
  for (let at = low; at < high; ) {
    const place = Math.floor(middles[at]! / cell)
    const next = Math.max(at + 1, below(middles, (place + 1) * cell))
    found.push({ at: place, items: items.slice(at, next) })
    at = next
  }
  // Counting first: in most windows nothing crosses an edge, and the list need not be walked.
  if (low > below(index.ends, first * cell)) {
    const before: Item[] = []
    for (let at = 0; at < low; at++) if (tos[at]! >= first * cell) before.push(items[at]!)
    join(found, first, before)
  }
  if (upTo(index.starts, end * cell) > high) {
    const after: Item[] = []
    for (let at = high; at < froms.length; at++) if (froms[at]! <= end * cell) after.push(items[at]!)
    join(found, end - 1, after)
  }
  return found
}

function join<Item>(cells: Cell<Item>[], at: number, more: Item[]) {
  if (more.length === 0) return
  const cell = cells.find((one) => one.at === at)
  if (cell) cell.items = [...cell.items, ...more]
  else cells.push({ at, items: more })
}
