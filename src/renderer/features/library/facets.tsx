import { BookMarked, FileText, LibraryBig, Search, type LucideIcon } from 'lucide-react'
import { useState, type Ref } from 'react'
import { changeLibraryFilters, toggleFacet, useLibraryFilters, type Facet, type LibraryView } from '../../state/library-filters.ts'
import { useLanguage, useStrings, type Translate } from '../../strings/index.ts'
import { library } from '../../strings/library.ts'
import { countryName, sectorName, shortResponseName } from '../../strings/names.ts'
import { Kbd } from '../../ui/index.ts'
import styles from './facets.module.css'
import type { AttributedSpan, Sieved } from './filter.ts'

type Key = keyof typeof library.en

/** A facet value in the person's language. */
export function valueName(facet: Facet | 'text', value: string, language: 'en' | 'cs', t: Translate<Key>): string {
  switch (facet) {
    case 'sponsor':
      return countryName(value, language)
    case 'sector':
      return sectorName(value, language)
    case 'response':
      return shortResponseName(value, language)
    case 'attributed':
      return t(value as AttributedSpan)
    default:
      return value
  }
}

const shownAtFirst = 6

function FacetGroup({ facet, values, counts }: { facet: Facet; values: readonly string[]; counts: ReadonlyMap<string, number> }) {
  const t = useStrings(library)
  const language = useLanguage()
  const filters = useLibraryFilters()
  const [all, setAll] = useState(false)
  if (values.length === 0) return null
  const shown = all ? values : values.filter((value, index) => index < shownAtFirst || filters[facet].includes(value))
  return (
    <fieldset className={styles['group']}>
      <legend>{t(facet)}</legend>
      {shown.map((value) => (
        <label key={value} className={styles['row']}>
          <input type="checkbox" checked={filters[facet].includes(value)} onChange={() => toggleFacet(facet, value)} />
          <span className={styles['name']}>{valueName(facet, value, language, t)}</span>
          <span className={styles['count']}>{counts.get(value) ?? 0}</span>
        </label>
      ))}
      {values.length > shown.length || all ? (
        <button type="button" className={styles['more']} aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('fewer') : t('more', { n: values.length - shown.length })}</button>
      ) : null}
    </fieldset>
  )
}

const views: { view: LibraryView; key: Key; icon: LucideIcon }[] = [
  { view: 'all', key: 'all', icon: LibraryBig },
  { view: 'mine', key: 'mine', icon: FileText },
  { view: 'references', key: 'references', icon: BookMarked },
]

function Views({ counts }: { counts: Sieved['views'] }) {
  const t = useStrings(library)
  const filters = useLibraryFilters()
  return (
    <div className={styles['group']} role="group" aria-label={t('views')}>
      <h2>{t('views')}</h2>
      {views.map(({ view, key, icon: Icon }) => (
        <button key={view} type="button" className={styles['row']} aria-pressed={filters.view === view} onClick={() => changeLibraryFilters({ view })}>
          <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
          <span className={styles['name']}>{t(key)}</span>
          <span className={styles['count']}>{counts[view]}</span>
        </button>
      ))}
    </div>
  )
}

const shownFacets = ['sponsor', 'sector', 'response', 'attributed'] as const

/** Search field, views and facets with what each would show. */
export function Facets({ values, sieved, field, open }: { values: Record<Facet, string[]>; sieved: Sieved; field: Ref<HTMLInputElement>; open: boolean }) {
  const t = useStrings(library)
  const text = useLibraryFilters((filters) => filters.text)
  return (
    <aside className={styles['facets']} data-pane="facets" data-open={open} aria-label={t('facets')}>
      <div className={styles['search']}>
        <Search size={15} strokeWidth={1.75} aria-hidden="true" />
        <input
          ref={field} type="text" role="searchbox" value={text} placeholder={t('filterIncidents')} aria-label={t('filterIncidents')} aria-keyshortcuts="/" spellCheck={false}
          onChange={(event) => changeLibraryFilters({ text: event.target.value })}
        />
        <Kbd>/</Kbd>
      </div>
      <Views counts={sieved.views} />
      {shownFacets.map((facet) => <FacetGroup key={facet} facet={facet} values={values[facet]} counts={sieved.counts[facet]} />)}
    </aside>
  )
}
