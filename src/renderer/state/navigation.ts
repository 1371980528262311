import { create } from 'zustand'

export type View = 'first-run' | 'library' | 'overview' | 'reader' | 'timeline' | 'report' | 'compare' | 'history' | 'recovery' | 'backups'
export const incidentViews = ['overview', 'reader', 'timeline', 'report', 'compare'] as const satisfies readonly View[]

/** Where the person is: the view and what is selected there. A jump keeps the place left, so that Back returns to it. */
export type Place = {
  view: View
  sourceId: string | null
  annotationId: string | null
  /** Selected item, such as "events/e1"; on the overview also "entities/a1"; in the history the one it is about, or "incident". */
  itemKey: string | null
  /** In recovery and backups: the incident it is about, which need not be open. */
  about: string | null
  /** Counts jumps, so that jumping to the same quote again scrolls again. */
  jump: number
}

type Navigation = {
  place: Place
  back: Place[]
  /** The way back to another incident, from which this one was opened to look something up. */
  origin: (() => void) | null
}
const start: Place = { view: 'first-run', sourceId: null, annotationId: null, itemKey: null, about: null, jump: 0 }
export const useNavigation = create<Navigation>(() => ({ place: start, back: [], origin: null }))

export const usePlace = (): Place => useNavigation((state) => state.place)

/** Moves on, keeping the present place on the way back. */
export function go(changes: Partial<Omit<Place, 'jump'>>): void {
  useNavigation.setState(({ place, back }) => ({ place: { ...place, ...changes, jump: place.jump + 1 }, back: [...back.slice(-49), place] }))
}

/** Selects within the view, without a step to go back to. */
export function select(changes: Partial<Pick<Place, 'sourceId' | 'annotationId' | 'itemKey' | 'about'>>): void {
  useNavigation.setState(({ place }) => ({ place: { ...place, ...changes } }))
}

export function goBack(): void {
  const { back, origin } = useNavigation.getState()
  if (back.length === 0) return origin?.()
  useNavigation.setState(({ place, back }) => {
    const last = back.at(-1)
    return last ? { place: { ...last, jump: place.jump + 1 }, back: back.slice(0, -1) } : {}
  })
}

/** To another incident or the library: nothing to go back to in the old one. */
export function restart(place: Partial<Place>): void {
  useNavigation.setState(({ place: old }) => ({ place: { ...start, ...place, jump: old.jump + 1 }, back: [], origin: null }))
}

/** Opens the words: the reader at a quote. */
export const goToQuote = (sourceId: string, annotationId: string | null): void => go({ view: 'reader', sourceId, annotationId })
export const goToItem = (itemKey: string): void => go({ view: 'timeline', itemKey })
/** The record that is selected, such as "events/e1"; the mark before the source it stands on. */
export function selectedRecord({ view, itemKey, annotationId, sourceId }: Place): string | null {
  if (view !== 'reader') return itemKey
  return annotationId !== null ? `annotations/${annotationId}` : sourceId === null ? null : `sources/${sourceId}`
}
export const goToHistory = (itemKey: string | null = null): void => go({ view: 'history', itemKey })
