import { useVirtualizer } from '@tanstack/react-virtual'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Output } from '#contract/index.ts'
import { match } from '../../commands/find.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { recovery } from '../../strings/recovery.ts'
import { timeInWords } from '../../strings/times.ts'
import styles from './backups.module.css'

type Listed = Output<'backups:overview'>['incidents'][number]
const height = 44

/** The incidents that have backups or could have: a list box that thousands fit into. */
export function IncidentPicker({ incidents, chosen, onChoose }: { incidents: Listed[]; chosen: string | null; onChoose: (id: string) => void }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  const [text, setText] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const shown = text.trim() === '' ? incidents : incidents.filter(({ title }) => match(text, title) !== null)
  const at = Math.max(0, shown.findIndex(({ id }) => id === chosen))
  // The rule speaks of the React compiler, which is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({ count: shown.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 8 })
  useEffect(() => {
    if (shown.length > 0) virtual.scrollToIndex(at)
    // Only when another one was chosen, not while someone scrolls.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen])
  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }
    const to = moves[event.key]
    const next = to === undefined ? undefined : shown[Math.max(0, Math.min(shown.length - 1, to))]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
  }
  return (
    <aside className={styles['picker']} data-pane="incidents" aria-label={t('incidents')}>
      <div className={styles['search']}>
        <Search size={15} strokeWidth={1.75} aria-hidden="true" />
        <input type="text" role="searchbox" value={text} placeholder={t('filterIncidents')} aria-label={t('filterIncidents')} spellCheck={false} onChange={(event) => setText(event.target.value)} />
      </div>
      <div ref={scroller} className={styles['options']} role="listbox" tabIndex={0} aria-label={t('incidents')} aria-activedescendant={shown[at] ? `backups-of-${shown[at].id}` : undefined} onKeyDown={onKeyDown}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const one = shown[index]
            return one ? (
              <div key={one.id} id={`backups-of-${one.id}`} role="option" aria-selected={one.id === chosen} aria-posinset={index + 1} aria-setsize={shown.length} className={styles['option']} style={{ transform: `translateY(${start}px)` }} onClick={() => onChoose(one.id)}>
                <span className={styles['optionTitle']}>{one.title}</span>
                <span className={styles['quiet']}>{t('countOf', { n: one.count })}{one.newest === null ? '' : ` · ${timeInWords(one.newest, language)}`}</span>
              </div>
            ) : null
          })}
        </div>
      </div>
    </aside>
  )
}
