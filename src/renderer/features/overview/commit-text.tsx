import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { TextArea, TextField } from '../../ui/index.ts'

type CommitTextProps = {
  label: string
  value: string
  /** Answers whether the text was taken; a refused text stays in the field. */
  onCommit: (text: string) => void
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
export function CommitText({ label, value, onCommit, valid = () => true, multiline = false, ...rest }: CommitTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const pending = useRef<() => void>(() => undefined)
  const commit = () => {
    if (draft !== null && draft !== value && valid(draft)) onCommit(draft)
    setDraft(null)
  }
  useEffect(() => {
    pending.current = () => {
      if (draft !== null && draft !== value && valid(draft)) onCommit(draft)
    }
  })
  useEffect(() => () => pending.current(), [])
  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || !multiline)) {
      event.preventDefault()
      commit()
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
  }
  const shared = { label, value: text, onBlur: commit, onKeyDown, ...rest }
  return multiline ? <TextArea {...shared} onChange={(event) => setDraft(event.target.value)} /> : <TextField {...shared} onChange={(event) => setDraft(event.target.value)} />
}
