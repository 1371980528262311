import type { Window } from './marks.ts'

/** What stands at one place of a lane: one item, or several whose marks would touch. `from` and `to` in ms. */
export type Bin<Item> = { id: string; items: Item[]; from: number; to: number }
/** `id` is the mark's own: an item that stands in several lanes has the same `key` in each. */
export type Placed = { id: string; key: string; lane: string; from: number; to: number }

/** Marks of one lane that would stand closer than this (px, middle to middle) become one bin. */
const tooClose = 10
/** Wider marks (px) are bars: they get rows of their own and are never binned. */
const widestMark = 14
/** A bin covers no more than its own width (px), so that a crowd becomes several bins. */
const binWidth = 28
/** Where a day is wider than this (px), only events of one day still touch; they stand below each other instead. */
const openDay = 36
const day = 86_400_000

const nobody: ReadonlySet<string> = new Set()

/**
 * Groups the marks of each lane that would stand too close at this zoom. Every item is in exactly one bin.
 * `width` is the canvas in px for the window; what is in `alone` stays by itself.
 */
export function bins<Item extends Placed>(items: readonly Item[], window: Window, width: number, alone: ReadonlySet<string> = nobody): Bin<Item>[] {
  const scale = width / (window.to - window.from)
  const middle = (item: Item) => ((item.from + item.to) / 2) * scale
  const apart = day * scale >= openDay
  const all: Bin<Item>[] = []
  const open = new Map<string, { first: number; last: number; bin: Bin<Item> }>()
  for (const item of items.toSorted((a, b) => a.from + a.to - (b.from + b.to))) {
    const small = (item.to - item.from) * scale <= widestMark && !alone.has(item.key)
    const at = middle(item)
    const before = open.get(item.lane)
    if (small && !apart && before && at - before.last < tooClose && at - before.first <= binWidth) {
      join(before.bin, item)
      before.last = at
      continue
    }
    const bin = { id: item.id, items: [item], from: item.from, to: item.to }
    all.push(bin)
    if (small) open.set(item.lane, { first: at, last: at, bin })
  }
  return all
}

function join<Item extends Placed>(bin: Bin<Item>, item: Item) {
  bin.items.push(item)
  bin.from = Math.min(bin.from, item.from)
  bin.to = Math.max(bin.to, item.to)
  bin.id = `bin:${bin.items[0]!.id}`
}
