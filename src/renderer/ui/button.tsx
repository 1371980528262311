import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './button.module.css'

type Look = 'plain' | 'primary' | 'quiet'
export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; small?: boolean; shortcut?: string; ref?: Ref<HTMLButtonElement> }

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')
const lookClass = (look: Look) => (look === 'plain' ? undefined : styles[look])

/** A button says what happens; its shortcut stands beside the words. */
export function Button({ look = 'plain', small = false, shortcut, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={classes(styles['button'], lookClass(look), small && styles['small'], className)}>
      {children}
      {shortcut ? <span className={styles['key']}>{shortcut}</span> : null}
    </button>
  )
}

/** An icon alone needs its name: as label for assistive technology and as tooltip for everybody. */
export function IconButton({ label, look = 'quiet', small = false, className, children, ...rest }: Omit<ButtonProps, 'shortcut'> & { label: string; children: ReactNode }) {
  return (
    <button type="button" title={label} aria-label={label} {...rest} className={classes(styles['button'], styles['icon'], lookClass(look), small && styles['small'], className)}>
      {children}
    </button>
  )
}
