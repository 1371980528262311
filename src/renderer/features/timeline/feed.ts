import { bins, type Bin, type Placed } from './bins.ts'
import type { Window } from './marks.ts'

/** Marks given to vis at most: it measures each of them again in every frame, so that thousands take seconds. */
export const mostMarks = 120
const leastCell = 28

/** What vis is given of a window, and the stretch for which that holds. */
export type Feed<Item> = { bins: Bin<Item>[]; holds: Window }

/** The window and half of it on both sides, so that a drag finds something there already. */
export const around = ({ from, to }: Window): Window => ({ from: from - (to - from) / 2, to: to + (to - from) / 2 })
const everywhere: Window = { from: -Infinity, to: Infinity }

/**
 * Few items are all given, binned where their marks would touch. Of many only those in or near the window are, and when
 * they still are too many, those of one lane whose middles share a cell of time become one bin. Cells are powers of two
 * in ms and start at whole multiples of it, so that panning does not regroup them. An item in `alone` is never binned.
 * Every item that touches the window is in exactly one bin. `width` is the canvas in px for the window.
 */
export function feed<Item extends Placed>(items: readonly Item[], window: Window, width: number, alone: string | null): Feed<Item> {
  if (items.length <= mostMarks) return { bins: bins(items, window, width), holds: everywhere }
  const near = around(window)
  const inside = items.filter(({ from, to }) => to >= near.from && from <= near.to)
  const fine = inside.length <= mostMarks * 20 ? bins(inside, window, width) : null
  if (fine && fine.length <= mostMarks && !fine.some((bin) => bin.items.length > 1 && bin.items.some(({ key }) => key === alone))) return { bins: fine, holds: near }
  let cell = 2 ** Math.ceil(Math.log2((leastCell * (window.to - window.from)) / width))
  let found = cells(inside, cell, near, alone)
  while (found.length > mostMarks && cell < near.to - near.from) {
    cell *= 2
    found = cells(inside, cell, near, alone)
  }
  return { bins: found, holds: near }
}

function cells<Item extends Placed>(items: readonly Item[], cell: number, near: Window, alone: string | null): Bin<Item>[] {
  const found = new Map<string, Bin<Item>>()
  for (const item of items) {
    // What begins or ends far away is counted at the edge that it crosses.
    const middle = Math.min(near.to, Math.max(near.from, (item.from + item.to) / 2))
    const at = Math.floor(middle / cell)
    const id = item.key === alone ? item.key : `${item.lane}:${at}`
    const bin = found.get(id)
    if (bin) bin.items.push(item)
    else found.set(id, { id: item.key, items: [item], from: item.from, to: item.to })
    if (bin?.items.length === 2) Object.assign(bin, { id: `bin:${cell}:${id}`, from: at * cell, to: (at + 1) * cell })
  }
  return [...found.values()]
}
