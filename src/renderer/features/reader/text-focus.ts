import type { Span } from '#domain/text/index.ts'

/** What the text pane offers to the other panes while it is on the screen. */
export type TextHandle = {
  /** Brings the focus back to the text with the selection or caret as it was. */
  focus: () => void
  /** Scrolls so that the words are seen; nothing moves when they already are. */
  show: (span: Span) => void
  /** Leaves a caret where the selection ended, so that a new mark is seen in its own colour. */
  collapse: () => void
  /** Turns the caret on or off, with the focus in the text. */
  toggleCaret: () => void
}

let handle: TextHandle | null = null
/** Where the focus was when it was sent to a text that was still being read; null when none is awaited. */
let sentFrom: Element | null = null

export function offerText(offered: TextHandle): () => void {
  handle = offered
  // Whoever has gone elsewhere meanwhile is not called back.
  if (sentFrom !== null && sentFrom === document.activeElement) offered.focus()
  sentFrom = null
  return () => {
    if (handle === offered) handle = null
  }
}
export function focusText(): void {
  if (handle) handle.focus()
  else sentFrom = document.activeElement
}
export const collapseSelection = (): void => handle?.collapse()
export const toggleTextCaret = (): void => handle?.toggleCaret()
export const showSpan = (span: Span): void => handle?.show(span)

let list: (() => void) | null = null
/** The list offers to take the focus at the chosen card. */
export function offerList(focus: () => void): () => void {
  list = focus
  return () => {
    if (list === focus) list = null
  }
}
export const focusList = (): void => list?.()
