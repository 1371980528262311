import { credibilityGrades, reliabilityGrades, type Credibility, type Evidence, type Incident, type Reliability } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { contestedIn } from './competition.ts'

export type RowState = 'contested' | 'confirmed' | 'background' | 'one-source' | 'no-source'
/** One line of the table. */
export type Row = { item: TimelineItem; grade: string | null; state: RowState }

/** How well an item is founded, in one word. */
export function stateOf(item: TimelineItem): RowState {
  if (item.standing === 'background') return 'background'
  if (item.sources === 0) return 'no-source'
  return item.sources === 1 ? 'one-source' : 'confirmed'
}

export function sourceOf(incident: Incident, piece: Evidence) {
  if (piece.kind === 'citation') return incident.sources[piece.sourceId]
  const annotation = incident.annotations[piece.annotationId]
  return annotation && incident.sources[annotation.sourceId]
}

/** Admiralty grade of a piece: letter of the source, figure of the information; null while either is missing. */
export function gradeOfPiece(incident: Incident, piece: Evidence, fallback: Credibility | null = null): `${Reliability}${Credibility}` | null {
  const source = sourceOf(incident, piece)
  const figure = piece.credibility ?? fallback
  return source && figure ? `${source.reliability}${figure}` : null
}

const rank = (grade: string) => reliabilityGrades.indexOf(grade[0] as Reliability) * 10 + credibilityGrades.indexOf(grade[1] as Credibility)

/** The best grade among the evidence for an item. */
export function gradeOfItem(incident: Incident, item: TimelineItem): string | null {
  const own = item.collection === 'events' ? (incident.events[item.id]?.credibility ?? null) : null
  const grades = item.evidence.filter(({ stance }) => stance === 'for').flatMap((piece) => gradeOfPiece(incident, piece, own) ?? [])
  return grades.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

/** Where sources disagree that is said before how well a record is founded. */
export function rowsOf(incident: Incident, items: readonly TimelineItem[]): Row[] {
  const contested = contestedIn(incident)
  return items.map((item) => ({ item, grade: gradeOfItem(incident, item), state: contested.has(item.key) ? 'contested' : stateOf(item) }))
}

/** The first words an item rests on: where Enter goes. Null when only citations stand behind it. */
export function firstQuote(incident: Incident, item: Pick<TimelineItem, 'evidence'>): { sourceId: string; annotationId: string } | null {
  for (const piece of item.evidence) {
    const annotation = piece.kind === 'quote' ? incident.annotations[piece.annotationId] : undefined
    if (annotation) return { sourceId: annotation.sourceId, annotationId: annotation.id }
  }
  return null
}
