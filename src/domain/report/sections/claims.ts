import type { Conflict } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Rich, RowGroup } from '../document.ts'

type Claim = Conflict['claims'][number]

/** The grade of a claim: the letter of its first source and the figure of the claim, such as B2. */
function gradeOf({ incident, strings }: ReportContext, claim: Claim): string {
  const piece = claim.evidence[0]
  const sourceId = piece === undefined ? undefined : piece.kind === 'citation' ? piece.sourceId : incident.annotations[piece.annotationId]?.sourceId
  const letter = sourceId === undefined ? undefined : incident.sources[sourceId]?.reliability
  const figure = claim.credibility ?? piece?.credibility
  return letter === undefined && !figure ? strings.claims.ungraded : `${letter ?? ''}${figure ?? ''}`
}

function reading({ strings, set }: ReportContext, conflict: Conflict): Rich {
  const words = conflict.reading.trim()
  if (conflict.state === 'decided') return set.rich(words || strings.claims.open)
  // Analysts often begin with the word themselves.
  if (/^(open|kept open|otevřen|ponechán)/i.test(words)) return set.rich(words)
  return set.rich([conflict.state === 'open' ? strings.claims.open : strings.claims.keptOpen, words].filter((part) => part !== '').join(' '))
}

function group(context: ReportContext, conflict: Conflict): RowGroup {
  const { set, strings, notebook } = context
  const rows = conflict.claims.map((claim, index) => {
    const stance = strings.claims.stances[claim.stance]
    const own = [{ text: [set.text(`${claim.claimant}: `, 'quiet'), set.text(`${stance}${claim.statement}`), ...notebook.call(claim.evidence, claim.credibility)] }, set.cell(gradeOf(context, claim))]
    const span = conflict.claims.length
    return { cells: index === 0 ? [{ ...set.cell(conflict.question), rows: span }, ...own, { text: reading(context, conflict), rows: span }] : own }
  })
  return { rows }
}

export function claimBlocks(context: ReportContext): Block[] {
  const { strings, set, incident } = context
  const { question, claims, grade, reading: own } = strings.claims.columns
  return [
    { kind: 'paragraph', look: 'text', text: set.rich(strings.claims.intro) },
    {
      kind: 'table', name: 'claims', id: 't-claims', caption: strings.claims.table,
      columns: [{ head: question }, { head: claims }, { head: grade }, { head: own }],
      groups: Object.values(incident.conflicts).map((conflict) => group(context, conflict)),
    },
  ]
}

export function gapBlocks({ incident, strings, set }: ReportContext): Block[] {
  const gaps = Object.values(incident.gaps)
  if (gaps.length === 0) return [{ kind: 'paragraph', look: 'quiet', text: set.rich(strings.gaps.none) }]
  const { gap, matters, close } = strings.gaps.columns
  const cell = (words: string) => (words.trim() === '' ? { text: [set.text(strings.notStated, 'quiet')] } : set.cell(words))
  const rows = gaps.map((item) => ({ cells: [cell(item.statement), cell(item.matters), cell(item.couldClose)] }))
  return [{ kind: 'table', name: 'gaps', id: 't-gaps', caption: strings.gaps.table, columns: [{ head: gap }, { head: matters }, { head: close }], groups: [{ rows }] }]
}
