import { useId, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { Language } from '#contract/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import { useLanguage, useStrings } from '../../../strings/index.ts'
import { periodStrings } from '../../../strings/timeline-periods.ts'
import { useElementWidth } from '../../../ui/index.ts'
import { textWidth } from '../../../ui/text-width.ts'
import { selectItem } from '../actions.ts'
import type { TimelineAction } from '../keys.ts'
import type { Window } from '../marks.ts'
import { shareOf } from '../moved-layer.ts'
import { useTimelineView } from '../view-state.ts'
import { focusPeriod, showPeriod } from './actions.ts'
import type { DrawnPeriod } from './drawn.ts'
import { inkClass } from './ink.ts'
import styles from './periods.module.css'
import { stripGeometry } from './strip-geometry.ts'
import { mostRows, rowFinder } from './strip-layout.ts'

type Props = { periods: readonly DrawnPeriod[]; total: number; extent: Window; selected: string | null; act: (action: TimelineAction) => void; onKeyDown: (event: KeyboardEvent) => void }

const rowHeight = 22
const padding = 10
const dateGap = 8
const labelWidth = (text: string) => textWidth(text, "600 12px 'Inter', system-ui, sans-serif") + padding

type Entry = { period: DrawnPeriod; date: string; width: number; withDate: number }
function entryOf(period: DrawnPeriod, language: Language): Entry {
  const date = formatEdtf(period.edtf, language)
  const width = labelWidth(period.title)
  return { period, date, width, withDate: width + dateGap + labelWidth(date) }
}

/** The names of the periods over the lanes, each above its band; buttons, so that keyboard and screen reader have them too. */
export function PeriodStrip({ periods, total, extent, selected, act, onKeyDown }: Props) {
  const p = useStrings(periodStrings)
  const language = useLanguage()
  const hint = useId()
  const { box: track, width } = useElementWidth(800)
  const entries = useMemo(() => periods.map((period) => entryOf(period, language)), [periods, language])
  const rows = useRows(entries, extent, width)
  const list = useGeometry(entries, extent, width, selected)
  const count = Math.max(1, ...[...rows.values()].map((row) => row + 1))

  function onKey(event: KeyboardEvent, at: number) {
    const key = periods[at]?.key ?? null
    const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: periods.length - 1 }
    const step = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : steps[event.key]
    const next = step === undefined ? undefined : periods[Math.min(periods.length - 1, Math.max(0, step))]
    if (next) {
      selectItem(next.key)
      focusPeriod(next.key)
    } else if (event.key === 'Enter' || event.key === 'F2' || event.key === 'Delete') {
      selectItem(key)
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
        <ul ref={list} aria-describedby={hint} style={{ height: count * rowHeight }}>
          {entries.map(({ period: { key, title, ink, parts, from, to }, date }, at) => (
            <li key={key} className={inkClass(ink)} data-selected={key === selected} style={{ top: (rows.get(key) ?? 0) * rowHeight }}>
              <span className={styles['bar']} aria-hidden="true">
                {parts.map((part) => <Part key={part.from} kind={part.kind} share={shareOf({ from, to }, part)} />)}
              </span>
              <button type="button" className={styles['label']} data-period={key} aria-pressed={key === selected} title={`${title}, ${date}`} aria-label={p('showOne', { title, date })} onClick={() => showPeriod(key)} onDoubleClick={() => act('edit')} onKeyDown={(event) => onKey(event, at)}>
                {title}<span>{date}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

const Part = ({ kind, share: { left, width } }: { kind: string; share: { left: number; width: number } }) => <span className={styles[kind]} style={{ left: `${left}%`, width: `${width}%` }} />

/** The rows for the scale that is shown; drawn anew only when one of them changes. */
function useRows(entries: readonly Entry[], extent: Window, width: number): ReadonlyMap<string, number> {
  const rowsFor = useMemo(() => rowFinder(entries.map(({ period, width: name }) => ({ ...period, name })), width), [entries, width])
  return useTimelineView((view) => rowsFor(view.window ?? extent))
}

/** Keeps names and bars in step with the window, from frame to frame and outside React. */
function useGeometry(entries: readonly Entry[], extent: Window, width: number, selected: string | null) {
  const list = useRef<HTMLUListElement>(null)
  const geometry = useRef<ReturnType<typeof stripGeometry> | null>(null)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const made = (geometry.current ??= stripGeometry(element))
    made.set(entries, selected)
    const place = (window: Window | null) => made.place(window ?? extent, width)
    place(useTimelineView.getState().window)
    return useTimelineView.subscribe(({ window }, before) => {
      if (window !== before.window) place(window)
    })
  }, [entries, extent, width, selected])
  return list
}
