import { alignments, comparedCase, comparisonTlp, intervalInWords, intervalNames, intervalTitles, milestoneNames, milestoneTitles, missingInWords, type Alignment, type ComparedCase, type Party } from '#domain/compare/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import { comparisonCsv } from '#domain/exchange/index.ts'
import { tlpLabels, tlpSchema, type Incident, type Tlp } from '#domain/incident/index.ts'
import { comparisonSvg } from '#domain/report/index.ts'
import { findSimilar, shippedCases } from '../../compare/corpus.ts'
import { sha256 } from '../../ingest/index.ts'
import { done, optionText, type Context } from '../context.ts'
import { writeNamed } from '../files.ts'
import { printable, printJson, table } from '../output.ts'
import { CliError, UsageError } from '../problem.ts'
import { findIncident, reading } from '../with-library.ts'

const formats = ['svg', 'png', 'csv'] as const
type Format = (typeof formats)[number]
type Wanted = { ids: readonly string[]; similar: number; alignment: Alignment; format: Format | null; out: string | null; tlp: Tlp | null; language: 'en' | 'cs' }

/** One of a few words of an option, or what stands for none. @throws UsageError */
function oneOf<Value extends string>({ options }: Context, name: string, values: readonly Value[]): Value | null {
  const given = optionText(options, name)
  if (given === undefined) return null
  const value = values.find((one) => one === given)
  if (value === undefined) throw new UsageError(`--${name} must be one of ${values.join(', ')}`)
  return value
}

function wantedFrom(context: Context): Wanted {
  const { operands, options } = context
  if (operands.length === 0) throw new UsageError('compare needs an ID')
  const similar = Number(optionText(options, 'similar') ?? 0)
  if (!Number.isInteger(similar) || similar < 0 || similar > 30) throw new UsageError('--similar must be a number from 0 to 30')
  const [format, out] = [oneOf(context, 'format', formats), optionText(options, 'out') ?? null]
  if ((format === null) !== (out === null)) throw new UsageError('--format and --out PATH go together; - is the standard output')
  const label = optionText(options, 'tlp')
  const tlp = label === undefined ? null : tlpSchema.safeParse(label.replace(/^TLP:/, '')).data
  if (tlp === undefined) throw new UsageError(`--tlp must be one of ${tlpLabels.join(', ')}`)
  return { ids: operands, similar, alignment: oneOf(context, 'align', alignments) ?? 'disclosure', format, out, tlp, language: oneOf(context, 'lang', ['en', 'cs']) ?? 'en' }
}

async function casesOf(context: Context, { ids, similar }: Wanted): Promise<Incident[]> {
  const named = await Promise.all([...new Set(ids)].map(async (id) => (await findIncident(context, id)).incident))
  const [first] = named
  if (similar === 0 || first === undefined) return named
  // A library that does not exist yet has no cases of its own.
  const own = await reading(context, async (library) => library.list()).catch(() => [])
  const found = await findSimilar({ incidents: () => own, references: shippedCases(context.deps.references), read: async (id) => (await findIncident(context, id)).incident }, first)
  const more = found.similar.filter(({ id }) => !ids.includes(id)).slice(0, similar)
  return [...named, ...(await Promise.all(more.map(async ({ id }) => (await findIncident(context, id)).incident)))]
}

const parties = (list: readonly Party[]) => list.map(({ name }) => name).join(', ')

function lines(one: ComparedCase, language: 'en' | 'cs'): string {
  const dates = milestoneNames.map((name) => ['', milestoneTitles[language][name], one.milestones[name].edtf === null ? missingInWords(name, language) : formatEdtf(one.milestones[name].edtf, language), one.milestones[name].itemKey ?? ''])
  const days = intervalNames.map((name) => ['', intervalTitles[language][name], intervalInWords(one.intervals[name], language), ''])
  const { joined, support } = one.joined
  const who = [['', 'States that joined', String(joined.filter(({ kind }) => kind === 'state').length), parties(joined)], ...(support.length === 0 ? [] : [['', 'Support only', String(support.length), parties(support)]])]
  return `${printable(one.shortTitle)}  ${one.id}\n${table([...dates, ...days, ...who])}`
}

/** kronika compare ID…: intervals in words, or with --format a picture or a table as a file. */
export async function runCompare(context: Context): Promise<number> {
  const wanted = wantedFrom(context)
  const incidents = await casesOf(context, wanted)
  const least = comparisonTlp(incidents)
  const tlp = wanted.tlp ?? least
  if (tlpLabels.indexOf(tlp) < tlpLabels.indexOf(least)) throw new CliError('wrong-tlp', wanted.ids.join(' '), `TLP:${tlp} is laxer than the cases compared, which are TLP:${least}`)
  const { format, out, language, alignment } = wanted
  if (format === null || out === null) {
    const compared = incidents.map(comparedCase)
    if (context.json) printJson(context.io, { alignment, tlp, cases: compared })
    else context.io.stdout.write(`${compared.map((one) => lines(one, language)).join('\n')}`)
    return done
  }
  const svg = () => comparisonSvg(incidents, { alignment, language, tlp })
  const bytes = format === 'csv' ? Buffer.from(comparisonCsv(incidents, { language, tlp })) : format === 'svg' ? Buffer.from(svg()) : await context.deps.drawPicture(svg())
  await writeNamed(context.io, out, bytes)
  if (out === '-') return done
  if (context.json) printJson(context.io, { path: out, format, tlp, cases: incidents.map(({ id }) => id), byteLength: bytes.length, sha256: sha256(bytes) })
  else context.io.stdout.write(`${out}  ${format}  TLP:${tlp}  ${incidents.length} cases  ${bytes.length} bytes\n`)
  return done
}
