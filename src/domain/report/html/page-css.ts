import type { Tlp } from '../../incident/index.ts'
import type { ReportDocument } from '../document.ts'
import { stringsOf } from '../strings.ts'
import { runningHead } from './html.ts'

/** TLP 2.0 label colours on black (FIRST, 2022). */
export const tlpColours: Record<Tlp, string> = { CLEAR: '#FFFFFF', GREEN: '#33FF00', AMBER: '#FFC000', 'AMBER+STRICT': '#FFC000', RED: '#FF2B2B' }

/** A CSS string: everything but plain letters, figures and a few signs is written as an escape. */
export function cssString(text: string): string {
  const escaped = [...text].map((character) => (/[\p{L}\p{N} .,:;+·()–…-]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `)).join('')
  return `"${escaped}"`
}

/**
 * The words of the page margins of one report. CSS cannot take them from the document, and inline styles are
 * forbidden, so they are a style sheet of their own: main keeps it in memory under a token and serves it as
 * text/css; charset=utf-8 at the address given to composeReportPage. Everything else is in report.css.
 */
export function reportPageCss(document: ReportDocument): string {
  const { page } = stringsOf(document.language)
  const label = cssString(`TLP:${document.tlp}`)
  const colour = tlpColours[document.tlp]
  return `@charset "utf-8";
@page {
  @top-left { content: ${cssString(runningHead(document))}; }
  @top-right { content: ${label}; color: ${colour}; }
  @bottom-left { content: ${cssString(`${document.reportId} · v${document.version}`)}; }
  @bottom-center { content: ${cssString(`${page.left} `)} counter(page) ${cssString(` ${page.middle} `)} counter(pages); }
  @bottom-right { content: ${label}; color: ${colour}; }
}
`
}
