import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import { go, incidentViews, usePlace } from '../state/navigation.ts'
import { common } from '../strings/common.ts'
import { useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { isIncidentView, useCounts, type IncidentView } from './counts.ts'
import styles from './top-bar.module.css'

/** The tabs folded into one menu that is named after the present view. */
export function TabMenu() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const counts = useCounts()
  const { view } = usePlace()
  const current = isIncidentView(view) ? view : 'overview'
  return (
    <div className={styles['tabMenu']}>
      <Menu.Root>
        <Menu.Trigger className={styles['tab']} data-current="true" aria-label={`${t('views')}: ${words(current)}`}>
          {words(current)} <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className={styles['positioner']}>
            <Menu.Popup className={styles['menu']}>
              <Menu.RadioGroup value={current} onValueChange={(name: IncidentView) => go({ view: name })}>
                {incidentViews.map((name) => (
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
