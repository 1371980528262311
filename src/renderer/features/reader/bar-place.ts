const gap = 6

/** Below the words, above them when there is no room below, never over them. Px from the top of the page. */
export function topFor(bar: HTMLElement, scroller: HTMLElement, words: DOMRect, backward: boolean): number {
  const page = bar.offsetParent?.getBoundingClientRect() ?? words
  const view = scroller.getBoundingClientRect()
  const below = words.bottom + gap
  const above = words.top - gap - bar.offsetHeight
  const fitsBelow = below + bar.offsetHeight <= view.bottom
  const fitsAbove = above >= view.top
  return (fitsBelow || (!fitsAbove && !backward) ? below : above) - page.top
}
