import type { Incident, Tlp } from '#domain/incident/index.ts'
import { buildReport, composeReportPage, fillPages, printWithPages, reportHtml, reportPageCss, timelineSvg, type ReportDocument } from '#domain/report/index.ts'
import { readDestinations } from './destinations.ts'
import { settlePdfFacts } from './pdf-facts.ts'
import type { ReportPage } from './report-shelf.ts'

export type ReportRequest = { incident: Incident; texts: Record<string, string>; tlp: Tlp; language: 'en' | 'cs'; now: Date }
/** Prints one page to PDF bytes, with every font loaded. */
export type PrintPage = (page: ReportPage) => Promise<Uint8Array>

/** Ids of incidents made here are UUIDs; eight digits of one are enough to ask for a report by. */
const reportIdOf = ({ id }: Incident) => (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(id) ? id.slice(0, 8) : id)

function documentOf({ incident, texts, tlp, language, now }: ReportRequest): ReportDocument {
  return buildReport(incident, { language, tlp, texts, now: now.toISOString(), reportId: reportIdOf(incident) })
}

const pageOf = (template: string, document: ReportDocument, body: string): ReportPage => ({
  html: (pageCssHref) => composeReportPage(template, document, { body, pageCssHref }),
  css: reportPageCss(document),
})

/** The report as a page for the screen. @param template the built report.html */
export function previewPage(template: string, request: ReportRequest): ReportPage {
  const document = documentOf(request)
  return pageOf(template, document, fillPages(reportHtml(document), new Map()))
}

/** The report as PDF bytes; the same request gives the same bytes. */
export async function reportPdf(template: string, request: ReportRequest, print: PrintPage): Promise<Uint8Array> {
  const document = documentOf(request)
  const { pdf } = await printWithPages(reportHtml(document), (body) => print(pageOf(template, document, body)), readDestinations)
  return settlePdfFacts(pdf, request.now)
}

export const reportSvg = ({ incident, tlp, language }: Pick<ReportRequest, 'incident' | 'tlp' | 'language'>): Uint8Array => Buffer.from(timelineSvg(incident, { tlp, language }))
