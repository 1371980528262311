import { create } from 'zustand'
import { useNavigation } from './navigation.ts'

/** The pane that holds the focus, by the name people read; empty outside of panes. */
export const usePane = create<{ name: string }>(() => ({ name: '' }))

const focusable = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]'
const shown = (element: Element) => element.checkVisibility()
const panes = () => [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(shown)

function enter(pane: HTMLElement): boolean {
  // Inside a list the row that had the focus last is the one with tabindex 0: come back to it.
  const target = pane.matches('[tabindex]') ? pane : (pane.querySelector<HTMLElement>('[role=row][tabindex="0"], [role=option][tabindex="0"]') ?? [...pane.querySelectorAll<HTMLElement>(focusable)].find(shown))
  target?.focus()
  return target !== undefined && pane.contains(document.activeElement)
}

/** Moves the focus to the next pane of the view, round and round. */
export function nextPane(): void {
  const all = panes()
  const at = all.findIndex((pane) => pane.contains(document.activeElement))
  const order = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  order.find(enter)
}

/** Follows the focus; returns the undoing. */
export function followPanes(): () => void {
  const onFocus = (event: FocusEvent) => {
    const pane = event.target instanceof Element ? event.target.closest('[data-pane]') : null
    usePane.setState({ name: pane?.getAttribute('aria-label') ?? '' })
  }
  document.addEventListener('focusin', onFocus)
  // The view that had the focus may be gone: then no pane has it.
  const forget = useNavigation.subscribe(() => requestAnimationFrame(() => {
    if (document.activeElement === document.body) usePane.setState({ name: '' })
  }))
  return () => {
    forget()
    document.removeEventListener('focusin', onFocus)
  }
}
