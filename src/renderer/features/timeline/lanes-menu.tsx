import { Popover } from '@base-ui/react/popover'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight } from 'lucide-react'
import { groupings, type Grouping } from '#domain/timeline/index.ts'
import { useStrings } from '../../strings/index.ts'
import { periodStrings } from '../../strings/timeline-periods.ts'
import { lanesStrings } from '../../strings/timeline-lanes.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Button, IconButton, Select } from '../../ui/index.ts'
import { moveLane } from './lane-moves.ts'
import styles from './lanes-menu.module.css'
import type { Items, LaneRow } from './use-items.ts'
import { acrossKinds, type AcrossKind } from './across.ts'
import { changeView, groupBy, toggleAcross, toggleFold, toggleHidden, useTimelineView } from './view-state.ts'

/** The rows by keyboard: by what they are made, which are seen, folded, and in which order. Nothing here hides a row of the table. */
export function LanesMenu({ items: { incident, allLanes, lanes, grouping, periods } }: { items: Items }) {
  const t = useStrings(timelineStrings)
  const l = useStrings(lanesStrings)
  const open = useTimelineView((view) => view.lanesMenu)
  const ordered = useTimelineView((view) => view.laneOrder.length > 0)
  return (
    <Popover.Root open={open} onOpenChange={(lanesMenu) => changeView({ lanesMenu })}>
      <Popover.Trigger render={<Button small look="quiet" shortcut="L">{t('lanes')}</Button>} />
      <Popover.Portal>
        <Popover.Positioner className={styles['positioner']} sideOffset={6} align="end">
          <Popover.Popup className={styles['popover']} aria-label={t('lanes')}>
            <Select<Grouping> label={l('groupBy')} value={grouping} options={groupings.map((value) => ({ value, label: l(value) }))} onChange={groupBy} />
            <ul className={styles['rows']} aria-label={l('rows')}>
              {allLanes.map((lane, at) => <Row key={lane.id} lane={lane} all={allLanes} at={at} />)}
            </ul>
            <AcrossRows there={acrossKinds.filter((kind) => (kind === 'bands' ? periods.all.length > 0 : kind === 'today' || (kind === 'cut-off' ? incident.cutOff : incident.dates.attributed.edtf) !== null))} />
            <span className={styles['all']}>
              <Button small onClick={() => changeView({ folded: lanes.map(({ id }) => id) })}>{t('foldLanes')}</Button>
              <Button small onClick={() => changeView({ folded: [], hiddenLanes: [] })}>{t('unfoldLanes')}</Button>
              {ordered ? <Button small look="quiet" onClick={() => changeView({ laneOrder: [] })}>{l('usualOrder')}</Button> : null}
            </span>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

const acrossName = { bands: 'bands', attributed: 'attributed' } as const

/** What runs across all rows: seen or not. */
function AcrossRows({ there }: { there: readonly AcrossKind[] }) {
  const p = useStrings(periodStrings)
  const l = useStrings(lanesStrings)
  const hidden = useTimelineView((view) => view.hiddenAcross)
  return (
    <fieldset className={styles['across']}>
      <legend>{p('across')}</legend>
      {there.map((kind) => (
        <label key={kind} className={styles['name']}>
          <input type="checkbox" checked={!hidden.includes(kind)} onChange={() => toggleAcross(kind)} />
          {kind === 'today' ? l('today') : kind === 'cut-off' ? l('cutOff') : p(acrossName[kind])}
        </label>
      ))}
    </fieldset>
  )
}

function Row({ lane: { id, name, own, context }, all, at }: { lane: LaneRow; all: readonly LaneRow[]; at: number }) {
  const l = useStrings(lanesStrings)
  const folded = useTimelineView((view) => view.folded.includes(id))
  const hidden = useTimelineView((view) => view.hiddenLanes.includes(id))
  return (
    <li className={styles['row']}>
      <label className={styles['name']}>
        <input type="checkbox" checked={!hidden} aria-label={l('show', { name })} onChange={() => toggleHidden(id)} />
        <span className={styles['title']} title={name}>{name}</span>
        <span className={styles['count']}>{own}{context > 0 ? ` +${context}` : ''}</span>
      </label>
      <IconButton small label={l(folded ? 'unfold' : 'fold', { name })} aria-pressed={folded} disabled={hidden} onClick={() => toggleFold(id)}>{folded ? <ChevronRight size={14} strokeWidth={1.75} /> : <ChevronDown size={14} strokeWidth={1.75} />}</IconButton>
      <IconButton small label={l('up', { name })} disabled={at === 0} onClick={() => moveLane(all, id, at - 1)}><ArrowUp size={14} strokeWidth={1.75} /></IconButton>
      <IconButton small label={l('down', { name })} disabled={at === all.length - 1} onClick={() => moveLane(all, id, at + 1)}><ArrowDown size={14} strokeWidth={1.75} /></IconButton>
    </li>
  )
}
