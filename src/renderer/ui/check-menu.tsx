import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import styles from './menu.module.css'

type Choice<Value extends string> = { value: Value; label: string; checked: boolean }

/** Several of many, in a menu that stays open while they are chosen; `reset` is a last line that puts back what is usual. */
export function CheckMenu<Value extends string>({ trigger, choices, onToggle, reset }: { trigger: ReactElement; choices: readonly Choice<Value>[]; onToggle: (value: Value) => void; reset?: { label: string; run: () => void } }) {
  return (
    <Menu.Root>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            {choices.map(({ value, label, checked }) => (
              <Menu.CheckboxItem key={value} className={styles['item']} checked={checked} closeOnClick={false} onCheckedChange={() => onToggle(value)}>
                <span className={styles['check']}><Menu.CheckboxItemIndicator><Check size={14} strokeWidth={1.75} aria-hidden="true" /></Menu.CheckboxItemIndicator></span>
                {label}
              </Menu.CheckboxItem>
            ))}
            {reset ? (
              <>
                <Menu.Separator className={styles['rule']} />
                <Menu.Item className={styles['item']} onClick={reset.run}><span className={styles['check']} />{reset.label}</Menu.Item>
              </>
            ) : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
