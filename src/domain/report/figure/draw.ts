import { boundsOf } from '../../dates/index.ts'
import type { FigureItem, ReportLanguage, TimelineFigure } from '../document.ts'
import { stringsOf, type Strings } from '../strings.ts'
import { yearAxis } from './axis.ts'
import { drawing, scaleOf, type, type Scale } from './geometry.ts'
import { wrap } from './labels.ts'
import { drawLane, type Entry, type Legend } from './lane.ts'
import { drawLegend } from './legend.ts'
import { markAt } from './marks.ts'
import { dayName, panelsOf, yearsOf, type Crowd, type Panels } from './panels.ts'
import { bandDefs, drawPeriods } from './periods.ts'
import { element, grey, hairline, hatchPattern, ink, line, text } from './svg.ts'
import type { Measure } from './widths.ts'

const day = 86_400_000

/** A finished drawing: 174 mm wide, `height` mm high, as SVG content without the outer element. */
export type Drawing = { svg: string; height: number }

type Pen = { figure: TimelineFigure; panels: Panels; strings: Strings; language: ReportLanguage; measure: Measure; legend: Legend }

const isPublic = (item: FigureItem) => ['attribution', 'diplomatic', 'legal', 'media'].includes(item.lane)

/** Lanes of the panel of years. With a panel of days, public acts share one lane, because days tell them apart. */
function lanesOf({ panels, strings, language }: Pen): { name: string; entries: Entry[] }[] {
  const { lanes } = strings.drawing
  const entry = (item: FigureItem): Entry => ({ item, label: item.title })
  const rest = panels.years.filter((item) => !item.context)
  const context = { name: lanes.context, entries: panels.years.filter((item) => item.context).map(entry) }
  const named = (lane: FigureItem['lane']) => ({ name: lanes[lane], entries: rest.filter((item) => item.lane === lane).map(entry) })
  if (panels.days === null) return [context, ...(['activity', 'detection', 'attribution', 'diplomatic', 'legal', 'media'] as const).map(named)]
  const acts = { name: lanes.acts, entries: [...rest.filter(isPublic).map(entry), ...summaries(panels.days, strings, language)] }
  return [context, named('activity'), named('detection'), acts]
}

/** One mark in the panel of years for the most crowded day; the bracket below shows where the other days are. */
function summaries(days: NonNullable<Panels['days']>, strings: Strings, language: ReportLanguage): Entry[] {
  const largest = days.crowds.toSorted((a, b) => b.items.length - a.items.length)[0]
  const item = largest?.items[0]
  if (largest === undefined || item === undefined) return []
  return [{ item: { ...item, key: '' }, label: strings.drawing.seeB(dayName(largest.day, language), largest.items.length), strong: true }]
}

const laneName = (name: string, y: number) => text(drawing.lanes, y + 3.1, name, { weight: 600 })

/** Panel A: whole years. */
function drawYears(pen: Pen, top: number): Drawing {
  const { figure, panels, strings, measure, legend } = pen
  const years = yearsOf(figure.items)
  if (years === null) return { svg: '', height: 0 }
  const scale = scaleOf(Date.UTC(years.first, 0, 1), Date.UTC(years.last + 1, 0, 1))
  const zero = figure.zero === null ? null : (boundsOf(figure.zero).earliest ?? null)
  const lineAt = zero === null || zero < scale.from || zero > scale.to ? null : scale.x(zero)
  const title = panels.days === null ? '' : text(0, top + 2.6, strings.drawing.panel('A', String(years.first), String(years.last)), { size: type.title, weight: 600 })
  const axis = top + (panels.days === null ? 4.4 : 6.6)
  let y = axis + (years.last - years.first < 2 ? 3.6 : 0.9)
  const periods = drawPeriods(figure.periods ?? [], scale, y, true, measure)
  if (periods.height > 0) legend.periods = true
  const parts: string[] = periods.height === 0 ? [] : [laneName(strings.drawing.periods, y), periods.svg]
  y += periods.height
  for (const lane of lanesOf(pen).filter(({ entries }) => entries.length > 0)) {
    const drawn = drawLane(lane.entries, scale, y, lineAt, measure, legend)
    parts.push(parts.length === 0 ? '' : line(0, y - 0.2, drawing.width, y - 0.2), laneName(lane.name, y), drawn.svg)
    y += drawn.height
  }
  const zeroLine = lineAt === null ? '' : line(lineAt, axis, lineAt, y, { stroke: ink, 'stroke-width': 0.25 })
  const foot = panels.days === null ? zeroFoot(pen, lineAt, y) : bracket(panels.days, scale, y)
  return { svg: [periods.bands(y), title, yearAxis(years, scale, axis, y, strings.drawing.months), zeroLine, ...parts, foot.svg].join(''), height: y - top + foot.height }
}

/** Names the line of day zero where no panel of days does. */
function zeroFoot({ figure, language, measure }: Pen, lineAt: number | null, y: number): Drawing {
  const zero = figure.zero === null ? null : boundsOf(figure.zero).earliest
  if (lineAt === null || zero === null) return { svg: line(0, y, drawing.width, y, { stroke: ink, 'stroke-width': 0.2 }), height: 1.5 }
  const words = `D+0 = ${dayName(zero, language)}`
  const half = measure(words, type.size) / 2
  const x = Math.min(Math.max(lineAt, drawing.plotLeft + half), drawing.plotRight - half)
  return { svg: `${line(0, y, drawing.width, y, { stroke: ink, 'stroke-width': 0.2 })}${text(x, y + 3.2, words, { fill: grey, anchor: 'middle' })}`, height: 5 }
}

/** Shows on the years what stretch the panel of days covers. */
function bracket(days: NonNullable<Panels['days']>, scale: Scale, y: number): Drawing {
  const left = scale.x(days.from)
  const right = Math.min(drawing.plotRight, Math.max(scale.x(days.to), left + 2))
  const stroke = { stroke: ink, 'stroke-width': 0.25 }
  const middle = Math.min((left + right) / 2, drawing.plotRight - 1)
  return { svg: [line(left, y, left, y + 1.8, stroke), line(left, y + 1.8, right, y + 1.8, stroke), line(right, y, right, y + 1.8, stroke), text(middle, y + 4.8, 'B', { weight: 600, anchor: 'middle' })].join(''), height: 5.4 }
}

/** At most eight ticks, at whole months of thirty days where days allow it. */
function ticks(days: NonNullable<Panels['days']>): number[] {
  const span = (days.to - days.from) / day
  const step = [5, 10, 30, 60, 90, 180].find((width) => span / width <= 8) ?? 365
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => index * step)
}

function dayAxis({ figure, language, measure }: Pen, days: NonNullable<Panels['days']>, scale: Scale, axis: number): string {
  const zero = figure.zero === null ? null : (boundsOf(figure.zero).earliest ?? null)
  const words = (offset: number) => {
    const instant = days.from + offset * day
    const name = dayName(instant, language)
    const short = name.replace(/\s\d{4}$/, '')
    return zero === null ? short : `${short}, D${instant >= zero ? '+' : '−'}${Math.abs(Math.round((instant - zero) / day))}`
  }
  const parts = ticks(days).map((offset) => {
    const x = scale.x(days.from + offset * day)
    const half = measure(words(offset), type.size) / 2
    return `${line(x, axis, x, axis + 0.9, { stroke: ink, 'stroke-width': 0.2 })}${text(Math.min(Math.max(x, drawing.plotLeft + half - 1), drawing.plotRight - half), axis - 1.2, words(offset), { fill: grey, anchor: 'middle' })}`
  })
  return `${line(drawing.plotLeft, axis, drawing.plotRight, axis, { stroke: ink, 'stroke-width': 0.2 })}${parts.join('')}`
}

const listStep = 3.9

/** The acts of one day one under another: their order within the day is not known. */
function drawCrowd({ strings, language, measure, legend }: Pen, crowd: Crowd, scale: Scale, top: number): Drawing {
  const x = scale.x(crowd.day)
  const toLeft = x > (drawing.plotLeft + drawing.plotRight) / 2
  const width = (toLeft ? x - drawing.plotLeft : drawing.plotRight - x) - 3.5
  let y = top + 1.2
  const rows = crowd.items.map((item) => {
    const lines = wrap(item.title, width, measure)
    const words = lines.map((part, index) => text(x + (toLeft ? -3 : 3), y + 2.7 + index * type.line, part, toLeft ? { anchor: 'end' } : {}))
    const svg = element('g', { 'data-key': item.key }, markAt(item.kind, x, y + 1.85), ...words)
    legend.marks.add(item.kind)
    y += listStep + (lines.length - 1) * type.line
    return svg
  })
  const height = Math.max(y - top, 12) + 0.8
  const side = [text(0, top + 3.9, dayName(crowd.day, language), { weight: 600 }), ...strings.drawing.orderUnknown.map((words, index) => text(0, top + 7.2 + index * 3.3, words, { fill: grey }))]
  return { svg: [line(x, top, x, y, { stroke: ink, 'stroke-width': 0.25 }), ...rows, ...side].join(''), height }
}

/** Panel B: days, counted from day zero. */
function drawDays(pen: Pen, days: NonNullable<Panels['days']>, top: number): Drawing {
  const { strings, language, measure, legend } = pen
  const margin = (days.to - days.from) / 40
  const scale = scaleOf(days.from - margin, days.to + margin)
  const title = text(0, top + 2.6, strings.drawing.panel('B', dayName(days.from, language), dayName(days.to, language)), { size: type.title, weight: 600 })
  const axis = top + 8.2
  let y = axis + 0.6
  const periods = drawPeriods(pen.figure.periods ?? [], scale, y, false, measure)
  if (periods.height > 0) legend.periods = true
  const parts: string[] = periods.height === 0 ? [] : [laneName(strings.drawing.periods, y), periods.svg]
  y += periods.height
  for (const crowd of days.crowds) {
    const drawn = drawCrowd(pen, crowd, scale, y)
    parts.push(parts.length === 0 ? '' : line(0, y, drawing.width, y), drawn.svg)
    y += drawn.height
  }
  if (days.others.length > 0) {
    const lane = drawLane(days.others.map((item) => ({ item, label: item.title })), scale, y + 0.4, null, measure, legend)
    parts.push(days.crowds.length === 0 ? '' : line(0, y, drawing.width, y, { stroke: hairline }), days.crowds.length === 0 ? '' : laneName(strings.drawing.later, y + 0.4), lane.svg)
    y += lane.height + 0.6
  }
  return { svg: `${periods.bands(y)}${title}${dayAxis(pen, days, scale, axis)}${parts.join('')}${line(0, y, drawing.width, y, { stroke: ink, 'stroke-width': 0.2 })}`, height: y - top }
}

function drawUndated({ figure, panels, strings, measure }: Pen, top: number): Drawing {
  const periods = (figure.periods ?? []).filter(({ edtf }) => edtf === null)
  const undated = [...panels.undated.map(({ key, title }) => ({ title, as: { 'data-key': key } })), ...periods.map(({ key, title }) => ({ title: strings.drawing.undatedPeriod(title), as: { 'data-period': key } }))]
  if (undated.length === 0) return { svg: '', height: 0 }
  let y = top
  const rows = undated.map(({ title, as }) => {
    const lines = wrap(title, drawing.plotRight - drawing.plotLeft, measure)
    const svg = element('g', as, ...lines.map((words, index) => text(drawing.plotLeft, y + 3.2 + index * type.line, words)))
    y += lines.length * type.line + 0.3
    return svg
  })
  y += 1.2
  return { svg: [laneName(strings.drawing.noDate, top + 0.1), ...rows, line(0, y, drawing.width, y, { stroke: ink, 'stroke-width': 0.2 })].join(''), height: y - top }
}

/** The timeline at the precision of its dates: years, days where they are needed, undated records, legend. */
export function drawTimeline(figure: TimelineFigure, language: ReportLanguage, measure: Measure): Drawing {
  const strings = stringsOf(language)
  const panels = panelsOf(figure)
  const pen: Pen = { figure, panels, strings, language, measure, legend: { dates: new Set(), marks: new Set() } }
  const years = drawYears(pen, 0)
  const days = panels.days === null ? { svg: '', height: 0 } : drawDays(pen, panels.days, years.height + 0.4)
  const undatedTop = years.height + days.height + 0.6
  const undated = drawUndated(pen, undatedTop)
  const legendTop = undatedTop + undated.height + 0.8
  const legend = drawLegend(pen.legend, strings, legendTop, measure)
  return { svg: `${hatchPattern()}${pen.legend.periods ? bandDefs() : ''}${years.svg}${days.svg}${undated.svg}${legend.svg}`, height: legendTop + legend.height + 0.5 }
}
