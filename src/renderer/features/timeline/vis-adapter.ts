import moment from 'moment'
import 'moment/dist/locale/cs'
import { DataSet } from 'vis-data/esnext'
import * as vis from 'vis-timeline/esnext'
import './vis.css'
import type { Across } from './across.ts'
import { bandLayer } from './band-layer.ts'
import type { Window } from './marks.ts'
import { visItems, type VisItem } from './vis-items.ts'
import { drawnWhenTold, ourParts, type Inside } from './vis-parts.ts'

// The one importer of vis-timeline, vis-data and moment. vis draws the axis, the lanes and places items by time;
// rows, labels and bins come from layout.ts. Everything shown is a DOM element filled with textContent: no HTML
// string of a source reaches vis. Its own filter stays on for the figures of the axis, but is not relied upon.

export type VisLane = { id: string; order: number; height: number; signature: string; element: () => HTMLElement }

// The types of vis leave out its parts.
const inside = vis as unknown as Inside
ourParts(inside.timeline)
const Lanes = drawnWhenTold(inside.Timeline) as unknown as new (container: HTMLElement, items: object, groups: object, options: vis.TimelineOptions) => vis.Timeline & { begin: () => void }

export type VisHandlers = {
  /** The window moved; `settled` is false while a drag or wheel goes on. */
  onWindow: (window: Window, settled: boolean) => void
  onSelect: (id: string) => void
  onLane: (lane: string) => void
  /** An empty place of a lane was pressed twice; null beside the lanes. */
  onEmpty: (time: number, lane: string | null) => void
  /** The window is drawn on another width than before. */
  onWidth: () => void
}
export type VisTimeline = {
  /** Draws axis, lanes and what is across them for the first time; before, nothing is. Items come after it, into lanes that have their heights. */
  begin: () => void
  /** What stands in the lanes; `atOnce` rather than a few marks a frame. */
  setItems: (list: readonly VisItem[], atOnce: boolean) => void
  setLanes: (lanes: VisLane[]) => void
  setWindow: (window: Window) => void
  window: () => Window
  /** Width in px that the window is drawn on. */
  width: () => number
  /** Marks the elements of these ids as selected. */
  select: (ids: readonly string[]) => void
  /** Zooms about the middle; above 1 closer, below 1 wider. */
  zoom: (factor: number) => void
  /** Whether a closer window is possible. */
  canZoom: () => boolean
  /** Moves by a fraction of the window; positive is later. */
  pan: (fraction: number) => void
  fit: (window: Window) => void
  /** Lines and stretches across all lanes. */
  setAcross: (list: readonly Across[]) => void
  /** Offset of the lanes in px, for returning to the same place. */
  scrollTop: () => number
  scrollTo: (top: number) => void
  destroy: () => void
}

const day = 86_400_000
const limits = { least: 7 * day, most: 120 * 365.25 * day }
const acrossId = 'across:'
/** Px of the canvas that the heads of lanes take (vis.css): their width, less the border that the panel reaches over. */
const headWidth = 171

export function create(container: HTMLElement, language: 'en' | 'cs', handlers: VisHandlers): VisTimeline {
  const items = new DataSet<vis.DataItem, 'id'>()
  const lanes = new DataSet<vis.DataGroup, 'id'>()
  const shown = visItems(items)
  const captions = new Map<string, HTMLElement>()
  const heads = new Map<string, { signature: string; element: HTMLElement }>()
  const now = (): Window => ({ from: timeline.getWindow().start.getTime(), to: timeline.getWindow().end.getTime() })
  // vis spreads the window over the panel with its borders, so that is the width to reckon with. Read from the style that
  // vis sets, for to measure it would lay everything out once more; before vis has drawn, it is what the heads will leave.
  let panel: HTMLElement | null = null
  const width = () => {
    panel ??= container.querySelector<HTMLElement>('.vis-panel.vis-center')
    return Number.parseFloat(panel?.style.width ?? '') || container.clientWidth - headWidth
  }
  const labels = axisLabels(language, (time) => ((time - now().from) / (now().to - now().from)) * width())
  const timeline = new Lanes(container, items, lanes, {
    ...fixedOptions,
    locale: language,
    locales: { cs: { current: 'nyní', time: 'čas', deleteSelected: 'smazat' }, en: { current: 'current', time: 'time', deleteSelected: 'delete' } },
    moment: (date?: moment.MomentInput) => moment.utc(date).locale(language),
    format: labels,
    template: (item?: { id?: string }) => shown.elementOf(item?.id ?? '') ?? captions.get(item?.id ?? '') ?? document.createElement('span'),
    groupTemplate: (lane?: { id?: string }) => heads.get(lane?.id ?? '')?.element ?? document.createElement('span'),
  })

  // Without start and end vis fits its items after the first drawing and draws all of it anew. The window is set before
  // that drawing, so there is nothing to fit; its types do not know the field that says so.
  Object.assign(timeline, { initialFitDone: true })
  // The heads have no scroll bar (vis.css), and the room that vis would leave for one sets the lanes off from what stands above and below them.
  Object.defineProperty((timeline as unknown as { props: object }).props, 'scrollbarWidth', { get: () => 0, set() {} })
  let wanted: Window | null = null
  let drawn = false
  // Asked for, not taken from the event: vis sends the settled event late and with the window of an earlier step.
  const tell = (settled: boolean) => () => {
    if (drawn && wanted) handlers.onWindow(now(), settled)
  }
  timeline.on('rangechange', tell(false))
  timeline.on('rangechanged', tell(true))
  const center = container.querySelector('.vis-panel.vis-center')
  const bands = bandLayer()
  center?.prepend(bands.element)
  let widthDrawn: number | null = null
  timeline.on('changed', () => {
    drawn = true
    bands.place(now(), width())
    if (widthDrawn === null || width() === widthDrawn) return
    widthDrawn = width()
    handlers.onWidth()
  })
  timeline.on('click', ({ what, item, group }: { what: string | null; item: string | null; group: string | null }) => {
    if (item !== null && !item.startsWith(acrossId)) handlers.onSelect(item)
    else if (what === 'group-label' && group !== null) handlers.onLane(group)
  })
  timeline.on('doubleClick', ({ what, item, group, time }: { what: string | null; item: string | null; group: string | null; time: Date }) => {
    if (what === 'background' || (what === 'item' && item?.startsWith(acrossId))) handlers.onEmpty(time.getTime(), group)
  })
  const size = () => `${container.clientWidth} ${container.clientHeight}`
  let sizeDrawn = ''
  // It tells of the size at the start too, for which everything has been drawn.
  const observer = new ResizeObserver(() => {
    if (size() === sizeDrawn) return
    sizeDrawn = size()
    timeline.redraw()
  })

  const setWindow = ({ from, to }: Window) => {
    const span = Math.min(limits.most, Math.max(limits.least, to - from))
    const middle = (from + to) / 2
    wanted = { from: middle - span / 2, to: middle + span / 2 }
    timeline.setWindow(middle - span / 2, middle + span / 2, { animation: false })
  }
  const side = () => container.querySelector<HTMLElement>('.vis-panel.vis-left')
  // The panel is not a scroller of its own (vis.css): the arrow keys of the whole picture and the wheel move the lanes.
  side()?.addEventListener('wheel', ({ deltaY }) => side()?.scrollBy({ top: deltaY }), { passive: true })

  return {
    begin() {
      if (widthDrawn !== null) return
      sizeDrawn = size()
      timeline.begin()
      widthDrawn = width()
      observer.observe(container)
    },
    setItems: shown.set,
    setLanes(list) {
      const changed = list.filter(({ id, signature }) => heads.get(id)?.signature !== signature)
      for (const { id, signature, element } of changed) heads.set(id, { signature, element: element() })
      const gone = lanes.getIds().filter((id) => !list.some((lane) => lane.id === id))
      for (const id of gone) heads.delete(String(id))
      if (gone.length > 0) lanes.remove(gone)
      if (changed.length > 0) lanes.update(changed.map(({ id, order, signature }) => ({ id, order, content: signature })))
    },
    setWindow,
    window: now,
    width,
    select: shown.select,
    zoom(factor) {
      const { from, to } = now()
      const [middle, half] = [(from + to) / 2, (to - from) / 2 / factor]
      setWindow({ from: middle - half, to: middle + half })
    },
    canZoom: () => now().to - now().from > limits.least * 1.01,
    pan(fraction) {
      const { from, to } = now()
      const by = (to - from) * fraction
      setWindow({ from: from + by, to: to + by })
    },
    fit: setWindow,
    setAcross(all) {
      bands.set(all.filter(({ isBand }) => isBand))
      const list = all.filter(({ isBand }) => !isBand)
      const wanted = list.map(({ id }) => `${acrossId}${id}`)
      const gone = items.getIds().map(String).filter((id) => id.startsWith(acrossId) && !wanted.includes(id))
      if (gone.length > 0) items.remove(gone)
      captions.clear()
      for (const { id, label } of list) captions.set(`${acrossId}${id}`, captionOf(label))
      if (list.length > 0) items.update(list.map(({ id, look, from, to, label }) => ({ id: `${acrossId}${id}`, type: 'background', start: from, end: Math.max(to, from + 1), content: label, className: look })))
    },
    scrollTop: () => side()?.scrollTop ?? 0,
    scrollTo(top) {
      const panel = side()
      if (panel) panel.scrollTop = top
    },
    destroy() {
      observer.disconnect()
      shown.destroy()
      timeline.destroy()
    },
  }
}

// No start and end: with them vis stays hidden for a second (visjs/vis-timeline#1340); the caller sets the window.
const fixedOptions: vis.TimelineOptions = {
  autoResize: false,
  align: 'left',
  height: '100%',
  horizontalScroll: true,
  horizontalScrollKey: 'shiftKey',
  horizontalScrollInvert: true,
  margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
  maxMinorChars: 4,
  moveable: true,
  orientation: { axis: 'top', item: 'top' },
  // Said, for vis would hide everything, look the direction up, and show everything again, which is to style it twice.
  rtl: false,
  groupOrder: 'order',
  selectable: false,
  showCurrentTime: false,
  showTooltips: false,
  stack: false,
  verticalScroll: true,
  zoomKey: 'ctrlKey',
  zoomMax: limits.most,
  zoomMin: limits.least,
}

function captionOf(label: string): HTMLElement {
  const caption = document.createElement('span')
  caption.className = 'caption'
  caption.textContent = label
  return caption
}

/** One row of labels: the larger unit where it begins, the smaller between; nothing where the two would touch. */
function axisLabels(language: 'en' | 'cs', xOf: (time: number) => number) {
  const at = (date: Date) => moment.utc(date).locale(language)
  return {
    minorLabels(date: Date, scale: string, step: number): string {
      const time = at(date)
      const x = xOf(time.valueOf())
      const besideMajor = x > -48 && x < 72
      if (scale === 'year') return time.format('YYYY')
      if (scale === 'month') return (step > 1 ? time.month() !== 6 : time.month() === 0) || besideMajor ? '' : time.format('MMM')
      return time.date() === 1 || besideMajor ? '' : time.format(language === 'cs' ? 'D.' : 'D')
    },
    majorLabels(date: Date, scale: string): string {
      if (scale === 'year') return ''
      return at(date).format(scale === 'month' ? 'YYYY' : 'MMM YYYY')
    },
  }
}
