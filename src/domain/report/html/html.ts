import type { ReportDocument, Section } from '../document.ts'
import { pageCell, pageOf, rich, section, type Page } from './blocks.ts'
import { escapeText as esc } from './escape.ts'

function contents({ document, strings }: Page): string {
  const entry = (one: Section) => `<li><span class="quiet">${esc(one.number)}</span><a href="#${one.id}">${esc(one.title)}</a>${pageCell(one.id)}</li>`
  return [
    `<nav class="contents" aria-label="${esc(strings.contents)}">`,
    `<p class="contents-head">${esc(strings.contents)}</p><ol>${document.sections.map(entry).join('')}</ol>`,
    `<p class="contents-head">${esc(strings.annexes)}</p><ol>${document.annexes.map(entry).join('')}</ol>`,
    '</nav>',
  ].join('\n')
}

/** The running head and the label, which print as margin boxes; on the screen they stand above the sheet's text. */
const screenHead = ({ document }: Page) =>
  `<div class="screen-head" aria-hidden="true"><span>${esc(runningHead(document))}</span><span class="tlp" data-tlp="${esc(document.tlp)}">TLP:${esc(document.tlp)}</span></div>`

export const runningHead = ({ shortTitle, kindNote }: Pick<ReportDocument, 'shortTitle' | 'kindNote'>): string => (kindNote === null ? shortTitle : `${shortTitle} · ${kindNote}`)

function front(page: Page): string {
  const { document, strings } = page
  const pairs = document.front.map(({ label, value }) => `<div><dt>${esc(label)}</dt><dd>${rich(page, value)}</dd></div>`).join('\n')
  return [
    '<header class="front"><div class="title-block">',
    `<p class="kicker">${esc(strings.kicker)}</p>`,
    `<h1>${esc(document.title)}</h1>`,
    document.deck === '' ? '' : `<p class="deck">${esc(document.deck)}</p>`,
    `<dl class="facts">${pairs}</dl></div>`,
    contents(page),
    '</header>',
  ].join('\n')
}

/**
 * The body of the report as HTML: everything in <main>, escaped here and nowhere else. It holds no script, no
 * style and no address but the links of sources. Page numbers are placeholders ("00") for fillPages.
 */
export function reportHtml(document: ReportDocument): string {
  const page = pageOf(document)
  const sections = [...document.sections, ...document.annexes].map((one) => section(page, one))
  return `<main class="sheet">\n${screenHead(page)}\n${front(page)}\n${sections.join('\n')}\n</main>`
}

/** The title of the document, which becomes the title of the PDF. */
export const reportTitle = ({ reportId, title }: Pick<ReportDocument, 'reportId' | 'title'>): string => `${reportId} ${title}`

/**
 * The built report.html with a report in it.
 * @param template the file that Vite wrote from src/renderer/report.html
 * @param pageCssHref the address under which main serves reportPageCss(document), such as /report/3f2a.css
 * @throws when the template lacks one of its places: then it is not the report's template
 */
export function composeReportPage(template: string, document: ReportDocument, { body, pageCssHref }: { body: string; pageCssHref: string }): string {
  const put = (html: string, place: RegExp | string, words: string) => {
    if (!(typeof place === 'string' ? html.includes(place) : place.test(html))) throw new Error(`the template of the report has no ${String(place)}`)
    return html.replace(place, () => words)
  }
  const titled = put(put(template, /<html lang="[^"]*">/, `<html lang="${document.language}">`), /<title>[^<]*<\/title>/, `<title>${esc(reportTitle(document))}</title>`)
  const styled = put(titled, '<!--report-page-css-->', `<link rel="stylesheet" href="${esc(pageCssHref)}">`)
  return put(styled, '<!--report-->', body)
}
