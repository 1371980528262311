import { createElement, memo, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Annotation, Source } from '#domain/incident/index.ts'
import { annotationsOf, marksByPart, partsOf, placed, type TextPart } from '../src/renderer/features/reader/marks.ts'
import { paint, wipe } from '../src/renderer/features/reader/paint.ts'
import { blocksOf, partElement } from '../src/renderer/features/reader/text-dom.ts'

/** What the reader is compared with, run in the same page: the plain text in the same blocks, and the text as one React element a segment, in one list and by paragraph. */
type Mark = { start: number; end: number; type: string }
type Part = { start: number; end: number }
export type Given = { text: string; parts: Part[]; marks: Mark[]; partClass: string; blockClass: string; rootClass: string; pageClass: string; size: string }

/** The plain text in the blocks of the reader. */
const Blocks = memo(({ text, parts, partClass, blockClass }: Given) => blocksOf(parts).map((block) => <div key={block[0]?.start} className={blockClass}>{block.map(({ start, end }) => <p key={start} className={partClass}>{text.slice(start, end)}</p>)}</div>))
Blocks.displayName = 'Blocks'

/** A stretch cut at every end of a mark; each piece with the marks over it. */
function segmentsOf({ start, end }: Part, marks: readonly Mark[]) {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  const cuts = [...new Set([start, end, ...inside.flatMap((mark) => [mark.start, mark.end])])].filter((cut) => cut >= start && cut <= end).sort((a, b) => a - b)
  return cuts.slice(1).map((to, index) => ({ from: cuts[index] ?? start, to, over: inside.filter((mark) => mark.start < to && mark.end > (cuts[index] ?? start)) }))
}
const Pieces = ({ text, part, marks }: { text: string; part: Part; marks: readonly Mark[] }) =>
  segmentsOf(part, marks).map(({ from, to, over }) => (over.length === 0 ? text.slice(from, to) : <span key={from} data-marks={over.length} style={{ backgroundColor: `color-mix(in srgb, var(--ink-${over[0]?.type ?? 'activity'}) 18%, var(--page))` }}>{text.slice(from, to)}</span>))

/** As it is usually done: every segment of the text in one list. */
const InOneList = ({ text, marks, partClass }: Given) => <div className={partClass} style={{ whiteSpace: 'pre-wrap' }}><Pieces text={text} part={{ start: 0, end: text.length }} marks={marks} /></div>
/** With more care: the segments of each paragraph for themselves. */
const ByParagraph = ({ text, parts, marks, partClass }: Given) => parts.map((part) => <p key={part.start} className={partClass}><Pieces text={text} part={part} marks={marks} /></p>)
const ways = { oneList: InOneList, byParagraph: ByParagraph }

function mount({ pageClass, rootClass, size }: Given) {
  const host = document.createElement('div')
  host.style.cssText = 'position: fixed; inset: 40px 364px 24px 260px; z-index: 9999; overflow-y: auto; background: var(--page)'
  const page = host.appendChild(document.createElement('div'))
  page.className = pageClass
  page.style.setProperty('--reader-size', size)
  const element = page.appendChild(document.createElement('div'))
  element.className = rootClass
  document.body.append(host)
  const root = createRoot(element)
  return { host, root, text: element }
}

/** The text as Kronika draws it: the very functions of the reader over the plain text, with the marks of the parts near the viewport. */
const sha256 = 'bench'
const source = { id: 's', text: { sha256, length: 0, nature: 'original' } } as unknown as Source
const annotationOf = (text: string, { start, end, type }: Mark, id: string): Annotation => ({ id, sourceId: 's', anchor: { textSha256: sha256, start, end, exact: text.slice(start, end), prefix: '', suffix: '' }, type: type as Annotation['type'], tags: [], note: '', state: 'accepted', createdAt: '', createdBy: '' })

let annotations: Record<string, Annotation> = {}
let parts: TextPart[] = []
let near = new Set<number>()
function draw({ text }: Given): number {
  const root = mounted?.text as HTMLElement
  const { anchored } = placed(annotationsOf({ annotations }, 's'), source, text)
  const marks = marksByPart(parts, anchored)
  paint({ root, parts, marks, suggested: [], currentId: null }, near)
  return [...near].reduce((sum, index) => sum + (marks[index]?.length ?? 0), 0)
}
/** The parts of the blocks that are near, as the reader's observer tells it: not when a mark is added. */
function lookAround() {
  const root = mounted?.text as HTMLElement
  const view = mounted!.host.getBoundingClientRect()
  const isNear = (block: Element) => { const box = block.getBoundingClientRect(); return box.bottom > view.top - 400 && box.top < view.bottom + 400 }
  near = new Set(parts.filter(({ index }) => isNear(partElement(root, index)!.parentElement!)).map(({ index }) => index))
}

let mounted: ReturnType<typeof mount> | null = null
const show = (element: ReactNode) => flushSync(() => mounted?.root.render(element))
const baseline = {
  plain: (given: Given) => {
    mounted = mount(given)
    show(<Blocks {...given} />)
  },
  segments: (given: Given, way: keyof typeof ways) => {
    mounted = mount(given)
    show(createElement(ways[way], given))
  },
  /** The same marks and one more, which was made before. */
  add: (given: Given, way: keyof typeof ways) => show(createElement(ways[way], given)),
  drawn: (given: Given) => {
    mounted = mount(given)
    annotations = Object.fromEntries(given.marks.map((mark, nth) => [`m${nth}`, annotationOf(given.text, mark, `m${nth}`)]))
    parts = partsOf(given.text)
    show(<Blocks {...given} />)
    lookAround()
    draw(given)
  },
  /** The incident with one more annotation, as its patch makes it. */
  more: (given: Given, mark: Mark) => {
    lookAround()
    const before = draw(given)
    annotations = { ...annotations, more: annotationOf(given.text, mark, 'more') }
    return before
  },
  draw,
  undraw: wipe,
  spans: () => mounted?.host.querySelectorAll('span[data-marks]').length ?? 0,
  paths: () => [...(mounted?.host.querySelectorAll('svg path[class^="line-"]') ?? [])].reduce((sum, path) => sum + (path.getAttribute('data-spans') ?? '').split(' ').length, 0),
  end: () => {
    mounted?.root.unmount()
    mounted?.host.remove()
    mounted = null
  },
}
export type Baseline = typeof baseline
Object.assign(window, { baseline })
