import { useState } from 'react'
import { useCodebook } from '../state/codebook.ts'
import { capOf, conflictOf, readerActions, withKey, type ReaderAction } from '../state/reader-keys.ts'
import { changeSettings, useSession } from '../state/session.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { conflictWords } from '../strings/key-conflicts.ts'
import { marking } from '../strings/marking.ts'
import { Button } from '../ui/index.ts'
import styles from './help-sheet.module.css'

/** The letters of the reader: press the new one in its field. A letter that is in use is refused, and said why. */
export function ReaderKeysForm() {
  const t = useStrings(marking)
  const language = useLanguage()
  const changed = useSession((session) => session.settings.readerKeys)
  const types = useCodebook((state) => state.codebook.types)
  const [message, setMessage] = useState<{ text: string; refused: boolean }>({ text: '', refused: false })
  function take(action: ReaderAction, typed: string) {
    const key = typed.toLowerCase()
    const conflict = conflictOf(key, { for: action, changed, types })
    if (conflict) return setMessage({ text: conflictWords(conflict, key, language), refused: true })
    void changeSettings({ readerKeys: withKey(changed, action, key) })
    setMessage({ text: t('keyKept', { name: t(`key_${action}`), key: key.toUpperCase() }), refused: false })
  }
  return (
    <fieldset className={styles['keys']}>
      <legend>{t('keysTitle')}</legend>
      {readerActions.map((action) => (
        <label key={action}>
          {t(`key_${action}`)}
          <input
            type="text" value={capOf(action, changed)} maxLength={1} readOnly aria-label={t(`key_${action}`)}
            onKeyDown={(event) => {
              if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
              event.preventDefault()
              take(action, event.key)
            }}
          />
        </label>
      ))}
      <div className={styles['keysFoot']}>
        <Button small disabled={Object.keys(changed ?? {}).length === 0} onClick={() => { void changeSettings({ readerKeys: {} }); setMessage({ text: '', refused: false }) }}>{t('shippedKeys')}</Button>
        <p role="status" data-refused={message.refused}>{message.text}</p>
      </div>
    </fieldset>
  )
}
