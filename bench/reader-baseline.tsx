import { memo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Annotation, Source } from '#domain/incident/index.ts'
import { annotationsOf, marksByPart, partsOf, placed, type TextPart } from '../src/renderer/features/reader/marks.ts'
import { paint } from '../src/renderer/features/reader/paint.ts'
import { blocksOf, partElement } from '../src/renderer/features/reader/text-dom.ts'

/** What the reader is compared with, run in the same page: the plain text, and the text as one React element a segment. */
type Mark = { start: number; end: number; type: string }
type Part = { start: number; end: number }
export type Given = { text: string; parts: Part[]; marks: Mark[]; partClass: string; blockClass: string; rootClass: string; pageClass: string; size: string }

const Plain = memo(({ text, parts, partClass }: Given) => parts.map(({ start, end }) => <p key={start} className={partClass}>{text.slice(start, end)}</p>))
Plain.displayName = 'Plain'

/** The plain text in the blocks of the reader. */
const Blocks = memo(({ text, parts, partClass, blockClass }: Given) => blocksOf(parts).map((block) => <div key={block[0]?.start} className={blockClass}>{block.map(({ start, end }) => <p key={start} className={partClass}>{text.slice(start, end)}</p>)}</div>))
Blocks.displayName = 'Blocks'

/** The text cut at every end of a mark; each piece with the marks over it. */
function segmentsOf({ start, end }: Part, marks: readonly Mark[]) {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  const cuts = [...new Set([start, end, ...inside.flatMap((mark) => [mark.start, mark.end])])].filter((cut) => cut >= start && cut <= end).sort((a, b) => a - b)
  return cuts.slice(1).map((to, index) => ({ from: cuts[index] ?? start, to, over: inside.filter((mark) => mark.start < to && mark.end > (cuts[index] ?? start)) }))
}
const Segments = ({ text, parts, marks, partClass }: Given) =>
  parts.map((part) => (
    <p key={part.start} className={partClass}>
      {segmentsOf(part, marks).map(({ from, to, over }) => (over.length === 0 ? text.slice(from, to) : <span key={from} data-marks={over.length} style={{ backgroundColor: `color-mix(in srgb, var(--ink-${over[0]?.type ?? 'activity'}) 18%, var(--page))` }}>{text.slice(from, to)}</span>))}
    </p>
  ))

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
  return { host, root, text: element, end: () => { root.unmount(); host.remove() } }
}

/** The text as Kronika draws it: the very functions of the reader over the plain text, with the marks of the parts near the viewport. */
const sha256 = 'bench'
const source = { id: 's', text: { sha256, length: 0, nature: 'original' } } as unknown as Source
function annotationsFor({ text, marks }: Given): Record<string, Annotation> {
  return Object.fromEntries(marks.map(({ start, end, type }, nth): [string, Annotation] => {
    const id = `m${nth}`
    const known = kept[id]
    if (known) return [id, known]
    const annotation: Annotation = { id, sourceId: 's', anchor: { textSha256: sha256, start, end, exact: text.slice(start, end), prefix: '', suffix: '' }, type: type as Annotation['type'], tags: [], note: '', state: 'accepted', createdAt: '', createdBy: '' }
    kept[id] = annotation
    return [id, annotation]
  }))
}
let kept: Record<string, Annotation> = {}
let parts: TextPart[] = []
let near = new Set<number>()
function draw(given: Given): number {
  const root = mounted?.text as HTMLElement
  const { anchored } = placed(annotationsOf({ annotations: annotationsFor(given) }, 's'), source, given.text)
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
const nothing = () => paint({ root: document.createElement('div'), parts: [], marks: [], suggested: [], currentId: null }, new Set())

let mounted: ReturnType<typeof mount> | null = null
Object.assign(window, {
  baseline: {
    plain: (given: Given) => { mounted = mount(given); flushSync(() => mounted?.root.render(<Plain {...given} />)) },
    segments: (given: Given) => { mounted = mount(given); flushSync(() => mounted?.root.render(<Segments {...given} />)) },
    drawn: (given: Given) => { mounted = mount(given); kept = {}; parts = partsOf(given.text); flushSync(() => mounted?.root.render(<Blocks {...given} />)); lookAround(); return draw(given) },
    lookAround,
    drawnAdd: draw,
    undraw: nothing,
    add: (given: Given) => flushSync(() => mounted?.root.render(<Segments {...given} />)),
    spans: () => mounted?.host.querySelectorAll('span[data-marks]').length ?? 0,
    end: () => { mounted?.end(); mounted = null },
  },
})
