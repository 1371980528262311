import { useEffect, useMemo } from 'react'
import { paragraphs } from '#domain/text/index.ts'
import { report } from './notices.ts'
import { loadText, useOpened } from './open-incident.ts'

/** The number of the paragraph in which an offset (UTF-16) of a frozen text lies, from 1; null until the text is there. */
export function useParagraphNumber(sha256: string | null, offset: number): number | null {
  const text = useOpened((state) => (sha256 === null ? undefined : state.texts[sha256]))
  useEffect(() => {
    if (sha256 !== null && text === undefined) loadText(sha256).catch(report)
  }, [sha256, text])
  return useMemo(() => {
    if (text === undefined) return null
    const at = paragraphs(text).findIndex(({ start, end }) => offset >= start && offset < end)
    return at < 0 ? null : at + 1
  }, [text, offset])
}
