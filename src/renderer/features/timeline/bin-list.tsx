import { Popover } from '@base-ui/react/popover'
import { formatEdtf } from '#domain/dates/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import styles from './bin-list.module.css'
import type { Items } from './use-items.ts'
import { changeView, useTimelineView } from './view-state.ts'

/** A longer list would take seconds to draw and longer to read; the table has all rows. */
const mostShown = 200

/** The events of a bin, listed beside it. Choosing one selects it; zooming in opens the bin itself. */
export function BinList({ items, onSelect }: { items: Items; onSelect: (key: string) => void }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const language = useLanguage()
  const openBin = useTimelineView((view) => view.openBin)
  const anchor = openBin === null ? null : document.querySelector(`[data-mark="${CSS.escape(openBin.id)}"]`)
  const keys = new Set(openBin?.keys)
  const all = openBin === null ? [] : items.shown.filter(({ key }) => keys.has(key))
  const listed = all.slice(0, mostShown)
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
              {all.length > listed.length ? <li className={styles['more']}>{t('more', { n: all.length - listed.length })}</li> : null}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
