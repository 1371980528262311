import { useMemo } from 'react'
import { sentencesIn, type Span } from '#domain/text/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { partAt } from './marks.ts'
import { entitiesNear, type NamedEntity, type RecordDraft } from './record-draft.ts'
import { useReading } from './reading.ts'

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
