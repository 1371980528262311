import { useEffect, useRef } from 'react'
import { register, type AppCommand } from '../../commands/registry.ts'
import { useReadOnly } from '../../state/open-incident.ts'
import type { TimelineAction } from './keys.ts'
import { useTimelineView } from './view-state.ts'

const commands: { id: string; action: TimelineAction; en: string; cs: string; writes?: boolean; when?: () => boolean }[] = [
  { id: 'timeline.new', action: 'new', en: 'New event', cs: 'Nová událost', writes: true },
  { id: 'timeline.fit', action: 'fit', en: 'Timeline: fit', cs: 'Časová osa: zobrazit vše' },
  { id: 'timeline.fit-selection', action: 'fit-selection', en: 'Timeline: fit the selection', cs: 'Časová osa: zobrazit výběr' },
  { id: 'timeline.around', action: 'around', en: 'Timeline: around this ± days', cs: 'Časová osa: v okolí ± dnů' },
  { id: 'timeline.reveal', action: 'reveal', en: 'Show what the filter hid', cs: 'Zobrazit, co filtr skryl', when: () => useTimelineView.getState().hidden.length > 0 },
  { id: 'timeline.rival', action: 'rival', en: 'Timeline: next competing record', cs: 'Časová osa: další sporný záznam' },
  { id: 'timeline.zoom-in', action: 'zoom-in', en: 'Timeline: zoom in', cs: 'Časová osa: přiblížit' },
  { id: 'timeline.zoom-out', action: 'zoom-out', en: 'Timeline: zoom out', cs: 'Časová osa: oddálit' },
  { id: 'timeline.go-to', action: 'go-to', en: 'Timeline: go to date', cs: 'Časová osa: přejít na datum' },
  { id: 'timeline.lanes', action: 'lanes', en: 'Timeline: fold lanes', cs: 'Časová osa: sbalit pásy' },
  { id: 'timeline.periods', action: 'periods', en: 'Timeline: named periods', cs: 'Časová osa: pojmenovaná období' },
  { id: 'timeline.new-period', action: 'new-period', en: 'Name a period', cs: 'Pojmenovat období', writes: true },
  { id: 'timeline.next', action: 'next', en: 'Next event', cs: 'Další událost' },
  { id: 'timeline.previous', action: 'previous', en: 'Previous event', cs: 'Předchozí událost' },
]

/** Puts the timeline's actions into the palette while the view is open. Their single keys belong to its panes. */
export function useCommands({ act }: { act: (action: TimelineAction) => void }): void {
  const readOnly = useReadOnly()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const list = commands
      .filter(({ writes }) => !writes || !readOnly)
      .map(({ id, action, en, cs, when }): AppCommand => ({ id, titles: { en, cs }, shortcut: null, ...(when ? { when } : {}), run: () => latest.current(action) }))
    return register(...list)
  }, [readOnly])
}
