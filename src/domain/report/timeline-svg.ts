import type { Incident, Tlp } from '../incident/index.ts'
import { contextOf } from './context.ts'
import type { ReportLanguage } from './document.ts'
import { comparisonStrings } from './figure/comparison-strings.ts'
import { drawTimeline } from './figure/draw.ts'
import { yearsOf } from './figure/panels.ts'
import { framePicture } from './figure/picture.ts'
import { measureInter } from './figure/widths.ts'
import { createNotebook } from './notebook.ts'
import { figureOf } from './sections/timeline.ts'
import { formatInstant } from './typography.ts'

/** "2021 to 2025, time zone UTC" of the years that a picture covers. */
export function periodWords(years: { first: number; last: number } | null, language: ReportLanguage): string {
  const strings = comparisonStrings[language]
  return `${years === null ? strings.undated : strings.period(String(years.first), String(years.last))}, ${strings.zone}`
}

/** The timeline of an incident as a picture of its own, 190 mm wide. */
export function timelineSvg(incident: Incident, { language, tlp, title }: { language: ReportLanguage; tlp: Tlp; title?: string }): string {
  const context = contextOf(incident, language, createNotebook(incident, {}))
  const figure = figureOf(context)
  const cutOff = incident.cutOff === null ? null : formatInstant(incident.cutOff, language)
  return framePicture(drawTimeline(figure, language, measureInter), { title: title ?? incident.title, period: periodWords(yearsOf(figure.items), language), tlp, language, source: context.strings.drawing.footer(Object.keys(incident.sources).length, cutOff) })
}
