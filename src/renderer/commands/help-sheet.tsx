import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { sharedCommands } from '#contract/index.ts'
import { loadCodebook } from '../state/codebook.ts'
import { closeOverlay } from '../state/overlays.ts'
import { capOf } from '../state/reader-keys.ts'
import { changeSettings, useSession } from '../state/session.ts'
import { common } from '../strings/common.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { marking } from '../strings/marking.ts'
import { shell } from '../strings/shell.ts'
import { Button, IconButton, Kbd } from '../ui/index.ts'
import styles from './help-sheet.module.css'
import { keyHelp } from './key-help.ts'
import { spoken } from './keys.ts'
import { ReaderKeysForm } from './reader-keys-form.tsx'
import { allCommands } from './registry.ts'

const Keys = ({ keys }: { keys: readonly string[] }) => <dd>{keys.map((one) => <Kbd key={one}>{one}</Kbd>)}</dd>

function Anywhere() {
  const t = useStrings(shell)
  const language = useLanguage()
  return (
    <section>
      <h3>{t('groupAnywhere')}</h3>
      <dl>
        {allCommands().filter(({ id, shortcut }) => shortcut !== null && sharedCommands.some((shared) => shared.id === id)).map((command) => (
          <div key={command.id}>
            <dt>{command.titles[language]}</dt>
            <Keys keys={[command.shortcut ?? '', ...(command.also ?? [])].map(spoken)} />
          </div>
        ))}
      </dl>
    </section>
  )
}

function SingleKeys() {
  const t = useStrings(shell)
  const on = useSession((session) => session.settings.singleKeys)
  return (
    <label className={styles['switch']}>
      <input type="checkbox" checked={on} onChange={(event) => void changeSettings({ singleKeys: event.target.checked })} />
      <span>
        <strong>{t('singleKeys')}</strong> {t('singleKeysNote')}
      </span>
    </label>
  )
}

/** All keys on one sheet: those of the registry, and those the views handle. */
export function HelpSheet() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const letters = useStrings(marking)
  const language = useLanguage()
  const { singleKeys, readerKeys } = useSession((session) => session.settings)
  const [changing, setChanging] = useState(false)
  // Own types have letters too: a letter of theirs is not free.
  useEffect(() => void loadCodebook(), [])
  return (
    <Dialog.Root open onOpenChange={(open) => open || closeOverlay()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['scrim']} />
        <Dialog.Popup className={styles['sheet']}>
          <header className={styles['head']}>
            <Dialog.Title>{t('shortcutsTitle')}</Dialog.Title>
            <IconButton label={words('close')} onClick={closeOverlay}><X size={16} strokeWidth={1.75} /></IconButton>
          </header>
          <div className={styles['body']} tabIndex={0} role="group" aria-label={t('shortcutsTitle')}>
            <div className={styles['top']}>
              <SingleKeys />
              <Button small aria-expanded={changing} onClick={() => setChanging(!changing)}>{letters(changing ? 'doneKeys' : 'changeKeys')}</Button>
            </div>
            {changing ? <ReaderKeysForm /> : null}
            <div className={styles['columns']}>
              <Anywhere />
              {keyHelp.map((group) => (
                <section key={group.name}>
                  <h3>{t(group.name)}</h3>
                  <dl>
                    {group.lines.map((line) => (
                      <div key={line.keys + line.words.en} data-off={line.single === true && !singleKeys}>
                        <dt>{line.words[language]}</dt>
                        <Keys keys={[line.action ? capOf(line.action, readerKeys) : line.keys]} />
                      </div>
                    ))}
                  </dl>
                </section>
              ))}
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
