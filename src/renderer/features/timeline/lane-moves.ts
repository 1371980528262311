import { moved } from './lane-order.ts'
import type { LaneRow } from './use-items.ts'
import { changeView } from './view-state.ts'

/** Puts a row at a place among all of them, counted from 0. */
export const moveLane = (rows: readonly LaneRow[], id: string, to: number): void => changeView({ laneOrder: moved(rows.map((row) => row.id), id, to) })
