import { createHash } from 'node:crypto'
import type { Handlers, Parsed } from '#contract/index.ts'
import { Refusal, writeIncidentDocument, type IncidentDocument } from '#domain/exchange/index.ts'
import { reportProblems } from '#domain/report/index.ts'
import { writeDurably } from '../store/durable-file.ts'
import { documentOf } from './find.ts'
import type { Ports } from './ports.ts'

type Wanted = Parsed<'export:run'>

/** The name a file is offered under: which incident, how it may be shared, in which language. */
const offeredName = ({ id, format, options: { tlp, language } }: Wanted) => `${id}_TLP-${tlp}_${language}.${format}`

function refuseUnsafe({ incident }: IncidentDocument, { options }: Wanted) {
  const problem = reportProblems(incident, options).find(({ severity }) => severity === 'must')
  if (problem) throw new Refusal(problem.code === 'tlp-too-low' ? 'wrong-tlp' : 'invalid', problem.where, `the report cannot go out: ${problem.code}`)
}

export function reportHandlers(ports: Ports): Pick<Handlers, 'report:preview' | 'export:run'> {
  const { reports, desk, dialogs } = ports
  const bytesOf = async (document: IncidentDocument, { format, options }: Wanted): Promise<Uint8Array> => {
    const request = { ...document, ...options, now: ports.now() }
    if (format === 'json') return Buffer.from(writeIncidentDocument(document.incident, document.texts))
    return format === 'pdf' ? reports.pdf(request) : reports.svg(request)
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
      const path = await dialogs.saveAs(offeredName(wanted), desk.settings().language)
      if (path === null) return { path: null, sha256: null }
      const bytes = await bytesOf(document, wanted)
      await writeDurably(path, bytes)
      return { path, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
  }
}
