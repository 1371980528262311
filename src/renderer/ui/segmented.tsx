import { useId } from 'react'
import styles from './segmented.module.css'

/** One of a few values; native radio buttons, so arrows and names come from the platform. */
export function Segmented<Value extends string>({ label, value, options, onChange, showLabel = false, disabled = false }: { label: string; value: Value; options: readonly { value: Value; label: string }[]; onChange: (value: Value) => void; showLabel?: boolean; disabled?: boolean }) {
  const name = useId()
  return (
    <fieldset className={styles['group']} disabled={disabled}>
      <legend className={showLabel ? styles['legend'] : 'visually-hidden'}>{label}</legend>
      <div className={styles['row']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
