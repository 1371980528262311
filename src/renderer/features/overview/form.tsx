import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { Button } from '../../ui/index.ts'
import styles from './form.module.css'

/**
 * The whole form comes into view when it opens; when it closes the focus goes back to the button that opened it, or to
 * the record, whose buttons were away while its form was there.
 */
function useReturn() {
  const form = useRef<HTMLFormElement>(null)
  const [opener] = useState(() => document.activeElement)
  const [key] = useState(() => opener?.closest('[data-key]')?.getAttribute('data-key') ?? '')
  useLayoutEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        const back = opener?.isConnected ? opener : document.querySelector(`[data-key="${CSS.escape(key)}"]`)
        if (back instanceof HTMLElement) back.focus()
      })
    }
  }, [opener, key])
  return form
}

/** An inline form: Ctrl+Enter saves, Escape closes; what is missing is said beside the button. */
export function InlineForm({ title, missing, onSave, onCancel, children }: { title: string; missing: string | null; onSave: () => void; onCancel: () => void; children: ReactNode }) {
  const words = useStrings(common)
  const saving = useRef(false)
  const form = useReturn()
  function save() {
    if (missing !== null || saving.current) return
    saving.current = true
    onSave()
    setTimeout(() => {
      saving.current = false
    }, 300)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form ref={form} className={styles['form']} aria-label={title} onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); save() }}>
      <h3>{title}</h3>
      {children}
      <footer className={styles['foot']}>
        <Button look="primary" shortcut="Ctrl+Enter" disabled={missing !== null} onClick={save}>{words('save')}</Button>
        <Button onClick={onCancel}>{words('cancel')}</Button>
        {missing === null ? null : <span className={styles['quiet']}>{missing}</span>}
      </footer>
    </form>
  )
}
