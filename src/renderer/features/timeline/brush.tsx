import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { formatEdtf } from '#domain/dates/index.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { useElementWidth } from '../../ui/index.ts'
import styles from './brush.module.css'
import { density, yearTicks } from './density.ts'
import type { DrawnItem, Window } from './marks.ts'
import { useTimelineView } from './view-state.ts'

type Edge = 'from' | 'to'
type Grip = Edge | 'middle'
const leastShare = 0.01
/** Where the bars stand, in px; the strip is 44 high with its borders. */
const ground = 41

/**
 * The whole period with its density and the window in it. Two thumbs and the stretch between them move the window
 * of the lanes; it becomes a filter only when the person asks for that, so that looking around hides nothing.
 */
export function Brush({ items, extent, onWindow }: { items: readonly DrawnItem[]; extent: Window; onWindow: (window: Window) => void }) {
  const t = useStrings(timelineStrings)
  const language = useLanguage()
  const { box: track, width } = useElementWidth(800)
  const window = useTimelineView((view) => view.window) ?? extent
  const drag = useRef<{ grip: Grip; x: number; start: Window } | null>(null)

  const span = extent.to - extent.from
  const share = (time: number) => Math.min(1, Math.max(0, (time - extent.from) / span)) * 100
  const least = span * leastShare

  function moved(start: Window, grip: Grip, by: number): Window {
    if (grip === 'from') return { from: Math.min(Math.max(extent.from, start.from + by), start.to - least), to: start.to }
    if (grip === 'to') return { from: start.from, to: Math.max(Math.min(extent.to, start.to + by), start.from + least) }
    return { from: start.from + by, to: start.to + by }
  }
  const grab = (grip: Grip) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { grip, x: event.clientX, start: window }
  }
  const pull = (event: PointerEvent<HTMLElement>) => {
    if (drag.current) onWindow(moved(drag.current.start, drag.current.grip, ((event.clientX - drag.current.x) / width) * span))
  }
  const release = () => {
    drag.current = null
  }
  const nudge = (edge: Edge) => (event: KeyboardEvent) => {
    const step = span / (event.shiftKey ? 10 : 50)
    const by: Record<string, number> = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -step * 5, PageUp: step * 5, Home: -span, End: span }
    const amount = by[event.key]
    if (amount === undefined || event.altKey) return
    event.preventDefault()
    onWindow(moved(window, edge, amount))
  }
  const thumb = (edge: Edge) => (
    <div
      role="slider" tabIndex={0} className={styles['thumb']} data-edge={edge} style={{ left: `${share(window[edge])}%` }}
      aria-label={t(edge === 'from' ? 'windowFrom' : 'windowTo')} aria-orientation="horizontal"
      aria-valuemin={extent.from} aria-valuemax={extent.to} aria-valuenow={Math.round(Math.min(extent.to, Math.max(extent.from, window[edge])))} aria-valuetext={formatEdtf(new Date(window[edge]).toISOString().slice(0, 10), language)}
      onPointerDown={grab(edge)} onPointerMove={pull} onPointerUp={release} onPointerCancel={release} onKeyDown={nudge(edge)}
    />
  )
  return (
    <div className={styles['brush']} role="group" aria-label={t('overview')}>
      <div className={styles['head']}>{new Date(extent.from).getUTCFullYear()} – {new Date(extent.to - 1).getUTCFullYear()}</div>
      <div ref={track} className={styles['track']}>
        <svg className={styles['picture']} width={width} height={ground} aria-hidden="true">
          {yearTicks(extent, width).map(({ year, x }) => (
            <g key={year}>
              <line x1={x} x2={x} y1={0} y2={ground} className={styles['tick']} />
              <text x={x + 5} y={13} className={styles['year']}>{year}</text>
            </g>
          ))}
          {density(items, extent, width).map(({ x, height, context }) => (
            <rect key={x} x={x} y={ground - height} width={8} height={height} className={context ? styles['contextBar'] : styles['bar']} />
          ))}
        </svg>
        <div className={styles['dim']} style={{ left: 0, width: `${share(window.from)}%` }} />
        <div className={styles['dim']} style={{ right: 0, width: `${100 - share(window.to)}%` }} />
        <div className={styles['window']} style={{ left: `${share(window.from)}%`, width: `${share(window.to) - share(window.from)}%` }} onPointerDown={grab('middle')} onPointerMove={pull} onPointerUp={release} onPointerCancel={release} />
        {thumb('from')}
        {thumb('to')}
      </div>
    </div>
  )
}
