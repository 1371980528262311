import type { Alignment } from '../compare/index.ts'
import type { Incident, Tlp } from '../incident/index.ts'
import type { ReportLanguage } from './document.ts'
import { comparisonFigure } from './figure/comparison-figure.ts'
import { comparisonStrings } from './figure/comparison-strings.ts'
import { comparisonYears, drawComparison } from './figure/draw-comparison.ts'
import { framePicture } from './figure/picture.ts'
import { measureInter } from './figure/widths.ts'
import { periodWords } from './timeline-svg.ts'

/** Several cases on one axis as a picture of its own, the first one named in the title; 190 mm wide. */
export function comparisonSvg(incidents: readonly Incident[], { alignment, language, tlp, title }: { alignment: Alignment; language: ReportLanguage; tlp: Tlp; title?: string }): string {
  const strings = comparisonStrings[language]
  const figure = comparisonFigure(incidents, { alignment, language })
  const own = incidents[0]?.shortTitle || incidents[0]?.title || ''
  const years = periodWords(comparisonYears(figure), language)
  const period = alignment === 'absolute' ? years : `${strings.zero[alignment]}; ${years}`
  return framePicture(drawComparison(figure, language, measureInter), { title: title ?? strings.title(own, incidents.length - 1), period, tlp, language, source: strings.footer(figure.sources, figure.cases) })
}
