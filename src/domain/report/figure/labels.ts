import { drawing, mark, overlap, type, type Box } from './geometry.ts'
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

/** A label to place: its lines, its width with the sign before it, and the stretch of the shape it names. */
export type Label = { lines: readonly string[]; width: number; left: number; right: number; top: number }
export type Placed = { x: number; y: number; align: 'start' | 'end' }

const clearance = 1
const gap = 1.2
/** A lane grows as long as it must; this only guards against a loop without end. */
const lowest = 400

/** Right of the shape, left of it, below from its start, below to its end, then line by line lower, then at the edges. */
function* places(label: Label, lineAt: number | null): Generator<{ x: number; y: number }> {
  const { left, right, width, top } = label
  const beside = top + 0.55
  yield { x: right + gap, y: beside }
  yield { x: left - gap - width, y: beside }
  const stops = [left, right - width, ...(lineAt === null ? [] : [lineAt - clearance - width, lineAt + clearance]), drawing.plotRight - width, drawing.plotLeft]
  for (let step = 0; step < lowest; step += 1) for (const x of stops) yield { x, y: top + 4 + step * type.line }
}

export const heightOf = (lines: readonly string[]) => lines.length * type.line

/** The first free place inside the plot, off every box and off the line of day zero; a label is never dropped. */
export function place(label: Label, taken: readonly Box[], lineAt: number | null): Placed {
  const height = heightOf(label.lines) - 0.2
  const zeroLine: Box[] = lineAt === null ? [] : [{ x: lineAt - 0.1, y: -1e4, width: 0.2, height: 1e5 }]
  for (const { x, y } of places(label, lineAt)) {
    const box = { x, y, width: label.width, height }
    const inside = x >= drawing.plotLeft - 0.01 && x + label.width <= drawing.plotRight + 0.01
    if (inside && !taken.some((other) => overlap(box, other, clearance)) && !zeroLine.some((other) => overlap(box, other, 0.6))) return { x, y, align: x + label.width <= label.left ? 'end' : 'start' }
  }
  return { x: drawing.plotLeft, y: label.top + lowest * type.line, align: 'start' }
}

/** How wide a label may be so that some side of the day-zero line can hold it. */
export function widestLabel(lineAt: number | null): number {
  const sides = lineAt === null ? drawing.plotRight - drawing.plotLeft : Math.max(lineAt - drawing.plotLeft, drawing.plotRight - lineAt)
  return Math.max(18, Math.min(64, sides - 3 - mark.width))
}
