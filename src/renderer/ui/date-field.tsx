import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { formatEdtf, hasTime, isEdtf, parseDate, readBack } from '#domain/dates/index.ts'
import { dateStrings } from '../strings/dates.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import styles from './date-field.module.css'
import { DateShape } from './date-shape.tsx'

/** What stands in the field: an unreadable text is not valid and leaves `edtf` as null. */
export type DateInput = { edtf: string | null; typed: string; valid: boolean }

export type DateFieldProps = {
  label?: string
  /** The stored EDTF value, or null when undated. */
  value: string | null
  /** Verbatim words of the source, shown below; never changed here. */
  wording?: string | null
  /** With every keystroke, for forms. */
  onChange?: (input: DateInput) => void
  /** When the field is left or Enter is pressed with a valid and changed date, for fields that save themselves. */
  onCommit?: (edtf: string | null, typed: string) => void
  readOnly?: boolean
  autoFocus?: boolean
  /** Without the drawing, where several fields stand together. */
  plain?: boolean
  /** What the date means here, in place of reading it back. */
  says?: (edtf: string | null) => string
  /** Width of the drawing in px. */
  width?: number
}

/** Reads a typed date; an empty field means undated. */
export function readDate(typed: string): DateInput {
  if (typed.trim() === '') return { edtf: null, typed, valid: true }
  const edtf = parseDate(typed)
  return { edtf, typed, valid: edtf !== null }
}

/** The text under which a stored date is offered for editing: in words when they read back the same, else as EDTF. */
export function editableText(edtf: string | null, language: 'en' | 'cs'): string {
  if (edtf === null || !isEdtf(edtf)) return ''
  const words = formatEdtf(edtf, language)
  return parseDate(words) === edtf ? words : edtf
}

/** One text field for a date: what was typed, its EDTF at the right, below it the drawing and the sentence that reads it back. */
export function DateField({ label, value, wording = null, onChange, onCommit, readOnly = false, autoFocus = false, plain = false, says, width = 300 }: DateFieldProps) {
  const t = useStrings(dateStrings)
  const language = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState(() => editableText(value, language))
  // What the person sees stays as typed while it means the stored value; a value from elsewhere replaces it.
  const known = useRef(value)
  useEffect(() => {
    if (known.current === value) return
    known.current = value
    setTyped(editableText(value, language))
  }, [value, language])
  const unchanged = typed === editableText(value, language)
  const read = unchanged ? { edtf: value, typed, valid: true } : readDate(typed)

  function type(text: string) {
    setTyped(text)
    const input = readDate(text)
    if (onChange) {
      // A parent that keeps only the value answers an unreadable text with null: that is still what was typed here.
      known.current = input.edtf
      onChange(input)
    }
  }
  function commit() {
    if (!onCommit || !read.valid || read.edtf === value) return
    known.current = read.edtf
    onCommit(read.edtf, typed.trim())
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && onCommit) commit()
    if (event.key === 'Escape' && !unchanged && onCommit) {
      event.stopPropagation()
      setTyped(editableText(value, language))
    }
  }
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>{label ?? t('date')}</label>
      <div className={styles['box']} data-invalid={!read.valid} data-readonly={readOnly}>
        <input
          id={id} type="text" value={typed} readOnly={readOnly} autoFocus={autoFocus} autoComplete="off" spellCheck={false} placeholder={t('placeholder')}
          aria-invalid={!read.valid} aria-describedby={`${id}-below`}
          onChange={(event) => type(event.target.value)} onBlur={commit} onKeyDown={onKeyDown}
        />
        <span className={styles['edtf']}>{read.valid && !(read.edtf === typed && hasTime(typed)) ? (read.edtf ?? (says ? '' : t('noEdtf'))) : ''}</span>
      </div>
      <div id={`${id}-below`} className={styles['below']}>
        {read.valid && read.edtf !== null && !plain ? <DateShape edtf={read.edtf} width={width} /> : null}
        {read.valid ? <p>{says ? says(read.edtf) : readBack(read.edtf, language)}</p> : <p className={styles['invalid']}>{t('unreadable')}</p>}
        {wording ? <p className={styles['wording']}>{t('wording')} <q>{wording}</q></p> : null}
      </div>
    </div>
  )
}
