import { useEffect, type RefObject } from 'react'
import type { Span } from '#domain/text/index.ts'
import { besideKey, draftKey, dropDraft, incidentOfKey, keepDraft, recordOfKey, sendDrafts, useDrafts, type Draft } from '../../state/drafts.ts'
import type { AnnotationDraft } from './edit-card.tsx'
import { sameWords } from './marking.ts'
import { setReading, useReading } from './reading.ts'
import { writeSelection } from './text-dom.ts'
import type { ReadText } from './use-text.ts'

/** Words of a frozen text that are no mark yet, by their place. */
export type Words = { sourceId: string; span: Span }

/** Under which record a comment is kept while it is written: its mark, or the words it is about. */
export const recordOfWords = ({ sourceId, span }: Words): string => `${sourceId}:${span.start}-${span.end}`

export function wordsOfRecord(record: string): Words | null {
  const match = /^([^/]+):(\d+)-(\d+)$/.exec(record)
  return match ? { sourceId: match[1] ?? '', span: { start: Number(match[2]), end: Number(match[3]) } } : null
}

/** The words have become a mark meanwhile: the comment waits for its card, behind one that it has. */
function moveToMark({ key, ...draft }: Draft, id: string, note: string) {
  const own = draftKey(incidentOfKey(key), 'annotation', `annotations/${id}`)
  const moved = own in useDrafts.getState().drafts ? besideKey(own) : own
  const written = (draft.value as AnnotationDraft).note
  keepDraft({ ...draft, key: moved, value: { note: note === '' ? written : `${note}\n${written}` } })
  sendDrafts()
  dropDraft(key)
  useDrafts.setState({ wanted: moved })
}

/** Goes on with a comment on words that are no mark: selects them and opens the field, which takes what was written. */
export function useWantedComment(root: RefObject<HTMLElement | null>, { parts }: ReadText): void {
  const wanted = useDrafts(({ wanted, drafts }) => (wanted === null ? undefined : drafts[wanted]))
  const open = useReading((state) => state.open)
  useEffect(() => {
    const words = wanted?.form === 'annotation' ? wordsOfRecord(recordOfKey(wanted.key)) : null
    if (!wanted || !words || words.sourceId !== open?.source.id) return
    const known = sameWords(words.sourceId, words.span)
    if (known) return moveToMark(wanted, known.id, known.note)
    const ends = { anchor: words.span.start, focus: words.span.end }
    if (root.current) writeSelection(root.current, parts, ends)
    setReading({ ends, bar: { kind: 'selection' }, field: 'note', chooser: null })
  }, [wanted, open, root, parts])
}
