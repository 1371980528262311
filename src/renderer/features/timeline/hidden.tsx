import { useEffect, useRef } from 'react'
import type { Incident } from '#domain/incident/index.ts'
import { changeFilters, useFilters, type Filters } from '../../state/filters.ts'
import { useStrings } from '../../strings/index.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { Button } from '../../ui/index.ts'
import { focusTable, selectItem } from './actions.ts'
import styles from './hidden.module.css'
import { newlyHidden, type Seen } from './newly-hidden.ts'
import type { Items } from './use-items.ts'
import { changeView, useTimelineView } from './view-state.ts'

/** Remembers what a change put out of sight: a record that the filters swallow would look lost. Other filters are another matter. */
export function useHidden(items: Items): void {
  const filters = useFilters((state) => state.filters)
  const before = useRef<{ incident: Incident; filters: Filters; seen: Seen } | null>(null)
  useEffect(() => {
    const last = before.current
    const seen: Seen = { all: new Set(items.all.map(({ key }) => key)), shown: new Set(items.shown.map(({ key }) => key)) }
    before.current = { incident: items.incident, filters, seen }
    const { hidden } = useTimelineView.getState()
    if (!last) return
    const next = last.filters !== filters ? [] : last.incident === items.incident ? hidden : newlyHidden(last.seen, seen, hidden)
    if (next.length > 0 || hidden.length > 0) changeView({ hidden: next })
  }, [items, filters])
}

/** Shows what a change hid, beside what the filters let through, and selects the first of it. */
export function reveal(): void {
  const { hidden } = useTimelineView.getState()
  const [first] = hidden
  if (first === undefined) return
  changeFilters({ also: [...new Set([...useFilters.getState().filters.also, ...hidden])] })
  selectItem(first)
  focusTable()
}

/** Says what is hidden, with the one key that shows it. */
export function HiddenStrip({ items }: { items: Items }) {
  const t = useStrings(workStrings)
  const hidden = useTimelineView((view) => view.hidden)
  const [first] = hidden
  const title = items.all.find(({ key }) => key === first)?.title
  return (
    <div className={styles['strip']} data-empty={title === undefined}>
      <p role="status">{title === undefined ? '' : hidden.length === 1 ? t('hiddenOne', { title }) : t('hiddenSeveral', { n: hidden.length })}</p>
      {title === undefined ? null : <Button small shortcut="H" onClick={reveal}>{t('reveal')}</Button>}
    </div>
  )
}
