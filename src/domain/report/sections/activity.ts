import type { Fact, Indicator } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Rich } from '../document.ts'
import { verbatim } from '../rich.ts'
import { factParagraph, factsUnder, factLabel } from './facts.ts'

/** Which facts stand under which side head, by the first part of their key. Keys not named here come last. */
const heads = {
  target: ['scope', 'network', 'system', 'targets', 'critical_infrastructure', 'mailboxes', 'committee', 'ipac_targeting', 'ipac_targets', 'people_affected', 'scale', 'defence', 'interior_duration'],
  access: ['activity', 'entry_vector', 'vector', 'privileges', 'campaign', 'operation', 'botnet_takedown'],
  collection: ['collection_interest', 'exposed_data', 'data', 'data_taken', 'emails', 'volume', 'classified', 'disputed_loss', 'impact'],
  discovery: ['dates', 'how_learned', 'tracker', 'investigators', 'remediation', 'outcome'],
} as const
type Head = keyof typeof heads

const headOf = (fact: Fact): Head | 'further' => {
  const first = fact.field.split('.')[0] ?? ''
  return (Object.keys(heads) as Head[]).find((head) => (heads[head] as readonly string[]).includes(first)) ?? 'further'
}

/** What the case card says of the actor and of the day of disclosure is not activity. */
const isActivity = (fact: Fact) => fact.value !== null && !/^(actor\.|dates\.(attributed|disclosed)$|support$|denial$)/.test(fact.field)

function factSides(context: ReportContext): Block[] {
  const { strings } = context
  const known = Object.values(context.incident.facts).filter(isActivity)
  return ([...Object.keys(heads), 'further'] as (Head | 'further')[]).flatMap((head) => {
    const names: readonly string[] = head === 'further' ? [] : heads[head]
    const facts = head === 'further' ? known.filter((fact) => headOf(fact) === 'further').toSorted((a, b) => (a.field < b.field ? -1 : 1)) : factsUnder(context, ...names).filter(isActivity)
    return facts.length === 0 ? [] : [{ kind: 'side' as const, head: strings.activity[head], paragraphs: facts.map((fact) => factParagraph(context, fact)) }]
  })
}

function techniqueSide({ incident, strings, set, notebook }: ReportContext): Block[] {
  const techniques = Object.values(incident.techniques).toSorted((a, b) => (a.attackId < b.attackId ? -1 : 1))
  if (techniques.length === 0) return []
  const paragraphs = techniques.map((technique): Rich => [
    set.text(technique.attackId, 'label'),
    set.text(`\u2002${technique.name}; ${strings.activity.basis[technique.basis]}${technique.standing === 'background' ? ` (${strings.background})` : ''}.`),
    ...notebook.call(technique.evidence),
  ])
  return [{ kind: 'side', head: strings.activity.techniques, paragraphs }]
}

/** What a reader would look for and not find. */
function missing(context: ReportContext): string[] {
  const { incident, strings } = context
  const words = strings.activity.missing
  const entities = Object.values(incident.entities)
  const { activity, detected } = incident.dates
  const standard = [
    ...(factsUnder(context, 'entry_vector', 'vector').some(({ value }) => value !== null) ? [] : [words.entry]),
    ...(entities.some(({ kind }) => kind === 'malware' || kind === 'tool') ? [] : [words.tools]),
    ...(Object.keys(incident.indicators).length > 0 || entities.some(({ kind }) => kind === 'infrastructure') ? [] : [words.infrastructure]),
    ...(activity.edtf !== null && /\/(\.\.)?$/.test(activity.edtf) ? [words.end] : []),
    ...(detected.edtf === null ? [words.detected] : []),
  ]
  const said = new Set(['entry_vector', 'activity.end', 'dates.detected'])
  const open = Object.values(incident.facts).filter(({ value, field }) => value === null && !said.has(field)).map(({ field }) => factLabel(context, field).toLowerCase())
  return [...standard, ...open]
}

/** Written so that no reader or program follows it: dots and schemes are broken. */
export function defang(indicator: Pick<Indicator, 'kind' | 'value'>): string {
  if (!['ipv4', 'ipv6', 'domain', 'url', 'email'].includes(indicator.kind)) return indicator.value
  const scheme = indicator.value.replace(/^http/i, 'hxxp').replace('://', '[:]//')
  return indicator.kind === 'ipv6' ? scheme.replaceAll(':', '[:]') : scheme.replaceAll('.', '[.]').replaceAll('@', '[@]')
}

function indicatorTable({ incident, strings, set, notebook }: ReportContext): Block[] {
  const indicators = Object.values(incident.indicators).toSorted((a, b) => (`${a.kind} ${a.value}` < `${b.kind} ${b.value}` ? -1 : 1))
  if (indicators.length === 0) return []
  const { kind, value, note } = strings.activity.indicatorColumns
  const rows = indicators.map((indicator) => ({
    cells: [set.cell(indicator.kind), { text: [verbatim(defang(indicator), 'strong'), ...notebook.call(indicator.evidence)] }, set.cell(indicator.note)],
  }))
  return [{ kind: 'table', name: 'indicators', id: 't-indicators', caption: strings.activity.indicators, columns: [{ head: kind }, { head: value }, { head: note }], groups: [{ rows }] }]
}

export function activityBlocks(context: ReportContext): Block[] {
  const gaps = missing(context)
  const words = gaps.join('; ')
  const notPublished: Block[] = gaps.length === 0 ? [] : [{ kind: 'side', head: context.strings.activity.notPublished, paragraphs: [context.set.rich(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`)] }]
  return [...factSides(context), ...techniqueSide(context), ...notPublished, ...indicatorTable(context)]
}
