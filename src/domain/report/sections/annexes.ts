import { credibilityGrades, likelihoodScales, reliabilityGrades, type SourceKind, type Tlp } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Inline, Note, NotePiece, Rich, Row, Table } from '../document.ts'
import { joined, verbatim } from '../rich.ts'
import { termName } from '../strings.ts'
import { sentence } from '../typography.ts'
import { citationOf, publisherOf, sourceDate } from './citations.ts'
import { judgementsOf, scaleOf } from './judgements.ts'

type Group = 'official' | 'press' | 'trade' | 'low' | 'desk' | 'other'
const groupOfKind: Record<SourceKind, Group> = {
  official: 'official', 'record-copy': 'official', press: 'press', 'trade-press': 'trade', reference: 'trade', 'state-media': 'low', 'low-grade-copy': 'low', 'desk-note': 'desk', other: 'other',
}
const groups: readonly Group[] = ['official', 'press', 'trade', 'low', 'desk', 'other']

const groupOf = ({ incident }: ReportContext, id: string): Group => groupOfKind[incident.sources[id]?.kind ?? 'other']

/** Cited sources by kind, inside a kind by first use. */
export function citedSources(context: ReportContext, notes: readonly Note[]): string[] {
  const used = [...new Set(notes.flatMap((note) => note.pieces.map(({ sourceId }) => sourceId)))]
  return groups.flatMap((group) => used.filter((id) => groupOf(context, id) === group))
}

export const sourceId = (id: string): string => `s-${id}`
const grade = (piece: NotePiece) => `${piece.reliability}${piece.credibility ?? ''}`

function quoteOf({ strings, set }: ReportContext, piece: NotePiece): Inline[] {
  if (piece.quote === null) return piece.locator === null ? [] : [set.text(`, ${piece.locator}`)]
  const place = piece.quote.paragraph === null ? '' : `, ${strings.notes.paragraph}\u00a0${piece.quote.paragraph}`
  const words = piece.quote.exact.replaceAll(/\s+/g, ' ')
  return piece.quote.ownWords ? [set.text(`${place}, ${strings.notes.ownWords} ${words}`)] : [set.text(`${place}: `), verbatim(words, 'quote', piece.quote.lang)]
}

function pieceText(context: ReportContext, piece: NotePiece, numbers: ReadonlyMap<string, string>): Rich {
  const { incident, strings, set } = context
  const source = incident.sources[piece.sourceId]
  if (source === undefined) return []
  const against = piece.against ? `${strings.notes.against} ` : ''
  return [
    set.text(`${against}${publisherOf(source, context)}, ${sourceDate(source, context)} `),
    { kind: 'link', to: sourceId(source.id), text: `[${numbers.get(source.id) ?? ''}, ${grade(piece)}]` },
    ...quoteOf(context, piece),
  ]
}

/** "12 E15.cz, 28 May 2025 [S7, B2]; BleepingComputer, … Comment. ↑ p. 2, 4" */
function noteText(context: ReportContext, note: Note, numbers: ReadonlyMap<string, string>): Rich {
  const { set } = context
  const comments = [...new Set(note.pieces.map(({ comment }) => comment.trim()).filter((comment) => comment !== ''))].map(sentence).join(' ')
  const pieces = joined(note.pieces.map((piece) => pieceText(context, piece, numbers)), '; ')
  return [...pieces, set.text(comments === '' ? '. ' : `. ${comments} `), { kind: 'pages', of: note.calls }]
}

export function sourceNumbers(context: ReportContext, cited: readonly string[]): ReadonlyMap<string, string> {
  return new Map(cited.map((id, index) => [id, `${context.strings.notes.sourceLetter}${index + 1}`]))
}

export function noteBlocks(context: ReportContext, notes: readonly Note[], numbers: ReadonlyMap<string, string>): Block[] {
  const { set, strings } = context
  if (notes.length === 0) return [{ kind: 'paragraph', look: 'quiet', text: set.rich(strings.notes.none) }]
  return [
    { kind: 'paragraph', look: 'quiet', text: set.rich(strings.notes.intro) },
    { kind: 'notes', notes: notes.map((note) => ({ number: note.number, text: noteText(context, note, numbers) })) },
  ]
}

function sourceRow(context: ReportContext, id: string, notes: readonly Note[], numbers: ReadonlyMap<string, string>): Row {
  const { incident, set } = context
  const source = incident.sources[id]
  const citing = notes.filter((note) => note.pieces.some((piece) => piece.sourceId === id))
  const grades = [...new Set(citing.flatMap((note) => note.pieces.filter((piece) => piece.sourceId === id).map(grade)))].toSorted()
  const links = citing.map((note): Rich => [{ kind: 'link', to: `n${note.number}`, text: String(note.number) }])
  const repeated = source?.repeats ? (numbers.get(source.repeats.sourceId) ?? null) : null
  return {
    id: sourceId(id),
    cells: [set.cell(numbers.get(id) ?? ''), set.cell(grades.join(', ')), { text: source === undefined ? [] : citationOf(source, context, repeated) }, { text: joined(links, ', ') }],
  }
}

export function sourceBlocks(context: ReportContext, notes: readonly Note[], cited: readonly string[], numbers: ReadonlyMap<string, string>): Block[] {
  const { set, strings, incident } = context
  const uncited = Object.keys(incident.sources).length - cited.length
  const rest: Block[] = uncited === 0 ? [] : [{ kind: 'paragraph', look: 'quiet', text: set.rich(strings.sources.uncited(uncited)) }]
  if (cited.length === 0) return [{ kind: 'paragraph', look: 'quiet', text: set.rich(strings.sources.none) }, ...rest]
  const { number, grade: gradeHead, source, notes: inNotes } = strings.sources.columns
  const table: Table = {
    kind: 'table', name: 'sources', id: 't-sources', caption: strings.sources.table,
    columns: [{ head: number }, { head: gradeHead }, { head: source }, { head: inNotes }],
    groups: groups.flatMap((group) => {
      const ids = cited.filter((id) => groupOf(context, id) === group)
      return ids.length === 0 ? [] : [{ head: strings.sources.group(strings.sources.kinds[group], ids.length), rows: ids.map((id) => sourceRow(context, id, notes, numbers)) }]
    }),
  }
  return [table, ...rest]
}

export function scaleBlocks(context: ReportContext): Block[] {
  const { strings, set } = context
  const { scales } = strings
  const scale = scaleOf(judgementsOf(context))
  const cells = (words: readonly string[]): Row => ({ cells: words.map((word) => set.cell(word)) })
  const likelihood: Table = {
    kind: 'table', name: 'likelihood', id: 't-likelihood', caption: scales.likelihood(scales.names[scale]),
    columns: [{ head: scales.likelihoodColumns.term }, { head: scales.likelihoodColumns.probability }],
    groups: [{ rows: likelihoodScales[scale].map(({ term, from, to }) => cells([termName(strings, term), strings.range(from, to)])) }],
  }
  const grades: Table = {
    kind: 'table', name: 'grades', id: 't-grades', caption: scales.admiralty,
    columns: [{ head: scales.admiraltyColumns.reliability }, { head: scales.admiraltyColumns.credibility }],
    groups: [{ rows: reliabilityGrades.map((letter, index) => ({
      cells: [
        { text: [set.text(`${letter}  `, 'strong'), set.text(scales.reliability[index] ?? '')] },
        { text: [set.text(`${credibilityGrades[index] ?? ''}  `, 'strong'), set.text(scales.credibility[index] ?? '')] },
      ],
    })) }],
  }
  const words = [scales.confidence, scales.words].map(([term, text]) => ({ term, text: set.rich(text) }))
  if (scales.translation !== null && words[0]) words[0] = { term: words[0].term, text: [...words[0].text, set.text(` ${scales.translation}`)] }
  return [{ kind: 'beside', tables: [likelihood, grades] }, { kind: 'terms', pairs: words }]
}

export function handlingBlocks({ incident, strings, set }: ReportContext, tlp: Tlp): Block[] {
  const { handling } = strings
  const sample = incident.origin === 'sample' ? `${handling.sampleText} ` : ''
  return [{
    kind: 'terms',
    pairs: [
      { term: handling.marking, text: [{ kind: 'text', text: `TLP:${tlp}`, look: 'label' }, set.text(` ${handling.labels[tlp]} ${handling.everyPage}`)] },
      ...(incident.pap === null ? [] : [{ term: handling.pap, text: set.rich(`PAP:${incident.pap}`) }]),
      ...(incident.coverNote.trim() === '' ? [] : [{ term: handling.limits, text: set.rich(incident.coverNote) }]),
      { term: handling.method, text: set.rich(`${sample}${handling.methodText}`) },
    ],
  }]
}
