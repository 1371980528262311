import { createHash } from 'node:crypto'
import type { Handlers, Parsed, ReportOptions } from '#contract/index.ts'
import { eventsCsv, incidentIcs, incidentTimelineJs, Refusal, writeIncidentDocument, type IncidentDocument } from '#domain/exchange/index.ts'
import { reportProblems } from '#domain/report/index.ts'
import { writeDurably } from '../store/durable-file.ts'
import { files } from '../store/files.ts'
import { documentOf } from './find.ts'
import type { Ports } from './ports.ts'

type Wanted = Parsed<'export:run'>

/** The name a file is offered under: which incident, how it may be shared, in which language. */
export const fileName = (id: string, { tlp, language }: ReportOptions, extension: string): string => `${id}_TLP-${tlp}_${language}.${extension}`
const extensionOf = (format: Wanted['format']) => (format === 'timelinejs' ? 'timeline.json' : format)

function refuseUnsafe({ incident }: IncidentDocument, { options }: Pick<Wanted, 'options'>) {
  const problem = reportProblems(incident, options).find(({ severity }) => severity === 'must')
  if (problem) throw new Refusal(problem.code === 'tlp-too-low' ? 'wrong-tlp' : 'invalid', problem.where, `the report cannot go out: ${problem.code}`)
}

export function reportHandlers(ports: Ports): Pick<Handlers, 'report:preview' | 'export:run' | 'picture:copy'> {
  const { reports, desk, dialogs, draw, clipboard } = ports
  const bytesOf = async (document: IncidentDocument, { format, options }: Wanted): Promise<Uint8Array> => {
    const request = { ...document, ...options, now: ports.now() }
    if (format === 'json') return Buffer.from(writeIncidentDocument(document.incident, document.texts))
    if (format === 'csv') return Buffer.from(eventsCsv(document.incident, options))
    if (format === 'ics') return Buffer.from(incidentIcs(document.incident, request))
    if (format === 'timelinejs') return Buffer.from(incidentTimelineJs(document.incident, options))
    if (format === 'pdf') return reports.pdf(request)
    const svg = reports.svg(request)
    return format === 'png' ? draw(Buffer.from(svg).toString()) : svg
  }
  return {
    'report:preview': async ({ id, options }) => {
      const document = await documentOf(ports, id)
      const page = reports.preview({ ...document, ...options, now: ports.now() })
      return { url: reports.show(page), problems: reportProblems(document.incident, options) }
    },
    'export:run': async (wanted) => {
      const document = await documentOf(ports, wanted.id)
      refuseUnsafe(document, wanted)
      const path = await dialogs.saveAs(fileName(wanted.id, wanted.options, extensionOf(wanted.format)), desk.settings().language)
      if (path === null) return { path: null, sha256: null }
      const bytes = await bytesOf(document, wanted)
      await writeDurably(path, bytes, files)
      return { path, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
    'picture:copy': async ({ id, options }) => {
      const document = await documentOf(ports, id)
      refuseUnsafe(document, { options })
      await clipboard.writePicture(await bytesOf(document, { id, format: 'png', options }))
      return {}
    },
  }
}
