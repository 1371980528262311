import { boundsOf } from '#domain/dates/index.ts'
import type { IncidentSummary } from '#domain/incident/index.ts'
import { match } from '../../commands/find.ts'
import { facets, type Facet, type LibraryFilters } from '../../state/library-filters.ts'

export type Row = IncidentSummary & { own: boolean }

export const rowsOf = (incidents: readonly IncidentSummary[], references: readonly IncidentSummary[]): Row[] => [
  ...incidents.map((summary) => ({ ...summary, own: true })),
  ...references.map((summary) => ({ ...summary, own: false })),
]

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

const passesFacet = (row: Row, facet: Facet, wanted: readonly string[]) => wanted.length === 0 || valuesOf(row, facet).some((value) => wanted.includes(value))
const passesView = (row: Row, view: LibraryFilters['view']) => view === 'all' || (view === 'mine') === row.own
const passesText = (row: Row, text: string) => text.trim() === '' || match(text, [row.title, row.shortTitle, ...row.actors, ...row.tags].join(' ')) !== null

/** Within a facet any chosen value passes; between facets, view and text all must. `except` leaves one facet out. */
export function filterRows(rows: readonly Row[], filters: LibraryFilters, except: Facet | null = null): Row[] {
  return rows.filter((row) => passesView(row, filters.view) && passesText(row, filters.text) && facets.every((facet) => facet === except || passesFacet(row, facet, filters[facet])))
}

/** How many rows have each value of a facet; values in falling order, so that the list stays put while filters change. */
function totals(rows: readonly Row[], facet: Facet): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of valuesOf(row, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How many rows each value of a facet would show, with the other filters as they are. */
export function facetCounts(rows: readonly Row[], filters: LibraryFilters, facet: Facet): { value: string; count: number }[] {
  const now = totals(filterRows(rows, filters, facet), facet)
  const all = [...totals(rows, facet)]
  const ordered = facet === 'attributed' ? attributedSpans.flatMap((span) => all.filter(([value]) => value === span)) : all.toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return ordered.map(([value]) => ({ value, count: now.get(value) ?? 0 }))
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
