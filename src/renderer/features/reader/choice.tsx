import type { ReactNode } from 'react'
import { Kbd } from '../../ui/index.ts'
import styles from './mark-bar.module.css'

export const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault()

/** One choice of a bar. The mouse does not take the focus from the text. */
export function Choice({ keys, glyph, name, pressed, last = false, onChoose }: { keys: string | null; glyph?: ReactNode; name: string; pressed?: boolean; last?: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={styles['choice']} data-last={last} aria-pressed={pressed} onMouseDown={keepFocus} onClick={onChoose}>
      {keys === null ? null : <Kbd>{keys}</Kbd>}
      {glyph}
      <span>{name}</span>
    </button>
  )
}
