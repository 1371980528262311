import { useEffect, useMemo } from 'react'
import type { Source } from '#domain/incident/index.ts'
import { useOpened, useReadOnly } from '../../state/open-incident.ts'
import { recallView, rememberView, useSession } from '../../state/session.ts'
import { startFinding, stopFinding, useFinding } from './finding.ts'
import { useReading } from './reading.ts'
import { itemsOf, type Item } from './suggested.ts'

const shown = 'reader.suggestions'
/** On until a person switches them off; kept with the other things the reader remembers. */
export const areShown = (): boolean => recallView(shown) !== false
export const useAreShown = (): boolean => useSession((session) => session.settings.view[shown] !== false)
export const showSuggestions = (on: boolean): void => rememberView(shown, on)

const none: Item[] = []
type Inputs = readonly [found: unknown, annotations: unknown, source: unknown, text: unknown]
let last: { inputs: Inputs; items: Item[] } | null = null

/** The suggestions of the text on the desk as they stand now; the same list while nothing has changed. */
export function itemsNow(): Item[] {
  const { open } = useReading.getState()
  const { current } = useOpened.getState()
  const source = open && current?.incident.sources[open.source.id]
  if (!open || !source || current.readOnly || !areShown()) return none
  const { found } = useFinding.getState()
  const inputs: Inputs = [found, current.incident.annotations, source, open.text]
  if (!last || last.inputs.some((input, index) => input !== inputs[index])) last = { inputs, items: itemsOf(found, current.incident.annotations, source, open.text) }
  return last.items
}
export const itemNow = (id: string | null): Item | null => (id === null ? null : (itemsNow().find(({ annotation }) => annotation.id === id) ?? null))

export function useItems(): Item[] {
  const open = useReading((state) => state.open)
  const current = useOpened((state) => state.current)
  const found = useFinding((state) => state.found)
  const on = useAreShown()
  // What itemsNow reads.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => itemsNow(), [open, current, found, on])
}

/** Has the text of a source read while it is on the desk and suggestions are shown; nobody reads a case that cannot be changed. */
export function useSuggestions(source: Source): void {
  const on = useAreShown()
  const readOnly = useReadOnly()
  const text = useOpened((state) => state.texts[source.text?.sha256 ?? ''])
  const { language, date } = source
  useEffect(() => {
    const entities = useOpened.getState().current?.incident.entities ?? {}
    if (on && !readOnly && text !== undefined && source.text) void startFinding(source, text, entities)
    else stopFinding()
    // Read again when the words change or how they are read, not when other fields do.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [on, readOnly, text, source.text?.sha256, language, date])
  useEffect(() => stopFinding, [])
}
