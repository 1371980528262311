import { memo, type RefObject } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import { useMeasured } from './carets.tsx'
import { partAt, type TextPart } from './marks.ts'
import styles from './text-pane.module.css'

/** Where an offset stands in the whole scrolled height, 0–1: the place of its part, then its share of the part. */
function heights(scroller: HTMLElement, root: HTMLElement, parts: readonly TextPart[]): (offset: number) => number {
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop
  const boxes = [...root.children].map((child) => child.getBoundingClientRect())
  return (offset) => {
    const part = partAt(parts, offset)
    const box = part && boxes[part.index]
    if (!part || !box) return 0
    return (box.top - top + (box.height * (offset - part.start)) / Math.max(1, part.end - part.start)) / scroller.scrollHeight
  }
}

/** The whole text in 12 px: a tick for each mark. For the eye and the mouse; the list is the way by keyboard. */
export const Ruler = memo(function Ruler({ scroller, root, parts, anchored, currentId, size }: { scroller: RefObject<HTMLElement | null>; root: RefObject<HTMLElement | null>; parts: readonly TextPart[]; anchored: readonly Annotation[]; currentId: string | null; size: number }) {
  const height = useMeasured(root, () => (scroller.current && root.current ? { at: heights(scroller.current, root.current, parts) } : null), [parts, size])
  return (
    <svg
      className={styles['ruler']} aria-hidden="true"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        const view = scroller.current
        view?.scrollTo({ top: ((event.clientY - box.top) / box.height) * view.scrollHeight - view.clientHeight / 2 })
      }}
    >
      {height ? anchored.filter(({ state }) => state !== 'rejected').map(({ id, anchor, type, state }) => (
        <rect key={id} x={id === currentId ? 1 : 3} y={`${(height.at(anchor.start) * 100).toFixed(2)}%`} width={id === currentId ? 10 : 6} height={id === currentId ? 3 : 2} fill={state === 'suggested' ? 'var(--accent)' : `var(--ink-${type})`} />
      )) : null}
    </svg>
  )
})
