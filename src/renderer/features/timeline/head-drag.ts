import styles from './drag.module.css'
import { listenToPress } from './pointer-press.ts'

const leastMove = 4

/** Lets the heads of rows be dragged to another place; `onMove` is told the row and the place it is to have, counted from 0. Answers how to stop. */
export function startHeadDragging(container: HTMLElement, onMove: (id: string, to: number) => void): () => void {
  let drag: { id: string; y: number; pointer: number; line: HTMLElement | null; to: number } | null = null
  const heads = () => [...container.querySelectorAll<HTMLElement>('[data-lane]')].map((head) => ({ id: head.dataset['lane'] ?? '', box: head.getBoundingClientRect() })).toSorted((a, b) => a.box.top - b.box.top)

  function down(event: PointerEvent) {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const id = event.target.closest<HTMLElement>('[data-lane]')?.dataset['lane']
    if (id !== undefined) drag = { id, y: event.clientY, pointer: event.pointerId, line: null, to: -1 }
  }
  function move(event: PointerEvent) {
    if (!drag || (!drag.line && Math.abs(event.clientY - drag.y) < leastMove)) return
    event.stopPropagation()
    if (!drag.line) container.setPointerCapture(drag.pointer)
    drag.line ??= container.appendChild(Object.assign(document.createElement('div'), { className: styles['drop'] ?? '' }))
    const list = heads()
    const from = list.findIndex(({ id }) => id === drag?.id)
    const gap = list.filter(({ box }) => event.clientY > box.top + box.height / 2).length
    drag.to = gap > from ? gap - 1 : gap
    const at = list[gap]?.box.top ?? list.at(-1)?.box.bottom ?? 0
    drag.line.style.top = `${at - container.getBoundingClientRect().top}px`
  }
  function end(keep: boolean) {
    if (!drag) return
    const { id, line, to, pointer } = drag
    drag = null
    if (!line) return
    line.remove()
    if (container.hasPointerCapture(pointer)) container.releasePointerCapture(pointer)
    if (keep && to >= 0 && heads().findIndex((head) => head.id === id) !== to) onMove(id, to)
  }
  // A head that was dragged is not also clicked, which would fold it.
  return listenToPress(container, { down, move, busy: () => drag?.line != null, end })
}
