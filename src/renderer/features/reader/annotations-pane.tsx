import { BookText } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Incident } from '#domain/incident/index.ts'
import { usePlace } from '../../state/navigation.ts'
import { useIncident, useOpened, useReadOnly } from '../../state/open-incident.ts'
import { openCodebook } from '../../state/overlays.ts'
import { codebookStrings } from '../../strings/codebook.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { Button, EmptyState, IconButton, PaneHead } from '../../ui/index.ts'
import { AnnotationGrid } from './annotation-grid.tsx'
import styles from './annotations.module.css'
import { EventForm } from './event-form.tsx'
import { ActiveFilters, FilterMenu, ScopeMenu, StateChips } from './list-controls.tsx'
import { hidesNothing, inScope, linksOf, noListFilter, passesFilter, stateCounts, withSuggested, type ListFilter } from './list-filters.ts'
import { isAnchored } from './marks.ts'
import { useReading } from './reading.ts'
import { RecordForm } from './record-form.tsx'
import { groupSources } from './source-groups.ts'
import { useItems } from './suggested-now.ts'
import { offerList } from './text-focus.ts'

/** Annotations whose words were looked for and not found; texts not yet loaded are judged by their hash alone. */
function orphansOf(incident: Incident, texts: Record<string, string>): Set<string> {
  const orphans = new Set<string>()
  for (const { id, sourceId, anchor } of Object.values(incident.annotations)) {
    const sha256 = incident.sources[sourceId]?.text?.sha256
    const text = sha256 === undefined ? undefined : texts[sha256]
    const lost = sha256 !== anchor.textSha256 || (text !== undefined && !isAnchored(text, sha256, anchor))
    if (lost) orphans.add(id)
  }
  return orphans
}

/** Everything marked, in text order, with what hides some of it always in sight. */
export function AnnotationsPane() {
  const t = useStrings(reader)
  const words = useStrings(common)
  const codes = useStrings(codebookStrings)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const texts = useOpened((state) => state.texts)
  const { sourceId, annotationId } = usePlace()
  // One by one: the caret moves through the same store and must not redraw the list.
  const draft = useReading((state) => state.draft)
  const record = useReading((state) => state.record)
  const fresh = useReading((state) => state.fresh)
  const [filter, setFilter] = useState<ListFilter>(noListFilter)
  const change = (changes: Partial<ListFilter>) => setFilter((old) => ({ ...old, ...changes }))
  const pane = useRef<HTMLElement>(null)
  useEffect(() => offerList(() => (pane.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]') ?? pane.current?.querySelector('button'))?.focus()), [])

  const order = useMemo(() => groupSources(incident).flatMap((group) => group.sources.map(({ id }) => id)), [incident])
  const orphaned = useMemo(() => orphansOf(incident, texts), [incident, texts])
  const links = useMemo(() => linksOf(incident), [incident])
  const items = useItems()
  const marked = useMemo(() => inScope(incident, filter.scope, sourceId, order), [incident, filter.scope, sourceId, order])
  const scoped = useMemo(() => withSuggested(marked, items.map(({ annotation }) => annotation), order), [marked, items, order])
  const shown = useMemo(() => (hidesNothing(filter) ? scoped : scoped.filter((annotation) => passesFilter(annotation, filter, { orphaned, links }))), [scoped, filter, orphaned, links])
  const counts = useMemo(() => stateCounts(scoped, orphaned), [scoped, orphaned])
  const hidden = useMemo(() => {
    if (shown.length === scoped.length || fresh.length === 0) return 0
    const visible = new Set(shown.map(({ id }) => id))
    return fresh.filter((id) => !visible.has(id) && scoped.some((annotation) => annotation.id === id)).length
  }, [shown, scoped, fresh])
  const hasText = sourceId !== null && incident.sources[sourceId]?.text !== null

  return (
    <section ref={pane} className={styles['pane']} data-pane="annotations" aria-label={t('annotations')}>
      <PaneHead title={t('annotations')} count={marked.length}>
        <FilterMenu annotations={scoped} filter={filter} onChange={change} />
        <ScopeMenu scope={filter.scope} onChange={(scope) => change({ scope })} />
      </PaneHead>
      <div className={styles['states']}>
        <StateChips counts={counts} state={filter.state} onChange={(state) => change({ state })} />
        <IconButton small label={codes('title')} onClick={openCodebook}><BookText size={14} strokeWidth={1.75} /></IconButton>
      </div>
      <div className={styles['notes']}>
        <ActiveFilters filter={filter} onChange={change} />
        {shown.length < scoped.length ? <p role="status" className={styles['showing']}>{words('showing', { n: shown.length, m: scoped.length })} <button type="button" className={styles['textButton']} onClick={() => setFilter({ ...noListFilter, scope: filter.scope })}>{words('clearFilters')}</button></p> : null}
        {hidden > 0 ? <p role="status" className={styles['hidden']}>{t('hiddenNew', { n: hidden })} <button type="button" className={styles['textButton']} onClick={() => setFilter({ ...noListFilter, scope: filter.scope })}>{t('showHidden')}</button></p> : null}
      </div>
      <div className={styles['body']}>
        {draft ? <EventForm key={`${draft.sourceId}-${draft.span.start}-${draft.span.end}`} draft={draft} /> : null}
        {record ? <RecordForm key={`${record.kind}-${record.sourceId}-${record.span.start}-${record.span.end}`} draft={record} /> : null}
        {shown.length > 0 ? (
          <AnnotationGrid annotations={shown} items={items} orphaned={orphaned} links={links} currentId={annotationId} showSource={filter.scope === 'all'} />
        ) : draft || record ? null : scoped.length > 0 ? (
          <EmptyState title={t('nothingMatches')} actions={<Button onClick={() => setFilter({ ...noListFilter, scope: filter.scope })}>{words('clearFilters')}</Button>} />
        ) : (
          <EmptyState title={hasText ? t('nothingMarked') : t('noSource')}>{hasText ? (readOnly ? t('nothingMarkedReadOnly') : t('nothingMarkedHow')) : null}</EmptyState>
        )}
      </div>
    </section>
  )
}
