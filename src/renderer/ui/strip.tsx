import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './strip.module.css'

/** A line below the top bar that stays as long as what it says is so. `alert`: read out at once. */
export function Strip({ tone, icon: Icon, children, actions, alert = false }: { tone: 'past' | 'note' | 'failed'; icon: LucideIcon; children: ReactNode; actions?: ReactNode; alert?: boolean }) {
  return (
    <div className={styles['strip']} data-tone={tone}>
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <div className={styles['words']} role={alert ? 'alert' : 'status'}>{children}</div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  )
}
