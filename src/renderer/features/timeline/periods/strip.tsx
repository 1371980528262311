import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { formatEdtf } from '#domain/dates/index.ts'
import { useLanguage, useStrings } from '../../../strings/index.ts'
import { periodStrings } from '../../../strings/timeline-periods.ts'
import { textWidth } from '../../../ui/text-width.ts'
import { selectItem } from '../actions.ts'
import type { TimelineAction } from '../keys.ts'
import type { Window } from '../marks.ts'
import { useTimelineView } from '../view-state.ts'
import { focusPeriod, showPeriod } from './actions.ts'
import type { DrawnPeriod } from './drawn.ts'
import { inkClass } from './ink.ts'
import styles from './periods.module.css'
import { mostRows, placeOf, rowsOf } from './strip-layout.ts'

type Props = { periods: readonly DrawnPeriod[]; total: number; extent: Window; selected: string | null; act: (action: TimelineAction) => void; onKeyDown: (event: KeyboardEvent) => void }

const rowHeight = 22
const padding = 10
const labelWidth = (text: string) => textWidth(text, "500 12px 'Inter', system-ui, sans-serif") + padding

/** The names of the periods over the lanes, each above its band; buttons, so that keyboard and screen reader have them too. */
export function PeriodStrip({ periods, total, extent, selected, act, onKeyDown }: Props) {
  const p = useStrings(periodStrings)
  const language = useLanguage()
  const hint = useId()
  const track = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(800)
  const window = useTimelineView((view) => view.window) ?? extent
  useEffect(() => {
    const element = track.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // A scale that is the same to a thousandth keeps its rows: panning changes it by rounding alone.
  const scale = Number(((window.to - window.from) / width).toPrecision(4))
  const rows = useMemo(() => rowsOf(periods, scale, ({ title }) => labelWidth(title)), [periods, scale])
  const shown = periods.flatMap((period) => {
    const place = placeOf(period, window, width, labelWidth(period.title))
    return place ? [{ period, place }] : []
  })
  const current = shown.find(({ period }) => period.key === selected)?.period.key ?? shown[0]?.period.key
  const count = Math.max(1, ...[...rows.values()].map((row) => row + 1))

  function goTo(at: number) {
    const next = periods[Math.min(periods.length - 1, Math.max(0, at))]
    if (!next) return
    selectItem(next.key)
    focusPeriod(next.key)
  }
  function onKey(event: KeyboardEvent, period: DrawnPeriod) {
    const at = periods.indexOf(period)
    const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: periods.length - 1 }
    const next = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : steps[event.key]
    if (next !== undefined) goTo(next)
    else if (event.key === 'Enter' || event.key === 'F2' || event.key === 'Delete') {
      selectItem(period.key)
      // The action is about what is selected once this has been drawn.
      requestAnimationFrame(() => act(event.key === 'Delete' ? 'remove' : 'edit'))
    } else return onKeyDown(event)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className={styles['strip']} data-pane="periods" aria-label={p('list')}>
      <h2 className={styles['head']}>{p('periods')} <span>{total}</span></h2>
      <p id={hint} className="visually-hidden">{p('keys')}</p>
      <div ref={track} className={styles['track']} style={{ height: Math.min(count, mostRows) * rowHeight + 6 }}>
        <ul aria-describedby={hint} style={{ height: count * rowHeight }}>
          {shown.map(({ period, place }) => {
            const { key, title, ink, edtf, parts, from, to } = period
            const top = (rows.get(key) ?? 0) * rowHeight
            const date = formatEdtf(edtf, language)
            const withDate = place.labelRoom >= labelWidth(`${title}  ${date}`) + padding
            const share = (time: number) => ((time - from) / (to - from)) * 100
            return (
              <li key={key} className={inkClass(ink)} data-selected={key === selected}>
                <span className={styles['bar']} style={{ left: place.left, width: place.width, top: top + 17 }} aria-hidden="true">
                  {parts.map((part) => <span key={part.from} className={styles[part.kind]} style={{ left: `${share(part.from)}%`, width: `${share(part.to) - share(part.from)}%` }} />)}
                </span>
                <button
                  type="button" className={styles['label']} data-period={key} aria-pressed={key === selected} tabIndex={key === current ? 0 : -1} title={`${title}, ${date}`} aria-label={p('showOne', { title, date })}
                  style={{ left: place.labelLeft, top, maxWidth: Math.max(24, place.labelRoom) }}
                  onClick={() => showPeriod(key)} onDoubleClick={() => act('edit')} onKeyDown={(event) => onKey(event, period)}
                >
                  {title}{withDate ? <span>{date}</span> : null}
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
