import { Menu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import styles from './menu.module.css'

export type MenuAction = { key: string; label: ReactNode; run: () => void }

/** Things that can be done, under one button. */
export function ActionMenu({ trigger, actions }: { trigger: ReactElement; actions: readonly MenuAction[] }) {
  return (
    <Menu.Root>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            {actions.map(({ key, label, run }) => <Menu.Item key={key} className={styles['item']} onClick={run}>{label}</Menu.Item>)}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
