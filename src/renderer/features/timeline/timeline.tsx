import { useCallback, useEffect, useId, useMemo, useState } from 'react'
import { recordOfKey, useWanted } from '../../state/drafts.ts'
import { usePlace } from '../../state/navigation.ts'
import { useReadOnly } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { periodStrings } from '../../strings/timeline-periods.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { openWords, selectItem, startNew } from './actions.ts'
import { BinList } from './bin-list.tsx'
import { Brush } from './brush.tsx'
import { Canvas } from './canvas.tsx'
import { HiddenStrip, useHidden } from './hidden.tsx'
import { Inspector } from './inspector.tsx'
import { wholeYears } from './marks.ts'
import { startPeriod } from './periods/actions.ts'
import { PeriodStrip } from './periods/strip.tsx'
import { rowsOf } from './rows.ts'
import { Split } from './split.tsx'
import { TablePane } from './table-pane.tsx'
import styles from './timeline.module.css'
import { Toolbar } from './toolbar.tsx'
import { Undated } from './undated.tsx'
import { useActions } from './use-actions.ts'
import { useCommands } from './use-commands.ts'
import { useItems, type Items } from './use-items.ts'
import { changeView, recallSplit, rememberSplit, useTimelineView } from './view-state.ts'
import type { VisTimeline } from './vis-adapter.ts'

/** The timeline of the open incident: lanes, overview, table and inspector show the same items and one selection. */
export function Timeline() {
  const items = useItems()
  const t = useStrings(timelineStrings)
  const p = useStrings(periodStrings)
  const readOnly = useReadOnly()
  const form = useTimelineView((view) => view.form)
  if (items.all.length + items.periods.all.length > 0 || form === 'new' || form === 'new-period') return <Filled key={items.incident.id} items={items} />
  return (
    <main className={styles['timeline']} data-pane="timeline" tabIndex={-1}>
      {readOnly ? <EmptyState title={t('nothingReadOnly')} /> : (
        <EmptyState title={t('nothing')} actions={<><Button look="primary" shortcut="N" onClick={startNew}>{t('newEvent')}</Button><Button onClick={() => startPeriod(null)}>{p('newPeriod')}</Button></>}>{t('nothingHint')}</EmptyState>
      )}
    </main>
  )
}

function Filled({ items }: { items: Items }) {
  const t = useStrings(timelineStrings)
  const { itemKey } = usePlace()
  const [vis, setVis] = useState<VisTimeline | null>(null)
  const tableId = useId()
  const [needed, setNeeded] = useState(240)
  const [dragged, setDragged] = useState(recallSplit)
  const inspectorOpen = useTimelineView((state) => state.inspectorOpen)
  const selected = items.all.find(({ key }) => key === itemKey) ?? null
  const period = items.periods.all.find(({ key }) => key === itemKey) ?? null
  const bandsHidden = useTimelineView((state) => state.hiddenAcross.includes('bands'))
  const allRows = useMemo(() => rowsOf(items.incident, items.all), [items.incident, items.all])
  const rows = useMemo(() => {
    const shown = new Set(items.shown.map(({ key }) => key))
    return allRows.filter(({ item }) => shown.has(item.key))
  }, [allRows, items.shown])
  const splitTo = useCallback((height: number | null) => {
    setDragged(height)
    rememberSplit(height)
  }, [])
  const { act, onCanvasKey, onTableKey, fit } = useActions({ items, selected, period, vis, split: (by) => splitTo(Math.max(leastLanes, (dragged ?? needed) + by)) })
  useCommands({ act })
  useReveal(items, itemKey, vis)
  useHidden(items)
  useWanted('record', ({ key }) => openForm(recordOfKey(key), 'new'))
  useWanted('period', ({ key }) => openForm(recordOfKey(key), 'new-period'))
  const open = (key: string) => {
    const item = items.all.find((one) => one.key === key)
    if (item) openWords(items.incident, item)
  }
  const height = Math.min(dragged ?? needed, needed)
  return (
    <main className={styles['timeline']} data-inspector={inspectorOpen}>
      <div className={styles['work']}>
        <Toolbar items={items} selected={selected} vis={vis} onFit={fit} />
        <HiddenStrip items={items} />
        <section className={styles['upper']} data-pane="timeline" aria-label={t('canvas')}>
          {items.periods.drawn.length > 0 && !bandsHidden && items.extent ? <PeriodStrip periods={items.periods.drawn} total={items.periods.all.length} extent={items.extent} selected={itemKey} act={act} onKeyDown={onCanvasKey} /> : null}
          <div className={styles['lanes']} style={{ height }}>
            <Canvas items={items} selected={itemKey} tableId={tableId} onReady={setVis} onSelect={selectAndShow} onKeyDown={onCanvasKey} onHeight={setNeeded} />
            <BinList items={items} onSelect={selectItem} />
          </div>
          <Undated items={items.undated} selected={itemKey} onSelect={selectItem} onOpen={open} />
          {items.extent ? <Brush items={items.dated} extent={wholeYears(items.extent)} onWindow={(window) => vis?.setWindow(window)} /> : null}
        </section>
        <Split height={height} most={needed} onChange={splitTo} />
        <TablePane id={tableId} items={items} rows={rows} allRows={allRows} selected={period ? null : itemKey} onSelect={selectItem} onOpen={open} onKeyDown={onTableKey} />
      </div>
      {inspectorOpen ? <Inspector items={items} selected={selected} period={period} act={act} /> : null}
    </main>
  )
}

/** Opens the form of a record, or of a new one, in which something was left unfinished. */
function openForm(key: string, fresh: 'new' | 'new-period') {
  if (key !== '') selectItem(key)
  changeView({ inspectorOpen: true, form: key === '' ? fresh : 'edit' })
}

/** A mark that is clicked shows what it is, also where the inspector has no room of its own. */
function selectAndShow(key: string) {
  selectItem(key)
  changeView({ inspectorOpen: true })
}

const leastLanes = 104

/** Brings what was selected elsewhere into the window, without moving it when it is already seen. */
function useReveal(items: Items, itemKey: string | null, vis: VisTimeline | null) {
  useEffect(() => {
    if (!vis || useTimelineView.getState().revealed === itemKey) return
    changeView({ revealed: itemKey })
    const item = items.dated.find(({ key }) => key === itemKey) ?? items.periods.drawn.find(({ key }) => key === itemKey)
    const now = vis.window()
    if (!item || (item.from < now.to && item.to > now.from)) return
    const middle = (item.from + item.to) / 2
    const span = now.to - now.from
    vis.setWindow({ from: middle - span / 2, to: middle + span / 2 })
  }, [items.dated, items.periods, itemKey, vis])
}
