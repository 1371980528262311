import { create } from 'zustand'
import type { Anchor, AnnotationType, Source } from '#domain/incident/index.ts'
import type { Span } from '#domain/text/index.ts'
import { reader } from '../../strings/reader.ts'
import { translate, type Params } from '../../strings/index.ts'
import { useSession } from '../../state/session.ts'
import type { EventDraft } from './event-draft.ts'
import { trimSpan, type TextPart } from './marks.ts'
import type { RecordDraft } from './record-draft.ts'
import type { Walk } from './suggested.ts'

/** The text on the desk. */
export type OpenText = { source: Source; text: string; parts: TextPart[] }
/** What the bar beside the words acts on: the selection, or the mark just made or chosen. */
export type Bar = { kind: 'selection' } | { kind: 'mark'; id: string }

type Reading = {
  open: OpenText | null
  /** The fixed and the moving end of the selection as UTF-16 offsets; equal: a caret; null: neither. */
  ends: { anchor: number; focus: number } | null
  caretMode: boolean
  bar: Bar | null
  field: 'tags' | 'note' | null
  /** Marks that overlap where the person clicked, to choose from. */
  chooser: { ids: string[]; offset: number } | null
  draft: EventDraft | null
  /** Another record about to be made of marked words. */
  record: RecordDraft | null
  /** The mark chosen before the present one: what a relation reaches for. */
  chosenBefore: string | null
  /** A mark whose span is being changed; written once the person pauses. */
  resizing: { id: string; anchor: Anchor } | null
  /** The annotation edited in its card. */
  editing: string | null
  /** Made since the reader was opened, newest last: none of them may vanish behind a filter unnoticed. */
  fresh: string[]
  lastType: AnnotationType
  /** Whether Tab goes from suggestion to suggestion: from when the focus comes to the text until Escape. */
  stepping: boolean
  /** Which suggestions were walked through last. */
  walk: Walk
  /** What became of the suggestion before, to be said together with the one that follows. */
  outcome: string
  said: string
}

const start = { open: null, ends: null, caretMode: false, bar: null, field: null, chooser: null, draft: null, record: null, chosenBefore: null, resizing: null, editing: null, fresh: [] as string[], stepping: true, walk: 'all' as Walk, outcome: '', said: '' }
export const useReading = create<Reading>(() => ({ ...start, lastType: 'activity' }))

export const setReading = (changes: Partial<Reading>): void => useReading.setState(changes)
export const closeBar = (): void => setReading({ bar: null, field: null, chooser: null })
/** The bar goes when the person works elsewhere; not when the window as a whole loses the focus. */
export function leaveBar(to: EventTarget | null): void {
  if (to instanceof Element && !to.closest('[data-mark-bar], article')) closeBar()
}

/** A new text comes to the desk; what concerned the old one goes, the caret mode stays. */
export const openText = (open: OpenText | null): void => setReading({ open, ends: null, bar: null, field: null, chooser: null })

/** The selected words without white space at their ends; null when nothing is selected. */
export function selectedSpan({ open, ends }: Pick<Reading, 'open' | 'ends'> = useReading.getState()): Span | null {
  if (!open || !ends || ends.anchor === ends.focus) return null
  return trimSpan(open.text, { start: Math.min(ends.anchor, ends.focus), end: Math.max(ends.anchor, ends.focus) })
}

/** Tells assistive technology what happened, politely. */
export function say(key: keyof (typeof reader)['en'], params?: Params): void {
  setReading({ said: translate(reader, useSession.getState().settings.language, key, params) })
}
