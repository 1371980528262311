import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import type { Span } from '#domain/text/index.ts'
import { select, usePlace } from '../../state/navigation.ts'
import { useSession } from '../../state/session.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { Caret, CurrentEnds } from './carets.tsx'
import './drawn-marks.css'
import { marksAt, marksByPart } from './marks.ts'
import { MarkBar } from './mark-bar.tsx'
import { closeBar, leaveBar, selectedSpan, setReading, useReading } from './reading.ts'
import { pageWords } from '../../strings/pages.ts'
import { Ruler } from './ruler.tsx'
import { useItems } from './suggested-now.ts'
import { SuggestionBar } from './suggestion-bar.tsx'
import { pagesOf, type StructuredPart } from './structured.ts'
import { blocksOf, rangeOf, writeSelection } from './text-dom.ts'
import { offerText } from './text-focus.ts'
import { onTextKey, toggleCaret, type KeyScene } from './text-keys.ts'
import styles from './text-pane.module.css'
import { useKeptSelection, usePainting } from './use-painting.ts'
import { useSelection } from './use-selection.ts'
import type { ReadText } from './use-text.ts'

/** Characters of a line, about: blocks out of view take the room they will need. */
const perLine = 76
const scrollOf = new Map<string, number>()
/** Space kept free above and below words that were jumped to, in px. */
const room = 56

/** `below` stands under the first heading; generated content, so that the words keep one text node. */
const Part = memo(({ text, part, marks, below, page }: { text: string; part: StructuredPart; marks: number; below: string | undefined; page: string | undefined }) => (
  <p
    className={styles['part']} data-kind={part.kind} data-number={part.number ?? undefined} data-below={below} data-page={page} aria-describedby={marks > 0 ? `marks-${marks}` : undefined}
    {...(part.kind === 'heading' ? { role: 'heading', 'aria-level': part.level ?? (part.index === 0 ? 1 : 2) } : {})}
  >
    {text.slice(part.start, part.end)}
  </p>
))
Part.displayName = 'Part'

/** The lines of some parts, about, and the room between them in px. */
const linesOf = (parts: readonly Span[]) => parts.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / perLine), 0)
const blockSize = (parts: readonly Span[]) => `auto calc(${linesOf(parts)} * 1.706 * var(--reader-size) + ${parts.length * 12}px)`

/** Brings the words into view at once; nothing moves when they are in view. */
function scrollTo(scroller: HTMLElement, range: Range | null) {
  const box = range?.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  if (!box || (box.top >= view.top + room / 2 && box.bottom <= view.bottom - room / 2)) return
  scroller.scrollTop += box.top - view.top - Math.min(view.height / 3, Math.max(room, view.height - box.height - room))
}

const sameTitle = (a: string, b: string) => a.replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase()

/** The frozen text: one text node a paragraph, marks drawn over it, never in it. */
export function Paper({ read }: { read: ReadText }) {
  const t = useStrings(reader)
  const tp = useStrings(pageWords)
  const pageOf = (part: StructuredPart) => {
    const on = pagesOf(part)
    return on ? (on.from === on.to ? tp('page', { n: on.from }) : tp('pages', on)) : undefined
  }
  const { source, text, parts, anchored, marks } = read
  const { annotationId, jump } = usePlace()
  const { readerSize, singleKeys } = useSession((session) => session.settings)
  const scroller = useRef<HTMLDivElement>(null)
  const article = useRef<HTMLElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const [inText, setInText] = useState(false)
  const ends = useReading((state) => state.ends)
  const kept: Span | null = useMemo(() => (inText ? null : selectedSpan({ open: { source, text, parts }, ends })), [inText, source, text, parts, ends])
  const items = useItems()
  const suggested = useMemo(() => items.filter(({ found }) => found !== null).map(({ annotation }) => annotation), [items])
  const suggestedByPart = useMemo(() => marksByPart(parts, suggested), [parts, suggested])
  const blocks = useMemo(() => blocksOf(parts), [parts])
  const own = anchored.find(({ id }) => id === annotationId) ?? null
  const current = own ?? suggested.find(({ id }) => id === annotationId) ?? null
  const currentId = current?.id ?? null

  // Always the same function: what comes in meanwhile must not disturb a selection that is being made.
  const places = useRef<readonly Annotation[]>([])
  useEffect(() => { places.current = [...anchored, ...suggested] }, [anchored, suggested])
  const choose = useCallback((offset: number) => {
    const found = marksAt(places.current, offset)
    if (found.length > 1) setReading({ chooser: { ids: found.map(({ id }) => id), offset }, bar: null })
    else if (found[0]) {
      setReading({ stepping: true })
      select({ annotationId: found[0].id })
    } else closeBar()
  }, [])
  usePainting(scroller, root, read, suggestedByPart, currentId)
  useKeptSelection(root, parts, kept)
  useSelection(root, read, choose)

  // The place in a text is kept while other sources are read.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    element.scrollTop = scrollOf.get(source.id) ?? 0
    const keep = () => scrollOf.set(source.id, element.scrollTop)
    element.addEventListener('scroll', keep, { passive: true })
    return () => element.removeEventListener('scroll', keep)
  }, [source.id])

  useEffect(() => {
    const focus = () => {
      article.current?.focus({ preventScroll: true })
      const known = useReading.getState().ends
      if (root.current && known) writeSelection(root.current, parts, known)
    }
    const show = (span: Span) => {
      if (scroller.current && root.current) scrollTo(scroller.current, rangeOf(root.current, parts, span))
    }
    const toggle = () => {
      article.current?.focus({ preventScroll: true })
      if (root.current && scroller.current) toggleCaret({ root: root.current, scroller: scroller.current, parts })
    }
    const collapse = () => {
      const known = useReading.getState().ends
      if (!known) return
      const caret = { anchor: known.focus, focus: known.focus }
      setReading({ ends: caret })
      if (root.current && document.activeElement === article.current) writeSelection(root.current, parts, caret)
    }
    // A text that is opened while nothing has the focus takes it: the keys work at once.
    if (document.activeElement === document.body) focus()
    return offerText({ focus, show, collapse, toggleCaret: toggle })
  }, [parts])

  // A jump shows the words, wherever it came from; the card and the text keep the current look.
  useEffect(() => {
    if (scroller.current && root.current && current) scrollTo(scroller.current, rangeOf(root.current, parts, current.anchor))
    // Scrolls when the chosen mark or the jump changes, not when marks are edited.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [currentId, jump, parts])

  const focusEnd = ends?.focus
  useEffect(() => {
    if (inText && useReading.getState().caretMode && focusEnd !== undefined && scroller.current && root.current) keepInView(scroller.current, rangeOf(root.current, parts, { start: Math.max(0, focusEnd - 1), end: focusEnd }))
  }, [focusEnd, inText, parts])

  const heading = parts[0]?.kind === 'heading' && sameTitle(text.slice(parts[0].start, parts[0].end), source.citation.title)
  const retold = source.text?.nature === 'own-words' ? t('ownWords') : undefined
  const counts = useMemo(() => [...new Set(marks.map((list) => list.length))].filter((n) => n > 0), [marks])
  const scene = (): KeyScene | null => root.current && scroller.current && { root: root.current, scroller: scroller.current, parts, currentId, singleKeys, choose, edit: (id) => setReading({ editing: id }) }

  return (
    <div className={styles['frame']}>
      <div ref={scroller} className={styles['scroller']}>
        <div className={styles['page']} style={{ '--reader-size': `${readerSize}px` } as CSSProperties}>
          <article
            ref={article} className={styles['article']} tabIndex={0} data-pane="text" aria-label={t('text')} lang={source.language ?? undefined}
            onKeyDown={(event) => {
              const now = scene()
              if (now && event.target === article.current) onTextKey(now, event)
            }}
            onDragStart={(event) => event.preventDefault()} onFocus={() => {
              setInText(true)
              setReading({ stepping: true })
            }} onBlur={(event) => {
              setInText(false)
              leaveBar(event.relatedTarget)
            }} data-own-title={heading}
          >
            {heading ? null : (
              <header className={styles['titles']}>
                <h1>{source.citation.title}</h1>
                {retold ? <p className={styles['own']}>{retold}</p> : null}
              </header>
            )}
            <div ref={root} className={styles['parts']}>
              {blocks.map((block) => (
                <div key={block[0]?.index} className={styles['block']} style={{ containIntrinsicBlockSize: blockSize(block) }}>
                  {block.map((part) => <Part key={part.index} text={text} part={part} marks={marks[part.index]?.length ?? 0} below={heading && part.index === 0 ? retold : undefined} page={pageOf(part)} />)}
                </div>
              ))}
            </div>
            {own ? <CurrentEnds article={article} root={root} parts={parts} annotation={own} size={readerSize} /> : null}
            {inText ? <Caret article={article} root={root} parts={parts} size={readerSize} /> : null}
          </article>
          {counts.map((n) => <span key={n} id={`marks-${n}`} hidden>{t('annotationCount', { n })}</span>)}
          <MarkBar scroller={scroller} root={root} read={read} />
          <SuggestionBar scroller={scroller} root={root} parts={parts} items={items} currentId={currentId} inText={inText} />
        </div>
      </div>
      <Ruler scroller={scroller} root={root} parts={parts} anchored={anchored} currentId={currentId} size={readerSize} />
    </div>
  )
}

/** Follows the caret by as little as needed. */
function keepInView(scroller: HTMLElement, range: Range | null) {
  const box = range?.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  if (!box) return
  if (box.bottom > view.bottom - 24) scroller.scrollTop += box.bottom - view.bottom + room
  else if (box.top < view.top + 24) scroller.scrollTop -= view.top - box.top + room
}
