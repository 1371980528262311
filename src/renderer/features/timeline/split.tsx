import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import styles from './timeline.module.css'

const least = 104
const step = 24

/** The border between lanes and table: dragged, or moved by arrow keys on it (elsewhere Alt with up and down). */
export function Split({ height, most, onChange }: { height: number; most: number; onChange: (height: number | null) => void }) {
  const t = useStrings(timelineStrings)
  const drag = useRef<{ y: number; height: number } | null>(null)
  const within = (value: number) => Math.min(most, Math.max(least, value))
  function onKeyDown(event: KeyboardEvent) {
    const by: Record<string, number> = { ArrowUp: -step, ArrowDown: step, Home: least - height, End: most - height }
    const amount = by[event.key]
    if (amount === undefined) return
    event.preventDefault()
    onChange(within(height + amount))
  }
  const pull = (event: PointerEvent) => {
    if (drag.current) onChange(within(drag.current.height + event.clientY - drag.current.y))
  }
  return (
    <div
      role="separator" tabIndex={0} className={styles['split']} aria-orientation="horizontal" aria-label={t('split')} aria-valuemin={least} aria-valuemax={Math.max(least, Math.round(most))} aria-valuenow={Math.round(height)}
      onKeyDown={onKeyDown} onDoubleClick={() => onChange(null)} onPointerMove={pull}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); drag.current = { y: event.clientY, height } }}
      onPointerUp={() => { drag.current = null }} onPointerCancel={() => { drag.current = null }}
    />
  )
}
