import { useEffect, type RefObject } from 'react'
import { closeBar, say, selectedSpan, setReading, useReading } from './reading.ts'
import { isReadOnly, unitAt } from './marking.ts'
import { useSession } from '../../state/session.ts'
import { reader } from '../../strings/reader.ts'
import { translate } from '../../strings/index.ts'
import { offsetUnder, readSelection, writeSelection } from './text-dom.ts'
import type { ReadText } from './use-text.ts'

/** After the last key of a keyboard selection, in ms, before the bar comes. */
const settle = 250
let timer = 0

/** The selection is made: shows the bar and says once what can be done. */
export function selectionSettled(): void {
  clearTimeout(timer)
  // Someone who was quicker than the pause writes in a field already.
  if (!selectedSpan() || useReading.getState().field !== null) return
  const { language, singleKeys } = useSession.getState().settings
  setReading({ bar: { kind: 'selection' }, chooser: null, field: null })
  if (isReadOnly()) say('selectedReadOnly', { reason: translate(reader, language, 'readOnly') })
  else say(singleKeys ? 'selected' : 'selectedPlain')
}

/** A key changed the selection: the bar goes and comes back when the person pauses. */
export function selectionMoves(): void {
  clearTimeout(timer)
  closeBar()
  timer = window.setTimeout(selectionSettled, settle)
}

const unitOfClicks: Record<number, 'word' | 'sentence'> = { 2: 'word', 3: 'sentence' }

/** Mirrors the document's selection into the store, and makes double and triple clicks mean word and sentence. */
export function useSelection(root: RefObject<HTMLElement | null>, read: ReadText, onPlace: (offset: number) => void): void {
  const { parts } = read
  useEffect(() => {
    const element = root.current
    if (!element) return
    let dragging = false
    const onChange = () => {
      const ends = readSelection(element, parts)
      const known = useReading.getState().ends
      if (ends && (ends.anchor !== known?.anchor || ends.focus !== known.focus)) setReading({ ends })
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Node) || !element.contains(event.target)) return
      dragging = true
      clearTimeout(timer)
      closeBar()
    }
    const onUp = (event: MouseEvent) => {
      if (!dragging) return
      dragging = false
      const unit = unitOfClicks[event.detail]
      const offset = offsetUnder(element, parts, event.clientX, event.clientY)
      const span = unit && offset !== null ? unitAt(unit, offset) : null
      if (span) writeSelection(element, parts, { anchor: span.start, focus: span.end })
      onChange()
      if (selectedSpan()) selectionSettled()
      else if (offset !== null) onPlace(offset)
    }
    document.addEventListener('selectionchange', onChange)
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('mouseup', onUp)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', onChange)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('mouseup', onUp)
    }
  }, [root, parts, onPlace])
}
