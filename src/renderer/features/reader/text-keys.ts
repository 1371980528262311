import type { KeyboardEvent } from 'react'
import { focusList } from './text-focus.ts'
import { select } from '../../state/navigation.ts'
import { actionOf, type ReaderAction } from '../../state/reader-keys.ts'
import { useSession } from '../../state/session.ts'
import { typeOfFigure, typeOfLetter } from './keys.ts'
import { startRecord } from './records.ts'
import { edgeStep, stepEdge } from './resizing.ts'
import { decide, makeOf } from './deciding.ts'
import { itemNow } from './suggested-now.ts'
import type { Item } from './suggested.ts'
import { leaveSuggestions, step } from './walking.ts'
import { mark, openField, repeatLast, startEvent, unitAtCaret } from './marking.ts'
import { closeBar, say, selectedSpan, setReading, useReading } from './reading.ts'
import { partPlaces, readSelection, writeSelection } from './text-dom.ts'
import { selectionMoves } from './use-selection.ts'
import type { TextPart } from './marks.ts'

export type KeyScene = {
  root: HTMLElement
  scroller: HTMLElement
  parts: readonly TextPart[]
  currentId: string | null
  singleKeys: boolean
  /** Chooses the mark at an offset. */
  choose: (offset: number) => void
  edit: (id: string) => void
}

type Step = { direction: 'forward' | 'backward'; unit: 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary'; times: number }

const lineHeightOf = (element: HTMLElement) => Number.parseFloat(getComputedStyle(element).lineHeight) || 29

/** What an arrow, Home, End or page key means for the caret; null for any other key. */
export function stepOf({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>, pageLines: number): Step | null {
  const far = ctrlKey || metaKey
  const direction = /^(?:ArrowRight|ArrowDown|End|PageDown)$/.test(key) ? 'forward' : 'backward'
  if (key === 'ArrowLeft' || key === 'ArrowRight') return { direction, unit: far ? 'word' : 'character', times: 1 }
  if (key === 'ArrowUp' || key === 'ArrowDown') return { direction, unit: 'line', times: 1 }
  if (key === 'Home' || key === 'End') return { direction, unit: far ? 'documentboundary' : 'lineboundary', times: 1 }
  if (key === 'PageUp' || key === 'PageDown') return { direction, unit: 'line', times: pageLines }
  return null
}

/** Moves or extends by the browser's own rules of words and lines; never leaves the text. */
function move({ root, parts }: KeyScene, { direction, unit, times }: Step, extend: boolean): void {
  const selection = document.getSelection()
  const before = useReading.getState().ends
  if (!selection || !before) return
  if (unit === 'documentboundary') {
    const focus = direction === 'forward' ? (parts.at(-1)?.end ?? 0) : (parts[0]?.start ?? 0)
    writeSelection(root, parts, { anchor: extend ? before.anchor : focus, focus })
  } else {
    for (let step = 0; step < times; step++) selection.modify(extend ? 'extend' : 'move', direction, unit)
  }
  const after = readSelection(root, parts)
  if (after) setReading({ ends: after })
  else writeSelection(root, parts, before)
}

/** Puts the caret where it was, else at the first words in view. */
export function placeCaret({ root, scroller, parts }: Pick<KeyScene, 'root' | 'scroller' | 'parts'>): void {
  const { ends } = useReading.getState()
  const top = scroller.getBoundingClientRect().top
  const first = partPlaces(root, parts).findIndex((place) => place.top + place.height > top + 8)
  const offset = parts[Math.max(0, first)]?.start ?? 0
  writeSelection(root, parts, ends ?? { anchor: offset, focus: offset })
  setReading({ ends: readSelection(root, parts) })
}

export function toggleCaret(scene: Pick<KeyScene, 'root' | 'scroller' | 'parts'>): void {
  const caretMode = !useReading.getState().caretMode
  setReading({ caretMode })
  if (caretMode) placeCaret(scene)
  say(caretMode ? 'caretOn' : 'caretOff')
}

function escape({ root, parts, currentId }: KeyScene): boolean {
  const { bar, chooser, field, ends } = useReading.getState()
  if (bar || chooser || field) {
    closeBar()
    return true
  }
  if (onSuggestion(currentId)) {
    leaveSuggestions()
    return true
  }
  if (!selectedSpan() || !ends) return false
  writeSelection(root, parts, { anchor: ends.focus, focus: ends.focus })
  say('cleared')
  return true
}

/** The suggestion that keys act on: the one that the bar stands beside. */
function onSuggestion(currentId: string | null): Item | null {
  const { stepping, bar } = useReading.getState()
  return stepping && bar === null && !selectedSpan() ? itemNow(currentId) : null
}

/** Tab walks through all suggestions, Alt with an arrow through those that records are made of; where none follows, Tab leaves the text. */
function stepped({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false
  const { stepping, bar, chooser } = useReading.getState()
  // Tab leads into a bar that is open.
  if (key === 'Tab' && !altKey) return stepping && bar === null && chooser === null && !selectedSpan() && step(shiftKey ? -1 : 1, 'all')
  if (altKey && !shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) return step(key === 'ArrowDown' ? 1 : -1, 'records')
  return false
}

function enter({ choose, ...scene }: KeyScene, event: KeyboardEvent): boolean {
  if (event.altKey) {
    focusList()
    return true
  }
  const { bar, ends } = useReading.getState()
  const suggestion = onSuggestion(scene.currentId)
  if (bar?.kind === 'mark') closeBar()
  else if (selectedSpan()) void repeatLast()
  else if (suggestion) makeOf(suggestion)
  else if (ends && scene.parts.length > 0) choose(ends.focus)
  return true
}

/** A figure by the row or the number pad. Czech keyboards give letters on that row, so the place of the key counts. */
function figureOf({ key, code, shiftKey }: KeyboardEvent): string | null {
  if (/^\d$/.test(key)) return key
  return shiftKey ? null : (/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null)
}

function selectUnit({ root, parts }: KeyScene, unit: 'word' | 'sentence'): boolean {
  const span = unitAtCaret(unit)
  if (!span) return false
  writeSelection(root, parts, { anchor: span.start, focus: span.end })
  setReading({ ends: { anchor: span.start, focus: span.end } })
  selectionMoves()
  return true
}

/** Single letters and figures: only here, where nobody writes, and only while they are switched on. */
function single(scene: KeyScene, event: KeyboardEvent): boolean {
  if (!scene.singleKeys || event.ctrlKey || event.metaKey || event.altKey) return false
  const { bar } = useReading.getState()
  const type = typeOfFigure(figureOf(event) ?? '')
  if (type && (bar?.kind === 'mark' || selectedSpan())) {
    void mark(type)
    return true
  }
  const letter = event.key.toLowerCase()
  const suggestion = onSuggestion(scene.currentId)
  if (suggestion && decide(suggestion, letter, event.shiftKey)) return true
  const action = actionOf(letter, useSession.getState().settings.readerKeys)
  if (action) return does[action](scene)
  const own = typeOfLetter(letter)
  if (!own || (bar?.kind !== 'mark' && !selectedSpan())) return false
  void mark(own)
  return true
}

/** What each letter does; a letter that finds nothing to act on is let through. */
const does: Record<ReaderAction, (scene: KeyScene) => boolean> = {
  tags: ({ currentId }) => (openField('tags', currentId), true),
  comment: ({ currentId }) => (openField('note', currentId), true),
  event: ({ currentId }) => (startEvent(currentId), true),
  claim: ({ currentId }) => startRecord('claim', currentId),
  entity: ({ currentId }) => startRecord('entity', currentId),
  quote: ({ currentId }) => startRecord('judgement', currentId),
  translation: ({ currentId }) => startRecord('translation', currentId),
  relate: ({ currentId }) => startRecord('relation', currentId),
  word: (scene) => selectUnit(scene, 'word'),
  sentence: (scene) => selectUnit(scene, 'sentence'),
}

/** With a mark chosen and nothing selected, Shift and an arrow move its edges; the caret has these keys while it is on. */
function resized({ currentId }: KeyScene, event: KeyboardEvent): boolean {
  const step = edgeStep(event)
  if (!step || currentId === null || useReading.getState().caretMode || selectedSpan()) return false
  return stepEdge(currentId, step.edge, step.direction)
}

function moved(scene: KeyScene, event: KeyboardEvent): boolean {
  const step = stepOf(event, Math.max(1, Math.floor(scene.scroller.clientHeight / lineHeightOf(scene.root)) - 2))
  const { caretMode, ends } = useReading.getState()
  if (!step || event.altKey) return false
  if (!caretMode && !(event.shiftKey && ends && selectedSpan())) return false
  if (!ends) placeCaret(scene)
  // The caret goes its own way: keys are about it and no longer about a suggestion.
  if (onSuggestion(scene.currentId)) select({ annotationId: null })
  move(scene, step, event.shiftKey)
  selectionMoves()
  return true
}

function handled(scene: KeyScene, event: KeyboardEvent): boolean {
  if (stepped(event) || resized(scene, event) || moved(scene, event)) return true
  if (event.key === 'Escape') return escape(scene)
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) return enter(scene, event)
  if (event.key === 'F2' && scene.currentId) {
    scene.edit(scene.currentId)
    return true
  }
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    writeSelection(scene.root, scene.parts, { anchor: scene.parts[0]?.start ?? 0, focus: scene.parts.at(-1)?.end ?? 0 })
    selectionMoves()
    return true
  }
  return single(scene, event)
}

/** Keys while the focus is in the text. */
export function onTextKey(scene: KeyScene, event: KeyboardEvent): void {
  if (handled(scene, event)) {
    event.preventDefault()
    event.stopPropagation()
  }
}
