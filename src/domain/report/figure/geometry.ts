/** All measures in millimetres on a drawing 174 wide (design/report/report-spec.md, 4). */
export type Box = { x: number; y: number; width: number; height: number }

export const drawing = { width: 174, lanes: 0, plotLeft: 27, plotRight: 173.5 } as const
/** Where time is drawn: between `left` and `right` of a drawing `width` wide; names of lanes stand before it. */
export type Plot = { width: number; left: number; right: number }
export const pagePlot: Plot = { width: drawing.width, left: drawing.plotLeft, right: drawing.plotRight }
/** A plot as wide as a screen or a slide allows; it keeps the column of lane names. */
export const plotOf = (width: number): Plot => ({ width, left: drawing.plotLeft, right: width - (drawing.width - drawing.plotRight) })
export const bar = { height: 2.8, row: 4.4 } as const
export const type = { size: 2.54, title: 2.89, line: 3.4 } as const
export const mark = { width: 3.2 } as const
export const openEnd = 12

export const overlap = (a: Box, b: Box, clearance: number): boolean =>
  a.x < b.x + b.width + clearance && b.x < a.x + a.width + clearance && a.y < b.y + b.height && b.y < a.y + a.height

/** Places already taken, kept by bands of height so that a crowded lane stays quick. */
export type Taken = { add: (box: Box) => void; hits: (box: Box, clearance: number) => boolean }

const band = 4

export function takenPlaces(boxes: readonly Box[] = []): Taken {
  const bands = new Map<number, Box[]>()
  const bandsOf = ({ y, height }: Box) => Array.from({ length: Math.floor((y + height) / band) - Math.floor(y / band) + 1 }, (_, index) => Math.floor(y / band) + index)
  const add = (box: Box) => {
    for (const key of bandsOf(box)) {
      const list = bands.get(key)
      if (list === undefined) bands.set(key, [box])
      else list.push(box)
    }
  }
  for (const box of boxes) add(box)
  return { add, hits: (box, clearance) => bandsOf(box).some((key) => bands.get(key)?.some((other) => overlap(box, other, clearance)) === true) }
}

/** Places of time on the plot: x in mm of an instant in ms. */
export type Scale = { from: number; to: number; plot: Plot; x: (instant: number) => number }

export function scaleOf(from: number, to: number, plot: Plot = pagePlot): Scale {
  const span = Math.max(1, to - from)
  return { from, to, plot, x: (instant) => plot.left + ((instant - from) / span) * (plot.right - plot.left) }
}

/** The same plot for dates that are counted from another zero. */
export const shifted = (scale: Scale, zero: number): Scale => ({ ...scale, x: (instant) => scale.x(instant - zero) })
