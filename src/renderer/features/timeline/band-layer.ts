import type { Across } from './across.ts'
import { movedLayer, type MovedLayer } from './moved-layer.ts'

/** Bands across all lanes, drawn behind them on an element of their own: as items of vis each part would be measured in every frame. */
export type BandLayer = { element: HTMLElement; set: (bands: readonly Across[]) => void; place: MovedLayer['place'] }

export function bandLayer(): BandLayer {
  const element = document.createElement('div')
  element.className = 'bands'
  const layer = movedLayer(element)
  return {
    element,
    set(bands) {
      const parts = bands.map(({ look, from, to }) => {
        const part = document.createElement('div')
        part.className = look
        return { from, to, element: part }
      })
      element.replaceChildren(...parts.map((part) => part.element))
      layer.set(parts)
    },
    place: layer.place,
  }
}
