import { mark, pagePlot, type, type Plot, type Taken } from './geometry.ts'
import type { Measure, Weight } from './widths.ts'

/** Breaks words into lines no wider than `width`; a single longer word is cut rather than let out of the plot. */
export function wrap(words: string, width: number, measure: Measure, size: number = type.size, weight: Weight = 400): string[] {
  const lines: string[] = []
  for (const word of words.split(/[ \t\n]+/).filter((part) => part !== '').flatMap((part) => pieces(part, width, measure, size, weight))) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`, size, weight) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function pieces(word: string, width: number, measure: Measure, size: number, weight: Weight): string[] {
  if (measure(word, size, weight) <= width) return [word]
  const parts: string[] = ['']
  for (const character of word) {
    const last = parts.at(-1) ?? ''
    if (last !== '' && measure(last + character, size, weight) > width) parts.push(character)
    else parts[parts.length - 1] = last + character
  }
  return parts
}

/** A label to place: its lines at several widths (widest first) with the sign before them, and the stretch of the shape it names. */
export type Setting = { lines: readonly string[]; width: number }
export type Label = { settings: readonly [Setting, ...Setting[]]; left: number; right: number; top: number }
export type Placed = Setting & { x: number; y: number; align: 'start' | 'end' }

const clearance = 1
const gap = 1.2
/** A lane grows as long as it must; this only guards against a loop without end. */
const lowest = 400

type Place = { x: number; y: number; setting: Setting }

/** Lines below the shape that are tried before a label moves to an edge of the plot, away from its shape. */
const near = 9

/** Right of the shape or left of it, in fewer or more lines; below from its start, below to its end, lower; then at the edges. */
function* places({ left, right, top, settings }: Label, lineAt: number | null, plot: Plot): Generator<Place> {
  for (const setting of settings) {
    yield { x: right + gap, y: top + 0.55, setting }
    yield { x: left - gap - setting.width, y: top + 0.55, setting }
  }
  const lower = (step: number) => top + 4 + step * type.line
  for (const setting of settings) {
    for (let step = 0; step < near; step += 1) for (const x of [left, right - setting.width]) yield { x, y: lower(step), setting }
  }
  const [setting] = settings
  const edges = [...(lineAt === null ? [] : [lineAt - clearance - setting.width, lineAt + clearance]), plot.right - setting.width, plot.left]
  for (let step = 0; step < lowest; step += 1) for (const x of [left, right - setting.width, ...edges]) yield { x, y: lower(step), setting }
}

export const heightOf = (lines: readonly string[]) => lines.length * type.line

/** The first free place inside the plot, off every box and off the line of day zero; a label is never dropped. */
export function place(label: Label, taken: Taken, lineAt: number | null, plot: Plot = pagePlot): Placed {
  for (const { x, y, setting } of places(label, lineAt, plot)) {
    const box = { x, y, width: setting.width, height: heightOf(setting.lines) - 0.2 }
    const inside = x >= plot.left - 0.01 && x + setting.width <= plot.right + 0.01
    const onLine = lineAt !== null && x < lineAt + 0.7 && x + setting.width > lineAt - 0.7
    if (inside && !onLine && !taken.hits(box, clearance)) return { ...setting, x, y, align: x + setting.width <= label.right + 0.01 && x < label.left ? 'end' : 'start' }
  }
  return { ...label.settings[0], x: plot.left, y: label.top + lowest * type.line, align: 'start' }
}

/** How wide a label may be so that some side of the day-zero line can hold it. */
export function widestLabel(lineAt: number | null, plot: Plot = pagePlot): number {
  const sides = lineAt === null ? plot.right - plot.left : Math.max(lineAt - plot.left, plot.right - lineAt)
  return Math.max(18, Math.min(64, sides - 3 - mark.width))
}
