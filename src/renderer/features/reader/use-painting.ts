import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import type { Span } from '#domain/text/index.ts'
import { useTypes } from '../../state/codebook.ts'
import { forget, forgetLetters, paint, wipe } from './paint.ts'
import { perBlock, rangeOf, type PartsRoot } from './text-dom.ts'
import type { TextPart } from './marks.ts'
import type { ReadText } from './use-text.ts'

/** How far outside of the viewport parts count as near, in px. */
const margin = '400px 0px'

/** The size of a block, to tell whether it is another. */
const sizeName = (width: number, height: number) => `${Math.round(width * 16)} ${Math.round(height * 16)}`

/** Keeps what is drawn of the parts near the viewport as the data says: it is derived, so it cannot go stale. */
export function usePainting(scroller: RefObject<HTMLElement | null>, root: RefObject<HTMLElement | null>, { parts, marks }: ReadText, suggested: readonly Annotation[][], currentId: string | null): void {
  const near = useRef(new Set<number>())
  const { own } = useTypes()
  const repaint = useCallback(() => {
    if (root.current) paint({ root: root.current, parts, marks, suggested, currentId }, near.current)
    // An own type that is given another ink is drawn anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [root, parts, marks, suggested, currentId, own])
  const latest = useRef(repaint)
  useEffect(() => {
    latest.current = repaint
    repaint()
  }, [repaint])

  useEffect(() => {
    const element = root.current
    if (!element) return
    near.current = new Set()
    // A block is known by its place, which is that of its element; so are its parts.
    const blocks = new Map([...element.children].map((child, nth) => [child, Array.from({ length: Math.min(perBlock, parts.length - nth * perBlock) }, (_, index) => nth * perBlock + index)]))
    const nearBlocks = new Set<Element>()
    const partsIn = (block: Element) => blocks.get(block) ?? []
    // Words that move, because the pane is narrower or the letters are larger, take their marks along.
    const sizeOf = new Map<Element, string>()
    const sizes = new ResizeObserver((entries) => {
      const moved = entries.filter(({ target, contentRect: { width, height } }) => {
        const [before, now] = [sizeOf.get(target), sizeName(width, height)]
        sizeOf.set(target, now)
        return before !== undefined && before !== now
      })
      if (moved.length === 0) return
      forget(moved.flatMap(({ target }) => partsIn(target)))
      latest.current()
    })
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) nearBlocks.add(target)
          else nearBlocks.delete(target)
          if (isIntersecting) {
            sizes.observe(target)
            // It is drawn at this size now, and told of first a frame later. A block not yet laid out is told of with its true size.
            const { width, height } = target.getBoundingClientRect()
            if (target.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })) sizeOf.set(target, sizeName(width, height))
          } else {
            sizes.unobserve(target)
            sizeOf.delete(target)
          }
        }
        near.current = new Set([...nearBlocks].flatMap(partsIn))
        latest.current()
      },
      { root: scroller.current, rootMargin: margin },
    )
    for (const block of blocks.keys()) observer.observe(block)
    // Letters of another width may leave a part its size.
    const onFont = () => {
      forgetLetters()
      forget(near.current)
      latest.current()
    }
    document.fonts.addEventListener('loadingdone', onFont)
    return () => {
      document.fonts.removeEventListener('loadingdone', onFont)
      observer.disconnect()
      sizes.disconnect()
      wipe()
    }
  }, [scroller, root, parts])
}

const keptName = 'kept-selection'

/** Shows the words that stay chosen while the focus is in a field, where the browser shows a selection no more. */
export function useKeptSelection(root: RefObject<PartsRoot | null>, parts: readonly TextPart[], kept: Span | null): void {
  useLayoutEffect(() => {
    const range = kept && root.current && rangeOf(root.current, parts, kept)
    if (!range) return
    CSS.highlights.set(keptName, new Highlight(range))
    return () => void CSS.highlights.delete(keptName)
  }, [root, parts, kept])
}
