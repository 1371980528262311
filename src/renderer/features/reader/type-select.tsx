import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import fields from './fields.module.css'

export type Option<T extends string> = { value: T; name: string; sign?: ReactNode }

/** One of a few, by mouse, arrows or first letters. */
export function Choose<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: Option<T>[]; onChange: (value: T) => void }) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Select.Root value={value} onValueChange={(next) => { if (next !== null) onChange(next) }}>
      <Select.Trigger className={fields['select']} aria-label={label}>
        <span className={fields['item']} style={{ padding: 0, minHeight: 0 }}>{chosen?.sign}{chosen?.name}</span>
        <ChevronDown size={13} strokeWidth={1.75} aria-hidden="true" />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner sideOffset={4} alignItemWithTrigger={false}>
          <Select.Popup className={fields['popup']}>
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value} className={fields['item']}>
                <span className={fields['itemCheck']}><Select.ItemIndicator><Check size={14} strokeWidth={1.75} /></Select.ItemIndicator></span>
                {option.sign}
                <Select.ItemText>{option.name}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}
