import type { Incident } from '../incident/index.ts'
import { contextOf, type ReportContext } from './context.ts'
import type { Block, Note, ReportDocument, ReportOptions, Section, SectionName } from './document.ts'
import { createNotebook } from './notebook.ts'
import { activityBlocks } from './sections/activity.ts'
import { citedSources, handlingBlocks, noteBlocks, scaleBlocks, sourceBlocks, sourceNumbers } from './sections/annexes.ts'
import { attributionBlocks } from './sections/attribution.ts'
import { caseCard } from './sections/case-card.ts'
import { claimBlocks, gapBlocks } from './sections/claims.ts'
import { deckOf, frontOf } from './sections/front.ts'
import { bottomLineBlocks, judgementBlocks } from './sections/judgements.ts'
import { responseBlocks } from './sections/responses.ts'
import { timelineBlocks } from './sections/timeline.ts'
import { shorten } from './typography.ts'

type Part = { name: SectionName; blocks: Block[] }

/** The order of building is the order of reading, because note numbers follow it. */
function bodyParts(context: ReportContext): Part[] {
  const parts: Part[] = [
    { name: 'bottom-line', blocks: bottomLineBlocks(context) },
    { name: 'judgements', blocks: judgementBlocks(context) },
    { name: 'card', blocks: [caseCard(context)] },
    { name: 'timeline', blocks: timelineBlocks(context) },
    { name: 'activity', blocks: activityBlocks(context) },
    { name: 'attribution', blocks: attributionBlocks(context) },
    { name: 'responses', blocks: responseBlocks(context) },
    ...(Object.keys(context.incident.conflicts).length === 0 ? [] : [{ name: 'claims' as const, blocks: claimBlocks(context) }]),
    { name: 'gaps', blocks: gapBlocks(context) },
  ]
  return parts.filter(({ blocks }) => blocks.length > 0)
}

function annexParts(context: ReportContext, notes: readonly Note[], cited: readonly string[], options: ReportOptions): Part[] {
  const numbers = sourceNumbers(context, cited)
  return [
    { name: 'notes', blocks: noteBlocks(context, notes, numbers) },
    { name: 'sources', blocks: sourceBlocks(context, notes, cited, numbers) },
    { name: 'scales', blocks: scaleBlocks(context) },
    { name: 'handling', blocks: handlingBlocks(context, options.tlp) },
  ]
}

const numbered = ({ strings }: ReportContext, parts: readonly Part[], number: (index: number) => string): Section[] =>
  parts.map(({ name, blocks }, index) => ({ name, id: `sec-${name}`, number: number(index), title: strings.sections[name], blocks }))

/** Tables and figures are numbered in printed order, each kind on its own. */
function numbersOf(sections: readonly Section[]): Record<string, string> {
  const numbers: Record<string, string> = {}
  let tables = 0
  let figures = 0
  for (const block of sections.flatMap((section) => section.blocks)) {
    if (block.kind === 'table') numbers[block.id] = String((tables += 1))
    if (block.kind === 'beside') for (const table of block.tables) numbers[table.id] = String((tables += 1))
    if (block.kind === 'figure') numbers[block.id] = String((figures += 1))
  }
  return numbers
}

/**
 * The report of an incident as data. Pure: the same incident and options give the same document.
 * Only accepted passages are quoted; suggestions stay in the program.
 */
export function buildReport(incident: Incident, options: ReportOptions): ReportDocument {
  const notebook = createNotebook(incident, options.texts ?? {})
  const context = contextOf(incident, options.language, notebook)
  const { strings } = context
  const sections = numbered(context, bodyParts(context), (index) => String(index + 1))
  const notes = notebook.notes()
  const sources = citedSources(context, notes)
  const annexes = numbered(context, annexParts(context, notes, sources, options), (index) => 'ABCD'.charAt(index))
  return {
    language: options.language,
    tlp: options.tlp,
    reportId: options.reportId,
    version: options.version ?? '1.0',
    title: incident.title,
    shortTitle: shorten(incident.shortTitle.trim() || incident.title, 80),
    kindNote: incident.origin === 'sample' ? strings.sample : incident.origin === 'reference' ? strings.referenceCase : null,
    deck: deckOf(context),
    front: frontOf(context, options, sources),
    sections,
    annexes,
    notes,
    sources,
    numbers: numbersOf([...sections, ...annexes]),
  }
}
