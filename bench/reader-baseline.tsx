import { memo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** What the reader is compared with, run in the same page: the plain text, and the text as one React element a segment. */
type Mark = { start: number; end: number; type: string }
type Part = { start: number; end: number }
export type Given = { text: string; parts: Part[]; marks: Mark[]; partClass: string; rootClass: string; pageClass: string; size: string }

const Plain = memo(({ text, parts, partClass }: Given) => parts.map(({ start, end }) => <p key={start} className={partClass}>{text.slice(start, end)}</p>))
Plain.displayName = 'Plain'

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
  return { host, root, end: () => { root.unmount(); host.remove() } }
}

let mounted: ReturnType<typeof mount> | null = null
Object.assign(window, {
  baseline: {
    plain: (given: Given) => { mounted = mount(given); flushSync(() => mounted?.root.render(<Plain {...given} />)) },
    segments: (given: Given) => { mounted = mount(given); flushSync(() => mounted?.root.render(<Segments {...given} />)) },
    add: (given: Given) => flushSync(() => mounted?.root.render(<Segments {...given} />)),
    spans: () => mounted?.host.querySelectorAll('span[data-marks]').length ?? 0,
    end: () => { mounted?.end(); mounted = null },
  },
})
