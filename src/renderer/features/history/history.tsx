import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, type RefObject } from 'react'
import { isWriting } from '../../commands/keys.ts'
import { goBack, select, useNavigation, usePlace } from '../../state/navigation.ts'
import { useIncident, useOpened } from '../../state/open-incident.ts'
import { useOverlays } from '../../state/overlays.ts'
import { showPast } from '../../state/past.ts'
import { useSession } from '../../state/session.ts'
import { common } from '../../strings/common.ts'
import { historyStrings } from '../../strings/history.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { itemName } from '../../strings/item-names.ts'
import { Button, EmptyState, FilterChip, Kbd } from '../../ui/index.ts'
import { RevisionDetails } from './details.tsx'
import styles from './history.module.css'
import { RevisionList } from './list.tsx'
import { offerPutBack } from './put-back.ts'
import { usePages } from './use-pages.ts'
import { listStateFor, useListState } from './view-state.ts'
import { typesMatching, type Entry } from './words.ts'

/** `/` goes to the filter; Escape takes filters away, then leads back. */
function useHistoryKeys(field: RefObject<HTMLInputElement | null>, onEscape: () => void) {
  const singleKeys = useSession((session) => session.settings.singleKeys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useOverlays.getState().overlay !== null || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key === '/' && singleKeys && !isWriting(event.target)) field.current?.focus()
      else if (event.key === 'Escape') onEscape()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** Everything that happened to the incident: who, when, what; each revision can be looked at and put back. */
export function History() {
  const t = useStrings(historyStrings)
  const words = useStrings(common)
  const language = useLanguage()
  const incident = useIncident()
  const newest = useOpened((state) => state.current?.sequence ?? 0)
  const { itemKey } = usePlace()
  const state = listStateFor({ id: incident.id, record: itemKey }, useListState())
  const { text, index: selected } = state
  const change = (changes: Partial<typeof state>) => useListState.setState({ ...state, ...changes })
  const setSelected = (index: number) => change({ index })
  const field = useRef<HTMLInputElement>(null)
  const asked = useDeferredValue(text)
  const pages = usePages({ id: incident.id, text: asked, types: typesMatching(asked, language), record: itemKey }, newest)
  const entry = pages.at(selected)
  const clear = () => {
    change({ text: '', record: null, index: 0 })
    select({ itemKey: null })
  }
  useHistoryKeys(field, () => {
    if (text !== '' || itemKey !== null) clear()
    else if (useNavigation.getState().back.length > 0) goBack()
  })
  useEffect(() => {
    if (pages.ready) document.querySelector<HTMLElement>('[data-pane=revisions] [role=row][tabindex="0"]')?.focus({ preventScroll: true })
  }, [pages.ready])
  if (newest === 0) return <main className={styles['history']}><EmptyState title={t('noHistory')} /></main>
  const view = ({ sequence }: Entry) => void showPast(incident.id, { kind: 'revision', sequence })
  const putBack = ({ sequence, time }: Entry) => void offerPutBack(incident.id, { kind: 'revision', sequence }, { sequence, time, language }).then((done) => done && setSelected(0))
  return (
    <main className={styles['history']}>
      <section className={styles['left']} data-pane="revisions" aria-label={t('history')}>
        <div className={styles['toolbar']}>
          <div className={styles['search']}>
            <Search size={15} strokeWidth={1.75} aria-hidden="true" />
            <input ref={field} type="text" role="searchbox" value={text} placeholder={t('filter')} aria-label={t('filter')} aria-keyshortcuts="/" spellCheck={false} onChange={(event) => change({ text: event.target.value, index: 0 })} />
            <Kbd>/</Kbd>
          </div>
          {itemKey === null ? null : <FilterChip label={t('aboutOne')} value={itemKey === 'incident' ? t('theIncident') : itemName(incident, itemKey, language)} removeLabel={t('allRecords')} onRemove={() => select({ itemKey: null })} />}
          <span className={styles['showing']} role="status">{pages.ready ? t('showing', { n: pages.matching.toLocaleString(language), m: pages.total.toLocaleString(language) }) : t('loading')}</span>
        </div>
        {pages.ready && pages.matching === 0 ? (
          <EmptyState title={t('none')} actions={<Button look="primary" shortcut="Esc" onClick={clear}>{words('clearFilters')}</Button>} />
        ) : (
          <RevisionList pages={pages} selected={selected} onSelect={setSelected} onOpen={(one) => one.sequence === newest || view(one)} />
        )}
      </section>
      <RevisionDetails entry={entry} isNewest={entry?.sequence === newest} onView={view} onPutBack={putBack} />
    </main>
  )
}
