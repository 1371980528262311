const widths = new Map<string, number>()
let context: CanvasRenderingContext2D | null = null
/** More texts than any one view holds; beyond that the cache starts anew. */
const mostCached = 20_000

/** Width in px of a text in a CSS font, cached. */
export function textWidth(text: string, font: string): number {
  const key = `${font}|${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * 7
  context.font = font
  const width = Math.ceil(context.measureText(text).width)
  if (widths.size >= mostCached) widths.clear()
  widths.set(key, width)
  return width
}

const mostMeasured = 40

/** Px that the widest of some texts needs. Only the longest are measured: there may be many thousands. */
export function widestText(texts: Iterable<string>, { least, most = Infinity, font, padding }: { least: number; most?: number; font: string; padding: number }): number {
  const longest = [...new Set(texts)].toSorted((a, b) => b.length - a.length).slice(0, mostMeasured)
  return Math.min(most, Math.max(least, ...longest.map((text) => textWidth(text, font) + padding)))
}
