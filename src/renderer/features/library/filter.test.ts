import { expect, it } from 'vitest'
import { emptyIncident, summarise } from '#domain/incident/index.ts'
import { everything } from '../../state/library-filters.ts'
import { activeFilters, facetValues, filterRows, rowsOf, sieve, without } from './filter.ts'

const summary = (id: string, changes: { sponsorStates?: string[]; tags?: string[]; attributed?: string | null; title?: string }) => {
  const incident = emptyIncident({ id, title: changes.title ?? id, createdAt: '2025-01-01T00:00:00Z' })
  return { ...summarise(incident, { sequence: 1, changedAt: '2025-01-01T00:00:00Z' }), ...changes }
}
const rows = rowsOf(
  [summary('own', { sponsorStates: ['CN'], attributed: '2025-05-28', title: 'Útok na ministerstvo' })],
  [summary('one', { sponsorStates: ['CN', 'RU'], attributed: '2020-05-05' }), summary('two', { sponsorStates: ['RU'], attributed: null })],
)
const ids = (changes: Partial<typeof everything>) => filterRows(rows, { ...everything, ...changes }).map(({ id }) => id)

it('joins values of one facet by or, facets by and', () => {
  expect(ids({ sponsor: ['CN', 'RU'] })).toEqual(['own', 'one', 'two'])
  expect(ids({ sponsor: ['RU'], attributed: ['middle'] })).toEqual(['one'])
})
it('finds titles without diacritics', () => expect(ids({ text: 'utok' })).toEqual(['own']))
it('separates own incidents from reference cases', () => {
  expect(ids({ view: 'mine' })).toEqual(['own'])
  expect(ids({ view: 'references' })).toEqual(['one', 'two'])
})
it('counts a facet without its own choice, and keeps values that would show nothing', () => {
  const { counts, views } = sieve(rows, { ...everything, sponsor: ['CN'], attributed: ['never'] })
  expect(facetValues(rows).sponsor).toEqual(['CN', 'RU'])
  expect([...counts.sponsor]).toEqual([['RU', 1]])
  expect(Object.fromEntries(counts.attributed)).toEqual({ late: 1, middle: 1 })
  expect(views).toEqual({ all: 0, mine: 0, references: 0 })
})
it('shows what the filters let through, and counts the views whichever is chosen', () => {
  for (const changes of [{}, { sponsor: ['RU'] }, { text: 'utok' }, { view: 'references' as const, sponsor: ['RU'], attributed: ['middle'] }]) {
    const { shown, views } = sieve(rows, { ...everything, ...changes })
    expect(shown.map(({ id }) => id)).toEqual(ids(changes))
    for (const view of ['all', 'mine', 'references'] as const) expect(views[view]).toBe(ids({ ...changes, view }).length)
  }
})
it('takes one filter away', () => {
  const filters = { ...everything, sponsor: ['CN'], text: 'x' }
  expect(activeFilters(filters)).toHaveLength(2)
  expect(without(filters, { facet: 'text', value: 'x' }).text).toBe('')
})
