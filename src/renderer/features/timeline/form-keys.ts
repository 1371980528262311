import type { KeyboardEvent } from 'react'

/** The keys of a form in the inspector: Ctrl or Cmd and Enter save from any field, Escape leaves. Neither reaches the lanes. */
export const formKeys = (save: () => unknown, close: () => void) => (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
  else if (event.key === 'Escape') close()
  else return
  event.preventDefault()
  event.stopPropagation()
}
