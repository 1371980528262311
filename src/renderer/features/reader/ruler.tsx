import { memo, useDeferredValue, useMemo, type RefObject } from 'react'
import type { Annotation, AnnotationType } from '#domain/incident/index.ts'
import { inkOf, useTypes } from '../../state/codebook.ts'
import { useMeasured } from './carets.tsx'
import { partAt, type TextPart } from './marks.ts'
import { SuggestedTicks } from './suggested-ticks.tsx'
import { partPlaces } from './text-dom.ts'
import styles from './text-pane.module.css'

/** Where an offset stands in the whole scrolled height, 0–1: the place of its part, then its share of the part. */
function heights(scroller: HTMLElement, root: HTMLElement, parts: readonly TextPart[]): (offset: number) => number {
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop
  const boxes = partPlaces(root, parts)
  // Read once: asked again for each tick it would be a forced layout each.
  const { scrollHeight } = scroller
  let part: TextPart | undefined
  return (offset) => {
    // Marks come in text order: most lie in the part of the one before.
    if (!part || offset < part.start || offset > part.end) part = partAt(parts, offset)
    const box = part && boxes[part.index]
    if (!part || !box) return 0
    return (box.top - top + (box.height * (offset - part.start)) / Math.max(1, part.end - part.start)) / scrollHeight
  }
}

/** Ms without a change of height after which the ticks follow it. */
const rest = 150

/** The whole text in 12 px: a tick for each mark. For the eye and the mouse; the list is the way by keyboard. */
export const Ruler = memo(function Ruler({ scroller, root, parts, anchored, currentId, size }: { scroller: RefObject<HTMLElement | null>; root: RefObject<HTMLElement | null>; parts: readonly TextPart[]; anchored: readonly Annotation[]; currentId: string | null; size: number }) {
  const places = useMeasured(root, () => (scroller.current && root.current ? { at: heights(scroller.current, root.current, parts) } : null), [parts, size], rest)
  const px = useMeasured(scroller, () => scroller.current?.clientHeight ?? 0, [])
  const height = useMemo(() => places && px !== null && { at: places.at, px }, [places, px])
  const { own } = useTypes()
  // The words and the list come first; thousands of ticks may follow a frame later.
  const drawn = useDeferredValue(anchored)
  const current = anchored.find(({ id }) => id === currentId)
  return (
    <svg
      className={styles['ruler']} aria-hidden="true"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        const view = scroller.current
        view?.scrollTo({ top: ((event.clientY - box.top) / box.height) * view.scrollHeight - view.clientHeight / 2 })
      }}
    >
      {height ? <SuggestedTicks height={height} /> : null}
      {height ? <Ticks anchored={drawn} currentId={currentId} height={height} /> : null}
      {height && current ? <rect x={1} y={height.at(current.anchor.start) * height.px} width={10} height={3} fill={`var(--ink-${inkOf(current.type, own(current.type))})`} /> : null}
    </svg>
  )
})

type Height = { at: (offset: number) => number; px: number }

const Ticks = memo(function Ticks({ anchored, currentId, height }: { anchored: readonly Annotation[]; currentId: string | null; height: Height }) {
  const { own } = useTypes()
  return ticksOf(anchored, currentId, height).map(([type, rows]) => <path key={type} d={[...rows].map((y) => `M3 ${y}h6v2h-6z`).join('')} fill={type === 'suggested' ? 'var(--accent)' : `var(--ink-${inkOf(type, own(type))})`} />)
})

/** The rows of pixels with a tick, by type: as many marks as there are make ten elements, not thousands. */
function ticksOf(anchored: readonly Annotation[], currentId: string | null, { at, px }: Height): [AnnotationType | 'suggested', Set<number>][] {
  const byType = new Map<AnnotationType | 'suggested', Set<number>>()
  for (const { id, anchor, type, state } of anchored) {
    if (state === 'rejected' || id === currentId) continue
    const key = state === 'suggested' ? state : type
    const rows = byType.get(key) ?? new Set()
    byType.set(key, rows.add(Math.round(at(anchor.start) * px)))
  }
  return [...byType]
}
