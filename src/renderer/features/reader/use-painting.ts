import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import type { Span } from '#domain/text/index.ts'
import { paint, wipe } from './paint.ts'
import type { ReadText } from './use-text.ts'

/** How far outside of the viewport parts count as near, in px. */
const margin = '400px 0px'

/** Keeps the highlights of the parts near the viewport as the data says: they are derived, so they cannot go stale. */
export function usePainting(scroller: RefObject<HTMLElement | null>, root: RefObject<HTMLElement | null>, { parts, marks }: ReadText, suggested: readonly Annotation[][], currentId: string | null, kept: Span | null): void {
  const near = useRef(new Set<number>())
  const repaint = useCallback(() => {
    if (root.current) paint({ root: root.current, parts, marks, suggested, currentId, kept }, near.current)
  }, [root, parts, marks, suggested, currentId, kept])
  const latest = useRef(repaint)
  useEffect(() => {
    latest.current = repaint
    repaint()
  }, [repaint])

  useEffect(() => {
    const element = root.current
    if (!element) return
    const seen = near.current
    seen.clear()
    // A part is known by its place, which is that of its element.
    const indexes = new Map([...element.children].slice(0, parts.length).map((child, index) => [child, index]))
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = indexes.get(target) ?? -1
          if (isIntersecting) seen.add(index)
          else seen.delete(index)
        }
        latest.current()
      },
      { root: scroller.current, rootMargin: margin },
    )
    for (const child of indexes.keys()) observer.observe(child)
    return () => {
      observer.disconnect()
      wipe()
    }
  }, [scroller, root, parts])
}
