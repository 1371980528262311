import { useMemo, useState } from 'react'
import type { DateStatement } from '#domain/dates/index.ts'
import { dateNear, type Suggestion, type SuggestionType } from '#domain/suggest/index.ts'
import { sentencesIn, type Span } from '#domain/text/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { publishedDay, readLanguage, useFinding } from './finding.ts'
import { partAt } from './marks.ts'
import { entitiesNear, type NamedEntity, type RecordDraft } from './record-draft.ts'
import { useReading } from './reading.ts'

/** What the rules read in the words, as a draft of the domain; null for words that no rule found as that type. */
export function useDraftOf<Draft>({ found }: RecordDraft, type: SuggestionType, draft: (text: string, one: Suggestion, all: readonly Suggestion[]) => Draft): Draft | null {
  const open = useReading((state) => state.open)
  // Filled in once, when the form opens.
  const [filled] = useState(() => (open && found?.type === type ? draft(open.text, found, useFinding.getState().found) : null))
  return filled
}

/** The date in or near the words, else that of the source, which is when the words were said. */
export function useDateNear({ sourceId, span }: RecordDraft): DateStatement {
  const incident = useIncident()
  const open = useReading((state) => state.open)
  const source = incident.sources[sourceId]
  const near = open && source && open.source.id === sourceId ? dateNear(open.text, span, { language: readLanguage(source) ?? undefined, published: publishedDay(source) }) : null
  return near ?? { edtf: source?.date ?? null, wording: null }
}

/** The entities named in the sentences that the marked words lie in, nearest first; none while another text is open. */
export function useEntitiesNear({ sourceId, span }: RecordDraft): NamedEntity[] {
  const incident = useIncident()
  const open = useReading((state) => state.open)
  return useMemo(() => {
    const part = open?.source.id === sourceId ? partAt(open.parts, span.start) : undefined
    if (!open || !part) return []
    const sentences = sentencesIn(open.text, part).filter(({ start, end }) => start < span.end && end > span.start)
    const around: Span = { start: Math.min(span.start, ...sentences.map(({ start }) => start)), end: Math.max(span.end, ...sentences.map(({ end }) => end)) }
    return entitiesNear(incident, open.text, around, span)
    // Filled in once, when the form opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}
