import { useEffect, useMemo } from 'react'
import { report } from './notices.ts'
import { loadText, useOpened } from './open-incident.ts'
import { numberAt } from './paragraph-numbers.ts'

/** The number of the paragraph in which an offset (UTF-16) of a frozen text lies, as the reader numbers it; null until the text is there, and in a heading. */
export function useParagraphNumber(sha256: string | null, offset: number): number | null {
  const text = useOpened((state) => (sha256 === null ? undefined : state.texts[sha256]))
  useEffect(() => {
    if (sha256 !== null && text === undefined) loadText(sha256).catch(report)
  }, [sha256, text])
  return useMemo(() => (text === undefined ? null : numberAt(text, offset)), [text, offset])
}
