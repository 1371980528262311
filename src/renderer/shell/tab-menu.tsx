import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import { go, usePlace } from '../state/navigation.ts'
import { common } from '../strings/common.ts'
import { historyStrings } from '../strings/history.ts'
import { useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { isIncidentView, useCounts, useShownViews, type IncidentView } from './counts.ts'
import styles from './top-bar.module.css'

/** The tabs folded into one menu that is named after the present view. */
export function TabMenu() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const counts = useCounts()
  const shown = useShownViews()
  const { view } = usePlace()
  const past = useStrings(historyStrings)
  const current = isIncidentView(view) ? view : null
  const name = current !== null ? words(current) : view === 'history' ? past('history') : t('views')
  return (
    <div className={styles['tabMenu']}>
      <Menu.Root>
        <Menu.Trigger className={styles['tab']} data-current="true" aria-label={`${t('views')}: ${name}`}>
          {name} <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className={styles['positioner']}>
            <Menu.Popup className={styles['menu']}>
              <Menu.RadioGroup value={current} onValueChange={(name: IncidentView) => go({ view: name })}>
                {shown.map((name) => (
                  <Menu.RadioItem key={name} value={name} closeOnClick className={styles['menuItem']}>
                    {words(name)}
                    <span className={styles['count']}>{counts[name]}</span>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}
