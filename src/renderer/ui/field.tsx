import { ChevronDown } from 'lucide-react'
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import styles from './field.module.css'

type Labelled = { label: string; hideLabel?: boolean; hint?: ReactNode }
const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')

function Frame({ label, hideLabel, hint, id, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>{label}</label>
      {children}
      {hint ? <p id={`${id}-hint`} className={styles['hint']}>{hint}</p> : null}
    </div>
  )
}

export function TextField({ label, hideLabel = false, hint, className, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <Frame label={label} hideLabel={hideLabel} hint={hint} id={id}>
      <input type="text" autoComplete="off" {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className={classes(styles['control'], className)} />
    </Frame>
  )
}

/** Grows with its text. */
export function TextArea({ label, hideLabel = false, hint, className, ...rest }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId()
  return (
    <Frame label={label} hideLabel={hideLabel} hint={hint} id={id}>
      <textarea {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className={classes(styles['control'], styles['area'], className)} />
    </Frame>
  )
}

export type Option<Value extends string> = { value: Value; label: string; disabled?: boolean }
type SelectProps<Value extends string> = Labelled & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & { value: Value; options: readonly Option<Value>[]; onChange: (value: Value) => void }

export function Select<Value extends string>({ label, hideLabel = false, hint, options, onChange, className, ...rest }: SelectProps<Value>) {
  const id = useId()
  return (
    <Frame label={label} hideLabel={hideLabel} hint={hint} id={id}>
      <span className={styles['selectBox']}>
        <select {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className={classes(styles['control'], styles['select'], className)} onChange={(event) => onChange(event.target.value as Value)}>
          {options.map((option) => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>)}
        </select>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </span>
    </Frame>
  )
}
