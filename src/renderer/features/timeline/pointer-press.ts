/** What one press of the pointer is asked, from down to up; `end` says whether it is to count. */
export type Press = { down: (event: PointerEvent) => void; move: (event: PointerEvent) => void; /** Whether something is being dragged, which nobody else is to take for a click. */ busy: () => boolean; end: (keep: boolean) => void }

/** Hears of presses before vis does; a pointer that is taken away or Escape ends one without effect. Answers how to stop. */
export function listenToPress(container: HTMLElement, { down, move, busy, end }: Press): () => void {
  const stop = new AbortController()
  const early = { capture: true, signal: stop.signal }
  container.addEventListener('pointerdown', down, early)
  container.addEventListener('pointermove', move, early)
  container.addEventListener('pointerup', (event) => {
    if (busy()) event.stopPropagation()
    end(true)
  }, early)
  container.addEventListener('pointercancel', () => end(false), { signal: stop.signal })
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !busy()) return
    event.stopPropagation()
    end(false)
  }, early)
  return () => {
    end(false)
    stop.abort()
  }
}
