import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { lanes as laneOrder } from '#domain/incident/index.ts'
import { useOpened } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { startNewAt } from './actions.ts'
import styles from './canvas.module.css'
import { redate } from './dating.ts'
import { moveAmongShown } from './lane-moves.ts'
import { startLanes, type LanesView } from './lanes-view.ts'
import { yearsOf } from './period.ts'
import type { Items } from './use-items.ts'
import { changeView, toggleFold, useTimelineView } from './view-state.ts'
import type { VisTimeline } from './vis-adapter.ts'

type Props = {
  items: Items
  selected: string | null
  tableId: string
  onReady: (vis: VisTimeline | null) => void
  onSelect: (key: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onHeight: (height: number) => void
}

/** The lanes as a picture with keys of its own; the table below is the way through them for screen readers. */
export function Canvas({ items, selected, tableId, onReady, onSelect, onKeyDown, onHeight }: Props) {
  const t = useStrings(timelineStrings)
  const language = useLanguage()
  const hintId = useId()
  const folded = useTimelineView((view) => view.folded)
  const [container, setContainer] = useState<HTMLDivElement | null>(null)
  const [lanes, setLanes] = useState<LanesView | null>(null)
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  })
  const attach = useCallback(
    (element: HTMLDivElement) => {
      const { window, canvasTop, folded } = useTimelineView.getState()
      const view = startLanes(element, language, { input: { items, folded, selected }, window }, {
        onWindow: (window) => changeView({ window, openBin: null }),
        onSelect, onHeight,
        onBin: (id, keys) => changeView({ openBin: { id, keys } }),
        onFold: toggleFold,
        onMoveLane: (id, to) => moveAmongShown(latest.current, id, to),
        canEdit: () => !useOpened.getState().current?.readOnly,
        onDate(key, edtf) {
          const item = latest.current.all.find((one) => one.key === key)
          if (item) void redate(item, edtf, language)
        },
        onEmpty(edtf, lane) {
          if (!useOpened.getState().current?.readOnly) startNewAt({ edtf, lane: laneOrder.find((one) => one === lane) ?? null })
        },
      })
      view.vis.scrollTo(canvasTop)
      setLanes(view)
      onReady(view.vis)
      return () => {
        changeView({ canvasTop: view.vis.scrollTop() })
        setLanes(null)
        onReady(null)
        view.destroy()
      }
    },
    // Only another language needs another axis; everything else comes through update.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [language],
  )
  useEffect(() => (container ? attach(container) : undefined), [container, attach])
  useEffect(() => lanes?.update({ items, folded, selected }), [lanes, items, folded, selected])

  const summary = useMemo(() => {
    const { dated } = items
    if (dated.length === 0) return t('summaryEmpty')
    return t('summary', { n: dated.length, period: yearsOf(dated), lanes: t('laneCount', { n: new Set(dated.map(({ lane }) => lane)).size }) })
  }, [items, t])
  return (
    <>
      <div ref={setContainer} className={styles['canvas']} role="img" tabIndex={0} aria-label={`${t('canvas')}: ${summary}`} aria-describedby={`${hintId} ${tableId}`} onKeyDown={onKeyDown} />
      <p id={hintId} className="visually-hidden">{t('keysHint')}</p>
    </>
  )
}
