import { Popover } from '@base-ui/react/popover'
import { formatEdtf } from '#domain/dates/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import styles from './bin-list.module.css'
import type { Items } from './use-items.ts'
import { changeView, useTimelineView } from './view-state.ts'

/** The events of a bin, listed beside it. Choosing one selects it; zooming in opens the bin itself. */
export function BinList({ items, onSelect }: { items: Items; onSelect: (key: string) => void }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const language = useLanguage()
  const openBin = useTimelineView((view) => view.openBin)
  const anchor = openBin === null ? null : document.querySelector(`[data-mark="${CSS.escape(openBin)}"]`)
  const keys = (anchor instanceof HTMLElement ? anchor.dataset['keys'] : undefined)?.split(' ') ?? []
  const listed = items.shown.filter(({ key }) => keys.includes(key))
  const close = () => changeView({ openBin: null })
  return (
    <Popover.Root open={listed.length > 0} onOpenChange={(open) => !open && close()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor?.querySelector('[data-bin]') ?? anchor} side="bottom" sideOffset={6} className={styles['positioner']}>
          <Popover.Popup className={styles['popup']} aria-label={t('binList')}>
            <ul>
              {listed.map((item) => (
                <li key={item.key}>
                  <button type="button" className={styles['choice']} onClick={() => { onSelect(item.key); close() }}>
                    <span className={styles['title']}>{item.title}</span>
                    <span className={styles['facts']}>{formatEdtf(item.edtf, language)}, {c(laneKeys[item.lane])}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
