import { AlertDialog } from '@base-ui/react/alert-dialog'
import { closeOverlay, type Question } from '../state/overlays.ts'
import { useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { Button } from '../ui/index.ts'
import styles from './confirm-dialog.module.css'

/** Asked only where data goes or protection is lowered; Cancel has the focus. */
export function ConfirmDialog({ question, answer }: { question: Question; answer: (yes: boolean) => void }) {
  const t = useStrings(shell)
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || closeOverlay()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles['scrim']} />
        <AlertDialog.Popup className={styles['dialog']}>
          <AlertDialog.Title className={styles['title']}>{question.title}</AlertDialog.Title>
          <AlertDialog.Description className={styles['text']}>{question.text}</AlertDialog.Description>
          <div className={styles['actions']}>
            <Button onClick={() => answer(false)}>{t('confirmCancel')}</Button>
            <Button look="primary" onClick={() => answer(true)}>{question.action}</Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
