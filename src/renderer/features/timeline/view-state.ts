import { create } from 'zustand'
import type { Lane } from '#domain/incident/index.ts'
import type { Grouping } from '#domain/timeline/index.ts'
import { clearFilters } from '../../state/filters.ts'
import { useOpened } from '../../state/open-incident.ts'
import { recallView, rememberView } from '../../state/session.ts'
import type { AcrossKind } from './across.ts'
import { nothingChosen, type Chosen } from './choosing.ts'
import type { Sorting } from './columns.ts'
import type { Window } from './marks.ts'

/** What the person sees of one incident's timeline. It outlives the view, so that Back returns to the same place. */
export type TimelineView = {
  incidentId: string
  /** Null until first shown; then the whole. */
  window: Window | null
  folded: string[]
  grouping: Grouping
  /** Rows as a person put them; empty: the usual order. */
  laneOrder: string[]
  hiddenLanes: string[]
  /** The column the table is sorted by. */
  sorting: Sorting[]
  /** Offsets in px. */
  canvasTop: number
  tableTop: number
  inspectorOpen: boolean
  form: 'none' | 'edit' | 'new' | 'new-period'
  /** What a new event or period begins with. */
  begun: { edtf: string; lane: Lane | null } | null
  /** A bin whose events are listed. */
  openBin: { id: string; keys: readonly string[] } | null
  goTo: boolean
  /** The field for the days round the selected item is open. */
  around: boolean
  /** The list of lanes to fold is open. */
  lanesMenu: boolean
  /** The list of named periods is open. */
  periodsMenu: boolean
  /** Of what runs across all rows, what was put out of sight. */
  hiddenAcross: AcrossKind[]
  /** Several rows chosen in the table; empty: the selected one alone. */
  chosen: Chosen
  /** Records that a change put out of sight; told until they are seen. */
  hidden: string[]
  /** The item whose words were asked for although it has none. */
  wordless: string | null
  /** The selection that was last brought into the window; it is not brought back when the person moved on. */
  revealed: string | null
  /** The item whose deletion was asked for. */
  removing: string | null
}

/** Below this the inspector lies over the lanes, so it opens only when it is asked for. */
const roomy = window.matchMedia('(min-width: 1180px)')
export const hasRoom = (): boolean => roomy.matches

const fresh = (incidentId: string): TimelineView => ({
  incidentId, window: null, folded: [], grouping: 'lane', laneOrder: [], hiddenLanes: [], sorting: [{ id: 'date', desc: false }], canvasTop: 0, tableTop: 0, inspectorOpen: hasRoom(), form: 'none', begun: null, openBin: null, goTo: false, lanesMenu: false, periodsMenu: false, hiddenAcross: [], wordless: null, revealed: null, removing: null,
  around: false, chosen: nothingChosen, hidden: [],
})
const kept = new Map<string, TimelineView>()

export const useTimelineView = create<TimelineView>(() => fresh(''))

export function changeView(changes: Partial<TimelineView>): void {
  useTimelineView.setState(changes)
  const view = useTimelineView.getState()
  kept.set(view.incidentId, view)
}

/** Brings back the view of an incident, or a fresh one; open forms, lists and the filters of another incident do not come back. */
function enterView(incidentId: string): void {
  const { incidentId: before } = useTimelineView.getState()
  if (before === incidentId) return
  if (before !== '') clearFilters()
  useTimelineView.setState({ ...(kept.get(incidentId) ?? fresh(incidentId)), form: 'none', openBin: null, goTo: false, around: false, lanesMenu: false, periodsMenu: false, chosen: nothingChosen, hidden: [], wordless: null, removing: null }, true)
}

const follow = ({ current }: { current: { incident: { id: string } } | null }) => {
  if (current) enterView(current.incident.id)
}
roomy.addEventListener('change', ({ matches }) => changeView({ inspectorOpen: matches }))
follow(useOpened.getState())
useOpened.subscribe(follow)

export function toggleFold(lane: string): void {
  const { folded } = useTimelineView.getState()
  changeView({ folded: folded.includes(lane) ? folded.filter((one) => one !== lane) : [...folded, lane] })
}

const splitName = 'timelineSplit'
/** Height of the lanes in px as dragged; null: what their content needs. Shared by all incidents. */
export function recallSplit(): number | null {
  const value = recallView(splitName)
  return typeof value === 'number' ? value : null
}
export const rememberSplit = (height: number | null): void => rememberView(splitName, height)

/** Puts the records into other rows; order and folds belong to the rows there were. */
export const groupBy = (grouping: Grouping): void => changeView({ grouping, laneOrder: [], hiddenLanes: [], folded: [], openBin: null })

export function toggleHidden(lane: string): void {
  const { hiddenLanes } = useTimelineView.getState()
  changeView({ hiddenLanes: hiddenLanes.includes(lane) ? hiddenLanes.filter((one) => one !== lane) : [...hiddenLanes, lane] })
}

export function toggleAcross(kind: AcrossKind): void {
  const { hiddenAcross } = useTimelineView.getState()
  changeView({ hiddenAcross: hiddenAcross.includes(kind) ? hiddenAcross.filter((one) => one !== kind) : [...hiddenAcross, kind] })
}
