import { Popover } from '@base-ui/react/popover'
import { Info, PanelRight, Plus, ZoomIn, ZoomOut } from 'lucide-react'
import { useRef, useState } from 'react'
import { parseDate } from '#domain/dates/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { changeFilters, clearFilters, noFilters, useFilters } from '../../state/filters.ts'
import { useReadOnly } from '../../state/open-incident.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { Button, FilterChip, IconButton } from '../../ui/index.ts'
import { startNew } from './actions.ts'
import { Around } from './around.tsx'
import { FilterPicker } from './filter-picker.tsx'
import { LanesMenu } from './lanes-menu.tsx'
import { drawn } from './marks.ts'
import { windowInWords } from './period.ts'
import { periodInWords } from './period-words.ts'
import { PeriodsMenu } from './periods/menu.tsx'
import styles from './toolbar.module.css'
import { localZone, switchZone, useZone, zoneMatters } from './time-zone.ts'
import type { Items } from './use-items.ts'
import { changeView, useTimelineView } from './view-state.ts'
import type { VisTimeline } from './vis-adapter.ts'

/** Filters with what they leave, and the ways to move in time. */
export function Toolbar({ items, selected, vis, onFit }: { items: Items; selected: TimelineItem | null; vis: VisTimeline | null; onFit: () => void }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const w = useStrings(workStrings)
  const [filtering, setFiltering] = useState(false)
  const filterButton = useRef<HTMLButtonElement>(null)
  const readOnly = useReadOnly()
  const inspectorOpen = useTimelineView((view) => view.inspectorOpen)
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('canvas')}>
      <div className={styles['chips']}>
        <ActiveFilters />
        <Popover.Root open={filtering} onOpenChange={setFiltering}>
          <Popover.Trigger render={<Button ref={filterButton} small><Plus size={13} strokeWidth={1.75} aria-hidden="true" />{t('filter')}</Button>} />
          <Popover.Portal>
            <Popover.Positioner className={styles['positioner']} sideOffset={6} align="start">
              <Popover.Popup className={styles['popover']} aria-label={t('filters')}><FilterPicker items={items} onLeave={() => setFiltering(false)} /></Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
        <Around item={selected} anchor={filterButton} />
        <span className={styles['showing']} role="status">{c('showing', { n: items.shown.length, m: items.all.length })}{items.undatedOut > 0 ? `, ${w('undatedOut', { n: items.undatedOut })}` : ''}</span>
      </div>
      <span className={styles['end']}>
        {readOnly ? null : <Button small shortcut="N" onClick={startNew}>{t('newEvent')}</Button>}
        <LanesMenu items={items} />
        <PeriodsMenu periods={items.periods} />
        <GoToDate vis={vis} />
        <ZoneSwitch items={items} />
        <IconButton small label={t('zoomOut')} onClick={() => vis?.zoom(1 / 1.4)}><ZoomOut size={15} strokeWidth={1.75} /></IconButton>
        <IconButton small label={t('zoomIn')} onClick={() => vis?.zoom(1.4)}><ZoomIn size={15} strokeWidth={1.75} /></IconButton>
        <Button small look="quiet" shortcut="0" onClick={onFit}>{t('fit')}</Button>
        <IconButton small label={t(inspectorOpen ? 'hideInspector' : 'showInspector')} aria-pressed={inspectorOpen} onClick={() => changeView({ inspectorOpen: !inspectorOpen })}><PanelRight size={15} strokeWidth={1.75} /></IconButton>
      </span>
    </div>
  )
}

/** In which zone times of day are read. Without any, no zone could change a thing, and the switch is not there. */
function ZoneSwitch({ items }: { items: Items }) {
  const w = useStrings(workStrings)
  const zone = useZone()
  if (!zoneMatters(items.all)) return null
  const words = w('zone', { zone, other: zone === 'UTC' ? localZone : 'UTC' })
  return <Button small look="quiet" title={words} aria-label={words} onClick={switchZone}>{zone}</Button>
}

function ActiveFilters() {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const language = useLanguage()
  const w = useStrings(workStrings)
  const { lanes, tags, standing, window, period, text, also } = useFilters((state) => state.filters)
  const removeLabel = t('remove')
  const active = [lanes.length > 0, tags.length > 0, standing !== null, window !== null, period !== null, text !== '', also.length > 0].filter(Boolean).length
  return (
    <>
      {window ? <FilterChip label={t('window')} value={windowInWords(window, language)} removeLabel={removeLabel} onRemove={() => changeFilters({ window: null })} /> : null}
      {period ? <FilterChip label={w('period')} value={periodInWords(period, language)} removeLabel={removeLabel} onRemove={() => changeFilters({ period: null })} /> : null}
      {lanes.length > 0 ? <FilterChip label={t('lane')} value={lanes.map((lane) => c(laneKeys[lane])).join(', ')} removeLabel={removeLabel} onRemove={() => changeFilters({ lanes: [] })} /> : null}
      {tags.length > 0 ? <FilterChip label={c('tags')} value={tags.join(', ')} removeLabel={removeLabel} onRemove={() => changeFilters({ tags: [] })} /> : null}
      {standing ? <FilterChip label={t('state')} value={c(standing)} removeLabel={removeLabel} onRemove={() => changeFilters({ standing: noFilters.standing })} /> : null}
      {text ? <FilterChip label={t('words')} value={text} removeLabel={removeLabel} onRemove={() => changeFilters({ text: '' })} /> : null}
      {also.length > 0 ? <FilterChip label={w('alsoShown')} value={String(also.length)} removeLabel={removeLabel} onRemove={() => changeFilters({ also: [] })} /> : null}
      {active > 1 ? <Button small look="quiet" onClick={clearFilters}>{c('clearFilters')}</Button> : null}
    </>
  )
}

/** A small field for a date; the window goes there, and widens when the date is wider than it. */
function GoToDate({ vis }: { vis: VisTimeline | null }) {
  const t = useStrings(timelineStrings)
  const open = useTimelineView((view) => view.goTo)
  const [typed, setTyped] = useState('')
  const edtf = parseDate(typed)
  const bad = typed.trim() !== '' && edtf === null
  function go() {
    const target = drawn(edtf, 0)
    const now = vis?.window()
    if (!target || !now) return
    const span = Math.max(now.to - now.from, (target.to - target.from) * 1.4)
    const middle = (target.from + target.to) / 2
    vis?.setWindow({ from: middle - span / 2, to: middle + span / 2 })
    changeView({ goTo: false })
    setTyped('')
  }
  return (
    <Popover.Root open={open} onOpenChange={(goTo) => changeView({ goTo })}>
      <Popover.Trigger render={<Button small look="quiet" shortcut="G">{t('goTo')}</Button>} />
      <Popover.Portal>
        <Popover.Positioner className={styles['positioner']} sideOffset={6} align="end">
          <Popover.Popup className={styles['popover']} aria-label={t('goTo')}>
            <form className={styles['goTo']} onSubmit={(event) => { event.preventDefault(); go() }}>
              <label>
                {t('goTo')}
                <input autoFocus type="text" value={typed} placeholder={t('goToHint')} aria-invalid={bad} onChange={(event) => setTyped(event.target.value)} />
              </label>
              <p className={styles['hint']} role="status">{bad ? <><Info size={13} strokeWidth={1.75} aria-hidden="true" /> {t('goToBad')}</> : (edtf ?? '')}</p>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
