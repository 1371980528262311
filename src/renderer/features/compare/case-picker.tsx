import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import type { IncidentSummary } from '#domain/incident/index.ts'
import { match } from '../../commands/find.ts'
import { useComparison } from '../../state/comparison.ts'
import { useSession } from '../../state/session.ts'
import { compareStrings } from '../../strings/compare.ts'
import { useStrings } from '../../strings/index.ts'
import { TextField } from '../../ui/index.ts'
import { useAdd } from './cases-pane.tsx'
import styles from './pane.module.css'

const most = 40

/** The first cases that match; a library may hold very many, so the search ends as soon as there are enough. */
function firstMatches(lists: readonly (readonly IncidentSummary[])[], query: string, without: readonly string[]): IncidentSummary[] {
  const found: IncidentSummary[] = []
  for (const list of lists) {
    for (const summary of list) {
      if (found.length >= most) return found
      if (!without.includes(summary.id) && match(query, `${summary.shortTitle} ${summary.title} ${summary.actors.join(' ')}`) !== null) found.push(summary)
    }
  }
  return found
}

/** Any own incident or reference case, found by its words; own ones first. */
export function CasePicker({ ownId }: { ownId: string }) {
  const t = useStrings(compareStrings)
  const add = useAdd()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const ids = useComparison((state) => state.ids)
  const references = useSession((session) => session.references)
  const mine = useSession((session) => session.incidents)
  const found = useMemo(() => (open ? firstMatches([mine, references], query, [ownId, ...ids]) : []), [open, mine, references, query, ownId, ids])
  const active = Math.min(at, found.length - 1)
  function take(index: number) {
    const summary = found[index]
    if (!summary) return
    add(summary.id)
    setQuery('')
    setAt(0)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      setOpen(true)
      const next = open ? Math.min(found.length - 1, Math.max(0, active + step)) : 0
      setAt(next)
      requestAnimationFrame(() => document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' }))
    } else if (event.key === 'Enter' && open) take(active)
    else if (event.key === 'Escape' && open) setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['picker']} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <TextField
        label={t('findCase')} hideLabel placeholder={t('findCase')} value={query} role="combobox" aria-expanded={open} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={open && found.length > 0 ? `${listId}-${active}` : undefined}
        onFocus={() => setOpen(true)} onChange={(event) => { setQuery(event.target.value); setAt(0); setOpen(true) }} onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('findCase')} className={styles['options']} hidden={!open || found.length === 0}>
        {open ? found.map((summary, index) => (
          <div key={summary.id} id={`${listId}-${index}`} role="option" aria-selected={index === active} className={styles['option']} onMouseDown={(event) => event.preventDefault()} onClick={() => take(index)}>
            <span>{summary.shortTitle || summary.title}</span>
            <span className={styles['quiet']}>{t(summary.origin === 'reference' ? 'reference' : 'own')}</span>
          </div>
        )) : null}
      </div>
      <p role="status" className="visually-hidden">{open ? t('found', { n: found.length }) : ''}</p>
      {open && found.length === 0 ? <p className={styles['quiet']}>{t('noCase')}</p> : null}
    </div>
  )
}
