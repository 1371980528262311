import type { Annotation, Credibility, Evidence, Incident, MarkRelation } from '../incident/index.ts'
import { paragraphs, type Paragraph } from '../text/index.ts'
import type { Inline, Note, NotePiece, QuoteRelation, Rich } from './document.ts'

/** Collects the notes while sections are built, in reading order. */
export type Notebook = {
  /** A call of the note for this evidence; nothing when no evidence may be shown. `credibility` fills in where a piece has none. */
  call: (evidence: readonly Evidence[], credibility?: Credibility | null) => Rich
  notes: () => Note[]
}

/** Suggested and rejected passages never leave the program, not even through evidence that names them. */
const acceptedOf = (incident: Incident, id: string): Annotation | null => {
  const annotation = incident.annotations[id]
  return annotation?.state === 'accepted' ? annotation : null
}

/** Evidence that a report may show. */
export function shownEvidence(incident: Incident, evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter((piece) => piece.kind === 'citation' || acceptedOf(incident, piece.annotationId) !== null)
}

type ParagraphAt = (textSha256: string, offset: number) => number | null

/** The paragraph, counted from 1, in which an offset (UTF-16) of a text lies; each text is divided once. */
function paragraphFinder(texts: Readonly<Record<string, string>>): ParagraphAt {
  const divided = new Map<string, Paragraph[]>()
  return (sha256, offset) => {
    const text = texts[sha256]
    if (text === undefined) return null
    const parts = divided.get(sha256) ?? paragraphs(text)
    divided.set(sha256, parts)
    const index = parts.findIndex((paragraph) => offset < paragraph.end)
    return index < 0 ? null : index + 1
  }
}

/** Relations that say something of the words, to passages that may be shown; that two only belong together is for the desk. */
function relationsOf(incident: Incident, annotation: Annotation): QuoteRelation[] {
  const isSaid = ({ kind }: { kind: MarkRelation }) => kind !== 'related'
  const own = (annotation.relations ?? []).filter(isSaid).map(({ kind, annotationId }) => ({ kind, reversed: false, other: acceptedOf(incident, annotationId) }))
  const others = Object.values(incident.annotations).flatMap((other) => (other.relations ?? []).filter((relation) => relation.annotationId === annotation.id && isSaid(relation)).map(({ kind }) => ({ kind, reversed: true, other: acceptedOf(incident, other.id) })))
  return [...own, ...others].flatMap(({ kind, reversed, other }) => (other && incident.sources[other.sourceId]?.text?.nature !== 'own-words' ? [{ kind, reversed, exact: other.anchor.exact, sourceId: other.sourceId }] : []))
}

function quoteOf(incident: Incident, annotation: Annotation, paragraphAt: ParagraphAt): NotePiece['quote'] {
  const source = incident.sources[annotation.sourceId]
  return {
    exact: annotation.anchor.exact,
    paragraph: paragraphAt(annotation.anchor.textSha256, annotation.anchor.start),
    ownWords: source?.text?.nature === 'own-words',
    lang: source?.language ?? null,
    translation: annotation.translation ?? null,
    relations: relationsOf(incident, annotation),
  }
}

function pieceOf(incident: Incident, piece: Evidence, credibility: Credibility | null, paragraphAt: ParagraphAt): NotePiece[] {
  const annotation = piece.kind === 'quote' ? acceptedOf(incident, piece.annotationId) : null
  const sourceId = piece.kind === 'citation' ? piece.sourceId : annotation?.sourceId
  const source = sourceId === undefined ? undefined : incident.sources[sourceId]
  if (source === undefined) return []
  return [{
    sourceId: source.id,
    reliability: source.reliability,
    credibility: piece.credibility ?? credibility,
    against: piece.stance === 'against',
    quote: annotation === null ? null : quoteOf(incident, annotation, paragraphAt),
    locator: piece.kind === 'citation' ? piece.locator : null,
    comment: piece.note,
  }]
}

/** The same sources, grades, words and comments in another order are the same note. */
const keyOf = (pieces: readonly NotePiece[]) => pieces.map((piece) => JSON.stringify(piece)).toSorted().join('\n')

export function createNotebook(incident: Incident, texts: Readonly<Record<string, string>>): Notebook {
  const paragraphAt = paragraphFinder(texts)
  const byKey = new Map<string, { number: number; pieces: NotePiece[]; calls: string[] }>()
  const call: Notebook['call'] = (evidence, credibility = null) => {
    const pieces = evidence.flatMap((piece) => pieceOf(incident, piece, credibility, paragraphAt))
    if (pieces.length === 0) return []
    const key = keyOf(pieces)
    const note = byKey.get(key) ?? { number: byKey.size + 1, pieces, calls: [] }
    byKey.set(key, note)
    const id = note.calls.length === 0 ? `r${note.number}` : `r${note.number}-${note.calls.length + 1}`
    note.calls.push(id)
    const inline: Inline = { kind: 'call', note: note.number, id }
    return [inline]
  }
  return { call, notes: () => [...byKey.values()].map(({ number, pieces, calls }) => ({ number, pieces, calls: [...calls] })) }
}
