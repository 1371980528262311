import { create } from 'zustand'

/** What the library shows. Within a facet any value passes; between facets all must. */
export type LibraryView = 'all' | 'mine' | 'references'
export type Facet = 'sponsor' | 'sector' | 'response' | 'attributed' | 'tag'
export const facets = ['sponsor', 'sector', 'response', 'attributed', 'tag'] as const satisfies readonly Facet[]
export type LibraryFilters = { view: LibraryView; text: string } & Record<Facet, string[]>

export const everything: LibraryFilters = { view: 'all', text: '', sponsor: [], sector: [], response: [], attributed: [], tag: [] }
export const useLibraryFilters = create<LibraryFilters>(() => everything)

export const changeLibraryFilters = (changes: Partial<LibraryFilters>): void => useLibraryFilters.setState(changes)
export const clearLibraryFilters = (): void => useLibraryFilters.setState(everything)

export function toggleFacet(facet: Facet, value: string): void {
  useLibraryFilters.setState((filters) => ({ [facet]: filters[facet].includes(value) ? filters[facet].filter((other) => other !== value) : [...filters[facet], value] }))
}
