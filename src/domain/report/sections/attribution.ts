import { likelihoodScales, type Attribution, type Hypothesis } from '../../incident/index.ts'
import { isAct, type ReportContext } from '../context.ts'
import type { Block, Inline, Rich, Row, Table } from '../document.ts'
import { joined, verbatim } from '../rich.ts'
import { termName } from '../strings.ts'
import { shorten } from '../typography.ts'
import { judgementsOf } from './judgements.ts'

/** Passages that carry a position; a marked date or place alone is none. */
const tellingTypes: ReadonlySet<string> = new Set(['attribution', 'response', 'legal', 'assessment'])
/** Longer quotations stand in full in their note. */
const longestInTable = 240

function attributionsOf({ items, incident }: ReportContext): Attribution[] {
  return items.filter((item) => item.collection === 'attributions').flatMap(({ id }) => incident.attributions[id] ?? [])
}

/** The exact words behind an attribution; words of a desk note are labelled and never quoted. */
function exactWords({ incident, set, strings }: ReportContext, attribution: Attribution): Rich {
  const all = attribution.evidence.flatMap((piece) => (piece.kind === 'quote' ? (incident.annotations[piece.annotationId] ?? []) : [])).filter(({ state }) => state === 'accepted')
  const telling = all.filter(({ type }) => tellingTypes.has(type))
  const words = (telling.length > 0 ? telling : all).map((annotation) => ({ source: incident.sources[annotation.sourceId], text: shorten(annotation.anchor.exact.replaceAll(/\s+/g, ' '), longestInTable) }))
  if (words.length === 0) return [set.text(strings.attribution.notQuoted, 'quiet')]
  const exact = words.filter(({ source }) => source?.text?.nature !== 'own-words').map(({ source, text }): Inline[] => [verbatim(text, 'quote', source?.language)])
  const own = words.filter(({ source }) => source?.text?.nature === 'own-words').map(({ text }): Inline[] => [{ kind: 'text', text }])
  if (own.length === 0) return joined(exact, ' ')
  return [...joined(exact, ' '), ...(exact.length > 0 ? [{ kind: 'break' as const }] : []), set.text(`${strings.attribution.ownWords}: `, 'quiet'), ...joined(own, '; ')]
}

function wordingRow(context: ReportContext, attribution: Attribution): Row {
  const { set, strings, notebook } = context
  const background = attribution.standing === 'background' ? [set.text(` (${strings.background})`, 'quiet')] : []
  return {
    items: [`attributions/${attribution.id}`],
    cells: [
      { text: [set.text(attribution.by.name), ...background, ...notebook.call(attribution.evidence)] },
      set.cell(strings.attribution.stances[attribution.stance]),
      set.cell(attribution.to.map(({ name }) => name).join('; ')),
      attribution.strength === null ? { text: [set.text(strings.notStated, 'quiet')] } : set.cell(attribution.strength),
      set.cell(strings.attribution.bases[attribution.basis]),
      { text: exactWords(context, attribution) },
    ],
  }
}

function wordingTable(context: ReportContext, attributions: readonly Attribution[]): Table {
  const { columns, wording } = context.strings.attribution
  return {
    kind: 'table',
    name: 'wording',
    id: 't-wording',
    caption: wording,
    columns: [columns.actor, columns.position, columns.names, columns.strength, columns.basis, columns.words].map((head) => ({ head })),
    groups: [{ rows: attributions.map((attribution) => wordingRow(context, attribution)) }],
  }
}

type Ratings = Hypothesis['ratings']

/** What speaks for or against an explanation, named by the item that was rated. */
function rated({ incident, items, set, strings }: ReportContext, ratings: Ratings): Rich {
  const names = ratings.flatMap(({ item, note }) => {
    if (item.collection === 'annotations') {
      const annotation = incident.annotations[item.id]
      return annotation?.state === 'accepted' ? [note.trim() || annotation.note.trim() || shorten(annotation.anchor.exact, 80)] : []
    }
    if (item.collection === 'facts') return incident.facts[item.id]?.value ?? []
    if (item.collection === 'attributions') {
      const attribution = incident.attributions[item.id]
      return attribution === undefined ? [] : `${attribution.by.name} (${strings.attribution.stances[attribution.stance]})`
    }
    return items.find(({ key }) => key === `${item.collection}/${item.id}`)?.title ?? []
  })
  const words = names.map((name) => name.replace(/[.;]$/, '')).join('; ')
  return words === '' ? [set.text(strings.attribution.noneSeen, 'quiet')] : set.rich(words.charAt(0).toUpperCase() + words.slice(1))
}

function alternatives(context: ReportContext): Block[] {
  const { incident, strings, set } = context
  const hypotheses = Object.values(incident.hypotheses)
  if (hypotheses.length === 0) return []
  const judgements = judgementsOf(context)
  const rows = hypotheses.map((hypothesis): Row => {
    const judgement = judgements.find(({ hypothesisId }) => hypothesisId === hypothesis.id)
    const step = judgement === undefined ? undefined : likelihoodScales[judgement.scale].find(({ term }) => term === judgement.likelihood)
    const likelihood = step === undefined ? strings.judgement.unrated : `${termName(strings, step.term)} (${strings.range(step.from, step.to)})`
    return {
      cells: [
        set.cell(hypothesis.statement),
        set.cell(likelihood),
        { text: rated(context, hypothesis.ratings.filter(({ rating }) => rating === 'C' || rating === 'CC')) },
        { text: rated(context, hypothesis.ratings.filter(({ rating }) => rating === 'I' || rating === 'II')) },
      ],
    }
  })
  const { explanation, likelihood, for: pro, against } = strings.attribution.alternativeColumns
  return [{ kind: 'table', name: 'alternatives', id: 't-alternatives', caption: strings.attribution.alternatives, columns: [{ head: explanation }, { head: likelihood }, { head: pro }, { head: against }], groups: [{ rows }] }]
}

export function attributionBlocks(context: ReportContext): Block[] {
  const { strings, set, items } = context
  const attributions = attributionsOf(context)
  if (attributions.length === 0) return [{ kind: 'paragraph', look: 'text', text: set.rich(strings.attribution.none) }, ...alternatives(context)]
  const count = (stance: Attribution['stance']) => attributions.filter((attribution) => attribution.stance === stance).length
  const intro = strings.attribution.intro(count('attributes'), count('endorses'), count('acknowledges'), count('disputes'))
  const solidarity = items.some((item) => isAct(item) && item.kind === 'support') ? ` ${strings.attribution.solidarity}` : ''
  return [{ kind: 'side', head: strings.attribution.who, paragraphs: [set.rich(`${intro}${solidarity}`)] }, wordingTable(context, attributions), ...alternatives(context)]
}
