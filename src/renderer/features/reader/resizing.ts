import { makeAnchor } from '#domain/text/index.ts'
import type { Anchor } from '#domain/incident/index.ts'
import { useOpened } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { translate } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { isReadOnly, update } from './marking.ts'
import { setReading, useReading } from './reading.ts'

export type Edge = 'start' | 'end'
/** After the last step, in ms, before the new span is written: many steps are one change to take back. */
const pause = 500
let timer = 0
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const reach = 32

/** The next border between two characters as people see them; UTF-16 offsets. */
export function nextBorder(text: string, offset: number, direction: 1 | -1): number {
  if (direction === 1) {
    const first = [...graphemes.segment(text.slice(offset, offset + reach))][0]
    return offset + (first?.segment.length ?? 0)
  }
  const from = Math.max(0, offset - reach)
  const last = [...graphemes.segment(text.slice(from, offset))].at(-1)
  return offset - (last?.segment.length ?? 0)
}

function anchorOf(id: string): Anchor | null {
  const { resizing, open } = useReading.getState()
  const known = useOpened.getState().current?.incident.annotations[id]
  if (!known || !open || known.sourceId !== open.source.id || open.source.text?.sha256 !== known.anchor.textSha256) return null
  return resizing?.id === id ? resizing.anchor : known.anchor
}

/** Moves one edge of a mark to an offset; it never passes the other edge. @returns whether there was such a mark to change */
export function moveEdge(id: string, edge: Edge, to: number): boolean {
  const anchor = isReadOnly() ? null : anchorOf(id)
  const { open } = useReading.getState()
  if (!anchor || !open?.source.text) return false
  const start = edge === 'start' ? Math.min(Math.max(0, to), anchor.end - 1) : anchor.start
  const end = edge === 'end' ? Math.max(Math.min(open.text.length, to), anchor.start + 1) : anchor.end
  try {
    setReading({ resizing: { id, anchor: makeAnchor(open.text, open.source.text.sha256, start, end) } })
  } catch (error) {
    // Half of a character: the edge stays until the pointer is over the whole of it.
    if (!(error instanceof RangeError)) throw error
  }
  clearTimeout(timer)
  timer = window.setTimeout(() => void keepSpan(), pause)
  return true
}

export function stepEdge(id: string, edge: Edge, direction: 1 | -1): boolean {
  const anchor = anchorOf(id)
  const { open } = useReading.getState()
  return anchor !== null && open !== null && moveEdge(id, edge, nextBorder(open.text, anchor[edge], direction))
}

/** Writes the span as it stands now, as one step. */
export async function keepSpan(): Promise<void> {
  clearTimeout(timer)
  const { resizing } = useReading.getState()
  if (!resizing) return
  const done = await update(resizing.id, { anchor: resizing.anchor })
  if (useReading.getState().resizing === resizing) setReading({ resizing: null })
  if (!done) return
  const words = resizing.anchor.exact.split(/\s+/)
  setReading({ said: translate(marking, useSession.getState().settings.language, 'resized', { from: words[0] ?? '', to: words.at(-1) ?? '' }) })
}

/** What Shift with an arrow means for a mark: the end moves, with Ctrl or Cmd the start. Null for any other key. */
export function edgeStep({ key, shiftKey, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): { edge: Edge; direction: 1 | -1 } | null {
  if (!shiftKey || altKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return null
  return { edge: ctrlKey || metaKey ? 'start' : 'end', direction: key === 'ArrowRight' ? 1 : -1 }
}
