import type { AnnotationType } from '#domain/incident/index.ts'

/** A run of marked words on one line of the paper, in px from the corner of its part. Letters stand on the `baseline`. */
export type Run = { left: number; right: number; top: number; bottom: number; baseline: number }

/** What is drawn of a mark: its fill, its fill when it is the current one, its line, the two lines of an own type. */
export type Shape = `${'fill' | 'now' | 'line' | 'own'}-${AnnotationType}` | 'line-suggested' | 'line-suggested-wide' | 'now-suggested'

/** Px from the baseline to the upper edge of a line (visual specification 1): Attribution lies lower, so that a mark inside it keeps its own. */
const below = 3
const belowOf: Partial<Record<Shape, number>> = { 'line-attribution': 6, 'line-suggested-wide': 7 }
const waves: readonly Shape[] = ['line-activity', 'line-assessment']
const doubles: readonly Shape[] = ['line-attribution', 'line-response']
/** Lines of one px; the others have two. */
const thin: readonly Shape[] = ['line-suggested-wide']
/** Half a wave of 6 px, 1.5 px high. */
const half = 3

const px = (value: number) => Math.round(value * 10) / 10
const level = (y: number, { left, right }: Run) => `M${px(left)} ${y}H${px(right)}`

function wave({ left, right }: Run, y: number): string {
  const halves = Math.max(1, Math.floor((right - left) / half))
  return `M${px(left)} ${y}q${half / 2} ${-half} ${half} 0${`t${half} 0`.repeat(halves - 1)}`
}

function lineOver(shape: Shape, run: Run): string {
  // Whole pixels, so that a line of one is one.
  const top = Math.round(run.baseline) + (belowOf[shape] ?? below)
  if (shape.startsWith('own-')) return level(top + 0.5, run) + level(Math.round(run.top) + 0.5, run)
  if (waves.includes(shape)) return wave(run, top + 1.5)
  if (doubles.includes(shape)) return level(top + 0.5, run) + level(top + 2.5, run)
  return level(top + (thin.includes(shape) ? 0.5 : 1), run)
}

const areaOf = ({ left, right, top, bottom }: Run) => `M${px(left)} ${px(top)}H${px(right)}V${px(bottom)}H${px(left)}z`

/** The path of one shape over runs of words: areas to be filled for fills, lines to be stroked for lines. */
export const pathOf = (shape: Shape, runs: readonly Run[]): string =>
  runs.map((run) => (shape.startsWith('fill-') || shape.startsWith('now-') ? areaOf(run) : lineOver(shape, run))).join('')

/** Neighbouring runs of one line as one, so that a mark has one line however many marks begin or end inside it. */
export function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && Math.abs(last.top - run.top) < 1 && Math.abs(last.right - run.left) < 1) out[out.length - 1] = { ...last, right: run.right }
    else out.push(run)
  }
  return out
}
