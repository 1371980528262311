import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import type { TextPart } from './marks.ts'
import { useReading } from './reading.ts'
import { caretBox, rangeOf } from './text-dom.ts'
import styles from './text-pane.module.css'

type Place = { left: number; top: number; height: number }
type Geometry = { article: RefObject<HTMLElement | null>; root: RefObject<HTMLElement | null>; parts: readonly TextPart[]; size: number }

/** Measures now and whenever the text is laid out anew. */
export function useMeasured<T>(element: RefObject<HTMLElement | null>, measure: () => T, on: readonly unknown[]): T | null {
  const [value, setValue] = useState<T | null>(null)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const again = () => setValue(measure())
    again()
    const observer = new ResizeObserver(again)
    observer.observe(target)
    return () => observer.disconnect()
    // The caller names what its measuring depends on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, on)
  return value
}

function within(article: HTMLElement | null, box: DOMRect | null | undefined, edge: 'left' | 'right'): Place | null {
  const origin = article?.getBoundingClientRect()
  return origin && box ? { left: box[edge] - origin.left, top: box.top - origin.top, height: box.height } : null
}

/** Our own caret: text that cannot be edited has none. */
export function Caret({ article, root, parts, size }: Geometry) {
  const shown = useReading((state) => state.caretMode)
  const focus = useReading((state) => state.ends?.focus)
  const place = useMeasured(article, () => within(article.current, shown && root.current && focus !== undefined ? caretBox(root.current, parts, focus) : null, 'left'), [shown, focus, parts, size])
  return place ? <span className={styles['caret']} aria-hidden="true" style={place} /> : null
}

/** A bar at each end of the current mark. */
export function CurrentEnds({ article, root, parts, annotation, size }: Geometry & { annotation: Annotation }) {
  const { start, end } = annotation.anchor
  const places = useMeasured(
    article,
    () => {
      const boxes = root.current ? [...(rangeOf(root.current, parts, { start, end })?.getClientRects() ?? [])].filter(({ width }) => width > 0) : []
      return [within(article.current, boxes[0], 'left'), within(article.current, boxes.at(-1), 'right')]
    },
    [start, end, parts, size],
  )
  return places?.map((place, index) => (place ? <span key={index === 0 ? 'start' : 'end'} className={styles['bar']} aria-hidden="true" style={{ ...place, background: `var(--ink-${annotation.type})` }} /> : null))
}
