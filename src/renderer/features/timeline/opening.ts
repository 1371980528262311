import type { Bin } from './bins.ts'
import type { Window } from './marks.ts'

/** A bin of more events than this opens by zooming into it rather than as a list. */
export const mostListed = 50
/** A zoom that narrows the window by less than this part would look as if nothing had happened. */
const leastGain = 0.8

/**
 * How a bin opens: the window to zoom to, or null for a list of its events. It goes into the stretch that the bin stands
 * for, not into that of its events: a bar among them may reach beyond the window, and would open by zooming out.
 */
export function zoomInto({ items, from, to }: Pick<Bin<unknown>, 'items' | 'from' | 'to'>, window: Window, canZoom: boolean): Window | null {
  if (items.length <= mostListed || !canZoom) return null
  const air = (to - from) * 0.06
  const narrow = to - from + 2 * air <= (window.to - window.from) * leastGain
  return narrow ? { from: from - air, to: to + air } : null
}
