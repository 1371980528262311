import { Popover } from '@base-ui/react/popover'
import { common, laneKeys } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Button, Chip } from '../../ui/index.ts'
import styles from './toolbar.module.css'
import type { Items } from './use-items.ts'
import { changeView, toggleFold, useTimelineView } from './view-state.ts'

/** Which lanes are open: what a click on a lane's head does, for the keyboard. Folding hides nothing from the table. */
export function LanesMenu({ items: { lanes, all } }: { items: Items }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const open = useTimelineView((view) => view.lanesMenu)
  const folded = useTimelineView((view) => view.folded)
  const count = (lane: string) => all.filter((item) => item.lane === lane).length
  return (
    <Popover.Root open={open} onOpenChange={(lanesMenu) => changeView({ lanesMenu })}>
      <Popover.Trigger render={<Button small look="quiet" shortcut="L">{t('lanes')}</Button>} />
      <Popover.Portal>
        <Popover.Positioner className={styles['positioner']} sideOffset={6} align="end">
          <Popover.Popup className={styles['popover']} aria-label={t('lanes')}>
            <div className={styles['picker']}>
              <fieldset>
                <legend>{t('openLanes')}</legend>
                {lanes.map((lane) => <Chip key={lane} label={c(laneKeys[lane])} value={count(lane)} pressed={!folded.includes(lane)} onClick={() => toggleFold(lane)} />)}
              </fieldset>
              <span className={styles['both']}>
                <Button small onClick={() => changeView({ folded: [...lanes] })}>{t('foldLanes')}</Button>
                <Button small onClick={() => changeView({ folded: [] })}>{t('unfoldLanes')}</Button>
              </span>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
