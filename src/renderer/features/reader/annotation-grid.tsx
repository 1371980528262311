import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import { go, select, useNavigation } from '../../state/navigation.ts'
import { useIncident, useReadOnly } from '../../state/open-incident.ts'
import { actionOf, type ReaderAction } from '../../state/reader-keys.ts'
import { useSession } from '../../state/session.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { reader } from '../../strings/reader.ts'
import { AnnotationCard } from './annotation-card.tsx'
import styles from './annotations.module.css'
import { BulkBar } from './bulk-bar.tsx'
import type { Link } from './list-filters.ts'
import { accept, equalNow, reject } from './deciding.ts'
import { removeAnnotations, startEvent } from './marking.ts'
import { startRecord } from './records.ts'
import { edgeStep, stepEdge } from './resizing.ts'
import { setReading, useReading } from './reading.ts'
import { isMade, type Item } from './suggested.ts'
import { focusText } from './text-focus.ts'

type Props = { annotations: Annotation[]; items: Item[]; orphaned: ReadonlySet<string>; links: ReadonlyMap<string, Link[]>; currentId: string | null; showSource: boolean }
type Refusal = { ids: string[]; dependents: string[] }

/** Of a row that was not measured yet, in px. */
const rowHeight = () => 56
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e9, End: 1e9 }
const within = (outer: Annotation | undefined, inner: Annotation) =>
  outer !== undefined && outer.sourceId === inner.sourceId && outer.anchor.start <= inner.anchor.start && outer.anchor.end >= inner.anchor.end

/** The card above under which this one lies, looking back over its fellows inside. */
function isInside(annotations: readonly Annotation[], index: number): boolean {
  const inner = annotations[index]!
  for (let back = index - 1; back >= 0 && back > index - 6; back--) if (within(annotations[back], inner)) return true
  return false
}

/** The letter that was pressed, while letters are on. */
function singleAction({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): ReaderAction | null {
  const { singleKeys, readerKeys } = useSession.getState().settings
  return singleKeys && !ctrlKey && !metaKey && !altKey ? actionOf(key.toLowerCase(), readerKeys) : null
}

/** What a letter decides about a suggestion, while letters are on. */
function decisionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): 'accept' | 'equal' | 'reject' | null {
  if (!useSession.getState().settings.singleKeys || ctrlKey || metaKey || altKey) return null
  const letter = key.toLowerCase()
  return letter === 'x' ? 'reject' : letter === 'a' ? (shiftKey ? 'equal' : 'accept') : null
}

/** What a letter does to the mark of a card, as it would in the text. @returns whether it means anything here */
function actOn(action: ReaderAction, here: Annotation, chosen: readonly string[]): boolean {
  select({ sourceId: here.sourceId, annotationId: here.id })
  const other = chosen.findLast((id) => id !== here.id) ?? null
  setReading({ bar: null })
  if (action === 'event') startEvent(here.id)
  else if (action === 'tags' || action === 'comment') {
    if (isMade(here.id)) return false
    setReading({ editing: here.id })
  }
  else if (action === 'word' || action === 'sentence') return false
  else return startRecord(action === 'quote' ? 'judgement' : action === 'relate' ? 'relation' : action, here.id, other)
  return true
}

/** Only the cards in view exist; one row holds the tab stop and the arrows carry it. */
export function AnnotationGrid({ annotations, items, orphaned, links, currentId, showSource }: Props) {
  const t = useStrings(reader)
  const words = useStrings(marking)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const editing = useReading((state) => state.editing)
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const at = Math.max(0, annotations.findIndex(({ id }) => id === currentId))
  // The same function while the list is the same: another one would have every row measured anew.
  const getItemKey = useCallback((index: number) => annotations[index]?.id ?? index, [annotations])
  const virtual = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 8,
    getItemKey,
    // The row with the tab stop always exists, wherever the list is scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at])].filter((index) => index < annotations.length).sort((a, b) => a - b),
  })
  const focusRow = (id: string) => requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-annotation="${id}"]`)?.focus())

  useEffect(() => {
    const index = annotations.findIndex(({ id }) => id === (editing ?? currentId))
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
    // Follows the choice, not every change of the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [currentId, editing])

  function moveTo(index: number, extend: boolean) {
    const next = annotations[Math.min(annotations.length - 1, Math.max(0, index))]
    const here = annotations[at]
    if (!next || !here) return
    setChosen(extend ? [...new Set([...(chosen.length > 0 ? chosen : [here.id]), next.id])] : [])
    setRefusal(null)
    select({ sourceId: next.sourceId, annotationId: next.id })
    focusRow(next.id)
  }
  /** Decides about the suggestions among the chosen cards, else about this one; the focus stays in the list. */
  async function settle(decision: 'accept' | 'equal' | 'reject', here: Annotation) {
    const some = items.filter(({ annotation: { id } }) => (chosen.length > 1 ? chosen.includes(id) : id === here.id))
    const [first] = some
    if (!first) return
    select({ sourceId: here.sourceId, annotationId: first.annotation.id })
    setChosen([])
    const follow = () => {
      const now = useNavigation.getState().place.annotationId
      if (now !== null) focusRow(now)
    }
    const decided = decision === 'reject' ? reject(some) : accept(decision === 'equal' ? equalNow(first) : some)
    // The next one is chosen already; its row comes and goes with the list.
    follow()
    await decided
    if (!scroller.current?.contains(document.activeElement) && document.activeElement !== document.body) return
    follow()
  }
  async function remove(ids: string[], together: boolean) {
    const index = annotations.findIndex(({ id }) => id === ids[0])
    const next = annotations.slice(index).find(({ id }) => !ids.includes(id)) ?? annotations.slice(0, Math.max(0, index)).findLast(({ id }) => !ids.includes(id))
    const { done, dependents } = await removeAnnotations(ids, together)
    setRefusal(done || dependents.length === 0 ? null : { ids, dependents })
    if (!done) return
    setChosen([])
    select({ annotationId: next?.id ?? null })
    if (next) focusRow(next.id)
    else focusText()
  }
  function onKeyDown(event: KeyboardEvent) {
    const here = annotations[at]
    if (!here || !(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return
    const edge = readOnly ? null : edgeStep(event)
    const action = singleAction(event)
    const step = steps[event.key]
    const suggested = here.state === 'suggested'
    const decision = decisionOf(event)
    if (edge) stepEdge(here.id, edge.edge, edge.direction)
    else if (suggested && !readOnly && decision) void settle(decision, here)
    else if (action && !readOnly && actOn(action, here, chosen)) setRefusal(null)
    else if (step !== undefined && !event.altKey) moveTo(at + step, event.shiftKey)
    else if (event.key === 'Enter' && !event.altKey) {
      select({ sourceId: here.sourceId, annotationId: here.id })
      go({})
      focusText()
    } else if (event.key === 'F2' && !readOnly && !isMade(here.id)) setReading({ editing: here.id })
    else if (event.key === 'Delete' && !readOnly && suggested) void settle('reject', here)
    else if (event.key === 'Delete' && !readOnly) void remove(chosen.length > 0 ? chosen.filter((id) => !isMade(id)) : [here.id], false)
    else if (event.key === 'Escape' && (chosen.length > 0 || refusal)) {
      setChosen([])
      setRefusal(null)
    } else if (event.key === 'Escape') focusText()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const marked = annotations.filter(({ id }) => chosen.includes(id) && !isMade(id))
  return (
    <>
      {marked.length > 1 ? <BulkBar annotations={marked} onDone={() => { setChosen([]); if (currentId) focusRow(currentId) }} /> : null}
      <p id="annotation-keys" hidden>{words('listKeys')}</p>
      <div ref={scroller} className={styles['list']}>
        <div role="grid" aria-label={t('annotations')} aria-rowcount={annotations.length} aria-multiselectable="true" aria-readonly={readOnly} aria-describedby="annotation-keys" className={styles['grid']} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const annotation = annotations[index]
            return annotation ? (
              <div
                key={key} ref={virtual.measureElement} data-index={index} data-annotation={annotation.id} role="row" aria-rowindex={index + 1} tabIndex={index === at ? 0 : -1}
                aria-selected={annotation.id === currentId || chosen.includes(annotation.id)} className={styles['row']} style={{ transform: `translateY(${start}px)` }}
                onClick={(event) => {
                  if (event.target instanceof Element && event.target.closest('button, input, textarea')) return
                  setChosen([])
                  select({ sourceId: annotation.sourceId, annotationId: annotation.id })
                  event.currentTarget.focus()
                }}
              >
                <AnnotationCard
                  annotation={annotation} links={links.get(annotation.id) ?? []} orphaned={orphaned.has(annotation.id)} inside={isInside(annotations, index)} editing={editing === annotation.id}
                  source={showSource ? incident.sources[annotation.sourceId] : undefined} tabbable={index === at} item={annotation.state === 'suggested' ? (items.find((one) => one.annotation.id === annotation.id) ?? null) : null} current={index === at && annotation.id === currentId}
                  onSettle={(decision) => void settle(decision, annotation)} refusal={refusal?.ids.includes(annotation.id) && annotation.id === refusal.ids[0] ? refusal.dependents : null}
                  onRemoveTogether={() => void remove(refusal?.ids ?? [], true)} onKeep={() => { setRefusal(null); focusRow(annotation.id) }} onEdited={() => { setReading({ editing: null }); focusRow(annotation.id) }}
                />
              </div>
            ) : null
          })}
        </div>
      </div>
    </>
  )
}
