import { boundsOf } from '#domain/dates/index.ts'
import type { Damaged, TroubleName } from '#contract/index.ts'
import { emptyIncident, summarise, type IncidentSummary } from '#domain/incident/index.ts'
import { fold, holdsAll, wordsOf } from '../../commands/find.ts'
import { facets, type Facet, type LibraryFilters } from '../../state/library-filters.ts'

/** `trouble`: how its files cannot be followed; null: they can, as far as is known. */
export type Row = IncidentSummary & { own: boolean; trouble: TroubleName | null }

/** A row stays the same object as long as its summary does, so that what was worked out for it can be kept with it. */
const ownRows = new WeakMap<IncidentSummary, Row>()
const referenceRows = new WeakMap<IncidentSummary, Row>()
function rowOf(summary: IncidentSummary, own: boolean, trouble: TroubleName | null = null): Row {
  const rows = own ? ownRows : referenceRows
  const known = rows.get(summary)
  if (known?.trouble === trouble) return known
  const row = { ...summary, own, trouble }
  rows.set(summary, row)
  return row
}

/** An incident of which the list knows nothing but that it is damaged. */
const unknown = ({ id }: Damaged): IncidentSummary => summarise(emptyIncident({ id, title: id, createdAt: '1970-01-01T00:00:00Z' }), { sequence: 0, changedAt: '1970-01-01T00:00:00Z' })

export function rowsOf(incidents: readonly IncidentSummary[], references: readonly IncidentSummary[], damaged: readonly Damaged[] = []): Row[] {
  const troubles = new Map(damaged.map(({ id, state }) => [id, state]))
  const listed = damaged.length === 0 ? null : new Set(incidents.map(({ id }) => id))
  const unlisted = damaged.filter(({ id }) => !listed?.has(id)).map(unknown)
  return [...[...incidents, ...unlisted].map((summary) => rowOf(summary, true, troubles.get(summary.id) ?? null)), ...references.map((summary) => rowOf(summary, false))]
}

export const troubleKeys = { corrupt: 'badgeCorrupt', missing: 'badgeMissing', unreadable: 'badgeUnreadable', newer: 'badgeNewer' } as const satisfies Record<TroubleName, string>

export const attributedSpans = ['late', 'middle', 'early', 'never'] as const
export type AttributedSpan = (typeof attributedSpans)[number]

function attributedSpan(edtf: string | null): AttributedSpan {
  const time = edtf === null ? null : (boundsOf(edtf).earliest ?? boundsOf(edtf).latest)
  if (time === null || !Number.isFinite(time)) return 'never'
  const year = new Date(time).getUTCFullYear()
  if (year >= 2024) return 'late'
  return year >= 2020 ? 'middle' : 'early'
}

/** The values of a row in a facet. */
export function valuesOf(row: Row, facet: Facet): readonly string[] {
  switch (facet) {
    case 'sponsor':
      return row.sponsorStates
    case 'sector':
      return row.victimSectors
    case 'response':
      return row.responseTypes
    case 'attributed':
      return [attributedSpan(row.attributed)]
    case 'tag':
      return row.tags
  }
}

const folded = new WeakMap<Row, string>()
function foldedText(row: Row): string {
  const known = folded.get(row)
  if (known !== undefined) return known
  const text = fold([row.title, row.shortTitle, ...row.actors, ...row.tags].join(' '))
  folded.set(row, text)
  return text
}

const passesFacet = (row: Row, facet: Facet, wanted: readonly string[]) => wanted.length === 0 || valuesOf(row, facet).some((value) => wanted.includes(value))
const passesView = (row: Row, view: LibraryFilters['view']) => view === 'all' || (view === 'mine') === row.own

/** Within a facet any chosen value passes; between facets, view and text all must. */
export function filterRows(rows: readonly Row[], filters: LibraryFilters): Row[] {
  const words = wordsOf(filters.text)
  return rows.filter((row) => passesView(row, filters.view) && holdsAll(words, foldedText(row)) && facets.every((facet) => passesFacet(row, facet, filters[facet])))
}

type Counts = Map<string, number>
const add = (counts: Counts, values: readonly string[]) => {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
}

/** The values of each facet in falling order of how many rows have them, so that the list stays put while filters change. */
export function facetValues(rows: readonly Row[]): Record<Facet, string[]> {
  const all = forEachFacet(() => new Map<string, number>())
  for (const row of rows) for (const facet of facets) add(all[facet], valuesOf(row, facet))
  return forEachFacet((facet) => {
    const values = [...all[facet]].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value]) => value)
    return facet === 'attributed' ? attributedSpans.filter((span) => values.includes(span)) : values
  })
}

function forEachFacet<T>(make: (facet: Facet) => T): Record<Facet, T> {
  return Object.fromEntries(facets.map((facet) => [facet, make(facet)])) as Record<Facet, T>
}

export type Sieved = {
  shown: Row[]
  /** How many rows each view would show, with the other filters as they are. */
  views: Record<LibraryFilters['view'], number>
  /** How many rows each value of a facet would show, likewise. */
  counts: Record<Facet, Counts>
}

/** What the filters let through, and what each of them would, in one pass over the rows. */
export function sieve(rows: readonly Row[], filters: LibraryFilters): Sieved {
  const words = wordsOf(filters.text)
  const shown: Row[] = []
  const views = { all: 0, mine: 0, references: 0 }
  const counts = forEachFacet(() => new Map<string, number>())
  for (const row of rows) {
    if (!holdsAll(words, foldedText(row))) continue
    const refusing = facets.filter((facet) => !passesFacet(row, facet, filters[facet]))
    if (refusing.length === 0) {
      views.all += 1
      views[row.own ? 'mine' : 'references'] += 1
    }
    if (!passesView(row, filters.view) || refusing.length > 1) continue
    if (refusing.length === 0) shown.push(row)
    // A row counts for a facet when nothing but that facet itself holds it back.
    for (const facet of refusing.length === 0 ? facets : refusing) add(counts[facet], valuesOf(row, facet))
  }
  return { shown, views, counts }
}

export type ActiveFilter = { facet: Facet | 'text'; value: string }
export const activeFilters = (filters: LibraryFilters): ActiveFilter[] => [
  ...facets.flatMap((facet) => filters[facet].map((value) => ({ facet, value }))),
  ...(filters.text.trim() === '' ? [] : [{ facet: 'text' as const, value: filters.text.trim() }]),
]

/** The filters without one of their values. */
export function without(filters: LibraryFilters, { facet, value }: ActiveFilter): LibraryFilters {
  return facet === 'text' ? { ...filters, text: '' } : { ...filters, [facet]: filters[facet].filter((other) => other !== value) }
}
