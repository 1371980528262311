import { boundsOf, resizeDate, shiftDate } from '#domain/dates/index.ts'
import styles from './drag.module.css'
import type { DrawnItem, Window } from './marks.ts'
import { listenToPress } from './pointer-press.ts'

/** What dragging needs to know of the lanes, and what it tells. */
export type DragPlace = {
  window: () => Window
  /** Width in px that the window is drawn on. */
  width: () => number
  /** The item of a mark that may be moved: it stands alone, is selected, and its date can be moved; else null. */
  movable: (mark: string) => DrawnItem | null
  /** A date before and after, in words. */
  words: (edtf: string) => string
  /** Only when the date became another. */
  onDate: (key: string, edtf: string) => void
}
type Grip = 'move' | 'start' | 'end'
type Drag = { item: DrawnItem; grip: Grip; pointer: number; x: number; mark: HTMLElement; ghost: HTMLElement | null; edtf: string }

/** A press that moves less than this (px) is a click. */
const leastMove = 4
/** Width in px of the edge that takes hold of a limit, of marks at least `leastWidth` wide. */
const edge = 8
const leastWidth = 28

/**
 * Lets the selected mark be dragged, and its limits be pulled at its edges. The date goes in steps of its own precision, and
 * nothing is changed until the button is let go; Escape leaves it as it was. Answers how to stop.
 */
export function startDragging(container: HTMLElement, place: DragPlace): () => void {
  let drag: Drag | null = null
  const scale = () => (place.window().to - place.window().from) / place.width()

  function down(event: PointerEvent) {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const mark = event.target.closest<HTMLElement>('[data-mark][data-selected="true"]')
    const item = mark ? place.movable(mark.dataset['mark'] ?? '') : null
    if (!mark || !item) return
    // vis would pan with the same press.
    event.stopPropagation()
    event.preventDefault()
    container.setPointerCapture(event.pointerId)
    drag = { item, grip: gripAt(item, event.clientX), pointer: event.pointerId, x: event.clientX, mark, ghost: null, edtf: item.edtf }
  }
  function gripAt(item: DrawnItem, clientX: number): Grip {
    const { earliest, latest } = boundsOf(item.edtf)
    const [left, right] = [xOf(earliest), xOf(latest)]
    if (left === null || right === null ? false : right - left < leastWidth) return 'move'
    if (left !== null && Math.abs(clientX - left) <= edge) return 'start'
    return right !== null && Math.abs(clientX - right) <= edge ? 'end' : 'move'
  }
  /** Where a time is on the screen; null for a limit that is open or unknown. */
  function xOf(time: number | null): number | null {
    if (time === null || !Number.isFinite(time)) return null
    const canvas = container.querySelector('.vis-panel.vis-center')?.getBoundingClientRect()
    return (canvas?.left ?? 0) + (time - place.window().from) / scale()
  }
  function move(event: PointerEvent) {
    if (!drag) return void hint(event)
    event.stopPropagation()
    const { item, grip, x } = drag
    if (!drag.ghost && Math.abs(event.clientX - x) < leastMove) return
    const distance = (event.clientX - x) * scale()
    const { earliest, latest } = boundsOf(item.edtf)
    const next = grip === 'move' ? shiftDate(item.edtf, distance) : grip === 'start' ? resizeDate(item.edtf, 'start', earliest! + distance) : resizeDate(item.edtf, 'end', latest! + 1 + distance)
    drag.ghost ??= container.appendChild(ghostOf())
    if (next !== null) drag.edtf = next
    show(drag)
  }
  /** The pointer says at an edge that the limit can be pulled. */
  function hint(event: PointerEvent) {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark][data-selected="true"]') : null
    const item = mark ? place.movable(mark.dataset['mark'] ?? '') : null
    if (mark && item) mark.dataset['grip'] = gripAt(item, event.clientX)
  }
  function show({ ghost, edtf, item, mark }: Drag) {
    if (!ghost) return
    const box = container.getBoundingClientRect()
    const { earliest, latest } = boundsOf(edtf)
    const [left, right] = [xOf(earliest) ?? box.left, xOf(latest) ?? box.right]
    ghost.style.left = `${left - box.left}px`
    ghost.style.width = `${Math.max(6, right - left)}px`
    ghost.style.top = `${mark.getBoundingClientRect().top - box.top}px`
    ghost.firstElementChild!.textContent = edtf === item.edtf ? place.words(edtf) : `${place.words(item.edtf)} → ${place.words(edtf)}`
    ghost.dataset['late'] = String(left - box.left > box.width / 2)
  }
  function end(keep: boolean) {
    if (!drag) return
    const { item, edtf, ghost, pointer } = drag
    drag = null
    ghost?.remove()
    if (container.hasPointerCapture(pointer)) container.releasePointerCapture(pointer)
    if (keep && edtf !== item.edtf) place.onDate(item.key, edtf)
  }
  return listenToPress(container, { down, move, busy: () => drag !== null, end })
}

function ghostOf(): HTMLElement {
  const ghost = document.createElement('div')
  ghost.className = styles['ghost'] ?? ''
  const words = document.createElement('span')
  words.className = styles['words'] ?? ''
  ghost.append(words)
  return ghost
}
