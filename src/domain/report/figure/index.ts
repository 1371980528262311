import type { ReportLanguage, TimelineFigure } from '../document.ts'
import { drawTimeline } from './draw.ts'
import { drawing } from './geometry.ts'
import { element } from './svg.ts'
import { measureInter } from './widths.ts'

export { drawTimeline, type Drawing } from './draw.ts'
export { measureInter, type Measure } from './widths.ts'

/** What fits on one page below the heading and the caption, in mm. */
const highest = 226
/** More records than this never fit; it is not worth placing them to find out. */
const most = 300

/** True when the whole figure fits on one page; otherwise the report says that it is left out. */
export function figureFits(figure: TimelineFigure, language: ReportLanguage): boolean {
  return figure.items.length <= most && drawTimeline(figure, language, measureInter).height <= highest
}

/** The figure for the page, 174 mm wide; `label` is what a screen reader says of it. */
export function figureSvg(figure: TimelineFigure, language: ReportLanguage, label: string): string {
  const { svg, height } = drawTimeline(figure, language, measureInter)
  const size = { viewBox: `0 0 ${drawing.width} ${height.toFixed(2)}`, width: `${drawing.width}mm`, height: `${height.toFixed(2)}mm` }
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-label': label, ...size, 'font-family': 'Inter, sans-serif' }, svg)
}
