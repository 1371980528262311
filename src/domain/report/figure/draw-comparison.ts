import { number } from '../../compare/index.ts'
import type { ReportLanguage } from '../document.ts'
import { stringsOf } from '../strings.ts'
import { axisLine, dayAxis, yearAxis } from './axis.ts'
import type { ComparisonFigure, ComparisonGroup } from './comparison-figure.ts'
import { comparisonStrings } from './comparison-strings.ts'
import type { Drawing } from './draw.ts'
import { drawing, pagePlot, scaleOf, shifted, type Plot, type Scale } from './geometry.ts'
import { wrap } from './labels.ts'
import { drawLane, type Legend } from './lane.ts'
import { drawLegend } from './legend.ts'
import { stretch, yearsOf } from './panels.ts'
import { element, grey, hatchPattern, ink, line, rectangle, text } from './svg.ts'
import type { Measure } from './widths.ts'

const day = 86_400_000

type Pen = { language: ReportLanguage; measure: Measure; legend: Legend; plot: Plot }

/** The stretch of a case on its own axis, in ms from its zero. */
function reachOf(group: ComparisonGroup): { from: number; to: number } | null {
  const zero = group.zero?.instant ?? 0
  const parts = group.lanes.flatMap(({ items }) => items.flatMap((item) => stretch(item) ?? []))
  return parts.length === 0 ? null : { from: Math.min(...parts.map(({ from }) => from)) - zero, to: Math.max(...parts.map(({ to }) => to)) - zero }
}

/** How many times longer than the second one a case may be before the axis ends without it. */
const outlier = 2.5

/** The longest reach to one side, unless one case alone would press all others together. */
function farthest(reaches: readonly number[]): number {
  const [first = 0, second = first] = reaches.map((reach) => Math.max(0, reach)).toSorted((a, b) => b - a)
  return second > 0 && first > second * outlier ? second * 1.15 : first
}

const labelRoom = 30

/** The shared axis of days: all cases, with a margin at both sides. */
function dayScale(groups: readonly ComparisonGroup[], plot: Plot): Scale {
  const reaches = groups.filter(({ zero }) => zero !== null).flatMap((group) => reachOf(group) ?? [])
  const zeros = groups.flatMap(({ zero }) => zero?.reach ?? []).map((reach) => reach * day)
  const before = farthest([...reaches.map(({ from }) => -from), ...zeros])
  const after = farthest([...reaches.map(({ to }) => to), ...zeros])
  const span = Math.max(before + after, 30 * day)
  // Most acts lie after day zero, near the right end: their names need room there.
  return scaleOf(-before - span * 0.02, after + (span * labelRoom) / (plot.right - plot.left - labelRoom), plot)
}

/** Day zero that is a stretch: a bracket on the line says how far the case may shift. */
function zeroBracket({ zero }: ComparisonGroup, scale: Scale, y: number, { measure }: Pen): string {
  if (zero === null || zero.reach === 0) return ''
  const [left, right] = [Math.max(scale.plot.left, scale.x(-zero.reach * day)), Math.min(scale.plot.right, scale.x(zero.reach * day))]
  const stroke = { stroke: ink, 'stroke-width': 0.25 }
  const width = measure(zero.words, 2.54)
  const x = right + 1 + width <= scale.plot.right ? right + 1 : left - 1 - width
  return [line(left, y, right, y, stroke), line(left, y - 0.9, left, y + 0.9, stroke), line(right, y - 0.9, right, y + 0.9, stroke), `${rectangle(x - 0.4, y - 1.6, width + 0.8, 3.3, { fill: '#ffffff' })}${text(x, y + 0.9, zero.words, { fill: grey })}`].join('')
}

/** The name of a case with what its day zero is; a case without lanes says why. */
function groupHead(group: ComparisonGroup, y: number, scale: Scale, pen: Pen): { svg: string; height: number } {
  const { measure, plot } = pen
  const title = wrap(group.title, plot.width - 1, measure, 2.54, 600)
  const after = measure(title.at(-1) ?? '', 2.54, 600) + 2.2
  const beside = after + measure(group.note, 2.54) <= plot.width
  const words = [...title.map((line, row) => ({ x: 0, row, line, weight: 600 as const })), ...(group.note === '' ? [] : [{ x: beside ? after : 0, row: title.length - (beside ? 1 : 0), line: group.note, weight: 400 as const }])]
  const right = Math.max(...words.map(({ x, line, weight }) => x + measure(line, 2.54, weight)))
  const rows = Math.max(...words.map(({ row }) => row)) + 1
  // The bracket stands beside the words where there is room, else on a line of its own.
  const lower = group.zero !== null && group.zero.reach > 0 && right + 2 > scale.x(-group.zero.reach * day)
  const drawn = words.map(({ x, row, line, weight }) => `${rectangle(x - 0.4, y + 0.7 + row * 3.4, measure(line, 2.54, weight) + 0.8, 3.3, { fill: '#ffffff' })}${text(x, y + 3.2 + row * 3.4, line, { weight, fill: weight === 600 ? ink : grey })}`)
  const bracketY = y + 2.3 + (lower ? rows * 3.4 : 0)
  return { svg: `${drawn.join('')}${zeroBracket(group, scale, bracketY, pen)}`, height: (rows + (lower ? 1 : 0)) * 3.4 + 1.2 }
}

function drawGroup(group: ComparisonGroup, y: number, scale: Scale, lineAt: number | null, pen: Pen): { svg: string; height: number } {
  const head = groupHead(group, y, scale, pen)
  const own = group.zero === null ? scale : shifted(scale, group.zero.instant)
  let at = y + head.height
  const lanes = group.lanes.map((lane) => {
    const drawn = drawLane(lane.items.map((item) => ({ item, label: item.title })), own, at, lineAt, pen.measure, pen.legend, true)
    const svg = `${text(drawing.lanes + 1.5, at + 3.1, lane.name, { fill: grey })}${drawn.svg}`
    at += drawn.height
    return svg
  })
  return { svg: element('g', { 'data-case': group.id }, head.svg, ...lanes), height: at - y + (group.lanes.length === 0 ? 0.6 : 0.2) }
}

/**
 * Several cases under each other on one axis: the calendar, or days counted from one milestone of each.
 * @param plot how wide to draw; the page of the report unless said otherwise
 * @returns also the ruler alone, for a screen on which the cases scroll below it
 */
export function drawComparison(figure: ComparisonFigure, language: ReportLanguage, measure: Measure, plot: Plot = pagePlot): Drawing & { ruler: string; rulerHeight: number } {
  const { alignment, groups } = figure
  const pen: Pen = { language, measure, legend: { dates: new Set(), marks: new Set() }, plot }
  const months = stringsOf(language).drawing.months
  const years = yearsOf(groups.flatMap(({ lanes }) => lanes.flatMap(({ items }) => items)))
  const absolute = alignment === 'absolute'
  const scale = absolute ? scaleOf(Date.UTC(years?.first ?? 2000, 0, 1), Date.UTC((years?.last ?? 2000) + 1, 0, 1), plot) : dayScale(groups, plot)
  const counted = !absolute && groups.some(({ zero }) => zero !== null)
  const lineAt = counted ? scale.x(0) : null
  const axis = 5
  let y = axis + (absolute && years !== null && years.last - years.first < 2 ? 3.6 : 0.6)
  const parts = groups.map((group, index) => {
    const drawn = drawGroup(group, y, scale, lineAt, pen)
    const rule = index === 0 ? '' : line(0, y - 0.1, plot.width, y - 0.1)
    y += drawn.height
    return rule + drawn.svg
  })
  const axisSvg = absolute ? (years === null ? '' : yearAxis(years, scale, axis, y, months)) : counted ? dayAxis(scale, axis, y, comparisonStrings[language].zero[alignment], (value) => number(value, language), measure) : axisLine(scale, axis)
  const foot = line(0, y, plot.width, y, { stroke: ink, 'stroke-width': 0.2 })
  const legend = drawLegend(pen.legend, stringsOf(language), y + 1, measure, plot)
  return { svg: [hatchPattern(), axisSvg, ...parts, foot, legend.svg].join(''), height: y + 1 + legend.height + 0.5, ruler: axisSvg, rulerHeight: axis + 0.3 }
}

/** The years or days that a comparison covers, for the frame of a picture. */
export const comparisonYears = (figure: ComparisonFigure): { first: number; last: number } | null => yearsOf(figure.groups.flatMap(({ lanes }) => lanes.flatMap(({ items }) => items)))
