import type { KeyboardEvent } from 'react'

/** What a key asks for on the canvas and the table. Letters are off when the person switched single keys off (WCAG 2.1.4). */
export type TimelineAction =
  | 'zoom-in' | 'zoom-out' | 'fit' | 'pan-left' | 'pan-right' | 'scroll-up' | 'scroll-down' | 'previous' | 'next' | 'go-to' | 'lanes' | 'fit-selection' | 'peek' | 'around' | 'reveal' | 'rival' | 'periods' | 'new-period'
  | 'earlier' | 'later' | 'end-earlier' | 'end-later'
  | 'open' | 'edit' | 'remove' | 'new' | 'split-up' | 'split-down' | 'escape'

const plain: Record<string, TimelineAction> = {
  '+': 'zoom-in', '=': 'zoom-in', '-': 'zoom-out', '0': 'fit', '[': 'previous', ']': 'next', ' ': 'peek', Enter: 'open', F2: 'edit', Delete: 'remove', Escape: 'escape', ArrowLeft: 'pan-left', ArrowRight: 'pan-right', ArrowUp: 'scroll-up', ArrowDown: 'scroll-down',
}
const letters: Record<string, TimelineAction> = { g: 'go-to', l: 'lanes', f: 'fit-selection', a: 'around', h: 'reveal', c: 'rival', p: 'periods', e: 'edit', n: 'new' }

/** With Shift the selected record goes by one unit of its date, with Alt as well its end. */
const shifted: Record<string, { whole: TimelineAction; end: TimelineAction }> = { ArrowLeft: { whole: 'earlier', end: 'end-earlier' }, ArrowRight: { whole: 'later', end: 'end-later' } }

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The action of a key press, or null. */
export function actionFor({ key, ctrlKey, metaKey, altKey, shiftKey }: Press, singleKeys: boolean): TimelineAction | null {
  if (ctrlKey || metaKey) return null
  const moving = shiftKey ? shifted[key] : undefined
  if (moving) return altKey ? moving.end : moving.whole
  if (altKey) return key === 'ArrowUp' ? 'split-up' : key === 'ArrowDown' ? 'split-down' : null
  if (shiftKey && singleKeys && key.toLowerCase() === 'p') return 'new-period'
  return plain[key] ?? (singleKeys ? (letters[key.toLowerCase()] ?? null) : null)
}
