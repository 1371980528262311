import type { Span } from '#domain/text/index.ts'
import { partAt, type TextPart } from './marks.ts'

/** The element of a text: its children are blocks of parts in order, and each part begins with its one text node. */
export type PartsRoot = HTMLElement

/** Parts laid out, watched and painted together: with one block a part the browser has hundreds of boxes to ask in each frame. */
export const perBlock = 4

/** The parts of a text by their blocks. */
export const blocksOf = <T>(parts: readonly T[]): T[][] => Array.from({ length: Math.ceil(parts.length / perBlock) }, (_, nth) => parts.slice(nth * perBlock, (nth + 1) * perBlock))

export const partElement = (root: PartsRoot, index: number): Element | null => root.children[Math.floor(index / perBlock)]?.children[index % perBlock] ?? null
const textNode = (root: PartsRoot, index: number) => partElement(root, index)?.firstChild ?? null

/**
 * Where each part lies in the window. A block out of view is asked for itself alone, as it would be laid out for its
 * parts: they share its height by their letters.
 */
export function partPlaces(root: PartsRoot, parts: readonly TextPart[]): { top: number; height: number }[] {
  return blocksOf(parts).flatMap((block, nth) => {
    const element = root.children[nth]
    if (!element) return []
    if (element.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })) return [...element.children].map((part) => part.getBoundingClientRect())
    const { top, height } = element.getBoundingClientRect()
    const [from, to] = [block[0]?.start ?? 0, block.at(-1)?.end ?? 0]
    const each = height / Math.max(1, to - from)
    return block.map(({ start, end }) => ({ top: top + (start - from) * each, height: (end - start) * each }))
  })
}

/** The index of the part an element is or lies in; of a block that of its first part. -1: none. */
function indexOf(root: PartsRoot, element: Element | null): number {
  const block = [...root.children].findIndex((one) => one.contains(element))
  const own = [...(root.children[block]?.children ?? [])].findIndex((one) => one.contains(element))
  return block < 0 ? -1 : block * perBlock + Math.max(0, own)
}

/** The text node and offset of a text offset; between two parts it is the end of the first. */
export function pointAt(root: PartsRoot, parts: readonly TextPart[], offset: number): { node: Node; offset: number } | null {
  const part = partAt(parts, offset)
  const node = part && textNode(root, part.index)
  return part && node ? { node, offset: Math.min(Math.max(offset, part.start), part.end) - part.start } : null
}

/** The text offset of a place in the document; null outside of the text. */
export function offsetAt(root: PartsRoot, parts: readonly TextPart[], node: Node, offset: number): number | null {
  if (!root.contains(node)) return null
  const startOf = (index: number) => parts[index]?.start ?? parts.at(-1)?.end ?? null
  if (node === root) return startOf(offset * perBlock)
  const index = indexOf(root, node instanceof Element ? node : node.parentElement)
  if (node.parentNode === root) return startOf(index + offset)
  const part = parts[index]
  if (!part) return null
  if (node instanceof Text) return part.start + offset
  return offset === 0 ? part.start : part.end
}

export function rangeOf(root: PartsRoot, parts: readonly TextPart[], span: Span): Range | null {
  const from = pointAt(root, parts, span.start)
  const to = pointAt(root, parts, span.end)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** The caret's box; where a collapsed range has none (at a line's end), the edge of the character before it. */
export function caretBox(root: PartsRoot, parts: readonly TextPart[], offset: number): DOMRect | null {
  const range = rangeOf(root, parts, { start: offset, end: offset })
  const own = range?.getClientRects()[0]
  if (own) return own
  const before = rangeOf(root, parts, { start: Math.max(0, offset - 1), end: offset })?.getClientRects()
  const last = before?.[before.length - 1]
  return last ? new DOMRect(last.right, last.top, 0, last.height) : null
}

/** The ends of the document's selection as text offsets; null when it is elsewhere. */
export function readSelection(root: PartsRoot, parts: readonly TextPart[]): { anchor: number; focus: number } | null {
  const selection = document.getSelection()
  if (!selection?.anchorNode || !selection.focusNode) return null
  const anchor = offsetAt(root, parts, selection.anchorNode, selection.anchorOffset)
  const focus = offsetAt(root, parts, selection.focusNode, selection.focusOffset)
  return anchor === null || focus === null ? null : { anchor, focus }
}

export function writeSelection(root: PartsRoot, parts: readonly TextPart[], ends: { anchor: number; focus: number }): void {
  const from = pointAt(root, parts, ends.anchor)
  const to = pointAt(root, parts, ends.focus)
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** The text offset under a point of the window; null when the point is not on words. */
export function offsetUnder(root: PartsRoot, parts: readonly TextPart[], x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  const offset = caret && offsetAt(root, parts, caret.offsetNode, caret.offset)
  if (offset === null) return null
  const around = rangeOf(root, parts, { start: Math.max(0, offset - 1), end: offset + 1 })
  const onWords = [...(around?.getClientRects() ?? [])].some((box) => x >= box.left - 2 && x <= box.right + 2 && y >= box.top - 4 && y <= box.bottom + 4)
  return onWords ? offset : null
}
