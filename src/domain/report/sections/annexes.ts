import { credibilityGrades, likelihoodScales, reliabilityGrades, type LikelihoodScale, type SourceKind, type Tlp } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Note, NotePiece, QuoteRelation, Rich, Row, Table } from '../document.ts'
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

/** Pieces of one source with one grade on one side are said together. */
function bySource(pieces: readonly NotePiece[]): NotePiece[][] {
  const groups = new Map<string, NotePiece[]>()
  for (const piece of pieces) {
    const key = `${piece.sourceId} ${grade(piece)} ${piece.against}`
    groups.set(key, [...(groups.get(key) ?? []), piece])
  }
  const isOwn = (group: readonly NotePiece[]) => Number(group.some(({ quote }) => quote?.ownWords === true))
  return [...groups.values()].toSorted((a, b) => isOwn(a) - isOwn(b))
}

/** The words of one piece with their place; words of a desk note never stand in quotation marks. */
function placeOf(context: ReportContext, piece: NotePiece): Rich {
  const { strings, set } = context
  if (piece.quote === null) return piece.locator === null ? [] : set.rich(piece.locator)
  const place = piece.quote.paragraph === null ? '' : `${strings.notes.paragraph}\u00a0${piece.quote.paragraph}: `
  const words = piece.quote.exact.replaceAll(/\s+/g, ' ')
  const { translation } = piece.quote
  return [
    set.text(place),
    piece.quote.ownWords ? { kind: 'text', text: words } : verbatim(words, 'quote', piece.quote.lang),
    ...(translation === null ? [] : [set.text(` (${strings.notes.translation} `), { kind: 'text' as const, text: translation.text.replaceAll(/\s+/g, ' '), lang: translation.language }, set.text(')')]),
    ...piece.quote.relations.flatMap((relation) => relationText(context, relation)),
  ]
}

/** "; contradicted by E15.cz “…”" */
function relationText({ incident, strings, set, language }: ReportContext, { kind, reversed, exact, sourceId: id }: QuoteRelation): Rich {
  const source = incident.sources[id]
  if (!source) return []
  const who = publisherOf(source, { strings, language })
  return [set.text(`; ${strings.notes.relations[kind][reversed ? 1 : 0]} ${who} `), verbatim(exact.replaceAll(/\s+/g, ' '), 'quote', source.language)]
}

function groupText(context: ReportContext, pieces: readonly NotePiece[], numbers: ReadonlyMap<string, string>): Rich {
  const { incident, strings, set } = context
  const first = pieces[0]
  const source = first === undefined ? undefined : incident.sources[first.sourceId]
  if (first === undefined || source === undefined) return []
  const date = source.kind === 'desk-note' && source.date === null ? '' : `, ${sourceDate(source, context)}`
  const own = first.quote?.ownWords === true
  const places = pieces.map((piece) => placeOf(context, piece)).filter((place) => place.length > 0)
  return [
    set.text(`${first.against ? `${strings.notes.against} ` : ''}${own ? strings.notes.ownWords : `${publisherOf(source, context)}${date}`} `),
    { kind: 'link', to: sourceId(source.id), text: `[${numbers.get(source.id) ?? ''},\u00a0${grade(first)}]` },
    ...(places.length === 0 ? [] : [set.text(own ? ' ' : ', '), ...joined(places, '; ')]),
  ]
}

/** "12 E15.cz, 28 May 2025 [S7, B2]; BleepingComputer, … Comment. ↑ p. 2, 4" */
function noteText(context: ReportContext, note: Note, numbers: ReadonlyMap<string, string>): Rich {
  const { set } = context
  const comments = [...new Set(note.pieces.map(({ comment }) => comment.trim()).filter((comment) => comment !== ''))].map(sentence).join(' ')
  const pieces = joined(bySource(note.pieces).map((group) => groupText(context, group, numbers)), '; ')
  return [...pieces, set.text(comments === '' ? '. ' : `. ${comments} `), { kind: 'pages', of: note.calls }]
}

export function sourceNumbers(context: ReportContext, cited: readonly string[]): ReadonlyMap<string, string> {
  return new Map(cited.map((id, index) => [id, `${context.strings.notes.sourceLetter}${index + 1}`]))
}

export function noteBlocks(context: ReportContext, notes: readonly Note[], numbers: ReadonlyMap<string, string>): Block[] {
  const { set, strings } = context
  if (notes.length === 0) return [{ kind: 'paragraph', look: 'quiet', text: set.rich(strings.notes.none) }]
  const hasOwnWords = notes.some((note) => note.pieces.some(({ quote }) => quote?.ownWords === true))
  return [
    { kind: 'paragraph', look: 'quiet', text: set.rich(`${strings.notes.intro}${hasOwnWords ? ` ${strings.notes.ownWordsIntro}` : ''}`) },
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
  const kinds = groups.map((group) => ({ group, ids: cited.filter((id) => groupOf(context, id) === group) })).filter(({ ids }) => ids.length > 0)
  const table: Table = {
    kind: 'table', name: 'sources', id: 't-sources', caption: strings.sources.table,
    columns: [{ head: number }, { head: gradeHead }, { head: source }, { head: inNotes }],
    groups: kinds.map(({ group, ids }) => ({
      ...(kinds.length === 1 ? {} : { head: strings.sources.group(strings.sources.kinds[group], ids.length) }),
      rows: ids.map((id) => sourceRow(context, id, notes, numbers)),
    })),
  }
  return [table, ...rest]
}

function likelihoodTable({ strings, set }: ReportContext, scale: LikelihoodScale): Table {
  const { scales } = strings
  return {
    kind: 'table', name: 'likelihood', id: 't-likelihood', caption: scales.likelihood(scales.names[scale]),
    columns: [{ head: scales.likelihoodColumns.term }, { head: scales.likelihoodColumns.probability }],
    groups: [{ rows: likelihoodScales[scale].map(({ term, from, to }) => ({ cells: [set.cell(termName(strings, term)), set.cell(strings.range(from, to))] })) }],
  }
}

function gradeTable({ strings, set }: ReportContext): Table {
  const { scales } = strings
  const graded = (sign: string, words: string | undefined) => ({ text: [set.text(`${sign}\u2002`, 'strong'), set.text(words ?? '')] })
  return {
    kind: 'table', name: 'grades', id: 't-grades', caption: scales.admiralty,
    columns: [{ head: scales.admiraltyColumns.reliability }, { head: scales.admiraltyColumns.credibility }],
    groups: [{ rows: reliabilityGrades.map((letter, index) => ({ cells: [graded(letter, scales.reliability[index]), graded(credibilityGrades[index] ?? '', scales.credibility[index])] })) }],
  }
}

/** The scales that this report uses; a report without judgements has no likelihood to explain. */
export function scaleBlocks(context: ReportContext): Block[] {
  const { strings, set } = context
  const judgements = judgementsOf(context)
  const term = ([word, text]: readonly [string, string], more = '') => ({ term: word, text: set.rich(`${text}${more}`) })
  if (judgements.length === 0) return [gradeTable(context), { kind: 'terms', pairs: [term(strings.scales.words)] }]
  const translation = strings.scales.translation === null ? '' : ` ${strings.scales.translation}`
  return [
    { kind: 'beside', tables: [likelihoodTable(context, scaleOf(judgements)), gradeTable(context)] },
    { kind: 'terms', pairs: [term(strings.scales.confidence, translation), term(strings.scales.words)] },
  ]
}

export function handlingBlocks({ incident, strings, set }: ReportContext, tlp: Tlp): Block[] {
  const { handling } = strings
  const sample = incident.origin === 'sample' ? `${handling.sampleText} ` : ''
  return [{
    kind: 'terms',
    pairs: [
      { term: handling.marking, text: [{ kind: 'tlp', label: tlp }, set.text(` ${handling.labels[tlp]}`)] },
      ...(incident.pap === null ? [] : [{ term: handling.pap, text: set.rich(`PAP:${incident.pap}`) }]),
      ...(incident.coverNote.trim() === '' ? [] : [{ term: handling.limits, text: set.rich(incident.coverNote) }]),
      { term: handling.method, text: set.rich(`${sample}${handling.methodText}`) },
    ],
  }]
}
