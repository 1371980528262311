import type { Entity, Evidence } from '../../incident/index.ts'
import { isAct, type ReportContext } from '../context.ts'
import type { Block, Rich } from '../document.ts'
import { joined } from '../rich.ts'
import { countryName } from '../strings.ts'
import { formatDate } from './dates.ts'
import { factCell, factsUnder } from './facts.ts'

const shownAliases = 5

function victim({ incident, set }: ReportContext): Rich {
  return set.rich(incident.victims.map(({ name }) => name).join('; '))
}

function group({ incident, set, strings, notebook }: ReportContext): Rich {
  const actors = incident.actorIds.flatMap((id) => incident.entities[id] ?? [])
  return joined(actors.map((actor) => [set.text(actorWords(actor, strings.card.also)), ...notebook.call(actor.evidence)]), '; ')
}

function actorWords(actor: Entity, also: string): string {
  const aliases = actor.aliases.slice(0, shownAliases).map(({ name }) => name).join(', ')
  const attack = actor.externalIds.find(({ scheme }) => /att&?ck/i.test(scheme))?.id
  return `${actor.name}${aliases === '' ? '' : `, ${also} ${aliases}`}${attack === undefined ? '' : `; ATT&CK\u00a0${attack}`}`
}

function sponsor({ incident, set, language }: ReportContext): Rich {
  const organisations = incident.actorIds.flatMap((id) => incident.entities[id]?.sponsor ?? [])
  return set.rich([...incident.sponsorStates.map((code) => countryName(language, code)), ...new Set(organisations)].join('; '))
}

function date(context: ReportContext, edtf: string | null, field: string): Rich {
  if (edtf === null) return []
  const evidence: Evidence[] = factsUnder(context, field).flatMap((fact) => fact.evidence)
  const words = formatDate(edtf, context)
  return [context.set.text(words.charAt(0).toUpperCase() + words.slice(1)), ...context.notebook.call(evidence)]
}

function disclosed(context: ReportContext): Rich {
  const { disclosed: first, attributed: second } = context.incident.dates
  const { strings } = context
  if (first.edtf !== null && first.edtf === second.edtf) return [...date(context, first.edtf, 'dates.disclosed'), context.set.text(`, ${strings.card.sameDay}`)]
  const part = (words: string, edtf: string | null, field: string): Rich[] => (edtf === null ? [] : [[context.set.text(`${words} `), ...date(context, edtf, field)]])
  return joined([...part(strings.card.disclosedOn, first.edtf, 'dates.disclosed'), ...part(strings.card.attributedOn, second.edtf, 'dates.attributed')], '; ')
}

const facts = (context: ReportContext, ...names: string[]): Rich => joined(factsUnder(context, ...names).filter(({ value }) => value !== null).slice(0, 2).map((fact) => factCell(context, fact)), '; ')

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

/** The fourteen pairs, row by row. A row never disappears: what is not known is said. */
export function caseCard(context: ReportContext): Block {
  const { strings, set, incident } = context
  const { card } = strings
  const rows: [string, () => Rich, string][] = [
    [card.victim, () => victim(context), strings.notPublic],
    [card.system, () => facts(context, 'scope', 'system', 'network'), strings.notPublic],
    [card.group, () => group(context), strings.notPublic],
    [card.sponsor, () => sponsor(context), strings.notSeen],
    [card.active, () => date(context, incident.dates.activity.edtf, 'activity'), strings.notPublic],
    [card.detected, () => date(context, incident.dates.detected.edtf, 'dates.detected'), strings.notPublic],
    [card.disclosed, () => disclosed(context), strings.notPublic],
    [card.entry, () => facts(context, 'entry_vector', 'vector'), strings.notPublic],
    [card.interest, () => facts(context, 'collection_interest', 'exposed_data', 'data_taken', 'data'), strings.notPublic],
    [card.impact, () => facts(context, 'impact', 'scale', 'people_affected', 'volume'), strings.notPublic],
    [card.support, () => parties(context, ['support']), strings.notSeen],
    [card.denial, () => parties(context, ['denial']), strings.notSeen],
    [card.remedy, () => facts(context, 'remediation', 'outcome'), strings.notPublic],
    [card.technique, () => techniques(context), strings.notPublic],
  ]
  const pairs = rows.map(([label, build, unknown]) => {
    const value = build()
    return { label, value: isEmpty(value) ? [set.text(unknown.charAt(0).toUpperCase() + unknown.slice(1), 'quiet')] : value }
  })
  return { kind: 'card', pairs }
}
