import { lanes } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { startLanes } from '../src/renderer/features/timeline/lanes-view.ts'
import { indexOf, touchCount } from '../src/renderer/features/timeline/lod.ts'
import { drawnItems, extentOf } from '../src/renderer/features/timeline/marks.ts'
import '../src/renderer/ui/tokens.css'
import { seeded } from './lib.ts'

/** What bench/timeline.ts measures in one page of Chromium: Kronika's lanes, plain vis-timeline, and events on a plain canvas. */
const day = 86_400_000
const years = Date.UTC(2024, 0, 1) - Date.UTC(2018, 0, 1)
let runs = 0
const [width, height] = [1400, 700]
type Window = { from: number; to: number }
type Frames = number[]
export type Measured = { first: number; pan: Frames; zoom: Frames; marks: number; counted: number; expected: number; misplaced: number; visible: boolean }
type Shown = { setWindow: (window: Window) => void; end: () => void; check: (window: Window) => Pick<Measured, 'marks' | 'counted' | 'expected' | 'misplaced' | 'visible'>; ready: () => boolean }

const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Events as an incident's list has them, in order of time: seven of ten on a day, three over some days. Each run has dates of its own, that none of them has been read before. */
function events(count: number, start: number): TimelineItem[] {
  const random = seeded(5)
  return Array.from({ length: count }, (_, nth) => {
    const from = start + Math.floor((random() * years) / day) * day
    const edtf = random() < 0.3 ? `${iso(from)}/${iso(from + day * Math.ceil(1 + random() * 10))}` : iso(from)
    return { key: `events/e${nth}`, collection: 'events', id: `e${nth}`, title: `Event ${nth}`, lane: lanes[Math.floor(random() * lanes.length)]!, kind: 'event', edtf, wording: null, standing: 'confirmed', context: false, evidence: [], sources: 0, tags: [] } satisfies TimelineItem
  }).toSorted((a, b) => (a.edtf < b.edtf ? -1 : 1))
}
/** The same for the other two, which know instants only. */
const instants = (items: readonly TimelineItem[]) => items.map(({ id, title, lane, edtf }) => {
  const [from = '', to] = (edtf ?? '').split('/')
  return { id, content: title, group: lane, start: Date.parse(from), end: to ? Date.parse(to) + day : undefined, type: to ? 'range' : 'box' }
})

const host = () => {
  const element = document.createElement('div')
  element.style.cssText = `width: ${width}px; height: ${height}px; position: relative`
  document.body.replaceChildren(element)
  return element
}

function kronika(items: readonly TimelineItem[], window: Window): Shown {
  const { dated } = drawnItems(items)
  const marks = indexOf(dated)
  const rows = lanes.map((id) => ({ id, name: id, own: marks.lanes.get(id)?.items.length ?? 0, context: 0 }))
  const element = host()
  const nothing = () => undefined
  const view = startLanes(element, 'en', { input: { items: { marks, lanes: rows, extent: extentOf(dated), across: [] }, folded: [], selected: null }, window }, { onWindow: nothing, onSelect: nothing, onBin: nothing, onFold: nothing, onHeight: nothing, onMoveLane: nothing, onDate: nothing, onEmpty: nothing, canEdit: () => false })
  const root = () => element.querySelector<HTMLElement>('.vis-timeline')
  return {
    setWindow: (next) => view.vis.setWindow(next),
    end: () => view.destroy(),
    ready: () => root() !== null && getComputedStyle(root()!).visibility === 'visible' && element.querySelectorAll('[data-mark]').length > 0,
    check(shown) {
      const canvas = element.querySelector('.vis-panel.vis-center')!.getBoundingClientRect()
      const drawn = [...element.querySelectorAll<HTMLElement>('[data-mark]')]
      const x = (time: number) => canvas.left + ((time - shown.from) / (shown.to - shown.from)) * canvas.width
      const singles = drawn.flatMap((mark) => { const item = dated.find(({ id }) => id === mark.dataset['mark']); return item ? [{ mark, item }] : [] })
      const { holds, marks: fed } = view.placed()
      const counts = new Map(drawn.map((mark) => [mark.dataset['mark'], Number(mark.querySelector('[data-bin]')?.textContent ?? 1)]))
      // vis keeps elements only of what stands in the window and its lanes on screen; the rest was fed for the next drag.
      const onScreen = (lane: string) => { const head = element.querySelector(`[data-lane='${lane}']`)?.getBoundingClientRect(); return head !== undefined && head.bottom <= canvas.bottom }
      const inside = fed.filter(({ lane, bin }) => onScreen(lane) && (bin.items.length > 1 ? (bin.from + bin.to) / 2 > shown.from && (bin.from + bin.to) / 2 < shown.to : bin.to > shown.from && bin.from < shown.to))
      const unseen = inside.filter(({ id, bin }) => counts.get(id) !== bin.items.length)
      // What a style hides or cuts off is not found where it stands.
      const hidden = drawn.filter((mark) => {
        const box = mark.firstElementChild!.getBoundingClientRect()
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
        return x > canvas.left && x < canvas.right && y > canvas.top && y < canvas.bottom && !document.elementFromPoint(x, y)?.closest('[data-mark]')
      })
      const misplaced = unseen.length + hidden.length + singles.filter(({ mark, item }) => Math.abs(mark.getBoundingClientRect().left - x(item.from)) > 3).length
      const counted = fed.reduce((sum, { bin }) => sum + bin.items.length, 0)
      const expected = [...marks.lanes.values()].reduce((sum, lane) => sum + touchCount(lane, holds), 0)
      return { marks: drawn.length, counted, expected, misplaced, visible: getComputedStyle(root()!).visibility === 'visible' }
    },
  }
}

type PlainVis = { setWindow: (from: number, to: number, options: object) => void; destroy: () => void; getVisibleItems: () => unknown[] }
declare const vis: { Timeline: new (element: HTMLElement, items: object, groups: object, options: object) => PlainVis; DataSet: new (items: object[]) => object }

function plainVis(items: readonly TimelineItem[], window: Window): Shown {
  const element = host()
  const timeline = new vis.Timeline(element, new vis.DataSet(instants(items)), new vis.DataSet(lanes.map((id) => ({ id, content: id }))), { start: window.from, end: window.to, height, maxHeight: height, verticalScroll: true, showCurrentTime: false })
  const root = () => element.querySelector<HTMLElement>('.vis-timeline')
  const visible = () => root() !== null && getComputedStyle(root()!).visibility === 'visible'
  return {
    setWindow: ({ from, to }) => timeline.setWindow(from, to, { animation: false }),
    end: () => timeline.destroy(),
    ready: visible,
    check: () => ({ marks: element.querySelectorAll('.vis-item').length, counted: timeline.getVisibleItems().length, expected: items.length, misplaced: 0, visible: visible() }),
  }
}

function canvas(items: readonly TimelineItem[], window: Window): Shown {
  const list = instants(items).toSorted((a, b) => a.start - b.start)
  const starts = Float64Array.from(list, (item) => item.start)
  const ends = Float64Array.from(list, (item) => item.end ?? item.start + day)
  const rows = Uint8Array.from(list, ({ group }) => lanes.indexOf(group))
  const element = host().appendChild(document.createElement('canvas'))
  element.width = width
  element.height = height
  const pen = element.getContext('2d')!
  let drawn = 0
  const setWindow = ({ from, to }: Window) => {
    pen.clearRect(0, 0, width, height)
    pen.fillStyle = '#346'
    drawn = 0
    const scale = width / (to - from)
    for (let at = 0; at < starts.length; at++) {
      if (ends[at]! < from || starts[at]! > to) continue
      pen.fillRect((starts[at]! - from) * scale, rows[at]! * 110 + 4 + (at % 12) * 8, Math.max(3, (ends[at]! - starts[at]!) * scale), 6)
      drawn++
    }
  }
  setWindow(window)
  return { setWindow, end: () => undefined, ready: () => true, check: ({ from, to }) => ({ marks: drawn, counted: drawn, expected: list.filter((item, at) => ends[at]! >= from && item.start <= to).length, misplaced: 0, visible: true }) }
}

const variants = { kronika, vis: plainVis, canvas }
export type Variant = keyof typeof variants

/** Work of each frame in ms: from its first callback to after its paint. */
const frames = (count: number, step: (nth: number) => void) =>
  new Promise<Frames>((done) => {
    const times: Frames = []
    const next = () => {
      const began = performance.now()
      step(times.length)
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => {
        times.push(performance.now() - began)
        if (times.length < count) requestAnimationFrame(next)
        else done(times)
      })
      channel.port1.start()
      channel.port2.postMessage(0)
    }
    requestAnimationFrame(next)
  })
const rest = (ms: number) => new Promise((done) => { setTimeout(done, ms) })
const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)) })

/** What stands there once it has come to rest, which takes longer on a busy machine. */
async function atRest(shown: Shown, window: Window) {
  for (let waited = 0; waited < 5000 && shown.check(window).misplaced > 0; waited += 200) await rest(200)
  return shown.check(window)
}

/** One variant with so many events; `span` in days around the middle, null for all of them in view. */
async function run(variant: Variant, count: number, days: number | null): Promise<Measured> {
  const start = Date.UTC(1900 + 7 * (runs++ % 20), 0, 1)
  const items = events(count, start)
  const middle = start + years / 2
  const span = days === null ? years * 1.02 : days * day
  const at = (shift: number, factor: number): Window => ({ from: middle + shift - (span * factor) / 2, to: middle + shift + (span * factor) / 2 })
  document.body.replaceChildren()
  // The styles that the library brings with its script are for the library alone: Kronika's own, which rank above them, would be overridden here.
  for (const style of document.querySelectorAll('style')) style.disabled = variant !== 'vis'
  await rest(300)
  const began = performance.now()
  const shown = variants[variant](items, at(0, 1))
  while (!shown.ready()) await rest(4)
  await frame()
  const first = performance.now() - began
  await rest(600)
  const checked = await atRest(shown, at(0, 1))
  const pan = await frames(60, (nth) => shown.setWindow(at(((nth + 1) * span) / 200, 1)))
  await rest(400)
  const shift = (60 * span) / 200
  const zoom = await frames(60, (nth) => shown.setWindow(at(shift, 0.98 ** (nth + 1))))
  await rest(600)
  const after = await atRest(shown, at(shift, 0.98 ** 60))
  shown.end()
  return { first, pan, zoom, ...checked, visible: checked.visible && after.visible, misplaced: checked.misplaced + after.misplaced, counted: checked.counted + after.counted, expected: checked.expected + after.expected }
}
Object.assign(globalThis, { run })
