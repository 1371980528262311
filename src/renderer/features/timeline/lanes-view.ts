import { canShift, formatEdtf } from '#domain/dates/index.ts'
import type { Language } from '#contract/index.ts'
import { translate } from '../../strings/index.ts'
import { lanesStrings } from '../../strings/timeline-lanes.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import type { Bin } from './bins.ts'
import { dateAt } from './date-at.ts'
import { startDragging } from './drag.ts'
import { drawHead, drawMark, measureLabel } from './draw.ts'
import { mostMarks } from './feed.ts'
import { startHeadDragging } from './head-drag.ts'
import { foldedHeight, laneHeight, layout, type Layout, type PlacedMark } from './layout.ts'
import type { DrawnItem, Window } from './marks.ts'
import { mostListed, zoomInto } from './opening.ts'
import { periodOf } from './period.ts'
import type { Items } from './use-items.ts'
import { create, type VisLane, type VisTimeline } from './vis-adapter.ts'
import type { VisItem } from './vis-items.ts'

/** What the lanes show at a moment. */
export type LanesInput = { items: Pick<Items, 'marks' | 'lanes' | 'extent' | 'across'>; folded: readonly string[]; selected: string | null }
export type LanesHandlers = {
  onWindow: (window: Window) => void
  onSelect: (key: string) => void
  /** A bin was chosen; its events are to be listed. */
  onBin: (id: string, keys: readonly string[]) => void
  onFold: (lane: string) => void
  /** A row was dragged to another place among those on screen. */
  onMoveLane: (lane: string, to: number) => void
  /** Whether dates may be dragged. */
  canEdit: () => boolean
  /** The selected mark was dragged, or one of its limits. */
  onDate: (key: string, edtf: string) => void
  /** An empty place was pressed twice. */
  onEmpty: (edtf: string, lane: string | null) => void
  /** Height in px that axis and lanes need. */
  onHeight: (height: number) => void
}
export type LanesView = {
  vis: VisTimeline
  /** What was given to be drawn, and the stretch of time of which that is everything. */
  placed: () => Layout
  update: (input: LanesInput) => void
  destroy: () => void
}

const axisHeight = 32
/** Titles in the tooltip of a bin. */
const mostTitles = 12
/** Of many events a zoom keeps the bins until they are this much too wide or too narrow. */
const mostStretch = 1.6

/**
 * The lanes on screen, outside React: vis lives longer than a render. Panning lays marks out again only when it comes to
 * rest or leaves what was fed, so that rows stay while things move; zooming does in each frame, or, of many events, when
 * the bins no longer fit the scale.
 */
export function startLanes(container: HTMLElement, language: Language, first: { input: LanesInput; window: Window | null }, handlers: LanesHandlers): LanesView {
  let input = first.input
  let placed: Layout = { lanes: [], marks: [], holds: { from: -Infinity, to: Infinity } }
  let span = 0
  let frame = 0
  // The tallest the lanes were for these items: the table below does not jump while someone pans or zooms.
  let tallest = 0
  const vis = create(container, language, {
    onSelect: choose,
    onLane: handlers.onFold,
    onWidth: () => place(vis.window()),
    onEmpty: (time, lane) => handlers.onEmpty(dateAt(time, (vis.window().to - vis.window().from) / vis.width()), lane),
    onWindow(window, settled) {
      handlers.onWindow(window)
      const stretch = Math.max((window.to - window.from) / span, span / (window.to - window.from))
      const left = window.from < placed.holds.from || window.to > placed.holds.to
      const few = input.items.marks.size <= mostMarks
      if (!settled && !left && stretch < (few ? 1.001 : mostStretch)) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => place(vis.window()))
    },
  })

  function choose(id: string) {
    const mark = placed.marks.find((one) => one.id === id)
    if (!mark) return
    const closer = zoomInto(mark.bin, vis.window(), vis.canZoom())
    if (closer) vis.fit(closer)
    else if (mark.bin.items.length > 1) handlers.onBin(id, mark.bin.items.map(({ key }) => key))
    else handlers.onSelect(mark.bin.items[0]!.key)
  }
  function place(window: Window, atOnce = false): void {
    const width = vis.width()
    if (width <= 0) return
    span = window.to - window.from
    const { items, folded } = input
    placed = layout({ index: items.marks, lanes: items.lanes.map(({ id }) => id), folded, alone: alone(), window, width, labelOf: (bin) => labelOf(bin, language), measure: measureLabel })
    const x = (time: number) => ((time - window.from) / (window.to - window.from)) * width
    const middle = (window.from + window.to) / 2
    const heads = placed.lanes.map(({ lane, rows }, order) => headOf(items, lane, order, folded.includes(lane), rows))
    vis.setLanes(heads)
    // Items after the first drawing, which goes in several rounds until the lanes have their heights.
    vis.begin()
    if (vis.width() !== width) return place(window, atOnce)
    // From the middle outwards, for where marks come by and by.
    const marks = placed.marks.toSorted((a, b) => away(a, middle) - away(b, middle))
    vis.setItems(marks.map((mark) => itemOf(mark, x, language)), atOnce)
    select()
    tallest = Math.max(tallest, axisHeight + heads.reduce((sum, { height }) => sum + height, 0))
    handlers.onHeight(tallest)
  }
  /** What competes is told apart wherever there is room for all. */
  function alone(): Set<string> {
    const contested = input.items.marks.size <= mostMarks ? input.items.marks.all.filter(({ contest }) => contest !== undefined).map(({ key }) => key) : []
    return new Set([...contested, ...(input.selected === null ? [] : [input.selected])])
  }
  function select() {
    vis.select(input.selected === null ? [] : placed.marks.filter(({ bin }) => bin.items.some(({ key }) => key === input.selected)).map(({ id }) => id))
  }
  let begun = false
  function begin(window: Window | null) {
    if (!window) return
    begun = true
    vis.setWindow(window)
    place(window, true)
    vis.setAcross(input.items.across)
  }
  begin(first.window ?? input.items.extent)
  vis.begin()
  const stops = [
    startHeadDragging(container, handlers.onMoveLane),
    startDragging(container, {
      window: vis.window, width: vis.width, words: (edtf) => formatEdtf(edtf, language), onDate: handlers.onDate,
      movable(id) {
        const items = placed.marks.find((mark) => mark.id === id)?.bin.items ?? []
        return items.length === 1 && handlers.canEdit() && canShift(items[0]!.edtf) ? items[0]! : null
      },
    }),
  ]
  return {
    vis,
    placed: () => placed,
    update(next) {
      // Of a crowd the selected event steps out, and goes back into it when another is selected.
      const inCrowd = (key: string | null) => key !== null && placed.marks.some(({ bin }) => bin.items.length > 1 && bin.items.some((item) => item.key === key))
      const steps = next.selected !== input.selected && (input.selected !== null || inCrowd(next.selected))
      const moved = next.items !== input.items || next.folded !== input.folded || steps
      const others = next.items.marks !== input.items.marks
      input = next
      // The first dated record of an empty incident: now there is something to show a window of.
      if (!begun) begin(next.items.extent)
      else if (moved) {
        if (others) tallest = 0
        place(vis.window())
        vis.setAcross(input.items.across)
      } else select()
    },
    destroy() {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
      vis.destroy()
    },
  }
}

const away = ({ bin }: PlacedMark, middle: number) => (bin.from > middle ? bin.from - middle : bin.to < middle ? middle - bin.to : 0)

function labelOf(bin: Bin<DrawnItem>, language: Language): string {
  const [only] = bin.items
  // What competes says so, whatever its colour.
  return bin.items.length === 1 && only ? `${only.contest === undefined ? '' : '≠ '}${only.title}` : translate(timelineStrings, language, 'binLabel', { n: bin.items.length, date: periodOf(bin.items, language) })
}

const nameOf = ({ title, contest }: DrawnItem, language: Language) => (contest === undefined ? title : translate(lanesStrings, language, 'contested', { title }))

function itemOf(mark: PlacedMark, x: (time: number) => number, language: Language): VisItem {
  const { bin, id, lane, row, side, labelX } = mark
  const many = bin.items.length > 1
  const middle = (bin.from + bin.to) / 2
  const title = many ? `${mark.label}: ${bin.items.slice(0, mostTitles).map((item) => item.title).join('; ')}${bin.items.length > mostTitles ? '; …' : ''}` : `${nameOf(bin.items[0]!, language)}, ${formatEdtf(bin.items[0]!.edtf, language)}`
  // A bin too large to be listed shows nothing of its events but what its title says.
  const held = bin.items.length > mostListed ? [] : bin.items.map(({ key, context, edtf, contest }) => `${key} ${context} ${edtf} ${contest ?? ''}`)
  return {
    id, lane, from: many ? middle : bin.from, to: many ? middle : bin.to,
    signature: [lane, row, side, Math.round(labelX), Math.round(mark.labelRoom ?? 0), title, bin.items.length, bin.from, bin.to, ...held].join('|'),
    element: () => drawMark(mark, x, title),
  }
}

function headOf({ lanes }: LanesInput['items'], id: string, order: number, folded: boolean, rows: number): VisLane {
  const height = folded ? foldedHeight : laneHeight(rows)
  const { name, own, context } = lanes.find((lane) => lane.id === id) ?? { name: id, own: 0, context: 0 }
  const head = { id, name, own, context, folded, height }
  return { id, order, height, signature: JSON.stringify({ ...head, order }), element: () => drawHead(head) }
}
