import type { Window } from '../marks.ts'
import { movedLayer } from '../moved-layer.ts'
import type { DrawnPeriod } from './drawn.ts'
import { placeOf } from './strip-layout.ts'

/** A period in the strip: `width` and `withDate` are the px that its name takes alone and with the date. */
export type StripEntry = { period: DrawnPeriod; width: number; withDate: number }
export type StripGeometry = {
  set: (entries: readonly StripEntry[], selected: string | null) => void
  place: (window: Window, width: number) => void
}

/** A name is never cut shorter than this (px). */
const leastRoom = 24

/**
 * Puts names and bars of the strip where the window has them, outside React: panning moves one element, and only names at
 * the edges of the window are written anew. The elements are the list items of `list`, in the order of the entries.
 */
export function stripGeometry(list: HTMLElement): StripGeometry {
  const layer = movedLayer(list)
  let items: { entry: StripEntry; element: HTMLElement; label: HTMLElement; said: string }[] = []
  let selected: string | null = null
  let last: { window: Window; width: number } | null = null

  function arrange({ window, width }: { window: Window; width: number }) {
    let reachable: HTMLElement | null = null
    for (const item of items) {
      const { entry: { period, width: name, withDate }, element, label } = item
      const place = placeOf(period, window, width, name)
      if (place && (reachable === null || period.key === selected)) reachable = label
      const said = place ? `${Math.round(place.shift)} ${place.room === null ? '' : Math.round(Math.max(leastRoom, place.room))} ${place.free >= withDate}` : ''
      if (said === item.said) continue
      item.said = said
      element.hidden = place === null
      if (!place) continue
      const [shift = '0', room = '', date = ''] = said.split(' ')
      label.style.transform = shift === '0' ? '' : `translateX(${shift}px)`
      label.style.maxWidth = room === '' ? '' : `${room}px`
      label.dataset['date'] = date
    }
    // One stop of the Tab key: what is selected where it is seen, else the first that is.
    for (const { label } of items) if (label.tabIndex !== (label === reachable ? 0 : -1)) label.tabIndex = label === reachable ? 0 : -1
  }
  return {
    set(entries, key) {
      selected = key
      items = entries.flatMap((entry, at) => {
        const element = list.children[at]
        const label = element?.querySelector('button')
        return element instanceof HTMLElement && label ? [{ entry, element, label, said: '?' }] : []
      })
      layer.set(items.map(({ entry: { period: { from, to } }, element }) => ({ from, to, element })))
      if (last) arrange(last)
    },
    place(window, width) {
      if (width <= 0) return
      last = { window, width }
      layer.place(window, width)
      arrange(last)
    },
  }
}
