import { ListFilter } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { isWriting, spoken } from '../../commands/keys.ts'
import { runCommand } from '../../commands/registry.ts'
import { openIncident, removeIncident } from '../../state/incidents.ts'
import { changeLibraryFilters, clearLibraryFilters, useLibraryFilters } from '../../state/library-filters.ts'
import { confirm, useOverlays } from '../../state/overlays.ts'
import { useSession } from '../../state/session.ts'
import { common } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { library } from '../../strings/library.ts'
import { Button, EmptyState, FilterChip } from '../../ui/index.ts'
import { shownTitle } from './columns.tsx'
import { Facets, valueName } from './facets.tsx'
import { activeFilters, facetValues, filterRows, rowsOf, sieve, without, type Row } from './filter.ts'
import { Grid } from './grid.tsx'
import styles from './library.module.css'
import { Preview } from './preview.tsx'
import { usePreview } from './use-preview.ts'

function useRows(): Row[] {
  const incidents = useSession((session) => session.incidents)
  const references = useSession((session) => session.references)
  const damaged = useSession((session) => session.damaged)
  return useMemo(() => rowsOf(incidents, references, damaged), [incidents, references, damaged])
}

function Toolbar({ shown, total, onFacets, facetsOpen }: { shown: number; total: number; onFacets: () => void; facetsOpen: boolean }) {
  const t = useStrings(library)
  const words = useStrings(common)
  const language = useLanguage()
  const filters = useLibraryFilters()
  const active = activeFilters(filters)
  const reading = useSession((session) => session.incidents.length < session.total)
  return (
    <div className={styles['toolbar']}>
      <span className={styles['narrowOnly']}>
        <Button aria-expanded={facetsOpen} onClick={onFacets}><ListFilter size={14} strokeWidth={1.75} aria-hidden="true" /> {t('filterButton')}</Button>
      </span>
      {active.map((filter) => (
        <FilterChip key={`${filter.facet}/${filter.value}`} label={t(filter.facet)} value={valueName(filter.facet, filter.value, language, t)} removeLabel={t('removeFilter')} onRemove={() => changeLibraryFilters(without(filters, filter))} />
      ))}
      <span className={styles['showing']} role="status">{words('showing', { n: shown, m: total })}{reading ? `, ${t('reading')}` : ''}</span>
      {active.length > 1 ? <Button look="quiet" small onClick={clearLibraryFilters}>{words('clearFilters')}</Button> : null}
    </div>
  )
}

function NoMatch({ rows }: { rows: Row[] }) {
  const t = useStrings(library)
  const words = useStrings(common)
  const language = useLanguage()
  const filters = useLibraryFilters()
  const active = activeFilters(filters)
  // The filter whose removal brings back the most.
  const [best] = active.map((filter) => ({ filter, n: filterRows(rows, without(filters, filter)).length })).toSorted((a, b) => b.n - a.n)
  const name = best ? valueName(best.filter.facet, best.filter.value, language, t) : ''
  return (
    <EmptyState
      title={t('noMatch', { n: Math.max(1, active.length) })}
      actions={
        <>
          <Button look="primary" shortcut="Esc" onClick={clearLibraryFilters}>{words('clearFilters')}</Button>
          {best && active.length > 1 ? <Button onClick={() => changeLibraryFilters(without(filters, best.filter))}>{t('remove', { name })}</Button> : null}
        </>
      }
    >
      {best && best.n > 0 && active.length > 1 ? t('without', { name, n: best.n }) : null}
    </EmptyState>
  )
}

/** `/` goes to the filter field; Escape clears the filters, one step at a time. */
function useLibraryKeys(field: RefObject<HTMLInputElement | null>, onEscape: () => boolean) {
  const singleKeys = useSession((session) => session.settings.singleKeys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (useOverlays.getState().overlay !== null || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key === '/' && singleKeys && !isWriting(event.target)) field.current?.focus()
      else if (event.key !== 'Escape' || !onEscape()) return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** All incidents, own and reference ones, with facets at the left and what the selected one is at the right. */
export function Library() {
  const t = useStrings(library)
  const words = useStrings(common)
  const rows = useRows()
  const readOnly = useSession((session) => session.library.readOnly)
  const total = useSession((session) => session.total + session.references.length)
  const filters = useLibraryFilters()
  // Typing stays ahead of a long list.
  const settled = useDeferredValue(filters)
  const sieved = useMemo(() => sieve(rows, settled), [rows, settled])
  const values = useMemo(() => facetValues(rows), [rows])
  const { shown } = sieved
  const [selectedId, setSelected] = useState<string | null>(null)
  const [previewOpen, setPreviewOpen] = useState(false)
  const [facetsOpen, setFacetsOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const selected = shown.find((row) => row.id === selectedId) ?? shown.find((row) => row.own) ?? shown[0]
  const incident = usePreview(selected)

  useLibraryKeys(field, () => {
    if (previewOpen) setPreviewOpen(false)
    else if (facetsOpen) setFacetsOpen(false)
    else if (activeFilters(filters).length > 0) clearLibraryFilters()
    else return false
    return true
  })
  async function remove(row: Row) {
    if (!row.own || readOnly) return
    const yes = await confirm({ title: t('deleteTitle', { title: shownTitle(row) }), text: t('deleteText'), action: t('deleteAction') })
    if (yes) await removeIncident(row.id)
  }
  const open = (id: string) => void openIncident(id)
  return (
    <main className={styles['library']}>
      <Facets values={values} sieved={sieved} field={field} open={facetsOpen} />
      <section className={styles['middle']} data-pane="incidents" aria-label={t('table')}>
        <Toolbar shown={shown.length} total={total} facetsOpen={facetsOpen} onFacets={() => setFacetsOpen(!facetsOpen)} />
        {shown.length > 0 ? (
          <Grid rows={shown} allRows={rows} selected={selected?.id ?? null} onSelect={setSelected} onOpen={open} onPreview={() => setPreviewOpen((old) => !old)} onDelete={(row) => void remove(row)} />
        ) : rows.length > 0 ? (
          <NoMatch rows={rows} />
        ) : (
          <EmptyState title={t('empty')} actions={<Button look="primary" shortcut={spoken('CmdOrCtrl+N')} onClick={() => runCommand('incident.new')}>{words('newIncident')}</Button>}>{t('emptyText')}</EmptyState>
        )}
      </section>
      <Preview row={selected} incident={incident} open={previewOpen} onOpen={open} onDelete={(row) => void remove(row)} onClose={() => setPreviewOpen(false)} />
    </main>
  )
}
