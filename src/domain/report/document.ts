import type { Credibility, Lane, LikelihoodScale, MarkRelation, Reliability, Tlp, Translation } from '../incident/index.ts'
import type { ItemKind } from '../timeline/index.ts'

export type ReportLanguage = 'en' | 'cs'

/** A stretch of text with one look. `quote` is verbatim and stands in quotation marks; it is never rewritten. */
export type TextRun = { kind: 'text'; text: string; look?: 'strong' | 'quiet' | 'label' | 'title' | 'quote'; lang?: string }
export type Inline =
  | TextRun
  /** A note call; `id` is r12 for the first call of note 12, r12-2 for the second. */
  | { kind: 'call'; note: number; id: string }
  | { kind: 'break' }
  /** The label itself, as a sign. */
  | { kind: 'tlp'; label: Tlp }
  /** A link to an id of this document. */
  | { kind: 'link'; to: string; text: string }
  /** A link to a numbered table or figure; its words ("Table 4") follow from the numbers of the document. */
  | { kind: 'reference'; to: string }
  /** The address of a source: the only links that leave the document. */
  | { kind: 'address'; href: string; text: string }
  /** The pages of these ids, filled in after the first print. */
  | { kind: 'pages'; of: readonly string[] }
export type Rich = readonly Inline[]

export type Cell = { text: Rich; rows?: number }
/** `items` are the timeline keys a row stands for, so that counts can be compared. */
export type Row = { id?: string; cells: readonly Cell[]; items?: readonly string[] }
export type RowGroup = { head?: string; rows: readonly Row[] }
export type Column = { head: string; align?: 'right' }

export type TableName = 'timeline' | 'periods' | 'indicators' | 'wording' | 'alternatives' | 'responses' | 'claims' | 'gaps' | 'sources' | 'likelihood' | 'grades'
export type Table = { kind: 'table'; name: TableName; id: string; caption: string; columns: readonly Column[]; groups: readonly RowGroup[] }

/** What a sign of a figure stands for: a kind of record, or a milestone of a case. */
export type FigureKind = ItemKind | 'detected' | 'disclosed'
/** What the timeline figure draws. Titles are in the language of the report. */
export type FigureItem = { key: string; title: string; lane: Lane; kind: FigureKind; edtf: string | null; context: boolean }
/** A period that was named, drawn as a band behind the records. */
export type FigurePeriod = { key: string; title: string; edtf: string | null }
export type TimelineFigure = { items: readonly FigureItem[]; zero: string | null; /** In order of time; left out where there are none. */ periods?: readonly FigurePeriod[] }

export type JudgementBlock = {
  kind: 'judgement'
  number: number
  statement: string
  scale: LikelihoodScale
  /** Index of the chosen step of the scale; null: no term chosen. */
  step: number | null
  confidence: 'low' | 'moderate' | 'high' | null
  why: Rich
  wouldChange: Rich
}

export type Block =
  | { kind: 'paragraph'; look: 'text' | 'lead' | 'quiet'; text: Rich }
  | { kind: 'side'; head: string; paragraphs: readonly Rich[] }
  | JudgementBlock
  | { kind: 'card'; pairs: readonly { label: string; value: Rich }[] }
  | { kind: 'figure'; id: string; caption: Rich; label: string; figure: TimelineFigure }
  | Table
  | { kind: 'beside'; tables: readonly [Table, Table] }
  | { kind: 'notes'; notes: readonly { number: number; text: Rich }[] }
  | { kind: 'terms'; pairs: readonly { term: string; text: Rich }[] }

export type SectionName = 'bottom-line' | 'judgements' | 'card' | 'timeline' | 'activity' | 'attribution' | 'responses' | 'claims' | 'gaps' | 'notes' | 'sources' | 'scales' | 'handling'
export type Section = { name: SectionName; id: string; number: string; title: string; blocks: readonly Block[] }

/** One piece of a note: a source with the credibility used here, and the exact words where they were marked. */
/** How the words stand to other marked words; `reversed`: it is the other passage that holds the relation. */
export type QuoteRelation = { kind: MarkRelation; reversed: boolean; exact: string; sourceId: string }

export type NotePiece = {
  sourceId: string
  reliability: Reliability
  credibility: Credibility | null
  against: boolean
  /** paragraph counts from 1; null when the text is not at hand. */
  quote: { exact: string; paragraph: number | null; ownWords: boolean; lang: string | null; translation: Translation | null; relations: readonly QuoteRelation[] } | null
  locator: string | null
  comment: string
}
export type Note = { number: number; pieces: readonly NotePiece[]; calls: readonly string[] }

/** The whole report as data; HTML, tests and later formats are made of it. */
export type ReportDocument = {
  language: ReportLanguage
  tlp: Tlp
  reportId: string
  version: string
  title: string
  shortTitle: string
  /** Printed after the short title: that it is a sample or a reference case. */
  kindNote: string | null
  deck: string
  front: readonly { label: string; value: Rich }[]
  sections: readonly Section[]
  annexes: readonly Section[]
  notes: readonly Note[]
  /** Cited sources in printed order; the number is the position + 1. */
  sources: readonly string[]
  /** Numbers of tables and figures by id, as printed: "1". */
  numbers: Readonly<Record<string, string>>
}

export type ReportOptions = {
  language: ReportLanguage
  tlp: Tlp
  /** The instant of issue, RFC 3339 in UTC; the domain has no clock. */
  now: string
  reportId: string
  version?: string
  /** Frozen texts by hash, for the paragraph a quotation stands in. */
  texts?: Readonly<Record<string, string>>
}
