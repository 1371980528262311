import { drawing, type Scale } from './geometry.ts'
import { grey, ink, line, text } from './svg.ts'
import type { Measure } from './widths.ts'

/** Whole years: names centred between hairlines; months where there is room for them. */
export function yearAxis({ first, last }: { first: number; last: number }, scale: Scale, top: number, bottom: number, months: readonly string[]): string {
  const count = last - first + 1
  const every = Math.ceil(count / Math.floor((scale.plot.right - scale.plot.left) / 10.4))
  const list = Array.from({ length: count }, (_, index) => first + index)
  const at = (year: number, month = 0) => scale.x(Date.UTC(year, month, 1))
  const names = list.filter((_, index) => index % every === 0).map((year) => text((at(year) + at(year + 1)) / 2, top - 1.4, String(year), { fill: grey, anchor: 'middle' }))
  const monthLines = count > 2 ? [] : list.flatMap((year) => [3, 6, 9].map((month) => line(at(year, month), top, at(year, month), bottom, { 'stroke-dasharray': '0.4 0.8' })))
  const monthNames = count > 2 ? [] : list.flatMap((year) => (count === 1 ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] : [0, 3, 6, 9]).map((month) => text(at(year, month) + 0.6, top + 2.6, months[month] ?? '', { fill: grey })))
  const rules = [...list, last + 1].filter((_, index) => index % every === 0).map((year) => line(at(year), top, at(year), bottom))
  return [...names, ...rules, ...monthLines, ...monthNames, axisLine(scale, top)].join('')
}

export const axisLine = ({ plot }: Scale, y: number): string => line(plot.left, y, plot.right, y, { stroke: ink, 'stroke-width': 0.2 })

const steps = [5, 10, 30, 60, 100, 200, 300, 500, 1000, 2000, 5000, 10_000, 50_000]
const day = 86_400_000

/** Days from zero: at most one tick in sixteen millimetres, at whole steps; zero itself is named in full. */
export function dayAxis(scale: Scale, top: number, bottom: number, zeroName: string, number: (days: number) => string, measure: Measure): string {
  const [from, to] = [scale.from / day, scale.to / day]
  const room = Math.max(2, Math.floor((scale.plot.right - scale.plot.left) / 16))
  const step = steps.find((width) => (to - from) / width <= room) ?? 100_000
  const first = Math.ceil(from / step) * step
  const ticks = Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step)
  const zero = scale.x(0)
  const half = measure(zeroName, 2.54, 600) / 2
  const nameAt = Math.min(Math.max(zero, drawing.plotLeft + half), scale.plot.right - half)
  const parts = ticks.filter((tick) => tick !== 0).map((tick) => {
    const x = scale.x(tick * day)
    const words = `${tick > 0 ? '+' : ''}${number(tick)}`
    const width = measure(words, 2.54) / 2
    const free = Math.abs(x - nameAt) > half + width + 1.5 && x + width <= scale.plot.right && x - width >= scale.plot.left - 6
    return `${line(x, top, x, bottom)}${free ? text(x, top - 1.4, words, { fill: grey, anchor: 'middle' }) : ''}`
  })
  return [...parts, axisLine(scale, top), text(nameAt, top - 1.4, zeroName, { weight: 600, anchor: 'middle' }), line(zero, top - 0.6, zero, bottom, { stroke: ink, 'stroke-width': 0.25 })].join('')
}
