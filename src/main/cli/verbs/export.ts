import { eventsCsv, incidentIcs, incidentTimelineJs, writeIncidentDocument } from '#domain/exchange/index.ts'
import type { IncidentDocument } from '#domain/exchange/document.ts'
import { leastTlp, tlpLabels, tlpSchema, type Incident, type Tlp } from '#domain/incident/index.ts'
import { sha256 } from '../../ingest/index.ts'
import { done, optionText, type Context } from '../context.ts'
import { writeNamed } from '../files.ts'
import { printJson } from '../output.ts'
import { CliError, UsageError } from '../problem.ts'
import { findIncident } from '../with-library.ts'

const formats = ['pdf', 'json', 'svg', 'png', 'csv', 'ics', 'timelinejs'] as const
type Format = (typeof formats)[number]
type Wanted = { id: string; format: Format; out: string; tlp: Tlp | null; language: 'en' | 'cs' }

function wantedFrom({ operands, options }: Context): Wanted {
  const [id, ...others] = operands
  if (id === undefined || others.length > 0) throw new UsageError('export needs one ID')
  const format = formats.find((name) => name === optionText(options, 'format'))
  if (!format) throw new UsageError(`--format must be one of ${formats.join(', ')}`)
  const out = optionText(options, 'out')
  if (out === undefined) throw new UsageError('export needs --out PATH; - is the standard output')
  const label = optionText(options, 'tlp')
  const tlp = label === undefined ? null : tlpSchema.safeParse(label.replace(/^TLP:/, '')).data
  if (tlp === undefined) throw new UsageError(`--tlp must be one of ${tlpLabels.join(', ')}`)
  const language = optionText(options, 'lang') ?? 'en'
  if (language !== 'en' && language !== 'cs') throw new UsageError('--lang must be en or cs')
  return { id, format, out, tlp, language }
}

/** @throws CliError wrong-tlp when the label would be laxer than the material, or a document could not carry it */
function checkedLabel(incident: Incident, { tlp, format }: Wanted): Tlp {
  const least = leastTlp(incident)
  if (tlp === null) return least
  if (tlpLabels.indexOf(tlp) < tlpLabels.indexOf(least)) throw new CliError('wrong-tlp', incident.id, `TLP:${tlp} is laxer than its material, which is TLP:${least}`)
  if (format === 'json' && tlp !== least) throw new CliError('wrong-tlp', incident.id, `a JSON document carries the labels of the incident and its sources, TLP:${least} at most; change the incident's label instead`)
  return tlp
}

async function bytesOf({ deps }: Context, { format, language }: Wanted, { incident, texts }: IncidentDocument, tlp: Tlp): Promise<Uint8Array> {
  const options = { tlp, language }
  switch (format) {
    case 'json':
      return Buffer.from(writeIncidentDocument(incident, texts))
    case 'csv':
      return Buffer.from(eventsCsv(incident, options))
    case 'ics':
      return Buffer.from(incidentIcs(incident, { ...options, now: deps.timeOfIssue() }))
    case 'timelinejs':
      return Buffer.from(incidentTimelineJs(incident, options))
    default:
      return deps.exportReport({ incident, texts, format, ...options })
  }
}

/** kronika export ID --format F --out PATH: the same incident gives the same bytes as JSON. */
export async function runExport(context: Context): Promise<number> {
  const wanted = wantedFrom(context)
  const { incident, texts } = await findIncident(context, wanted.id)
  const tlp = checkedLabel(incident, wanted)
  const bytes = await bytesOf(context, wanted, { incident, texts }, tlp)
  await writeNamed(context.io, wanted.out, bytes)
  if (wanted.out === '-') return done
  const { format, out: path } = wanted
  if (context.json) printJson(context.io, { path, format, tlp, byteLength: bytes.length, sha256: sha256(bytes) })
  else context.io.stdout.write(`${path}  ${format}  TLP:${tlp}  ${bytes.length} bytes\n`)
  return done
}
