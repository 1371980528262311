import { useEffect, useState } from 'react'
import { isWriting } from '../commands/keys.ts'
import { importDropped, importPasted, importTarget } from '../state/imports.ts'
import { report } from '../state/notices.ts'
import { useOpened } from '../state/open-incident.ts'
import { useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import styles from './drop-target.module.css'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Whether files hang over the window; drops anywhere are imports. */
function useFileDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      importDropped(event.dataTransfer).catch(report)
    }
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}

const clock = () => new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')

/** Pasting outside of fields brings the clipboard in as a document. */
function usePaste() {
  const t = useStrings(shell)
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isWriting(event.target) || !event.clipboardData) return
      event.preventDefault()
      importPasted(event.clipboardData, t('pastedName', { time: clock() })).catch(report)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  })
}

/** The whole window takes files; the overlay says what will happen to them. */
export function DropTarget() {
  const t = useStrings(shell)
  const over = useFileDrop()
  const incident = useOpened((state) => state.current?.incident)
  usePaste()
  if (!over) return null
  return (
    <div className={styles['overlay']} role="status">
      <div className={styles['card']}>
        <h2>{importTarget() && incident ? t('dropInto', { title: incident.shortTitle || incident.title }) : t('dropNew')}</h2>
        <p>{t('dropTypes')}</p>
      </div>
    </div>
  )
}
