import { useCallback, type KeyboardEvent } from 'react'
import type { TimelineItem, TimelinePeriod } from '#domain/timeline/index.ts'
import { goBack, goToQuote } from '../../state/navigation.ts'
import { notify } from '../../state/notices.ts'
import { useReadOnly } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { translate } from '../../strings/index.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { openWords, selectItem, startEdit, startNew } from './actions.ts'
import { nudge } from './dating.ts'
import { nextRival } from './competition.ts'
import { reveal } from './hidden.tsx'
import { actionFor, type TimelineAction } from './keys.ts'
import { neighbour } from './neighbour.ts'
import { removePeriod, startFromFilter } from './periods/actions.ts'
import { firstQuote } from './rows.ts'
import { showItem } from './show-item.ts'
import type { Items } from './use-items.ts'
import { changeView, useTimelineView } from './view-state.ts'
import type { VisTimeline } from './vis-adapter.ts'

type Input = { items: Items; selected: TimelineItem | null; period: TimelinePeriod | null; vis: VisTimeline | null; split: (by: number) => void }
const zoomStep = 1.4
const panStep = 0.1
const splitStep = 24
/** Two rows of a lane, in px. */
const scrollStep = 48

/** What keys, buttons and the palette do in this view. */
export function useActions({ items, selected, period, vis, split }: Input) {
  const readOnly = useReadOnly()
  const singleKeys = useSession((session) => session.settings.singleKeys)
  const fit = useCallback(() => {
    if (items.extent) vis?.fit(items.extent)
  }, [items.extent, vis])

  function act(action: TimelineAction): void {
    switch (action) {
      case 'zoom-in': return vis?.zoom(zoomStep)
      case 'zoom-out': return vis?.zoom(1 / zoomStep)
      case 'fit': return fit()
      case 'pan-left': return vis?.pan(-panStep)
      case 'pan-right': return vis?.pan(panStep)
      case 'scroll-up': return vis?.scrollTo(Math.max(0, vis.scrollTop() - scrollStep))
      case 'scroll-down': return vis?.scrollTo(vis.scrollTop() + scrollStep)
      case 'previous': return selectItem(neighbour(items.shown, selected?.key ?? null, -1))
      case 'next': return selectItem(neighbour(items.shown, selected?.key ?? null, 1))
      case 'go-to': return changeView({ goTo: true })
      case 'lanes': return changeView({ lanesMenu: true })
      case 'fit-selection': return fitSelection()
      case 'around': return around()
      case 'reveal': return reveal()
      case 'rival': return rival()
      case 'peek': return changeView({ inspectorOpen: !useTimelineView.getState().inspectorOpen })
      case 'periods': return changeView({ periodsMenu: true })
      case 'new-period': return readOnly ? undefined : startFromFilter()
      case 'open': return period ? openPeriod(period) : selected ? openWords(items.incident, selected) : undefined
      case 'edit': return (selected ?? period) && !readOnly ? startEdit() : undefined
      case 'remove': return period && !readOnly ? void removePeriod(period, useSession.getState().settings.language) : selected && !readOnly ? changeView({ removing: selected.key, inspectorOpen: true }) : undefined
      case 'new': return readOnly ? undefined : startNew()
      case 'split-up': return split(-splitStep)
      case 'split-down': return split(splitStep)
      case 'earlier': return move(-1, 'whole')
      case 'later': return move(1, 'whole')
      case 'end-earlier': return move(-1, 'end')
      case 'end-later': return move(1, 'end')
      case 'escape': return selected ?? period ? selectItem(null) : goBack()
    }
  }
  function openPeriod(named: TimelinePeriod) {
    const quote = firstQuote(items.incident, named)
    if (quote) goToQuote(quote.sourceId, quote.annotationId)
    else changeView({ inspectorOpen: true })
  }
  const move = (by: -1 | 1, what: 'whole' | 'end') => {
    if (selected && !readOnly) void nudge(selected, by, what, useSession.getState().settings.language)
  }
  function rival() {
    const next = selected ? nextRival(items.incident, selected.key, items.all) : null
    const item = items.all.find(({ key }) => key === next)
    if (item) return showItem(item)
    notify({ tone: 'done', text: translate(workStrings, useSession.getState().settings.language, 'noRival') })
  }
  function around() {
    if (selected?.edtf != null) return changeView({ around: true })
    notify({ tone: 'done', text: translate(workStrings, useSession.getState().settings.language, 'aroundNone') })
  }
  function fitSelection() {
    const item = items.dated.find(({ key }) => key === selected?.key) ?? items.periods.drawn.find(({ key }) => key === period?.key)
    if (!item) return
    const air = Math.max((item.to - item.from) * 0.4, 20 * 86_400_000)
    vis?.fit({ from: item.from - air, to: item.to + air })
  }
  const handle = (event: KeyboardEvent, action: TimelineAction | null) => {
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    act(action)
  }
  return {
    act,
    fit,
    onTableKey: (event: KeyboardEvent) => handle(event, actionFor(event, singleKeys)),
    onCanvasKey: (event: KeyboardEvent) => handle(event, actionFor(event, singleKeys)),
  }
}
