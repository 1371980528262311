import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { TextArea, TextField, useUnfinished } from '../../ui/index.ts'

type CommitTextProps = {
  /** The field of the incident: under this name unfinished typing is kept. Absent: it is not. */
  field?: string
  label: string
  value: string
  /** Answers whether the text was taken; a refused text stays in the field. */
  onCommit: (text: string) => Promise<boolean> | void
  /** A text that cannot be stored is put back when the field is left. */
  valid?: (text: string) => boolean
  multiline?: boolean
  readOnly?: boolean
  hint?: string
  placeholder?: string
  autoFocus?: boolean
  className?: string | undefined
  hideLabel?: boolean
}

/** A text that saves itself when it is left or with Ctrl+Enter, also when the view goes away under it; Escape puts it back. */
export function CommitText({ field, label, value, onCommit, valid = () => true, multiline = false, ...rest }: CommitTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const frame = useRef<HTMLDivElement>(null)
  const leave = useRef<() => void>(() => undefined)
  const onTheWay = useRef<string | null>(null)
  const unfinished = useUnfinished<string | null>({
    form: 'text',
    record: field ?? '',
    value: draft,
    onRestore: (kept) => {
      setDraft(kept)
      // In the field it is taken when the field is left, as what is typed there.
      requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('input, textarea')?.focus())
    },
    disabled: field === undefined || rest.readOnly === true,
  })
  const forget = () => {
    onTheWay.current = null
    unfinished.done()
    setDraft(null)
  }
  async function commit() {
    if (draft === null || onTheWay.current === draft) return
    if (draft === value || !valid(draft)) return forget()
    onTheWay.current = draft
    // One that was refused, or waits to be saved, is not sent again unless it is changed.
    if ((await onCommit(draft)) === false) return
    onTheWay.current = null
    unfinished.done()
    setDraft((now) => (now === draft ? null : now))
  }
  useEffect(() => {
    leave.current = () => void commit()
  })
  useEffect(() => () => leave.current(), [])
  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || !multiline)) {
      event.preventDefault()
      void commit()
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      forget()
    }
  }
  const shared = { label, value: text, onBlur: () => void commit(), onKeyDown, ...rest }
  return (
    <div ref={frame}>
      {unfinished.offer}
      {multiline ? <TextArea {...shared} onChange={(event) => setDraft(event.target.value)} /> : <TextField {...shared} onChange={(event) => setDraft(event.target.value)} />}
    </div>
  )
}
