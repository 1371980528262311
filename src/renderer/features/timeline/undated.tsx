import { CircleDashed } from 'lucide-react'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import styles from './timeline.module.css'

/** Records without a date stand in a row of their own: nothing is placed in time that no source places. */
export function Undated({ items, selected, onSelect, onOpen }: { items: readonly TimelineItem[]; selected: string | null; onSelect: (key: string) => void; onOpen: (key: string) => void }) {
  const c = useStrings(common)
  if (items.length === 0) return null
  return (
    <section className={styles['undated']} aria-label={c('undated')}>
      <h2 className={styles['undatedHead']}>{c('undated')} <span>{items.length}</span></h2>
      <ul className={styles['undatedList']}>
        {items.map(({ key, title }) => (
          <li key={key}>
            <button type="button" className={styles['undatedChip']} aria-pressed={key === selected} title={title} onClick={() => onSelect(key)} onDoubleClick={() => onOpen(key)}>
              <CircleDashed size={13} strokeWidth={1.75} aria-hidden="true" />
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
