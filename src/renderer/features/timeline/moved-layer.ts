import type { Window } from './marks.ts'

/**
 * A layer of many things placed by time that moves as one: they stand in parts of a hundred of its base stretch, and the
 * window only moves and stretches the layer. What is placed in px is styled anew in every frame, which for sixty
 * periods takes longer than all else on the timeline.
 */
export type MovedLayer = {
  /** What the layer holds: each with where it begins and ends (ms). */
  set: (parts: readonly Part[]) => void
  place: (window: Window, width: number) => void
}
type Part = Window & { element: HTMLElement }

/** A layer of so many px is still placed to a quarter of a px, shares being 32-bit numbers. */
const widest = 4e6
/** A stretch too long for that is cut to so many windows on both sides. */
const around = 20

/** The stretch that a layer stands for: all of its parts where they fit, else what lies near the window. */
export function baseFor(full: Window, window: Window, width: number, now: Window | null): Window {
  const span = window.to - window.from
  const fits = (base: Window) => ((base.to - base.from) / span) * width <= widest
  if (fits(full)) return full
  if (now !== null && now !== full && fits(now) && now.from <= window.from - span && now.to >= window.to + span) return now
  return { from: window.from - around * span, to: window.to + around * span }
}

/** Where a part begins in its base and how long it is, in parts of a hundred. */
export function shareOf(base: Window, { from, to }: Window): { left: number; width: number } {
  const span = base.to - base.from
  const [start, end] = [from, to].map((time) => (Math.min(base.to, Math.max(base.from, time)) - base.from) / span) as [number, number]
  return { left: start * 100, width: (end - start) * 100 }
}

export function movedLayer(element: HTMLElement): MovedLayer {
  let parts: readonly Part[] = []
  let full: Window | null = null
  let base: Window | null = null
  let last: { window: Window; width: number } | null = null

  function draw({ window, width }: { window: Window; width: number }) {
    if (full === null) return
    const next = baseFor(full, window, width, base)
    if (next !== base) {
      base = next
      for (const part of parts) {
        const share = shareOf(next, part)
        part.element.style.left = `${share.left}%`
        part.element.style.width = `${share.width}%`
      }
    }
    const perMs = width / (window.to - window.from)
    element.style.width = `${(next.to - next.from) * perMs}px`
    element.style.transform = `translateX(${(next.from - window.from) * perMs}px)`
  }
  return {
    set(list) {
      parts = list
      full = list.length === 0 ? null : { from: Math.min(...list.map(({ from }) => from)), to: Math.max(...list.map(({ to }) => to)) }
      base = null
      if (last) draw(last)
    },
    place(window, width) {
      if (width <= 0 || window.to <= window.from) return
      if (last?.window.from === window.from && last.window.to === window.to && last.width === width) return
      last = { window, width }
      draw(last)
    },
  }
}
