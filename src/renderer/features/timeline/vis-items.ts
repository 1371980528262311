/** One thing placed by time; `element` is drawn by the caller, `signature` changes when it must be drawn again. */
export type VisItem = { id: string; lane: string; from: number; to: number; signature: string; element: () => HTMLElement }

/** vis measures each item that comes, about 0.2 ms for one; so many of them a frame leave the frame its 16 ms. */
const perFrame = 12

/** What of vis-data's set is needed here; only the adapter knows vis itself. */
type Placing = { id: string; group: string; start: number; end: number; type: 'range'; content: string; limitSize: boolean }
type ItemSet = { update: (items: Placing[]) => unknown; remove: (ids: string[]) => unknown }

type Shown = Omit<VisItem, 'element'> & { element: HTMLElement }
export type VisItems = {
  /** What is to be shown: at once, or by and by over the next frames, in the order given. */
  set: (list: readonly VisItem[], atOnce: boolean) => void
  elementOf: (id: string) => HTMLElement | undefined
  select: (ids: readonly string[]) => void
  destroy: () => void
}

/** Keeps what vis shows in step with what is wanted. A mark that stays at its place is drawn anew without vis having to measure it. */
export function visItems(data: ItemSet): VisItems {
  const shown = new Map<string, Shown>()
  let wanted = new Map<string, VisItem>()
  let selected: ReadonlySet<string> = new Set()
  let frame = 0

  function draw(item: VisItem): Shown {
    const element = item.element()
    element.dataset['selected'] = String(selected.has(item.id))
    const drawn = { id: item.id, lane: item.lane, from: item.from, to: item.to, signature: item.signature, element }
    shown.set(item.id, drawn)
    return drawn
  }
  const stays = (now: Shown, item: VisItem) => now.lane === item.lane && now.from === item.from && now.to === item.to
  function redrawn() {
    for (const [id, now] of shown) {
      const item = wanted.get(id)
      if (!item || item.signature === now.signature || !stays(now, item)) continue
      now.element.replaceWith(draw(item).element)
    }
  }
  /** Whether something was changed. */
  function step(most: number): boolean {
    const gone = [...shown.keys()].filter((id) => !wanted.has(id)).slice(0, most)
    const coming = [...wanted.values()].filter((item) => { const now = shown.get(item.id); return !now || !stays(now, item) }).slice(0, most)
    for (const id of gone) shown.delete(id)
    if (gone.length > 0) data.remove(gone)
    // limitSize false: vis would cut long bars at the window, and their parts are fractions of the whole.
    if (coming.length > 0) data.update(coming.map(draw).map(({ id, lane, from, to, signature }) => ({ id, group: lane, start: from, end: Math.max(to, from + 1), type: 'range', content: signature, limitSize: false })))
    return gone.length + coming.length > 0
  }
  const pump = () => {
    frame = step(perFrame) ? requestAnimationFrame(pump) : 0
  }
  return {
    set(list, atOnce) {
      wanted = new Map(list.map((item) => [item.id, item]))
      redrawn()
      if (atOnce) step(Infinity)
      else if (frame === 0) pump()
    },
    elementOf: (id) => shown.get(id)?.element,
    select(ids) {
      selected = new Set(ids)
      for (const [id, { element }] of shown) element.dataset['selected'] = String(selected.has(id))
    },
    destroy: () => cancelAnimationFrame(frame),
  }
}
