import { useSyncExternalStore } from 'react'

/** Whether the window is at least so wide, in CSS px; zoom counts. */
export function useWiderThan(px: number): boolean {
  const query = `(width >= ${px}px)`
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
