import { useEffect, useMemo, useState } from 'react'
import type { Annotation, Source } from '#domain/incident/index.ts'
import { loadText, useIncident, useOpened } from '../../state/open-incident.ts'
import { annotationsOf, marksByPart, partsOf, placed } from './marks.ts'
import { openText, useReading } from './reading.ts'
import { structuredParts, type StructuredPart } from './structured.ts'

export type ReadText = {
  source: Source
  text: string
  parts: StructuredPart[]
  /** Annotations whose words stand where their anchor says, in text order. */
  anchored: Annotation[]
  /** Drawn annotations by part. */
  marks: Annotation[][]
}
export type TextState = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; read: ReadText }

const noParts: StructuredPart[] = []

/** The frozen text of a source with its marks; puts it on the desk. */
export function useText(source: Source): TextState {
  const incident = useIncident()
  const sha256 = source.text?.sha256 ?? ''
  const text = useOpened((state) => state.texts[sha256])
  const [failed, setFailed] = useState('')
  useEffect(() => {
    loadText(sha256).catch(() => setFailed(sha256))
  }, [sha256])
  const structure = source.text?.structure
  const parts = useMemo(() => (text === undefined ? noParts : structuredParts(partsOf(text), structure)), [text, structure])
  useEffect(() => {
    openText(text === undefined ? null : { source, text, parts })
    return () => openText(null)
    // The source's other fields may change while its text stays on the desk.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [source.id, text, parts])
  const stored = incident.annotations
  const resizing = useReading((state) => state.resizing)
  // While an edge moves, the mark is drawn where it would be.
  const annotations = useMemo(() => (resizing && stored[resizing.id] ? { ...stored, [resizing.id]: { ...stored[resizing.id]!, anchor: resizing.anchor } } : stored), [stored, resizing])
  const drawn = useMemo(() => {
    const { anchored } = placed(text === undefined ? [] : annotationsOf({ annotations }, source.id), source, text ?? '')
    return { anchored, marks: marksByPart(parts, anchored) }
    // Only annotations matter here; other changes of the incident redraw nothing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [annotations, source, text, parts])
  if (text === undefined) return { state: failed === sha256 ? 'failed' : 'loading' }
  return { state: 'ready', read: { source, text, parts, ...drawn } }
}
