import { likelihoodScales, type Judgement, type LikelihoodScale } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block } from '../document.ts'

/** The one likelihood scale of a report: that of the first judgement. */
export function scaleOf(judgements: readonly Judgement[]): LikelihoodScale {
  return judgements[0]?.scale ?? 'nato'
}

export function judgementsOf({ incident }: Pick<ReportContext, 'incident'>): Judgement[] {
  return Object.values(incident.judgements).toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

function block({ notebook, set, strings }: ReportContext, judgement: Judgement, number: number): Block {
  const step = likelihoodScales[judgement.scale].findIndex(({ term }) => term === judgement.likelihood)
  return {
    kind: 'judgement',
    number,
    statement: set.text(judgement.statement).text,
    scale: judgement.scale,
    step: step < 0 ? null : step,
    confidence: judgement.confidence,
    why: set.rich(judgement.why.trim() || strings.judgement.noWhy, notebook.call(judgement.evidence)),
    wouldChange: set.rich(judgement.wouldChange.trim() || strings.judgement.noWhy),
  }
}

export function judgementBlocks(context: ReportContext): Block[] {
  const judgements = judgementsOf(context)
  if (judgements.length === 0) return [{ kind: 'paragraph', look: 'quiet', text: context.set.rich(context.strings.judgement.none) }]
  return judgements.map((judgement, index) => block(context, judgement, index + 1))
}

export function bottomLineBlocks({ incident, set, strings }: ReportContext): Block[] {
  const bottomLine = incident.bottomLine.trim()
  const summary = incident.summary.trim()
  return [
    bottomLine === '' ? { kind: 'paragraph', look: 'quiet', text: set.rich(strings.bottomLine.missing) } : { kind: 'paragraph', look: 'lead', text: set.rich(bottomLine) },
    ...(summary === '' ? [] : [{ kind: 'side' as const, head: strings.bottomLine.summary, paragraphs: summary.split(/\n{2,}/).map((paragraph) => set.rich(paragraph)) }]),
  ]
}
