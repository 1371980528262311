import { bins, type Bin, type Placed } from './bins.ts'
import { cellsOf, touchCount, touching, type LodIndex } from './lod.ts'
import type { Window } from './marks.ts'

/** Marks given to vis at most: it measures each of them again in every frame, so that thousands take seconds. */
export const mostMarks = 120
/** So many are still looked at one by one: marks that stand apart stay themselves, and only crowds become bins. */
const mostSingly = 960
/** A bin is never narrower than its own figure, in px. */
const leastCell = 28

/** What vis is given of a window, and the stretch for which that holds. */
export type Feed<Item> = { bins: Bin<Item>[]; holds: Window }

/** The window and a part of it on both sides, so that a drag finds something there already. */
export const around = ({ from, to }: Window, part: number): Window => ({ from: from - (to - from) * part, to: to + (to - from) * part })
const everywhere: Window = { from: -Infinity, to: Infinity }

/**
 * Few items are all given, binned where their marks would touch. Of many only those in or near the window are, and when
 * they still are too many, those of one lane whose middles share a cell of time become one bin. Cells are powers of two
 * in ms and start at whole multiples of it, so that panning does not regroup them. What is in `alone` is never binned.
 * Every item of these lanes that touches `holds` is in exactly one bin. `width` is the canvas in px for the window.
 */
export function feed<Item extends Placed>(index: LodIndex<Item>, lanes: readonly string[], window: Window, width: number, alone: ReadonlySet<string>): Feed<Item> {
  const wanted = lanes.flatMap((lane) => index.lanes.get(lane) ?? [])
  if (index.size <= mostMarks) return { bins: bins(wanted.flatMap(({ items }) => items), window, width, alone), holds: everywhere }
  const near = around(window, 0.5)
  if (wanted.reduce((sum, lane) => sum + touchCount(lane, near), 0) <= mostSingly) {
    const fine = bins(wanted.flatMap((lane) => touching(lane, near)), window, width, alone)
    if (fine.length <= mostMarks) return { bins: fine, holds: near }
  }
  const close = around(window, 0.25)
  let cell = 2 ** Math.ceil(Math.log2((leastCell * (window.to - window.from)) / width))
  for (;;) {
    const holds = { from: Math.floor(close.from / cell) * cell, to: Math.ceil(close.to / cell) * cell }
    const found = wanted.flatMap((lane) => cellsOf(lane, holds, cell).flatMap(({ at, items }) => binsOfCell(items, lane.lane, cell, at, alone)))
    if (found.length <= mostMarks || cell > close.to - close.from) return { bins: found, holds }
    cell *= 2
  }
}

function binsOfCell<Item extends Placed>(items: Item[], lane: string, cell: number, at: number, alone: ReadonlySet<string>): Bin<Item>[] {
  const itself = (item: Item): Bin<Item> => ({ id: item.id, items: [item], from: item.from, to: item.to })
  const out = alone.size === 0 ? [] : items.filter(({ key }) => alone.has(key))
  const rest = out.length === 0 ? items : items.filter(({ key }) => !alone.has(key))
  const [first] = rest
  if (!first) return out.map(itself)
  const one: Bin<Item> = rest.length === 1 ? itself(first) : { id: `bin:${cell}:${lane}:${at}`, items: rest, from: at * cell, to: (at + 1) * cell }
  return [...out.map(itself), one]
}
