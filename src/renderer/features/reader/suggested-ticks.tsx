import { memo, useDeferredValue, useMemo } from 'react'
import { useItems } from './suggested-now.ts'

/** Three dots in a row, half as much ink as the tick of a mark. */
const dots = (y: number) => `M3 ${y}h1v2h-1zm2.5 0h1v2h-1zm2.5 0h1v2h-1z`

/** Where suggestions wait, in the ruler: dotted as in the text, behind the ticks of marks, and drawn when there is time. */
export const SuggestedTicks = memo(function SuggestedTicks({ height }: { height: { at: (offset: number) => number; px: number } }) {
  const items = useDeferredValue(useItems())
  const path = useMemo(() => [...new Set(items.map(({ annotation }) => Math.round(height.at(annotation.anchor.start) * height.px)))].map(dots).join(''), [items, height])
  return path === '' ? null : <path d={path} fill="var(--accent)" data-suggested="" />
})
