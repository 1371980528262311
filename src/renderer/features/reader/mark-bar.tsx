import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useTypes } from '../../state/codebook.ts'
import { capOf, type ReaderAction } from '../../state/reader-keys.ts'
import { useSession } from '../../state/session.ts'
import { select } from '../../state/navigation.ts'
import { useIncident, useReadOnly } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { reader } from '../../strings/reader.ts'
import { Glyph } from '../../ui/index.ts'
import { topFor } from './bar-place.ts'
import { Choice } from './choice.tsx'
import { recordOfWords, useWantedComment } from './comment-draft.ts'
import { keyOfType } from './keys.ts'
import { useOfferedTags } from './use-offered.ts'
import styles from './mark-bar.module.css'
import { keepField, mark, openField, repeatLast, startEvent } from './marking.ts'
import { closeBar, leaveBar, selectedSpan, setReading, useReading } from './reading.ts'
import { claimKindFor } from './record-draft.ts'
import { startRecord } from './records.ts'
import { itemNow } from './suggested-now.ts'
import { NoteField, TagField } from './tag-field.tsx'
import { rangeOf } from './text-dom.ts'
import { focusText } from './text-focus.ts'
import type { ReadText } from './use-text.ts'

type Scene = { scroller: RefObject<HTMLElement | null>; root: RefObject<HTMLElement | null>; read: ReadText }
/** What the bar is about: the selection, the mark made last, or the place where marks overlap. */
function useTarget({ root, read }: Pick<Scene, 'root' | 'read'>) {
  const { bar, chooser, ends } = useReading()
  const marked = bar?.kind === 'mark' ? read.anchored.find(({ id }) => id === bar.id) : undefined
  const span = useMemo(() => {
    if (chooser) return { start: Math.max(0, chooser.offset - 1), end: chooser.offset + 1 }
    if (bar?.kind === 'mark') return marked?.anchor ?? selectedSpan({ open: read, ends })
    return bar ? selectedSpan({ open: read, ends }) : null
  }, [bar, chooser, ends, marked, read])
  const words = () => (span && root.current ? (rangeOf(root.current, read.parts, span)?.getBoundingClientRect() ?? null) : null)
  return { span, words, marked, backward: ends !== null && ends.focus < ends.anchor }
}

export function MarkBar({ scroller, root, read }: Scene) {
  const t = useStrings(reader)
  const readOnly = useReadOnly()
  const { bar, chooser, field, lastType } = useReading()
  const element = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState<number | null>(null)
  const { span, words, backward, marked } = useTarget({ root, read })
  useWantedComment(root, read)
  const shown = span !== null && (bar !== null || chooser !== null)
  useLayoutEffect(() => {
    const box = shown ? words() : null
    if (!box || !element.current || !scroller.current) return setTop(null)
    setTop(topFor(element.current, scroller.current, box, backward))
    // Measured when what it stands by changes, not on every key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, span?.start, span?.end, field, chooser])
  useLayoutEffect(() => {
    if (top === null) return
    element.current?.scrollIntoView({ block: 'nearest' })
    // A choice or a field is asked for, so the focus comes to it; marking leaves the focus in the text. A field that
    // comes together with the bar could not take the focus by itself: until it is placed the bar is not visible.
    if (chooser) element.current?.querySelector('button')?.focus()
    else if (field && !element.current?.contains(document.activeElement)) element.current?.querySelector<HTMLElement>('textarea, input')?.focus()
  }, [top, chooser, field])
  if (!shown) return null
  return (
    <div
      ref={element} className={styles['bar']} role="group" aria-label={chooser ? t('chooser') : bar?.kind === 'mark' ? t('changeMark') : t('markAs')} data-mark-bar="" onBlur={(event) => leaveBar(event.relatedTarget)} data-placed={top !== null} style={{ top: top ?? 0 }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        closeBar()
        focusText()
      }}
    >
      {readOnly && !chooser ? <p className={styles['reason']}>{t('readOnly')}</p> : chooser ? <Chooser ids={chooser.ids} read={read} /> : <Types current={marked?.type ?? null} />}
      {readOnly || chooser ? null : field === null ? <Letters onMark={bar?.kind === 'mark'} currentId={marked?.id ?? null} claim={claimKindFor(marked?.type ?? lastType)} /> : <Field />}
    </div>
  )
}

function Types({ current }: { current: string | null }) {
  const types = useTypes()
  const lastType = useReading((state) => state.lastType)
  return (
    <div className={styles['types']}>
      {types.all.map((type) => (
        <Choice key={type} keys={keyOfType(type)} glyph={<Glyph type={type} />} name={types.name(type)} pressed={type === current} last={current === null && type === lastType} onChoose={() => void mark(type)} />
      ))}
    </div>
  )
}

function Letters({ onMark, currentId, claim }: { onMark: boolean; currentId: string | null; claim: ReturnType<typeof claimKindFor> }) {
  const t = useStrings(reader)
  const words = useStrings(marking)
  const changed = useSession((session) => session.settings.readerKeys)
  const cap = (action: ReaderAction) => capOf(action, changed)
  return (
    <div className={styles['letters']}>
      <Choice keys={cap('event')} name={t('makeEvent')} onChoose={() => startEvent(currentId)} />
      <Choice keys={cap('claim')} name={words(`short_${claim}`)} onChoose={() => startRecord('claim', currentId)} />
      <Choice keys={cap('entity')} name={words('short_entity')} onChoose={() => startRecord('entity', currentId)} />
      <Choice keys={cap('quote')} name={words('short_quote')} onChoose={() => startRecord('judgement', currentId)} />
      <Choice keys={cap('tags')} name={t('addTags')} onChoose={() => openField('tags', currentId)} />
      <Choice keys={cap('comment')} name={t('addComment')} onChoose={() => openField('note', currentId)} />
      <Choice keys={cap('translation')} name={words('key_translation')} onChoose={() => startRecord('translation', currentId)} />
      <Choice keys={cap('relate')} name={words('short_relate')} onChoose={() => startRecord('relation', currentId)} />
      {onMark ? null : (
        <span className={styles['repeat']}>
          <Choice keys="Enter" name={t('repeat')} onChoose={() => void repeatLast()} />
        </span>
      )}
    </div>
  )
}

function Field() {
  const { bar, field, open, ends } = useReading()
  const incident = useIncident()
  const span = bar?.kind === 'selection' ? selectedSpan({ open, ends }) : null
  const offered = useOfferedTags()
  const annotation = bar?.kind === 'mark' ? incident.annotations[bar.id] : undefined
  const leave = () => {
    setReading({ field: null })
    focusText()
  }
  return (
    <div className={styles['field']}>
      {field === 'tags' ? <TagField tags={annotation?.tags ?? []} known={offered} onKeep={(tags) => void keepField({ tags })} onLeave={leave} /> : <NoteField record={annotation ? `annotations/${annotation.id}` : open && span ? recordOfWords({ sourceId: open.source.id, span }) : null} note={annotation?.note ?? ''} onKeep={(note) => keepField({ note })} onLeave={leave} />}
    </div>
  )
}

/** The marks that overlap at a place, shortest first. */
function Chooser({ ids, read }: { ids: string[]; read: ReadText }) {
  const { name } = useTypes()
  const choose = (id: string) => {
    setReading({ chooser: null })
    select({ annotationId: id })
    focusText()
  }
  return (
    <ul
      className={styles['chooser']}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        if (step === 0) return
        event.preventDefault()
        const buttons = [...event.currentTarget.querySelectorAll('button')]
        buttons[(buttons.indexOf(document.activeElement as HTMLButtonElement) + step + buttons.length) % buttons.length]?.focus()
      }}
    >
      {ids.flatMap((id) => {
        const annotation = read.anchored.find((other) => other.id === id) ?? itemNow(id)?.annotation
        return annotation ? (
          <li key={id}>
            <button type="button" className={styles['layer']} onClick={() => choose(id)}>
              <Glyph type={annotation.type} suggested={annotation.state === 'suggested'} />
              <span>{name(annotation.type)}</span>
              <q>{annotation.anchor.exact}</q>
            </button>
          </li>
        ) : []
      })}
    </ul>
  )
}
