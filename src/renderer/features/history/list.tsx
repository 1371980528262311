import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { historyStrings } from '../../strings/history.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { exactTime, timeInWords } from '../../strings/times.ts'
import styles from './history.module.css'
import type { Pages } from './use-pages.ts'
import { phraseOf, type Entry } from './words.ts'

const height = 28
/** Where a key moves to in a list; null when it does not move. */
function target(key: string, at: number, length: number): number | null {
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 12, PageUp: at - 12, Home: 0, End: length - 1 }
  const to = moves[key]
  return to === undefined ? null : Math.max(0, Math.min(length - 1, to))
}

export function What({ entry }: { entry: Entry }) {
  const language = useLanguage()
  const { lead, name, verbatim, aside } = phraseOf(entry, language)
  return (
    <>
      <span>{lead}</span>
      {name === '' ? null : verbatim ? <q className={styles['verbatim']}>{name}</q> : <span className={styles['name']}>{name}</span>}
      {aside === '' ? null : <span className={styles['aside']}>{aside}</span>}
    </>
  )
}

function Cells({ entry }: { entry: Entry | undefined }) {
  const t = useStrings(historyStrings)
  const language = useLanguage()
  if (!entry) return <span role="gridcell" className={styles['cell']}>…</span>
  return (
    <>
      <span role="gridcell" className={styles['cell']} data-number>{entry.sequence}</span>
      <span role="gridcell" className={styles['cell']} title={exactTime(entry.time, language)}>{timeInWords(entry.time, language)}</span>
      <span role="gridcell" className={styles['cell']} title={entry.author}>{entry.author || t('nobody')}</span>
      <span role="gridcell" className={`${styles['cell']} ${styles['what']}`}><What entry={entry} /></span>
    </>
  )
}

type ListProps = { pages: Pages; selected: number; onSelect: (index: number) => void; onOpen: (entry: Entry) => void }

/** Revisions as a grid, the newest first: arrows move, Enter shows the incident as it was. */
export function RevisionList({ pages, selected, onSelect, onOpen }: ListProps) {
  const t = useStrings(historyStrings)
  const scroller = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  // The rule speaks of the React compiler, which is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: pages.matching,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: height,
    scrollPaddingStart: height,
    // The row with the focus stays mounted when it is scrolled out of sight.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(selected < pages.matching ? [selected] : [])])].toSorted((a, b) => a - b),
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [virtual.range?.startIndex ?? 0, virtual.range?.endIndex ?? 0]
  useEffect(() => {
    pages.need(Math.max(0, first - 20), last + 20)
    pages.need(selected, selected)
  })
  useEffect(() => {
    if (selected > 0) virtual.scrollToIndex(selected, { align: 'center' })
    // Where one was, when the list comes back; later the keys scroll.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true })
  })
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = target(event.key, selected, pages.matching)
    const entry = pages.at(selected)
    if (to !== null) {
      moved.current = true
      onSelect(to)
      virtual.scrollToIndex(to)
    } else if (event.key === 'Enter' && entry) onOpen(entry)
    else return
    event.preventDefault()
  }
  return (
    <div ref={scroller} role="grid" aria-label={t('list')} aria-rowcount={pages.matching + 1} aria-colcount={4} className={styles['scroller']}>
      <div role="rowgroup" className={styles['listHead']}>
        <div role="row" aria-rowindex={1} className={styles['cells']}>
          {(['number', 'when', 'who', 'what'] as const).map((name) => <span key={name} role="columnheader" className={styles['cell']} {...(name === 'number' ? { 'data-number': true } : {})}>{t(name)}</span>)}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
        {items.map(({ index, start }) => (
          <div
            key={index} role="row" aria-rowindex={index + 2} aria-selected={index === selected} tabIndex={index === selected ? 0 : -1} style={{ transform: `translateY(${start - height}px)` }}
            className={`${styles['row']} ${styles['cells']}`} onClick={() => { moved.current = true; onSelect(index) }} onDoubleClick={() => { const entry = pages.at(index); if (entry) onOpen(entry) }}
          >
            <Cells entry={pages.at(index)} />
          </div>
        ))}
      </div>
    </div>
  )
}
