import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { readTags, type OfferedTag } from '#domain/codebook/tags.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { useUnfinished } from '../../ui/index.ts'
import type { AnnotationDraft } from './edit-card.tsx'
import styles from './fields.module.css'

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const offeredAtOnce = 6

/** Tags already on the mark, then a field for more; the tags used last are offered first. Enter keeps, Escape leaves. */
export function TagField({ tags, known, onKeep, onLeave, onChange, autoFocus = true }: { tags: string[]; known: OfferedTag[]; onKeep?: (tags: string[]) => void; onLeave?: () => void; onChange?: (tags: string[]) => void; autoFocus?: boolean }) {
  const t = useStrings(reader)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(tags)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(-1)
  const wanted = folded(typed.split(',').at(-1)!.trim().replace(/^#+/, ''))
  const language = useLanguage()
  const offered = known.filter(({ tag, name }) => !chosen.includes(tag) && folded(`${tag} ${name?.[language] ?? ''}`).includes(wanted)).slice(0, offeredAtOnce)
  const put = (next: string[]) => {
    setChosen(next)
    setTyped('')
    setActive(-1)
    onChange?.(next)
  }
  const withTyped = () => [...new Set([...chosen, ...readTags(typed)])]

  function onKeyDown(event: KeyboardEvent) {
    const pick = offered[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(offered.length === 0 ? -1 : (active + step + offered.length) % offered.length)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (pick !== undefined) put([...chosen, pick.tag])
      else if (onKeep) onKeep(withTyped())
      else put(withTyped())
    } else if (event.key === 'Backspace' && typed === '') put(chosen.slice(0, -1))
    else if (event.key === 'Escape' && onLeave) onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['tagField']}>
      <div className={styles['tagBox']}>
        {chosen.map((tag) => (
          <button key={tag} type="button" className={styles['tag']} aria-label={t('removeTag', { tag })} onClick={() => { put(chosen.filter((other) => other !== tag)); input.current?.focus() }}>
            #{tag} <X size={13} aria-hidden="true" />
          </button>
        ))}
        <input
          ref={input} type="text" role="combobox" aria-expanded={offered.length > 0} aria-controls={`${id}-offered`} aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined} aria-autocomplete="list"
          aria-label={t('tagsOf')} placeholder={chosen.length === 0 ? t('tagsHint') : ''} value={typed} autoFocus={autoFocus} autoComplete="off" spellCheck={false}
          onChange={(event) => { setTyped(event.target.value); setActive(-1) }} onKeyDown={onKeyDown} onBlur={() => { if (typed.trim() !== '' && onChange) put(withTyped()) }}
        />
      </div>
      <div id={`${id}-offered`} role="listbox" aria-label={t('offered')} className={styles['offered']} hidden={offered.length === 0}>
        {offered.map(({ tag, name }, index) => (
          <div key={tag} id={`${id}-${index}`} role="option" aria-selected={index === active} className={styles['offer']} title={tag} onMouseDown={(event) => { event.preventDefault(); put([...chosen, tag]) }}>
            #{tag}{name && name[language] !== tag ? <span className={styles['offerName']}>{name[language]}</span> : null}
          </div>
        ))}
      </div>
    </div>
  )
}

/**
 * A comment; Enter keeps it, Shift+Enter starts a new line, Escape leaves. What was written and not kept stays as a draft
 * of its `record` (a mark, or words that are none yet) until it is gone on with or discarded.
 */
export function NoteField({ record, note, onKeep, onLeave }: { record: string | null; note: string; onKeep: (note: string) => Promise<boolean>; onLeave: () => void }) {
  const t = useStrings(reader)
  const [typed, setTyped] = useState(note)
  const { done, again, offer } = useUnfinished<AnnotationDraft>({ form: 'annotation', record: record ?? '', value: { note: typed }, onRestore: (kept) => setTyped(kept.note), disabled: record === null })
  const latest = useRef({ typed, done })
  useEffect(() => {
    latest.current = { typed, done }
  })
  useEffect(() => () => {
    // Nothing was written, or it was taken back: there is nothing to go on with.
    if (latest.current.typed.trim() === note.trim()) latest.current.done()
  }, [note])
  const keep = async () => {
    done()
    if (!(await onKeep(typed.trim()))) again()
  }
  return (
    <>
      {offer}
      <textarea
        className={styles['note']} aria-label={t('commentOf')} placeholder={t('commentHint')} rows={3} maxLength={20_000} value={typed} autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) void keep()
          else if (event.key === 'Escape') onLeave()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
    </>
  )
}
