import { moved } from './lane-order.ts'
import type { Items, LaneRow } from './use-items.ts'
import { changeView } from './view-state.ts'

/** Puts a row at a place among all of them, counted from 0. */
export const moveLane = (rows: readonly LaneRow[], id: string, to: number): void => changeView({ laneOrder: moved(rows.map((row) => row.id), id, to) })

/** Puts a row at a place among those on screen, hidden ones aside. */
export function moveAmongShown({ lanes, allLanes }: Pick<Items, 'lanes' | 'allLanes'>, id: string, to: number): void {
  const target = lanes[to]
  if (target) moveLane(allLanes, id, allLanes.findIndex((row) => row.id === target.id))
}
