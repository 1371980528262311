import { formatEdtf } from '#domain/dates/index.ts'
import type { Incident, Source } from '#domain/incident/index.ts'
import { itemTitles, timelineItems } from '#domain/timeline/index.ts'
import { done, type Context } from '../context.ts'
import { clipped, plural, printable, printJson, table } from '../output.ts'
import { UsageError } from '../problem.ts'
import { findIncident, type Found } from '../with-library.ts'

const section = (name: string, rows: readonly (readonly string[])[]) => (rows.length === 0 ? '' : `\n${name}\n${table(rows.map((row) => ['', ...row]))}`)
const date = (edtf: string | null) => formatEdtf(edtf, 'en')

function head({ incident, sequence, reference }: Found): string {
  const state = reference ? 'reference case, read-only' : `${incident.status}, revision ${sequence}`
  const rows = [
    ['id', incident.id],
    ['label', `TLP:${incident.tlp}`],
    ['state', state],
    ['activity', date(incident.dates.activity.edtf)],
    ['attributed', date(incident.dates.attributed.edtf)],
    ['tags', incident.tags.join(', ')],
  ].filter(([, value]) => value !== '')
  const prose = [incident.bottomLine, incident.summary].filter((text) => text.trim() !== '').map((text) => `\n${printable(text)}\n`)
  return `${printable(incident.title)}\n\n${table(rows)}${prose.join('')}`
}

const sourceRow = (source: Source) => [
  `${source.reliability}`,
  `TLP:${source.tlp}`,
  date(source.date),
  clipped(source.citation.title, 60),
  source.citation.publisher ?? '',
  source.text ? `${source.text.length} characters` : 'citation only',
  source.id,
]

function timelineRows(incident: Incident): string[][] {
  return timelineItems(incident, itemTitles('en')).map((item) => [date(item.edtf), item.kind, clipped(item.title, 70), item.key])
}

function annotationRows({ incident, texts }: Found): string[][] {
  return Object.values(incident.annotations).map(({ id, sourceId, type, state, anchor }) => {
    const kept = texts[anchor.textSha256]?.slice(anchor.start, anchor.end) === anchor.exact
    return [type, state, `“${clipped(anchor.exact.replace(/\s+/g, ' '), 60)}”`, kept ? `${sourceId} ${anchor.start}–${anchor.end}` : `${sourceId} orphaned`, id]
  })
}

function summary(found: Found): string {
  const { incident } = found
  const open = Object.values(incident.conflicts).filter(({ state }) => state === 'open')
  return [
    head(found),
    section('Timeline', timelineRows(incident)),
    section('Open questions', open.map(({ question, claims }) => [clipped(question, 80), plural(claims.length, 'competing claim')])),
    section('Annotations', annotationRows(found)),
    section('Sources', Object.values(incident.sources).map(sourceRow)),
  ].join('')
}

/** kronika show ID: an incident or reference case; with --json the whole incident as data. */
export async function runShow(context: Context): Promise<number> {
  const [id, ...others] = context.operands
  if (id === undefined || others.length > 0) throw new UsageError('show needs one ID')
  const found = await findIncident(context, id)
  if (context.json) printJson(context.io, found.incident)
  else context.io.stdout.write(summary(found))
  return done
}
