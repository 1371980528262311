import { useEffect, useRef, useState, type RefObject } from 'react'

/** The inner width in px of the element that is given `box`, kept up to date; `first` until it was measured. */
export function useElementWidth(first = 0): { box: RefObject<HTMLDivElement | null>; width: number } {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(first)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}
