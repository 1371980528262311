import { formatEdtf, isExactDay } from '#domain/dates/index.ts'
import { lanes as laneOrder, type Lane } from '#domain/incident/index.ts'
import type { Language } from '#contract/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { translate } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import type { Bin } from './bins.ts'
import { drawHead, drawMark, measureLabel } from './draw.ts'
import { mostMarks } from './feed.ts'
import { foldedHeight, laneHeight, layout, type Layout, type PlacedMark } from './layout.ts'
import { extentOf, type DrawnItem, type Window } from './marks.ts'
import { periodOf } from './period.ts'
import type { Items } from './use-items.ts'
import { create, type VisItem, type VisLane, type VisTimeline } from './vis-adapter.ts'

/** What the lanes show at a moment. */
export type LanesInput = { items: Items; folded: readonly Lane[]; selected: string | null }
export type LanesHandlers = {
  onWindow: (window: Window) => void
  onSelect: (key: string) => void
  /** A bin was chosen; its events are to be listed. */
  onBin: (id: string) => void
  onFold: (lane: Lane) => void
  /** Height in px that axis and lanes need. */
  onHeight: (height: number) => void
}
export type LanesView = { vis: VisTimeline; update: (input: LanesInput) => void; destroy: () => void }

const axisHeight = 32
const noon = 43_200_000
/** A bin of more events than this opens by zooming into it rather than as a list. */
const mostListed = 50
/** Titles in the tooltip of a bin. */
const mostTitles = 12

/**
 * The lanes on screen, outside React: vis lives longer than a render. Zooming lays marks out again each frame,
 * panning only when it comes to rest, so that rows stay while things move.
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
    onLane(name) {
      const lane = laneOrder.find((one) => one === name)
      if (lane) handlers.onFold(lane)
    },
    onWindow(window, settled) {
      handlers.onWindow(window)
      const zoomed = Math.abs(window.to - window.from - span) > span * 0.001
      const left = window.from < placed.holds.from || window.to > placed.holds.to
      if (!settled && !zoomed && !left) return
      span = window.to - window.from
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => place(vis.window()))
    },
  })

  function choose(id: string) {
    const mark = placed.marks.find((one) => one.id === id)
    if (mark && mark.bin.items.length > mostListed && vis.canZoom()) vis.fit(extentOf(mark.bin.items)!)
    else if (mark && mark.bin.items.length > 1) handlers.onBin(id)
    else if (mark) handlers.onSelect(mark.bin.items[0]!.key)
  }
  function place(window: Window) {
    const width = vis.width()
    if (width <= 0) return
    const { items, folded } = input
    const before = placed.marks.map(({ id }) => id)
    placed = layout({ items: items.dated, lanes: items.lanes, folded, alone: input.selected, window, width, labelOf: (bin) => labelOf(bin, language), measure: measureLabel })
    const x = (time: number) => ((time - window.from) / (window.to - window.from)) * width
    const present = new Set(placed.marks.map(({ id }) => id))
    const heads = placed.lanes.map(({ lane, rows }) => headOf(lane, folded.includes(lane) ? foldedHeight : laneHeight(rows), input, language))
    vis.setLanes(heads)
    vis.setItems({ put: placed.marks.map((mark) => itemOf(mark, x, language)), remove: before.filter((id) => !present.has(id)) })
    select()
    tallest = Math.max(tallest, axisHeight + heads.reduce((sum, { height }) => sum + height, 0))
    handlers.onHeight(tallest)
  }
  function select() {
    const mark = input.selected === null ? undefined : vis.markOf(input.selected)
    vis.select(mark === undefined ? [] : [mark])
  }
  function drawLine() {
    const { edtf } = input.items.incident.dates.attributed
    vis.setLine(edtf !== null && isExactDay(edtf) ? Date.parse(edtf) + noon : null)
  }

  let begun = false
  function begin(window: Window | null) {
    if (!window) return
    begun = true
    span = window.to - window.from
    place(window)
    drawLine()
    vis.setWindow(window)
  }
  begin(first.window ?? input.items.extent)
  const observer = new ResizeObserver(() => place(vis.window()))
  observer.observe(container)
  return {
    vis,
    update(next) {
      // Of a crowd the selected event steps out, so the lanes are laid out again.
      const stepsOut = next.selected !== input.selected && next.selected !== null && (placed.marks.find(({ bin }) => bin.items.some(({ key }) => key === next.selected))?.bin.items.length ?? 0) > 1 && next.items.dated.length > mostMarks
      const moved = next.items !== input.items || next.folded !== input.folded || stepsOut
      input = next
      // The first dated record of an empty incident: now there is something to show a window of.
      if (!begun) begin(next.items.extent)
      else if (moved) {
        tallest = 0
        place(vis.window())
        drawLine()
      } else select()
    },
    destroy() {
      cancelAnimationFrame(frame)
      observer.disconnect()
      vis.destroy()
    },
  }
}

function labelOf(bin: Bin<DrawnItem>, language: Language): string {
  const [only] = bin.items
  return bin.items.length === 1 && only ? only.title : translate(timelineStrings, language, 'binLabel', { n: bin.items.length, date: periodOf(bin.items, language) })
}

function itemOf(mark: PlacedMark, x: (time: number) => number, language: Language): VisItem {
  const { bin, id, lane, row, side, labelX } = mark
  const many = bin.items.length > 1
  const middle = (bin.from + bin.to) / 2
  const title = many ? `${mark.label}: ${bin.items.slice(0, mostTitles).map((item) => item.title).join('; ')}${bin.items.length > mostTitles ? '; …' : ''}` : `${bin.items[0]!.title}, ${formatEdtf(bin.items[0]!.edtf, language)}`
  return {
    id, lane, from: many ? middle : bin.from, to: many ? middle : bin.to,
    signature: [lane, row, side, Math.round(labelX), Math.round(mark.labelRoom ?? 0), title, bin.from, bin.to, ...bin.items.map(({ key, context, edtf }) => `${key} ${context} ${edtf}`)].join('|'),
    element: () => drawMark(mark, x, title),
  }
}

function headOf(lane: Lane, height: number, { items, folded }: LanesInput, language: Language): VisLane {
  const shown = items.shown.filter((item) => item.lane === lane)
  const context = shown.filter((item) => item.context).length
  const head = { name: translate(common, language, laneKeys[lane]), own: shown.length - context, context, folded: folded.includes(lane), height }
  return { id: lane, order: laneOrder.indexOf(lane), height, signature: JSON.stringify(head), element: () => drawHead(head) }
}
