import { useLayoutEffect, useState, type CSSProperties, type PointerEvent, type RefObject } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import { inkOf, useTypes } from '../../state/codebook.ts'
import { useReadOnly } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import type { TextPart } from './marks.ts'
import { useReading } from './reading.ts'
import { keepSpan, moveEdge, type Edge } from './resizing.ts'
import { caretBox, offsetUnder, rangeOf } from './text-dom.ts'
import styles from './text-pane.module.css'

type Place = { left: number; top: number; height: number }
type Geometry = { article: RefObject<HTMLElement | null>; root: RefObject<HTMLElement | null>; parts: readonly TextPart[]; size: number }

/**
 * Measures now and whenever the text is laid out anew.
 * @param rest ms the size has to rest before it is measured again: scrolling lays out part after part
 */
export function useMeasured<T>(element: RefObject<HTMLElement | null>, measure: () => T, on: readonly unknown[], rest = 0): T | null {
  const [value, setValue] = useState<T | null>(null)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const again = () => setValue(measure())
    again()
    let timer: number | undefined
    // An observer tells the size it begins with, which is measured already.
    let known = target.offsetHeight
    const observer = new ResizeObserver(() => {
      if (rest > 0 && target.offsetHeight === known) return
      known = target.offsetHeight
      clearTimeout(timer)
      if (rest === 0) again()
      else timer = window.setTimeout(again, rest)
    })
    observer.observe(target)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
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

/** A bar at each end of the current mark, with a handle for the mouse; the keys are Shift and an arrow. */
export function CurrentEnds({ article, root, parts, annotation, size }: Geometry & { annotation: Annotation }) {
  const { start, end } = annotation.anchor
  const t = useStrings(marking)
  const readOnly = useReadOnly()
  const ink = inkOf(annotation.type, useTypes().own(annotation.type))
  const places = useMeasured(
    article,
    () => {
      const boxes = root.current ? [...(rangeOf(root.current, parts, { start, end })?.getClientRects() ?? [])].filter(({ width }) => width > 0) : []
      return [within(article.current, boxes[0], 'left'), within(article.current, boxes.at(-1), 'right')]
    },
    [start, end, parts, size],
  )
  const drag = (edge: Edge, event: PointerEvent<HTMLSpanElement>) => {
    if (!(event.buttons & 1) || !root.current) return
    const offset = offsetUnder(root.current, parts, event.clientX, event.clientY)
    if (offset !== null) moveEdge(annotation.id, edge, offset)
  }
  return places?.map((place, index) => {
    if (!place) return null
    const edge = index === 0 ? 'start' : 'end'
    const handle = {
      'data-handle': edge, title: t(index === 0 ? 'startEdge' : 'endEdge'),
      onPointerDown: (event: PointerEvent<HTMLSpanElement>) => { event.preventDefault(); event.stopPropagation(); event.currentTarget.setPointerCapture(event.pointerId) },
      onPointerMove: (event: PointerEvent<HTMLSpanElement>) => drag(edge, event), onPointerUp: () => void keepSpan(),
    } as const
    return <span key={edge} className={styles['bar']} aria-hidden="true" style={{ ...place, '--ink': `var(--ink-${ink})` } as CSSProperties} {...(readOnly ? {} : handle)} />
  })
}
