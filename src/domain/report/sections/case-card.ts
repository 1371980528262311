import type { Entity, Evidence } from '../../incident/index.ts'
import { isAct, type ReportContext } from '../context.ts'
import type { Block, Rich } from '../document.ts'
import { joined } from '../rich.ts'
import { countryName } from '../strings.ts'
import { formatDate } from './dates.ts'
import { factCell, factsUnder } from './facts.ts'

const shownAliases = 5

const evidenceUnder = (context: ReportContext, field: string): Evidence[] => factsUnder(context, field).flatMap((fact) => fact.evidence)

function victim({ incident, set }: ReportContext): Rich {
  return set.rich(incident.victims.map(({ name }) => name).join('; '))
}

function group(context: ReportContext): Rich {
  const { incident, set, strings, notebook } = context
  const actors = incident.actorIds.flatMap((id) => incident.entities[id] ?? [])
  const [only] = actors
  // The checked statement about the names belongs to the actor only when there is one.
  if (actors.length === 1 && only) return [set.text(actorWords(only, strings.card.also)), ...notebook.call([...only.evidence, ...evidenceUnder(context, 'actor.aliases')])]
  return joined(actors.map((actor) => [set.text(actorWords(actor, strings.card.also)), ...notebook.call(actor.evidence)]), '; ')
}

function actorWords(actor: Entity, also: string): string {
  const aliases = actor.aliases.slice(0, shownAliases).map(({ name }) => name).join(', ')
  const attack = actor.externalIds.find(({ scheme }) => /att&?ck/i.test(scheme))?.id
  return `${actor.name}${aliases === '' ? '' : `, ${also} ${aliases}`}${attack === undefined ? '' : `; ATT&CK\u00a0${attack}`}`
}

function sponsor(context: ReportContext): Rich {
  const { incident, set, language, notebook } = context
  const organisations = incident.actorIds.flatMap((id) => incident.entities[id]?.sponsor ?? [])
  const words = [...incident.sponsorStates.map((code) => countryName(language, code)), ...new Set(organisations)].join('; ')
  return words === '' ? [] : set.rich(words, notebook.call(evidenceUnder(context, 'actor.organisation')))
}

function date(context: ReportContext, edtf: string | null, field: string, more = ''): Rich {
  if (edtf === null) return []
  const words = formatDate(edtf, context)
  return [context.set.text(words.charAt(0).toUpperCase() + words.slice(1) + more), ...context.notebook.call(evidenceUnder(context, field))]
}

function disclosed(context: ReportContext): Rich {
  const { disclosed: first, attributed: second } = context.incident.dates
  const { strings } = context
  if (first.edtf !== null && first.edtf === second.edtf) return date(context, first.edtf, 'dates.disclosed', `, ${strings.card.sameDay}`)
  const part = (words: string, edtf: string | null, field: string): Rich[] => (edtf === null ? [] : [[context.set.text(`${words} `), ...date(context, edtf, field)]])
  return joined([...part(strings.card.disclosedOn, first.edtf, 'dates.disclosed'), ...part(strings.card.attributedOn, second.edtf, 'dates.attributed')], '; ')
}

const facts = (context: ReportContext, ...names: string[]): Rich => joined(factsUnder(context, ...names).filter(({ value }) => value !== null).slice(0, 2).map((fact, index) => factCell(context, fact, index === 0)), '; ')

/** Who did acts of these kinds, each party once. */
function parties({ items, incident, set }: ReportContext, kinds: readonly string[]): Rich {
  const names = items.filter((item) => isAct(item) && kinds.includes(item.kind)).map((item) => (item.collection === 'attributions' ? incident.attributions[item.id]?.by.name : incident.responses[item.id]?.actor.name))
  return set.rich([...new Set(names)].filter((name) => name !== undefined).join('; '))
}

function techniques({ incident, set, strings, notebook }: ReportContext): Rich {
  const shown = Object.values(incident.techniques).toSorted((a, b) => (a.attackId < b.attackId ? -1 : 1)).slice(0, 4)
  const more = Object.keys(incident.techniques).length - shown.length
  const parts = shown.map((technique): Rich => [set.text(`${technique.attackId} ${technique.name}`), ...notebook.call(technique.evidence)])
  return [...joined(parts, '; '), ...(more > 0 ? [set.text(` (+${more})`)] : []), ...(shown.length === 1 && shown[0] ? [set.text(`; ${strings.activity.basis[shown[0].basis]}`)] : [])]
}

const isEmpty = (rich: Rich) => rich.every((part) => part.kind === 'text' && part.text.trim() === '')

/** A pair of the card: how its value is built, and the facts that may say that it is not public. */
type CardRow = [label: string, build: () => Rich, fields: readonly string[]]

function cardRows(context: ReportContext): CardRow[] {
  const { card } = context.strings
  const { activity, detected } = context.incident.dates
  const ofFacts = (label: string, ...fields: string[]): CardRow => [label, () => facts(context, ...fields), fields]
  return [
    [card.victim, () => victim(context), ['victim']],
    ofFacts(card.system, 'scope', 'system', 'network'),
    [card.group, () => group(context), ['actor']],
    [card.sponsor, () => sponsor(context), ['actor.organisation']],
    [card.active, () => date(context, activity.edtf, 'activity'), ['activity.start']],
    [card.detected, () => date(context, detected.edtf, 'dates.detected'), ['dates.detected']],
    [card.disclosed, () => disclosed(context), ['dates.disclosed', 'dates.attributed']],
    ofFacts(card.entry, 'entry_vector', 'vector'),
    ofFacts(card.interest, 'collection_interest', 'exposed_data', 'data_taken', 'data'),
    ofFacts(card.impact, 'impact', 'scale', 'people_affected', 'volume'),
    [card.support, () => parties(context, ['support']), ['support']],
    [card.denial, () => parties(context, ['denial']), ['denial']],
    ofFacts(card.remedy, 'remediation', 'outcome'),
    [card.technique, () => techniques(context), ['technique']],
  ]
}

/**
 * The fourteen pairs, row by row. A row never disappears: what a fact records as unknown is "not public", what
 * nobody recorded is "not seen".
 */
export function caseCard(context: ReportContext): Block {
  const { strings, set } = context
  const pairs = cardRows(context).map(([label, build, fields]) => {
    const value = build()
    if (!isEmpty(value)) return { label, value }
    const unknown = factsUnder(context, ...fields).some((fact) => fact.value === null) ? strings.notPublic : strings.notSeen
    return { label, value: [set.text(unknown.charAt(0).toUpperCase() + unknown.slice(1), 'quiet')] }
  })
  return { kind: 'card', pairs }
}
