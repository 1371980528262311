import { Plus, Unlink } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { waitingCounts } from '#domain/command/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import type { Source } from '#domain/incident/index.ts'
import { runCommand } from '../../commands/registry.ts'
import { select, usePlace } from '../../state/navigation.ts'
import { useIncident, useReadOnly } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { reader, reliabilityKeys } from '../../strings/reader.ts'
import { versions } from '../../strings/versions.ts'
import { Grade, IconButton, PaneHead } from '../../ui/index.ts'
import { annotationCounts, groupSources, namesOf } from './source-groups.ts'
import styles from './source-list.module.css'
import { focusText } from './text-focus.ts'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e6, End: 1e6 }

/** The sources by what there is to do with them; arrows read on, Enter goes into the text. */
export function SourceList({ onOpen = focusText }: { onOpen?: () => void }) {
  const t = useStrings(reader)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const { sourceId } = usePlace()
  const list = useRef<HTMLDivElement>(null)
  const { sources, annotations } = incident
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const groups = useMemo(() => groupSources({ sources, annotations }), [sources, annotations])
  const counts = useMemo(() => annotationCounts(annotations), [annotations])
  const waiting = useMemo(() => waitingCounts({ sources, annotations }), [sources, annotations])
  const order = useMemo(() => groups.flatMap((group) => group.sources), [groups])
  const focusRow = (id: string) => list.current?.querySelector<HTMLElement>(`[data-source="${id}"]`)?.focus()
  // Braces: newer Chromium answers a scroll with a promise, which is not an effect's undoing.
  useEffect(() => {
    void list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [sourceId])

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    const at = order.findIndex(({ id }) => id === sourceId)
    const next = step === undefined ? undefined : order[Math.min(order.length - 1, Math.max(0, at + step))]
    if (next) {
      select({ sourceId: next.id, annotationId: null })
      focusRow(next.id)
    } else if (event.key === 'Enter' || event.key === ' ') onOpen()
    else return
    event.preventDefault()
  }
  return (
    <section className={styles['pane']} data-pane="sources" aria-label={t('sources')}>
      <PaneHead title={t('sources')} count={order.length}>
        {readOnly ? null : <IconButton small label={t('addSource')} onClick={() => runCommand('document.import')}><Plus size={16} strokeWidth={1.75} /></IconButton>}
      </PaneHead>
      <div ref={list} className={styles['list']} role="listbox" aria-label={t('sources')} onKeyDown={onKeyDown}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-labelledby={`sources-${group.name}`}>
            <div id={`sources-${group.name}`} className={styles['group']} role="presentation">
              {t(group.name)} <span>{group.sources.length}</span>
            </div>
            {group.sources.map((source) => (
              <Row key={source.id} source={source} count={counts.get(source.id) ?? 0} waiting={waiting.get(source.id) ?? 0} selected={source.id === sourceId} onChoose={() => select({ sourceId: source.id, annotationId: null })} onOpen={onOpen} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

function Row({ source, count, waiting, selected, onChoose, onOpen }: { source: Source; count: number; waiting: number; selected: boolean; onChoose: () => void; onOpen: () => void }) {
  const t = useStrings(reader)
  const versionWords = useStrings(versions)
  const language = useLanguage()
  const { first, second } = namesOf(source, t(source.kind))
  const date = formatEdtf(source.date, language)
  // The telling title has the whole of its line; the date goes below.
  const desk = source.kind === 'desk-note'
  return (
    <div role="option" aria-selected={selected} tabIndex={selected ? 0 : -1} className={styles['row']} data-desk={desk} data-source={source.id} onClick={onChoose} onDoubleClick={onOpen} title={source.citation.title}>
      <span className={styles['line']}>
        <span className={styles['who']}>{first}</span>
        {desk ? null : <span className={styles['date']}>{date}</span>}
      </span>
      <span className={styles['line']}>
        <span className={styles['title']}>{desk && source.date !== null ? `${second}, ${date}` : second}</span>
        {waiting > 0 ? <span className={styles['waiting']} aria-label={versionWords('waitHere', { n: waiting })} title={versionWords('waitHere', { n: waiting })} role="img"><Unlink size={12} strokeWidth={1.75} aria-hidden="true" />{waiting}</span> : null}
        {count > 0 ? <span className={styles['count']} aria-label={t('annotationCount', { n: count })} role="img">{count}</span> : null}
        <span role="img" aria-label={t(reliabilityKeys[source.reliability])} title={t(reliabilityKeys[source.reliability])}><Grade>{source.reliability}</Grade></span>
      </span>
    </div>
  )
}
